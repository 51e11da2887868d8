// For the projector: panels folded, large type, and keys that work wherever the focus is.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;
  const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " ", "Spacebar"];
  const PREVIOUS = ["ArrowLeft", "ArrowUp", "PageUp"];
  const OPENED = { s: () => MoeiWatch.share.open(), q: () => MoeiWatch.openRoomCode() }; // what a room may ask for

  const isDialogOpen = () => Boolean(document.querySelector("dialog[open]"));

  const isOn = () => MoeiWatch.keys.get().present === "1";

  async function enter() {
    const told = MoeiWatch.story.told();
    MoeiWatch.closeDrawer();
    MoeiWatch.keys.set({ present: "1" });
    document.getElementById("present-title").focus({ preventScroll: true }); // not on a button: the keys turn pages
    if (!told && MoeiWatch.closeStory) MoeiWatch.closeStory();
    try {
      await document.documentElement.requestFullscreen();
    } catch {
      /* not allowed in this frame or browser: the page is presented in its window */
    }
  }

  function leave() {
    MoeiWatch.keys.set({ present: "" });
    document.getElementById("open-present").focus({ preventScroll: true });
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  }

  function title() {
    const told = MoeiWatch.story.told();
    const words = told ? told.story.title : MoeiWatch.viewTitle(MoeiWatch.store.get());
    const place = told ? el("span", { class: "present-place" }, `· ${told.index + 1} of ${told.story.steps.length}`) : ""; // never cut
    document.getElementById("present-title").replaceChildren(el("span", {}, words), place);
  }

  const LEAST_PX = 16; // of a step's words: what is longer still is scrolled to

  /** No key scrolls the words of a step: those of a long one are set so much smaller that they stand as a whole. */
  function fit() {
    const words = document.querySelector(".story-body .story-text");
    if (!words) return;
    words.style.fontSize = "";
    if (!isOn() || MoeiWatch.isNarrow()) return;
    const end = words.parentElement.getBoundingClientRect().bottom;
    let size = parseFloat(getComputedStyle(words).fontSize);
    while (size > LEAST_PX && words.getBoundingClientRect().bottom > end) {
      size -= 0.5;
      words.style.fontSize = `${size}px`;
    }
  }

  function show() {
    document.body.classList.toggle("present", isOn());
    title();
    fit();
  }

  /** Turn a page by a key; true if it was one of ours. */
  function key(name) {
    if (!isOn() || isDialogOpen()) return false;
    const { story } = MoeiWatch;
    const first = story.all()[0];
    if (name === "Escape") leave();
    else if (NEXT.includes(name) && story.told()) story.next();
    else if (NEXT.includes(name) && first) story.go(first, 0);
    else if (PREVIOUS.includes(name)) story.previous();
    else if (Object.prototype.hasOwnProperty.call(OPENED, name.toLowerCase())) OPENED[name.toLowerCase()]();
    else return false;
    return true;
  }

  /** What a key press means: Shift and space together lead back, as in every browser. */
  const nameOf = (event) => (event.shiftKey && event.key === " " ? "PageUp" : event.key);

  /** A key that was pressed in the app around the page. */
  function fromHost(event) {
    if (event.origin !== window.location.origin || event.source !== window.parent) return;
    const message = event.data;
    if (!message || message.type !== "moeiwatch:key" || typeof message.key !== "string") return;
    if (!key(message.key)) MoeiWatch.storyKey(message.key, null);
  }

  MoeiWatch.start(() => {
    const share = el("button", { type: "button", class: "button", title: "Share (s), QR code for the room (q)", onclick: OPENED.s }, "Share");
    const end = el("button", { type: "button", class: "button", onclick: leave }, "End", el("span", { class: "present-key" }, " (Escape)"));
    document.getElementById("present-bar").append(el("div", { class: "present-tools" }, share, end));
    MoeiWatch.keys.addTool(el("button", { type: "button", class: "button", id: "open-present", onclick: enter }, "Present"));
    window.addEventListener(
      "keydown",
      (event) => {
        const isTyping = /^(input|select|textarea)$/i.test(event.target.tagName || "");
        if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !key(nameOf(event))) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true }
    );
    let wasFull = false;
    document.addEventListener("fullscreenchange", () => {
      const isFull = document.fullscreenElement === document.documentElement;
      if (wasFull && !isFull && isOn() && !isDialogOpen()) leave(); // the browser takes the first Escape for itself
      wasFull = isFull;
    });
    if (MoeiWatch.isHosted()) window.addEventListener("message", fromHost);
    MoeiWatch.keys.on(show);
    MoeiWatch.story.on(show);
    window.addEventListener("resize", fit);
    MoeiWatch.store.on(title);
    title(); // whether the page is presented is said by its keys, which come at the end (bridge.js foresees it)
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
