// The drawer beside the map: the selected record, or a list; made when it is opened, and again when the view changes.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;
  let content = null; // { make: () => nodes, key }
  let returnTo = null; // who had the focus before the drawer took it

  const node = () => document.getElementById("drawer");

  function render() {
    const drawer = node();
    const scrolled = drawer.scrollTop;
    const close = el(
      "button",
      { type: "button", class: "icon-button close", "aria-label": "Close", onclick: () => closeByReader() },
      "×"
    );
    drawer.replaceChildren(close, ...[content.make()].flat(Infinity).filter(Boolean));
    drawer.scrollTop = scrolled;
  }

  function closeByReader() {
    if (MoeiWatch.store.get().sel) MoeiWatch.select("");
    else MoeiWatch.closeDrawer();
    if (returnTo && document.contains(returnTo)) returnTo.focus({ preventScroll: true });
  }

  /** Open the drawer; `make` gives its content and is called again when the view changes. */
  MoeiWatch.openDrawer = (key, make, { focus = false } = {}) => {
    const drawer = node();
    if (focus && !drawer.contains(document.activeElement)) returnTo = document.activeElement;
    content = { key, make };
    drawer.hidden = false;
    document.body.classList.add("drawer-open");
    drawer.scrollTop = 0;
    render();
    if (focus) {
      drawer.focus({ preventScroll: !MoeiWatch.isNarrow() });
      if (MoeiWatch.isNarrow()) drawer.scrollIntoView({ block: "nearest" });
    }
  };

  MoeiWatch.closeDrawer = () => {
    content = null;
    node().hidden = true;
    node().replaceChildren();
    document.body.classList.remove("drawer-open");
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
