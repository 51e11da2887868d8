// The river: each reach in the colour of its class for the month, after crossing_risk.py.
(function (MoeiWatch) {
  "use strict";

  const ENDS = ["low", "best", "high"];
  let layers = []; // [index of the reach, layer of the map]
  let classes = [];

  /** The month that colours the river, 1 to 12: the chosen one, else that of the reader's date. */
  const month = (view = MoeiWatch.store.get()) => view.month || new Date().getMonth() + 1;

  /** Exposure that holds at the end of the period. */
  function exposure() {
    const { months } = MoeiWatch.data.river;
    const view = MoeiWatch.store.get();
    const end = view.to ? MoeiWatch.days.monthIndex(view.to) : Infinity;
    let found = months[0];
    for (const entry of months) if (entry.month <= end) found = entry;
    return found;
  }

  /** Risk of a reach in a month: { low, best, high, class } of 100, null where it is not known. */
  function risk(i, inMonth = month()) {
    const river = MoeiWatch.data.river;
    const near = exposure();
    if (!near || near.best[i] === null || river.low_water.best[inMonth - 1] === null) return null;
    const share = river.high_water_share;
    const result = {};
    ENDS.forEach((end) => {
      const season = share + (1 - share) * river.low_water[end][inMonth - 1];
      result[end] = river.least + (100 - river.least) * near[end][i] * season;
    });
    result.class = river.classes.reduce(
      (found, entry) => (result.best >= entry.from ? entry.id : found),
      "lower"
    );
    return result;
  }

  /** Compounds that weigh on a reach, heaviest first: [[index of the compound, weight], ...]. */
  function reasons(i) {
    const near = exposure();
    if (!near) return [];
    const factor = new Map(near.counts);
    return (MoeiWatch.data.river.near[i] || [])
      .map(([compound, nearness]) => [compound, nearness * (factor.get(compound) || 0)])
      .filter(([, weight]) => weight >= 0.02)
      .sort((one, other) => other[1] - one[1]);
  }

  const isShown = () => MoeiWatch.shown("river_reaches").some((one) => one);

  function colour() {
    const hidden = !isShown();
    layers.forEach(([i, layer], at) => {
      const found = hidden ? "off" : ((risk(i) || {}).class || "unknown").replace(" ", "-");
      if (classes[at] === found) return;
      const path = layer.getElement();
      if (!path) return;
      path.classList.remove(`reach-${classes[at]}`);
      path.classList.add(`reach-${found}`);
      classes[at] = found;
    });
  }

  MoeiWatch.start(() => {
    const river = MoeiWatch.mapLayers.reach;
    if (!river) return;
    river.eachLayer((layer) => {
      const i = MoeiWatch.records.river_reaches.index(layer.shapeId);
      if (i < 0) return;
      layers.push([i, layer]);
      layer.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        MoeiWatch.openAt(event.containerPoint, `river_reaches/${layer.shapeId}`);
      });
    });
    colour();
    MoeiWatch.store.on((view, changed) => {
      if (["month", "to", "hide", "conf"].some((name) => changed.has(name))) colour();
      if (changed.has("sel")) mark(view.sel);
    });
    mark(MoeiWatch.store.get().sel);
  });

  function mark(selected) {
    layers.forEach(([, layer]) => {
      const path = layer.getElement();
      if (path) path.classList.toggle("reach-selected", selected === `river_reaches/${layer.shapeId}`);
    });
  }

  /** Where some stretches lie, [layer, index]. */
  function bounds(entries) {
    const wanted = new Set(entries.map(([, i]) => i));
    const found = layers.filter(([i]) => wanted.has(i));
    return found.reduce((box, [, layer]) => box.extend(layer.getBounds()), L.latLngBounds([]));
  }

  MoeiWatch.river = { bounds, isShown, month, risk, reasons, exposure };
})((window.MoeiWatch = window.MoeiWatch || {}));
