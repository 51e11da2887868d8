// Compounds of one place: zones inside their compound, the others fanned out around the point.
(function (MoeiWatch) {
  "use strict";

  const KIND_SIZE = { cluster: 8.5, compound: 7.5, casino: 6, resort: 6, zone: 4 };
  const GHOST = 3; // radius of a compound that was not yet known then
  const FANNED_FROM = 8; // zoom: farther out the points of a whole reach lie on each other, and a fan says nothing
  const RIM = 1.6; // pixels of ground around a symbol, so that neighbours do not melt into one

  const kindOf = (i) => MoeiWatch.records.compounds.get("kind", i);
  const wholeOf = (i) => MoeiWatch.records.compounds.get("part_of", i);

  /** Radius of the fan of a spot, 0 where one compound stands alone. */
  const fanRadius = (count, k) => (count < 2 ? 0 : Math.max(12, (count * 15.5) / (2 * Math.PI)) * k);

  const known = (spot) => spot.compounds.filter((i) => !MoeiWatch.isNotYetKnown(i));

  const wish = (spot, k, i, x, y, more = {}) => {
    const size = MoeiWatch.isNotYetKnown(i) ? GHOST : KIND_SIZE[kindOf(i)] || 7;
    const isGhost = size === GHOST;
    return { spot, i, x, y, r: size * k, isZone: kindOf(i) === "zone", isGhost, members: [], ...more };
  };

  /** Where the compounds of a spot would stand if it were alone; `spot.fan` is how far from its point they do. */
  function wishes(spot, k, isFanned) {
    const seen = known(spot);
    spot.fan = isFanned ? fanRadius(seen.length, k) : 0; // those not yet known take no room
    // What was not known then is one faint dot, and none where something was.
    if (!seen.length) return spot.compounds.slice(0, 1).map((i) => wish(spot, k, i, spot.x, spot.y));
    if (!isFanned) return seen.map((i) => wish(spot, k, i, spot.x, spot.y));
    const ids = seen.map((i) => MoeiWatch.records.compounds.id[i]);
    const zones = seen.filter((i) => kindOf(i) === "zone" && ids.includes(wholeOf(i)));
    let heads = seen.filter((i) => !zones.includes(i));
    const middle = heads.length > 2 ? heads.find((i) => isWholeOfOthers(i, heads)) : undefined;
    heads = heads.filter((i) => i !== middle);
    const radius = fanRadius(heads.length + (middle === undefined ? 0 : 1), k);
    const found =
      middle === undefined ? [] : [wish(spot, k, middle, spot.x, spot.y, { reach: radius + 8 * k })];
    heads.forEach((i, n) => {
      const angle = (2 * Math.PI * n) / heads.length - Math.PI / 2;
      const x = spot.x + radius * Math.cos(angle);
      const y = spot.y + radius * Math.sin(angle);
      found.push(wish(spot, k, i, x, y), ...zoneWishes(spot, k, i, x, y, zones));
    });
    return found;
  }

  const isWholeOfOthers = (i, heads) => heads.some((j) => wholeOf(j) === MoeiWatch.records.compounds.id[i]);

  function zoneWishes(spot, k, i, x, y, zones) {
    const out = (KIND_SIZE[kindOf(i)] + 3) * k;
    return zones
      .filter((zone) => wholeOf(zone) === MoeiWatch.records.compounds.id[i])
      .map((zone, n) => {
        const turn = Math.PI * 0.75 + n * 0.9;
        return wish(spot, k, zone, x + out * Math.cos(turn), y - out * Math.sin(turn), { isOnRim: true });
      });
  }

  /** Find where all compounds in view come to stand; spots learn where their marks are to stand, and in which pile. */
  function arrange({ k, frame }, spots) {
    const isFanned = frame.zoom >= FANNED_FROM;
    const wished = spots.flatMap((spot) => (spot.compounds.length ? wishes(spot, k, isFanned) : []));
    return MoeiWatch.symbolCover.arrange(wished, isFanned);
  }

  /** Draw the compounds where they were arranged, the foremost last, and note where each stands. */
  function paintCompounds(desk, arranged) {
    const last = arranged.slice().reverse();
    last.forEach((one) => one.isOnRim || paintStalk(desk, one));
    last.forEach((one) => paintOne(desk, one));
  }

  function paintStalk({ context, frame }, { spot, x, y }) {
    if (x === spot.x && y === spot.y) return;
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.strokeStyle = MoeiWatch.colour("--muted");
    context.lineWidth = 1;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(spot.x, spot.y);
    context.lineTo(x, y);
    context.stroke();
  }

  function paintOne(desk, { spot, i, x, y, r, reach, members, isGhost }) {
    const symbol = MoeiWatch.sprites.symbolOf("compounds", i);
    const rim = (dx, dy) => {
      const { context, frame } = desk;
      context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
      context.fillStyle = MoeiWatch.colour("--halo");
      context.beginPath();
      context.arc(x + dx, y + dy, r + RIM, 0, 2 * Math.PI);
      context.fill();
    };
    if (!isGhost && MoeiWatch.symbolCover.isPile(i, members)) {
      const behind = 3 * desk.k;
      rim(behind, -behind);
      desk.pen({ ...symbol, paint: "open" }, null, x + behind, y - behind, r);
    }
    if (!isGhost) rim(0, 0);
    desk.pen(symbol, null, x, y, r);
    desk.note({ ...spot, x, y, members }, r, "compounds", i, reach);
  }

  MoeiWatch.symbolFan = { arrange, paintCompounds };
})((window.MoeiWatch = window.MoeiWatch || {}));
