// Buttons over the symbols in view, unseen until they have the focus: for keyboards and screen readers.
(function (MoeiWatch) {
  "use strict";

  const MOST = 200;
  const LEAST = 24; // pixels, WCAG 2.2, 2.5.8
  let pane = null;
  let timer = null;

  function words(place) {
    const { records, data, text } = MoeiWatch;
    const compounds = MoeiWatch.symbols.compoundsShown(place).filter((i) => !MoeiWatch.isNotYetKnown(i));
    const names = compounds.map((i) => {
      const status = data.layers.compounds.terms[MoeiWatch.status(i)];
      return `${records.compounds.title(i)}, ${data.layers.compounds.singular.toLowerCase()}, ${status ? status.title.toLowerCase() : ""}`;
    });
    const reports = MoeiWatch.symbols.reportsAt(place);
    const others = MoeiWatch.recordsAt(place).filter(([layer]) => layer !== "compounds");
    const first = others.length ? records[others[0][0]].title(others[0][1]) : "";
    if (names.length)
      return names.join("; ") + (reports ? `; ${text.plural(reports, "report", "reports")}` : "");
    if (others.length === 1) return first;
    return `${MoeiWatch.placeName(place)}: ${text.plural(others.length, "record", "records")}`;
  }

  function update() {
    if (!document.body.classList.contains("ready")) return later(); // buttons over the map are still to come
    const focused =
      document.activeElement && pane.contains(document.activeElement)
        ? document.activeElement.dataset.place
        : null;
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
    const targets = [];
    byPlace.forEach((list, place) => {
      const compounds = list.filter((one) => one.compound >= 0 && !MoeiWatch.isNotYetKnown(one.compound));
      if (compounds.length > 1)
        compounds.forEach((one) => targets.push({ ...one, words: compoundWords(one.compound) }));
      else targets.push({ ...(compounds[0] || list[0]), words: words(place) });
    });
    targets.sort((one, other) => one.y - other.y || one.x - other.x);
    pane.replaceChildren(...spread(targets.slice(0, MOST)).map(button));
    if (focused) {
      const again = pane.querySelector(`[data-place="${CSS.escape(focused)}"]`);
      if (again) again.focus({ preventScroll: true });
    }
  }

  function compoundWords(i) {
    const status = MoeiWatch.data.layers.compounds.terms[MoeiWatch.status(i)];
    return `${MoeiWatch.records.compounds.title(i)}, compound, ${status ? status.title.toLowerCase() : "status not known"}`;
  }

  /** Give each a place and a size of at least 24 pixels that covers no other: targets of symbols that lie close. */
  function spread(targets) {
    const placed = [];
    const over = MoeiWatch.overMap();
    targets.forEach((target) => {
      const { x, y } = free(target, placed, over);
      placed.push({ ...target, x, y, size: Math.max(LEAST, Math.min(60, 2 * target.r + 6)) });
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
  function free({ x, y }, placed, over) {
    const half = LEAST / 2;
    for (let ring = 0; ring <= 2 * LEAST; ring += 4) {
      for (let turn = 0; turn < (ring ? 8 : 1); turn++) {
        const spot = { x: x + ring * Math.cos((turn * Math.PI) / 4), y: y + ring * Math.sin((turn * Math.PI) / 4) };
        const meets = (one) => Math.abs(one.x - spot.x) < LEAST && Math.abs(one.y - spot.y) < LEAST;
        const isUnder = ([left, top, right, bottom]) =>
          spot.x + half > left && spot.x - half < right && spot.y + half > top && spot.y - half < bottom;
        if (!placed.some(meets) && !over.some(isUnder)) return spot;
      }
    }
    return { x, y };
  }

  function button(target) {
    const { size } = target;
    const node = MoeiWatch.el("button", {
      type: "button",
      class: "mark",
      "aria-label": target.words,
      dataset: { place: `${target.place}.${target.compound}` },
      onclick: (event) => {
        event.stopPropagation(); // else the map takes it for a click on bare ground
        MoeiWatch.openTarget(target, { focus: true });
      },
    });
    node.style.width = node.style.height = `${size}px`;
    node.style.left = `${target.x - size / 2}px`;
    node.style.top = `${target.y - size / 2}px`;
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
    map.on("moveend zoomend resize", later);
    MoeiWatch.store.on(later);
    later();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
