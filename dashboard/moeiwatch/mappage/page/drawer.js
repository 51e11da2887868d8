// The drawer beside the map: the selected record, or a list; made when it is opened, and again when the view changes.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;
  const FRAME_GROWS_MS = 300; // the app makes the frame taller first (frame_height.js)
  let content = null; // { make: () => nodes, key }
  let opener = null; // who had the focus when the drawer was opened

  const node = () => document.getElementById("drawer");
  const hasFocus = () => node().contains(document.activeElement);

  function render() {
    const drawer = node();
    const scrolled = drawer.scrollTop;
    const isInside = hasFocus();
    const close = el(
      "button",
      { type: "button", class: "icon-button close", "aria-label": "Close", onclick: () => closeByReader() },
      "×"
    );
    drawer.replaceChildren(close, ...[content.make()].flat(Infinity).filter(Boolean));
    drawer.scrollTop = scrolled;
    if (isInside && !hasFocus()) drawer.focus({ preventScroll: true }); // what had it was made anew
  }

  function closeByReader() {
    if (MoeiWatch.store.get().sel) MoeiWatch.select("");
    else MoeiWatch.closeDrawer();
  }

  /** Give the focus back to the opener, or to what was made anew in its place; where neither is there, to the map. */
  function giveBack() {
    const again = opener && (opener.isConnected ? opener : opener.id && document.getElementById(opener.id));
    const wish = { preventScroll: !MoeiWatch.isNarrow() };
    if (again) again.focus(wish);
    if (!again || document.activeElement !== again) document.getElementById("map").focus(wish);
  }

  /** Put the focus into the open drawer, on a narrow page at its beginning. */
  MoeiWatch.focusDrawer = () => {
    node().focus({ preventScroll: true });
    if (MoeiWatch.isNarrow()) node().scrollIntoView({ block: "start" });
  };

  /** On a narrow page, where the drawer stands below the map: bring its title into the middle of the screen. */
  MoeiWatch.bringDrawer = () => {
    if (!MoeiWatch.isNarrow() || node().hidden) return;
    const bring = () =>
      (node().querySelector("h2") || node()).scrollIntoView({
        block: "center",
        behavior: MoeiWatch.reducedMotion() ? "auto" : "smooth",
      });
    setTimeout(bring, document.body.classList.contains("framed") ? FRAME_GROWS_MS : 0);
  };

  /** Open the drawer; `make` gives its content and is called again when the view changes. */
  MoeiWatch.openDrawer = (key, make, { focus = false } = {}) => {
    const drawer = node();
    if (!hasFocus()) opener = document.activeElement === document.body ? null : document.activeElement;
    content = { key, make };
    drawer.hidden = false;
    document.body.classList.add("drawer-open");
    drawer.scrollTop = 0;
    render();
    if (focus) MoeiWatch.focusDrawer();
  };

  MoeiWatch.closeDrawer = () => {
    const isInside = hasFocus();
    content = null;
    node().hidden = true;
    node().replaceChildren();
    document.body.classList.remove("drawer-open");
    if (isInside) giveBack();
  };

  MoeiWatch.drawerKey = () => (content ? content.key : "");

  /** The drawer lies over the map and leaves the timeline free. */
  function leaveTimelineFree() {
    const timeline = document.getElementById("timeline");
    new ResizeObserver(() => {
      document.body.style.setProperty("--timeline-height", `${timeline.offsetHeight}px`);
    }).observe(timeline);
  }

  MoeiWatch.start(() => {
    leaveTimelineFree();
    node().addEventListener("keydown", (event) => {
      if (event.key === "Escape") closeByReader();
    });
    let timer = null;
    MoeiWatch.store.on((view, changed) => {
      if (!content || (changed.size === 1 && changed.has("at"))) return;
      clearTimeout(timer);
      timer = setTimeout(() => content && render(), 120); // not at every step of a drag
    });
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
