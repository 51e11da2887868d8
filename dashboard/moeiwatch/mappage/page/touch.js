// A phone: one finger scrolls the page and two move the map, else the map would hold the reader fast; and whose
// work the map rests on stands behind a button where it would cover much of the map (map.css).
(function (MoeiWatch) {
  "use strict";

  const WORDS = "Use two fingers to move the map";

  function foldCredits(map) {
    const credits = map.attributionControl.getContainer();
    const button = MoeiWatch.el(
      "button",
      { type: "button", class: "credits", "aria-expanded": "false" },
      "Map data ©"
    );
    button.addEventListener("click", () => {
      const isOpen = credits.classList.toggle("open");
      button.setAttribute("aria-expanded", String(isOpen));
    });
    L.DomEvent.disableClickPropagation(button);
    credits.before(button);
  }

  MoeiWatch.start((map) => {
    foldCredits(map);
    const isTouch = window.matchMedia("(pointer: coarse) and (max-width: 760px)");
    const hint = MoeiWatch.el("div", { id: "two-fingers", hidden: true, "aria-hidden": "true" }, WORDS);
    map.getContainer().append(hint);
    let timer = null;

    function apply() {
      if (isTouch.matches)
        map.dragging.disable(); // Leaflet's sheet then lets the finger scroll
      else map.dragging.enable();
    }

    map.getContainer().addEventListener(
      "touchmove",
      (event) => {
        if (!isTouch.matches || map.dragging.enabled()) return;
        hint.hidden = event.touches.length > 1;
        clearTimeout(timer);
        timer = setTimeout(() => (hint.hidden = true), 900);
      },
      { passive: true }
    );
    isTouch.addEventListener("change", apply);
    map.on("enterFullscreen", () => map.dragging.enable());
    map.on("exitFullscreen", apply);
    apply();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
