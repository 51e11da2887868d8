// What links and the row of pages need of the browser, once on every page.

const FADE_PX = 40; // the end of the row fades out on a phone (app.css)

export default function ({ data }) {
  document.addEventListener("click", follow);
  requestAnimationFrame(() => showOpenPage(data.page));
  return () => document.removeEventListener("click", follow);
}

// A link of ours that stands in HTML (text.py, only.py) or in Markdown (method_page.py) would load the app anew, in a session of its own. It is followed
// as Back is: by the address. What asks for another tab or window is left to the browser.
function follow(event) {
  const isOther = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const link = event.target.closest?.(':is([data-testid="stHtml"], [data-testid="stMarkdownContainer"]) a[href^="./"]');
  if (!link || isOther || event.defaultPrevented) return;
  event.preventDefault();
  history.pushState(history.state, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}

// Where the row of pages is wider than the window, it is scrolled to the page that is open; what a reader scrolls to
// afterwards stays.
function showOpenPage(page) {
  const row = document.querySelector(".st-key-mw-top");
  const open = row?.querySelector("strong");
  if (!open || row.dataset.page === page) return;
  row.dataset.page = page;
  const [whole, part] = [row, open].map((element) => element.getBoundingClientRect());
  if (part.left >= whole.left && part.right <= whole.right - FADE_PX) return;
  row.scrollLeft += part.left + part.width / 2 - (whole.left + whole.width / 2);
}
