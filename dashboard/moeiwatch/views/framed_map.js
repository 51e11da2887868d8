// A map page that was written for this reader alone, in a frame of its own: its text comes with the component's
// data and is served from nowhere. The frame may run its scripts and nothing else: it is of no origin, so it can
// neither read the app nor be read by it.

const frames = new WeakMap(); // by the element that Streamlit gives: {frame, shown}
const BODY = "<body ";

export default function ({ parentElement, data }) {
  const held = frames.get(parentElement) ?? { frame: document.createElement("iframe"), shown: "" };
  frames.set(parentElement, held);
  const { frame } = held;
  if (!frame.isConnected) {
    frame.className = "map";
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.setAttribute("allow", "fullscreen");
    parentElement.appendChild(frame);
  }
  frame.title = data.title;
  const view = new URLSearchParams(data.view);
  view.set("embed", "true");
  view.set("theme", isDark(getComputedStyle(parentElement.host ?? parentElement)) ? "dark" : "light");
  const wanted = `${data.version}?${view}`;
  if (held.shown === wanted) return;
  held.shown = wanted;
  frame.srcdoc = data.html.replace(BODY, () => `${BODY} data-view="${escaped(`?${view}`)}"`);
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

// Relative luminance of the app's background, "#rrggbb" or "rgb(...)".
function isDark(style) {
  const colour = style.getPropertyValue("--st-background-color");
  const hex = /^\s*#([0-9a-f]{6})/i.exec(colour);
  const parts = hex
    ? [0, 2, 4].map((start) => parseInt(hex[1].slice(start, start + 2), 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).slice(0, 3).map(Number);
  return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2] < 128;
}
