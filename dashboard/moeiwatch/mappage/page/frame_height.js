// On a phone, inside the app: the frame is as tall as what stands in it, so that one finger scrolls the app's page and
// no scroll of the frame's own holds it; the map keeps its share of the screen; and the legend folds away, since the
// numbers stand below the frame.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;

  /** Height of what stands in the page, 0 where the frame has its own size: on a wide screen, and while a story is
   * told or the map presented, which scroll beside the map. */
  function height() {
    const { classList } = document.body;
    if (!MoeiWatch.isNarrow() || classList.contains("telling") || classList.contains("present")) return 0;
    return Math.ceil(document.getElementById("page").getBoundingClientRect().bottom + window.scrollY);
  }

  /** The screen around the frame: the frame's own height would be that of its content. */
  function measureScreen() {
    document.documentElement.style.setProperty("--screen-height", `${window.parent.innerHeight}px`);
  }

  function foldButton() {
    const button = el(
      "button",
      { type: "button", class: "button", id: "legend-fold", "aria-controls": "legend", "aria-expanded": "false" },
      "Legend and filters"
    );
    button.addEventListener("click", () => {
      const isOpen = document.body.classList.toggle("legend-open");
      button.setAttribute("aria-expanded", String(isOpen));
    });
    return button;
  }

  MoeiWatch.start(() => {
    if (!MoeiWatch.isHosted() || MoeiWatch.isEmbedded()) return;
    document.body.classList.add("framed");
    document.getElementById("legend").before(foldButton());
    let width = 0;
    let told = -1;
    const follow = () => {
      if (window.innerWidth !== width) measureScreen(); // a phone's bars come and go: the map does not breathe with them
      width = window.innerWidth;
      const now = height();
      if (now !== told) MoeiWatch.tellHeight(now);
      told = now;
    };
    new ResizeObserver(follow).observe(document.getElementById("page"));
    new MutationObserver(follow).observe(document.body, { attributes: true, attributeFilter: ["class"] });
    window.addEventListener("resize", follow);
    follow();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
