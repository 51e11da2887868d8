// The page without the app: its own header, and the view in its own address, from a server or from disk.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  /** The page's address for a view; keys that are not ours stay as they are. */
  function addressOf(view) {
    const codec = MoeiWatch.store.codec();
    const params = new URLSearchParams(window.location.search);
    codec.names.forEach((name) => params.delete(name));
    Object.entries(codec.address(view)).forEach(([name, value]) => params.set(name, value));
    const query = params.toString().replace(/%2F/g, "/").replace(/%2C/g, ",");
    return `${window.location.pathname}${query ? `?${query}` : ""}${window.location.hash}`;
  }

  function header() {
    const { data } = MoeiWatch;
    document.getElementById("header-note").textContent = `Newest record ${text.date(data.newest)}`;
    const share = el("button", { type: "button", class: "button", onclick: () => copy(share) }, "Share this view");
    const theme = el("button", { type: "button", class: "icon-button", "aria-label": "Light or dark theme", title: "Light or dark", onclick: () => MoeiWatch.store.set({ theme: MoeiWatch.theme() === "dark" ? "light" : "dark" }) }, "◐");
    document.getElementById("header-tools").append(theme, share);
  }

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(window.location.href);
      button.textContent = "Address copied";
    } catch {
      button.textContent = "Copy the address above";
    }
    setTimeout(() => (button.textContent = "Share this view"), 2500);
  }

  MoeiWatch.start(() => {
    if (MoeiWatch.isHosted()) return;
    header();
    MoeiWatch.store.onPublish((view, kind) => {
      const how = kind === "pan" ? "replaceState" : "pushState";
      window.history[how](null, "", addressOf(view));
    });
    window.addEventListener("popstate", () => {
      MoeiWatch.store.set(MoeiWatch.store.codec().parseAddress(window.location.search), { kind: "host" });
    });
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
