// Buttons over the symbols in view, unseen until they have the focus: for keyboards and screen readers. A button may
// stand a little aside, since none may lie on another; the ring that shows the focus stands at the symbol.
(function (MoeiWatch) {
  "use strict";

  const MOST = 200;
  const LEAST = 24; // pixels, WCAG 2.2, 2.5.8
  const HALF = LEAST / 2;
  let pane = null;
  let timer = null;
  let isRestoring = false;

  /** The buttons of what stands at a place: one for each compound, and one for its reports unless the compound is alone. */
  function targetsOf(list) {
    const { compoundWords, placeWords } = MoeiWatch.symbolWords;
    const compounds = list.filter((one) => one.compound >= 0);
    const other = list.find((one) => one.layer === "badge") || list.find((one) => one.compound < 0);
    const isAlone = compounds.length === 1 && (!other || other.places.length === 1);
    const found = compounds.map((one) => ({ ...one, words: compoundWords(one, isAlone) }));
    if (other && !isAlone) found.push({ ...other, words: placeWords(other) });
    return found;
  }

  function update() {
    if (!document.body.classList.contains("ready")) return later(); // buttons over the map are still to come
    const focused = pane.contains(document.activeElement) ? document.activeElement.id : "";
    const size = MoeiWatch.map.getSize();
    const corner = MoeiWatch.map.containerPointToLayerPoint([0, 0]);
    const byPlace = new Map();
    [...MoeiWatch.symbols.drawn(), ...MoeiWatch.symbolSwarm.first(MOST)].forEach((one) => {
      const x = one.x - corner.x;
      const y = one.y - corner.y;
      if (x < 0 || y < 0 || x > size.x || y > size.y) return;
      if (!byPlace.has(one.place) && byPlace.size < MOST) byPlace.set(one.place, []);
      if (byPlace.has(one.place)) byPlace.get(one.place).push(one);
    });
    const targets = Array.from(byPlace.values()).flatMap(targetsOf);
    targets.sort((one, other) => one.y - other.y || one.x - other.x);
    pane.replaceChildren(...spread(targets.slice(0, MOST), corner, size).map(button));
    if (focused) restore(focused);
  }

  /** The symbol that had the focus has it again; the map, if the symbol is out of sight. */
  function restore(id) {
    isRestoring = true;
    (document.getElementById(id) || MoeiWatch.map.getContainer()).focus({ preventScroll: true });
    isRestoring = false;
  }

  /** Bring a symbol that has the focus from under what lies over the map; not again if it cannot be brought. */
  function uncover({ place, symbol }) {
    const lies = ([left, top, right, bottom]) =>
      symbol.x > left && symbol.x < right && symbol.y > top && symbol.y < bottom;
    if (isRestoring || !MoeiWatch.overMap().some(lies)) return;
    const { lat, lon } = MoeiWatch.places[place];
    MoeiWatch.uncover(lat, lon);
  }

  /** Give each a place and a size of at least 24 pixels that covers no other: targets of symbols that lie close. */
  function spread(targets, corner, size) {
    const placed = [];
    const over = MoeiWatch.overMap();
    const room = L.bounds(corner.add([HALF, HALF]), corner.add(size).subtract([HALF, HALF]));
    targets.forEach((target) => {
      const { x, y } = free(target, placed, over, room);
      const wish = Math.min(60, 2 * target.r + 6);
      placed.push({ ...target, symbol: target, x, y, size: Math.max(LEAST, wish) });
    });
    placed.forEach((one) => {
      placed.forEach((other) => {
        if (other === one) return;
        const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
        one.size = Math.max(LEAST, Math.min(one.size, 2 * apart - LEAST));
      });
    });
    return placed;
  }

  /** The nearest position, in rings around a symbol, where a target of the least size lies on none before it. */
  function free({ x, y }, placed, over, room) {
    for (let ring = 0; ring <= 2 * LEAST; ring += 4) {
      for (let turn = 0; turn < (ring ? 8 : 1); turn++) {
        const angle = (turn * Math.PI) / 4;
        const spot = L.point(x + ring * Math.cos(angle), y + ring * Math.sin(angle));
        const meets = (one) => Math.abs(one.x - spot.x) < LEAST && Math.abs(one.y - spot.y) < LEAST;
        const isUnder = ([left, top, right, bottom]) =>
          spot.x + HALF > left && spot.x - HALF < right && spot.y + HALF > top && spot.y - HALF < bottom;
        if (room.contains(spot) && !placed.some(meets) && !over.some(isUnder)) return spot;
      }
    }
    return { x, y };
  }

  function button(target) {
    const { size, symbol } = target;
    const node = MoeiWatch.el("button", {
      type: "button",
      class: "mark",
      "aria-label": target.words,
      id: `mark-${target.place}.${target.compound}`,
      onfocus: () => uncover(target),
      onclick: (event) => {
        event.stopPropagation(); // else the map takes it for a click on bare ground
        MoeiWatch.openTarget(target, { focus: true });
      },
    });
    node.style.width = node.style.height = `${size}px`;
    node.style.left = `${target.x - size / 2}px`;
    node.style.top = `${target.y - size / 2}px`;
    node.style.setProperty("--ring-x", `${symbol.x - target.x + size / 2}px`);
    node.style.setProperty("--ring-y", `${symbol.y - target.y + size / 2}px`);
    node.style.setProperty("--ring", `${symbol.r}px`);
    return node;
  }

  /** Soon, and once: the buttons are not needed in the midst of a drag or a play. */
  function later() {
    clearTimeout(timer);
    timer = setTimeout(update, 180);
  }

  MoeiWatch.start((map) => {
    pane = map.getPane("marks");
    pane.setAttribute("role", "group");
    pane.setAttribute("aria-label", "Symbols on the map, from north to south");
    // Leaflet gives its keys (arrows, + and -) to the map as long as the map has the focus: here one of its symbols.
    pane.addEventListener("focusin", () => map.fire("focus"));
    pane.addEventListener("focusout", () => map.fire("blur"));
    map.on("moveend zoomend resize", later);
    MoeiWatch.store.on(later);
    later();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
