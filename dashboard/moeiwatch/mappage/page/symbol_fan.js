// Compounds of one place: zones inside their compound, the others fanned out around the point.
(function (MoeiWatch) {
  "use strict";

  const KIND_SIZE = { cluster: 8.5, compound: 7.5, casino: 6, resort: 6, zone: 4 };
  const GHOST = 3; // radius of a compound that was not yet known then

  const kindOf = (i) => MoeiWatch.records.compounds.get("kind", i);
  const wholeOf = (i) => MoeiWatch.records.compounds.get("part_of", i);

  /** Radius of the fan of a spot, 0 where one compound stands alone. */
  const fanRadius = (count, k) => (count < 2 ? 0 : Math.max(12, (count * 15.5) / (2 * Math.PI)) * k);

  const known = (spot) => spot.compounds.filter((i) => !MoeiWatch.isNotYetKnown(i));

  /** How far from its point the compounds of a spot stand; those not yet known then take no room. */
  const reachOf = (spot, k) => fanRadius(known(spot).length, k);

  /** Draw the compounds of a spot, and note where each came to stand. */
  function paintCompounds(desk, spot) {
    const { k } = desk;
    const seen = known(spot);
    // What was not known then is one faint dot, and none where something was.
    if (!seen.length)
      return spot.compounds.slice(0, 1).forEach((i) => paintOne(desk, spot, i, spot.x, spot.y));
    spot = { ...spot, compounds: seen };
    const ids = spot.compounds.map((i) => MoeiWatch.records.compounds.id[i]);
    const zones = spot.compounds.filter((i) => kindOf(i) === "zone" && ids.includes(wholeOf(i)));
    let heads = spot.compounds.filter((i) => !zones.includes(i));
    const middle = heads.length > 2 ? heads.find((i) => isWholeOfOthers(i, heads)) : undefined;
    heads = heads.filter((i) => i !== middle);
    const radius = middle === undefined ? fanRadius(heads.length, k) : fanRadius(heads.length + 1, k);
    if (middle !== undefined) paintOne(desk, spot, middle, spot.x, spot.y, radius + 8 * k);
    heads.forEach((i, n) => {
      const angle = (2 * Math.PI * n) / heads.length - Math.PI / 2;
      const x = spot.x + radius * Math.cos(angle);
      const y = spot.y + radius * Math.sin(angle);
      if (radius) paintStalk(desk, spot, x, y);
      paintOne(desk, spot, i, x, y);
      paintZones(desk, spot, i, x, y, zones);
    });
  }

  const isWholeOfOthers = (i, heads) => heads.some((j) => wholeOf(j) === MoeiWatch.records.compounds.id[i]);

  function paintZones(desk, spot, i, x, y, zones) {
    const out = (KIND_SIZE[kindOf(i)] + 3) * desk.k;
    zones
      .filter((zone) => wholeOf(zone) === MoeiWatch.records.compounds.id[i])
      .forEach((zone, n) => {
        const turn = Math.PI * 0.75 + n * 0.9;
        paintOne(desk, spot, zone, x + out * Math.cos(turn), y - out * Math.sin(turn));
      });
  }

  function paintStalk({ context, frame }, spot, x, y) {
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.strokeStyle = MoeiWatch.colour("--muted");
    context.lineWidth = 1;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(spot.x, spot.y);
    context.lineTo(x, y);
    context.stroke();
  }

  function paintOne(desk, spot, i, x, y, reach) {
    const size = MoeiWatch.isNotYetKnown(i) ? GHOST : KIND_SIZE[kindOf(i)] || 7;
    const radius = size * desk.k;
    desk.pen(MoeiWatch.sprites.symbolOf("compounds", i), null, x, y, radius);
    desk.note({ ...spot, x, y }, radius, "compounds", i, reach);
  }

  MoeiWatch.symbolFan = { reachOf, paintCompounds };
})((window.MoeiWatch = window.MoeiWatch || {}));
