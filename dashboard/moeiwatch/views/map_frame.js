// Brings in the app's half of the bridge to the map page. Streamlit sends this text again with every message to the
// map, so it holds only the way to the rest, which lies beside the page (mappage/host) and is asked for once.

let host = null;

export default function (component) {
  const page = new URL(component.data.page, base()).href;
  let close = null;
  let isOver = false;
  host = host ?? import(new URL("host/bridge.js", page).href);
  host.then(
    ({ show }) => {
      if (!isOver) close = show(component, page);
    },
    (error) => {
      host = null; // asked for again with the next message
      throw error;
    },
  );
  return () => {
    isOver = true;
    if (close) close();
  };
}

// The folder from which Streamlit serves the app, whatever page is shown and whatever path it hangs under.
function base() {
  const script = document.querySelector('script[type="module"][src*="static/js/"]');
  return script ? new URL("../../", script.src) : new URL("./", document.baseURI);
}
