// Which names the map might show in a view: towns and compounds that fit its scale, and how urgently.
(function (MoeiWatch) {
  "use strict";

  const APART_PX = 60; // compounds no farther from each other share a name at small scales

  function townRank(town, zoom) {
    if (town.kind === "city")
      return zoom >= 8.5 || town.population > 500000 ? 0 : zoom >= 6.5 && town.population > 80000 ? 0 : null;
    if (town.kind === "town") return zoom >= 8.5 ? 0.5 : null;
    if (town.kind === "airport") return zoom >= 12 ? 5 : null;
    if (town.kind === "village") return zoom >= 12.5 ? 6 : null;
    return null;
  }

  /** Names are larger where the page is presented: they are read from the back of a room. */
  const typeScale = () => (document.body.classList.contains("present") ? 1.4 : 1);

  /** Names with their place on the canvas, rank (the lowest first), type and colour. */
  function candidates(frame, symbolsDrawn) {
    const found = [];
    const family = MoeiWatch.colour("--font");
    const type = (weight, px) => `${weight} ${px * typeScale()}px ${family}`;
    MoeiWatch.data.places.forEach((town) => {
      const rank = townRank(town, frame.zoom);
      if (rank === null) return;
      const [mx, my] = MoeiWatch.mercator(town.lon, town.lat);
      const x = mx * frame.scale - frame.left;
      const y = my * frame.scale - frame.top;
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) return;
      if (isNamed(town, x, y, frame, symbolsDrawn)) return;
      const isSmall = rank > 4;
      found.push({
        text: town.name,
        x,
        y,
        gap: Math.max(6, reach(x, y, frame, symbolsDrawn)),
        rank,
        dot: reach(x, y, frame, symbolsDrawn) ? 0 : isSmall ? 1.5 : 2.6,
        font: isSmall ? type(400, 11) : type(600, 12),
        colour: "--label",
      });
    });
    const { compounds } = MoeiWatch.records;
    const selected = MoeiWatch.store.get().sel;
    const told = compoundsTold();
    symbolsDrawn.forEach((one) => {
      if (one.compound < 0 || MoeiWatch.isNotYetKnown(one.compound)) return;
      const i = one.compound;
      const kind = compounds.get("kind", i);
      const ofPile = [i, ...one.members];
      const named = ofPile.find((j) => selected === `compounds/${compounds.id[j]}`);
      const isSelected = named !== undefined;
      const isTold = ofPile.some((j) => told.has(j));
      const reports = MoeiWatch.places[one.place].size; // of all times, so that names stay while time runs
      const isVague = (compounds.get("precision_m", i) || 0) > 10000;
      const isWanted = isSelected || isTold;
      if (!isWanted && frame.zoom < 9 && reports < 6 && !isForemost(one, symbolsDrawn)) return;
      if (!isWanted && kind === "zone" && frame.zoom < 13) return;
      found.push({
        text: isSelected && named !== i ? compounds.title(named) : MoeiWatch.symbolWords.name(one),
        x: one.x - frame.corner.x,
        y: one.y - frame.corner.y,
        gap: one.reach + 4,
        own: one,
        rank: isSelected ? -2 : isTold ? -1 : rankOf(kind, reports, isVague),
        dot: 0,
        font: type(600, 11.5),
        colour: "--label-compound",
        isSelected,
      });
    });
    return found;
  }

  /** True where no compound with more reports stands near: far from the others one name must tell what is there. */
  function isForemost(one, symbolsDrawn) {
    const reports = ({ place }) => MoeiWatch.places[place].size;
    return !symbolsDrawn.some(
      (other) =>
        other.compound >= 0 &&
        Math.hypot(other.x - one.x, other.y - one.y) < APART_PX &&
        (reports(other) - reports(one) || one.compound - other.compound) > 0
    );
  }

  /** The compounds that the records of the told step stand at: they are named before all others. */
  function compoundsTold() {
    const told = MoeiWatch.story && MoeiWatch.story.told();
    const found = new Set();
    (told ? told.step.sentences : []).forEach((sentence) =>
      sentence.records.forEach((reference) => {
        const [layer, id] = reference.split("/");
        const record = MoeiWatch.records[layer];
        const i = record ? record.index(id) : -1;
        if (i >= 0) found.add(layer === "compounds" ? i : record.compound[i]);
      })
    );
    return found;
  }

  /** Compounds with most reports come before towns; parts of a compound, and those vaguely placed, come late. */
  function rankOf(kind, reports, isVague) {
    if (kind === "zone") return 4;
    return (
      (reports >= 20 ? 0 : 2) +
      (isVague ? 1.5 : 0) -
      (kind === "cluster" ? 0.6 : 0) -
      Math.min(reports, 90) / 100
    );
  }

  /** True where a compound of the same name stands: its own label says it. */
  const isNamed = (town, x, y, frame, symbolsDrawn) =>
    symbolsDrawn.some(
      (one) =>
        one.compound >= 0 &&
        Math.hypot(one.x - frame.corner.x - x, one.y - frame.corner.y - y) < 16 &&
        MoeiWatch.records.compounds.title(one.compound).split(" / ").includes(town.name)
    );

  /** Radius of what stands at a point, 0 if nothing does: a town's name begins where its symbol ends. */
  function reach(x, y, frame, symbolsDrawn) {
    let found = 0;
    symbolsDrawn.forEach((one) => {
      const near = Math.hypot(one.x - frame.corner.x - x, one.y - frame.corner.y - y);
      if (near < 8 && one.layer !== "badge") found = Math.max(found, one.r + 4);
    });
    return found;
  }

  MoeiWatch.labelNames = { candidates, typeScale };
})((window.MoeiWatch = window.MoeiWatch || {}));
