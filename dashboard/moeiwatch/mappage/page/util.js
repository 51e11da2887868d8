// Small helpers that every script of the page uses. Text goes into the page as text nodes only, never as HTML.
(function (MoeiWatch) {
  "use strict";

  function fill(node, attributes, children) {
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (value === undefined || value === null || value === false) return;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (name === "dataset") Object.assign(node.dataset, value);
      else node.setAttribute(name, value === true ? "" : String(value));
    });
    append(node, children);
    return node;
  }

  function append(node, children) {
    children.flat(Infinity).forEach((child) => {
      if (child === null || child === undefined || child === false) return;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    });
  }

  /** Make an element. Functions under a name that begins with "on" become listeners. */
  MoeiWatch.el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

  /** Make an element of SVG. */
  MoeiWatch.svg = (tag, attributes, ...children) =>
    fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

  MoeiWatch.clear = (node) => {
    node.replaceChildren();
    return node;
  };

  /** The address if it is one of the web, else null. */
  MoeiWatch.url = (text) => {
    if (typeof text !== "string" || !/^https?:\/\//i.test(text)) return null;
    try {
      const url = new URL(text);
      return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
    } catch {
      return null;
    }
  };

  /** A link that opens beside the page, or plain text where the address is none of the web. */
  MoeiWatch.link = (href, ...children) => {
    const url = MoeiWatch.url(href);
    if (!url) return MoeiWatch.el("span", {}, ...children);
    return MoeiWatch.el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
  };

  /** Say something to a screen reader. */
  MoeiWatch.announce = (text) => {
    document.getElementById("live").textContent = text;
  };

  /** One quiet line over the map, of text and buttons; "" takes it away. */
  MoeiWatch.quiet = (text, ...more) => {
    const line = document.getElementById("quiet");
    line.replaceChildren(text, ...more);
    line.hidden = !text;
  };

  /** The same behind what stands there already. */
  MoeiWatch.quietToo = (text) => {
    const line = document.getElementById("quiet");
    if (line.hidden) MoeiWatch.quiet(text);
    else line.append(" ", text);
  };

  /** The query of the page's address; where a page has no address of its own, what whoever shows it wrote into it. */
  MoeiWatch.query = () => window.location.search || document.body.dataset.view || "";

  /** True where what is chosen can be written to the address: from a server, and from disk. */
  MoeiWatch.hasAddress = () => /^(?:https?|file):$/.test(window.location.protocol);

  MoeiWatch.reducedMotion = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  MoeiWatch.isNarrow = () => window.matchMedia("(max-width: 760px)").matches;
})((window.MoeiWatch = window.MoeiWatch || {}));
