// "Share this view": its address, a short title, what to paste into another page, and a QR code for the room.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const CONFIRMED_MS = 2500;
  const NOT_SHARED = ["embed", "embed_options", "cite", "v"]; // how the page is shown here, not what is shown

  /** Where the reader's address bar stands: in the app that of the app. */
  const place = () => (MoeiWatch.isHosted() ? window.parent.location : window.location);

  /** What is shown, with what else depends on the reader: where the map looks at first, and the river's month. */
  function pinned() {
    const view = MoeiWatch.store.get();
    const month = view.month || (MoeiWatch.river.isShown() ? MoeiWatch.river.month() : 0);
    return { ...view, at: view.at || MoeiWatch.home(), month };
  }

  /** The address of exactly what is shown. */
  function address(more = {}) {
    const here = place();
    const codec = MoeiWatch.store.codec();
    const params = new URLSearchParams(here.search);
    [...NOT_SHARED, ...codec.names, ...MoeiWatch.keys.names].forEach((name) => params.delete(name));
    const { story, step } = MoeiWatch.keys.get();
    const own = { ...more, ...codec.address(pinned()), story, step, v: MoeiWatch.data.version };
    Object.entries(own).forEach(([name, value]) => value && params.set(name, value));
    const query = params.toString().replace(/%2F/g, "/").replace(/%2C/g, ",");
    return `${here.protocol === "file:" ? "file://" : here.origin}${here.pathname}?${query}`;
  }

  function title() {
    const told = MoeiWatch.story && MoeiWatch.story.told();
    const view = MoeiWatch.viewTitle(MoeiWatch.store.get());
    return `${MoeiWatch.data.site.title}: ${told ? `${told.step.title} (${told.story.title})` : view}`;
  }

  const escape = (words) => words.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

  function snippet() {
    const from = escape(address({ embed: "true" }));
    return `<iframe src="${from}" title="${escape(title())}" width="100%" height="640" style="border:0" loading="lazy" allow="fullscreen"></iframe>`;
  }

  async function copy(words, field) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      field.focus();
      field.select();
      try {
        return document.execCommand("copy"); // where the page may not use the clipboard: from disk, in a foreign frame
      } catch {
        return false;
      }
    }
  }

  /** A text to copy, with its button, which says whether it worked. */
  function copied(label, words, rows) {
    const id = `share-${label.toLowerCase().replace(/ /g, "-")}`;
    const field = el("textarea", { id, class: "field", rows, readonly: true, spellcheck: "false", onfocus: () => field.select() });
    field.value = words;
    const button = el("button", { type: "button", class: "button", "aria-label": `Copy: ${label}` }, "Copy");
    button.addEventListener("click", async () => {
      const done = await copy(words, field);
      button.textContent = done ? "Copied" : "Press Ctrl+C";
      button.classList.toggle("confirmed", done);
      MoeiWatch.announce(done ? `${label} copied` : "The text is selected: copy it with Ctrl+C");
      setTimeout(() => {
        button.textContent = "Copy";
        button.classList.remove("confirmed");
      }, CONFIRMED_MS);
    });
    return el("div", { class: "share-row" }, el("label", { for: id }, label), field, button);
  }

  const isLocal = () => place().protocol === "file:";

  function open() {
    const words = address();
    MoeiWatch.openDialog(
      "share",
      "Share this view",
      isLocal() ? el("p", { class: "share-local" }, "This page was opened from disk: the address leads here on this computer only.") : null,
      el(
        "div",
        { class: "share-columns" },
        el(
          "div",
          {},
          copied("Title", title(), 2),
          copied("Address", words, 4),
          isLocal() ? null : copied("To embed in a page", snippet(), 5),
          el("p", { class: "muted small" }, `Data version ${[MoeiWatch.data.version, text.newest()].filter(Boolean).join(". ")}. Who opens the link on other data is told so.`)
        ),
        isLocal() ? null : MoeiWatch.codeButton(words)
      )
    );
  }

  let toldOf = "";

  /** Say that a link was made on other data, and how much of it changed where that is known. */
  function tellAge({ v }) {
    const { version, changes } = MoeiWatch.data;
    if (!v || v === version || v === toldOf) return;
    toldOf = v;
    const known = changes && Object.prototype.hasOwnProperty.call(changes, v) ? changes[v] : null;
    const count = known === 0 ? "No record has" : text.plural(known, "record has", "records have");
    const since = known === null ? "How many records have changed since is not known." : `${count} changed since.`;
    MoeiWatch.quietToo(`This link was made on another version of the data. ${since}`);
  }

  /** The same where others can reach it: "" for a page from disk, whose address would name a folder of the reader's. */
  const published = () => (isLocal() ? "" : address());

  MoeiWatch.share = { address, isLocal, published, title, snippet, copied, open };

  MoeiWatch.start(() => {
    MoeiWatch.keys.addTool(el("button", { type: "button", class: "button", id: "open-share", onclick: open }, "Share"));
    if (MoeiWatch.data.about && !MoeiWatch.isHosted()) {
      document.getElementById("header-tools").prepend(el("a", { id: "open-about", href: MoeiWatch.data.about }, "Data and method"));
    }
    MoeiWatch.keys.on(tellAge);
    tellAge(MoeiWatch.keys.get());
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
