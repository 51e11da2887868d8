// What is on the map, in a line under it while a story is told or the page is presented: the legend is away then, and
// a room cannot ask. Only what the map shows where it looks now, drawn as it is drawn there.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const LAYERS = ["compounds", "construction_reports", "rescue_events", "interventions", "crossings"];
  const REPORTS = LAYERS.slice(1, 3);

  let box = null;

  const isOpen = () => ["telling", "present", "picture"].some((name) => document.body.classList.contains(name));

  /** The rows of the legend that a layer has in sight, and last the compounds that were not yet known. */
  function inSight(layer) {
    const { records, places, sprites } = MoeiWatch;
    const record = records[layer];
    const { groups } = MoeiWatch.data.layers[layer];
    const mask = MoeiWatch.shown(layer);
    const bounds = MoeiWatch.map.getBounds();
    const found = new Set();
    for (let i = 0; i < record.n; i++) {
      const place = places[record.place[i]];
      const isSeen = mask[i] || (layer === "compounds" && MoeiWatch.isNotYetKnown(i));
      if (isSeen && place && bounds.contains([place.lat, place.lon])) found.add(sprites.symbolOf(layer, i));
    }
    return [...groups, sprites.NOT_YET].filter((symbol) => found.has(symbol));
  }

  const item = (sample, words) => el("li", {}, sample, words);

  function symbols(layer) {
    const { sprites } = MoeiWatch;
    return inSight(layer).map((symbol) => item(sprites.svg(symbol, null, symbol === sprites.NOT_YET ? 3 : 6), symbol === sprites.NOT_YET ? "not yet known then" : symbol.title));
  }

  /** The classes of risk that the stretches in sight have in the month of the view. */
  function river() {
    const { records, mapLayers } = MoeiWatch;
    if (!mapLayers.reach) return [];
    const mask = MoeiWatch.shown("river_reaches");
    const bounds = MoeiWatch.map.getBounds();
    const seen = new Set();
    mapLayers.reach.eachLayer((layer) => {
      const i = records.river_reaches.index(layer.shapeId);
      if (mask[i] && bounds.intersects(layer.getBounds())) seen.add((MoeiWatch.river.risk(i) || { class: "not known" }).class);
    });
    const names = [...MoeiWatch.data.river.classes.map(({ id }) => id).reverse(), "not known"].filter((name) => seen.has(name));
    if (!names.length) return [];
    const sample = (name) => el("span", { class: `river-sample sample-${name === "not known" ? "unknown" : name.replace(" ", "-")}` });
    const month = text.monthName(MoeiWatch.river.month());
    return [el("li", { class: "map-key-head" }, `River-crossing risk in ${month}:`), ...names.map((name) => item(sample(name), name))];
  }

  function render() {
    if (!isOpen()) return box.replaceChildren();
    const rows = new Map(LAYERS.map((layer) => [layer, symbols(layer)]));
    const hasReports = REPORTS.some((layer) => rows.get(layer).length);
    const strokes = hasReports ? el("li", { class: "map-key-head" }, "Solid: observed, dashed: claimed, thin: not stated") : null;
    const lists = [[...rows.values(), strokes], river()].filter((items) => items.flat().some(Boolean));
    box.replaceChildren(...lists.map((items) => el("ul", {}, items)));
  }

  MoeiWatch.start((map) => {
    box = document.getElementById("map-key");
    MoeiWatch.store.on(render);
    MoeiWatch.keys.on(render);
    MoeiWatch.story.on(render);
    map.on("moveend resize", render);
    if (document.body.classList.contains("picture")) render(); // else with the keys of the address, which bring the view
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
