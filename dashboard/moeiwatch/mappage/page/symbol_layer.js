// Draws the symbols on their canvas and knows afterwards what stands where on the screen.
(function (MoeiWatch) {
  "use strict";

  const MANY = 3000; // places in view from which each becomes a small stamp
  const KIND_SIZE = { cluster: 8.5, compound: 7.5, casino: 6, resort: 6, zone: 4 };

  let overlay = null;
  let world = null; // mercator x and y of each place
  let drawn = []; // { x, y, r, reach, place, compound, layer } in pixels of the map's layers
  let swarm = null; // the same of very many small symbols: count, xs, ys, which place each is
  let extra = null; // drawn over everything: the ring of the selection

  const scaleOf = (zoom) => Math.max(0.62, Math.min(1.15, 0.62 + (zoom - 7) * 0.13));

  let seen = null; // places in view: count, xs, ys in pixels of the canvas, places

  function inView(frame) {
    const { places, symbols } = MoeiWatch;
    const n = places.length;
    seen = seen || { count: 0, xs: new Float32Array(n), ys: new Float32Array(n), places: new Int32Array(n) };
    const right = frame.width + 60;
    const bottom = frame.height + 60;
    let count = 0;
    for (let p = 0; p < n; p++) {
      const x = world[2 * p] * frame.scale - frame.left;
      if (x < -60 || x > right) continue;
      const y = world[2 * p + 1] * frame.scale - frame.top;
      if (y < -60 || y > bottom || symbols.isEmpty(p)) continue;
      seen.xs[count] = x;
      seen.ys[count] = y;
      seen.places[count] = p;
      count += 1;
    }
    seen.count = count;
  }

  function spotsOf(isWanted) {
    const found = [];
    for (let k = 0; k < seen.count; k++) {
      const place = seen.places[k];
      if (isWanted(place)) found.push({ place, x: seen.xs[k], y: seen.ys[k] });
    }
    return found;
  }

  function paint(context, frame) {
    drawn = [];
    swarm = null;
    inView(frame);
    if (seen.count > MANY) paintMany(context, frame);
    else paintSymbols(context, frame, spotsOf(() => true));
    MoeiWatch.symbols.drawnRevision += 1;
    MoeiWatch.symbols.frame = frame;
    if (extra) extra(context, frame);
  }

  function paintSymbols(context, frame, spots) {
    const k = scaleOf(frame.zoom);
    const pen = (symbol, basis, x, y, r) => MoeiWatch.sprites.draw(context, symbol, basis, x, y, r, frame.ratio);
    const circles = spots.filter((spot) => MoeiWatch.symbols.hasPeople(spot.place));
    circles.forEach((spot) => (spot.people = MoeiWatch.symbols.radiusOf(MoeiWatch.symbols.peopleAt(spot.place)) * k));
    circles
      .sort((one, other) => other.people - one.people)
      .forEach((spot) => {
        const isHome = MoeiWatch.symbols.isHomeOnly(spot.place);
        const group = MoeiWatch.data.layers.rescue_events.groups[isHome ? 1 : 0];
        const basis = MoeiWatch.symbols.basisAt(spot.place, isHome ? "home" : "out");
        paintPeople(pen, group, basis, spot, k);
        note(frame, spot, spot.people, "people", -1);
      });
    spots.forEach((spot) => (spot.compounds = MoeiWatch.symbols.compoundsShown(spot.place)));
    spots.forEach((spot) => paintReports(pen, frame, spot, k));
    spots.forEach((spot) => paintCompounds(context, pen, frame, spot, k));
    paintBadges(context, frame, spots, k);
  }

  /** A circle the size of the number; what its symbol has inside stays small, beside the number in the middle. */
  function paintPeople(pen, group, basis, spot, k) {
    if (spot.people < 12 || group.paint === "tint") return pen(group, basis, spot.x, spot.y, spot.people);
    pen({ ...group, paint: "tint" }, basis, spot.x, spot.y, spot.people);
    pen(group, basis, spot.x, spot.y - spot.people, 5 * k);
  }

  function note(frame, spot, r, layer, compound, reach = r) {
    drawn.push({ x: spot.x + frame.corner.x, y: spot.y + frame.corner.y, r, reach, place: spot.place, compound, layer });
  }

  /** Small marks around the place, or in its middle where nothing else stands. */
  function paintReports(pen, frame, spot, k) {
    const { symbols, data } = MoeiWatch;
    const { groups } = data.layers.construction_reports;
    const building = symbols.basisAt(spot.place, "building");
    const demolition = symbols.basisAt(spot.place, "demolition");
    const steps = symbols.interventionsAt(spot.place);
    const crossing = symbols.crossingsAt(spot.place);
    const isFree = !spot.compounds.length;
    const reach = isFree ? 0 : (spot.compounds.length > 1 ? fanRadius(spot.compounds.length, k) : 0) + 12.5 * k;
    const put = (symbol, basis, dx, dy, r) => {
      const at = { ...spot, x: spot.x + dx, y: spot.y + dy };
      pen(symbol, basis, at.x, at.y, r);
      note(frame, at, r + 1, "report", -1);
    };
    if (crossing && isFree) {
      put(data.layers.crossings.groups[Math.log2(crossing & -crossing)], null, 0, 0, 5.5 * k);
    }
    const isAlone = isFree && !crossing && !symbols.hasPeople(spot.place);
    const size = (isAlone ? 5.5 : 4.2) * k;
    const right = isAlone ? 0 : Math.max(reach, 9 * k);
    const both = building && demolition;
    if (building) put(groups[0], building, right, both || !isAlone ? -4.6 * k : 0, size);
    if (demolition) put(groups[1], demolition, right, both || !isAlone ? 4.6 * k : 0, size);
    if (steps) {
      const isOnly = isAlone && !building && !demolition;
      put(data.layers.interventions.groups[Math.log2(steps & -steps)], null, isOnly ? 0 : -Math.max(reach, 9 * k), 0, size);
    }
  }

  const fanRadius = (count, k) => Math.max(12, (count * 15.5) / (2 * Math.PI)) * k;

  /** Compounds of one place: zones inside their compound, the others fanned out around the point. */
  function paintCompounds(context, pen, frame, spot, k) {
    if (!spot.compounds.length) return;
    const { compounds } = MoeiWatch.records;
    const kindOf = (i) => compounds.get("kind", i);
    const parentHere = (i) => spot.compounds.includes(compounds.index(compounds.get("part_of", i) || ""));
    const zones = spot.compounds.filter((i) => kindOf(i) === "zone" && parentHere(i));
    let heads = spot.compounds.filter((i) => !zones.includes(i));
    const whole = heads.length > 2 ? heads.find((i) => heads.some((j) => compounds.get("part_of", j) === compounds.id[i])) : undefined;
    if (whole !== undefined) {
      paintCompound(pen, frame, spot, whole, spot.x, spot.y, k, fanRadius(heads.length, k) + 8 * k);
      heads = heads.filter((i) => i !== whole);
    }
    const radius = heads.length > 1 || whole !== undefined ? fanRadius(heads.length + (whole === undefined ? 0 : 1), k) : 0;
    heads.forEach((i, n) => {
      const angle = (2 * Math.PI * n) / heads.length - Math.PI / 2;
      const x = spot.x + radius * Math.cos(angle);
      const y = spot.y + radius * Math.sin(angle);
      if (radius) paintStalk(context, frame, spot, x, y);
      paintCompound(pen, frame, spot, i, x, y, k);
      zones
        .filter((zone) => compounds.get("part_of", zone) === compounds.id[i])
        .forEach((zone, m) => {
          const turn = Math.PI * 0.75 + m * 0.9;
          const out = (KIND_SIZE[kindOf(i)] + 3) * k;
          paintCompound(pen, frame, spot, zone, x + out * Math.cos(turn), y - out * Math.sin(turn), k);
        });
    });
  }

  function paintStalk(context, frame, spot, x, y) {
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.strokeStyle = MoeiWatch.colour("--muted");
    context.lineWidth = 1;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(spot.x, spot.y);
    context.lineTo(x, y);
    context.stroke();
  }

  function paintCompound(pen, frame, spot, i, x, y, k, reach) {
    const isGhost = MoeiWatch.isNotYetKnown(i);
    const r = (isGhost ? 3 : KIND_SIZE[MoeiWatch.records.compounds.get("kind", i)] || 7) * k;
    pen(MoeiWatch.sprites.symbolOf("compounds", i), null, x, y, r);
    note(frame, { ...spot, x, y }, r, "compounds", i, reach);
  }

  /** How many reports stand at each place: those with most first, and none upon another. */
  function paintBadges(context, frame, spots, k) {
    const least = frame.zoom < 9 ? 8 : frame.zoom < 11.5 ? 4 : 2;
    const boxes = [];
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.font = `600 10.5px ${MoeiWatch.colour("--font")}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.setLineDash([]);
    spots
      .map((spot) => ({ spot, count: MoeiWatch.symbols.reportsAt(spot.place) }))
      .filter(({ count }) => count >= least)
      .sort((one, other) => other.count - one.count)
      .forEach(({ spot, count }) => paintBadge(context, frame, spot, String(count), k, boxes));
  }

  function paintBadge(context, frame, spot, text, k, boxes) {
    const fan = spot.compounds.length > 1 ? fanRadius(spot.compounds.length, k) : 0;
    const isInside = !spot.compounds.length && spot.people > 14;
    const y = spot.y + (isInside ? spot.people - 9 : fan + 9 * k + 9);
    const half = context.measureText(text).width / 2 + 5;
    const box = [spot.x - half, y - 7, spot.x + half, y + 7];
    if (boxes.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1])) return;
    boxes.push(box);
    if (!isInside) {
      context.beginPath();
      context.roundRect(box[0], box[1], 2 * half, 14, 7);
      context.fillStyle = MoeiWatch.colour("--panel");
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = MoeiWatch.colour("--border");
      context.stroke();
    }
    context.fillStyle = MoeiWatch.colour(isInside ? "--people" : "--ink");
    context.fillText(text, spot.x, y + 0.5);
    note(frame, { ...spot, y }, 8, "badge", -1);
  }

  let stamps = null; // by the number of the bit that stands for a place
  let image = null;

  /** Very many places: each one small stamp, and the compounds drawn in full above them. */
  function paintMany(context, frame) {
    stamps = stamps || makeStamps(frame.ratio);
    const { width, height } = context.canvas;
    if (!image || image.width !== width || image.height !== height) image = context.createImageData(width, height);
    else image.data.fill(0);
    const which = new Int8Array(seen.count);
    for (let k = 0; k < seen.count; k++) which[k] = MoeiWatch.symbols.mainBit(seen.places[k]);
    MoeiWatch.stamp.stampAll(image, stamps, which, seen.xs, seen.ys, seen.count, frame.ratio);
    context.putImageData(image, 0, 0);
    swarm = seen;
    swarm.corner = frame.corner;
    const k = scaleOf(frame.zoom);
    const pen = (symbol, basis, x, y, r) => MoeiWatch.sprites.draw(context, symbol, basis, x, y, r, frame.ratio);
    spotsOf(MoeiWatch.symbols.hasCompound).forEach((spot) => {
      spot.compounds = MoeiWatch.symbols.compoundsShown(spot.place);
      paintCompounds(context, pen, frame, spot, k);
    });
  }

  function makeStamps(ratio) {
    const { layers } = MoeiWatch.data;
    const { SEEN, INTERVENTION, CROSSING } = MoeiWatch.symbols;
    const radius = 3.4;
    const size = Math.ceil((2 * radius + 4) * ratio);
    const middle = size / 2 / ratio;
    const list = [];
    const set = (bit, symbol, basis) => {
      const mark = symbol || MoeiWatch.sprites.NOT_YET;
      list[bit] = MoeiWatch.stamp.makeStamp(size, (context) => {
        // A ground under what is tinted: pixels that cover what is below are the quick ones.
        MoeiWatch.sprites.draw(context, { ...mark, paint: "open" }, "not_stated", middle, middle, radius, ratio);
        MoeiWatch.sprites.draw(context, mark, basis, middle, middle, radius, ratio);
      });
    };
    MoeiWatch.sprites.BASES.forEach((basis, n) => {
      set(SEEN.out + n, layers.rescue_events.groups[0], basis);
      set(SEEN.home + n, layers.rescue_events.groups[1], basis);
      set(SEEN.building + n, layers.construction_reports.groups[0], basis);
      set(SEEN.demolition + n, layers.construction_reports.groups[1], basis);
    });
    for (let n = 0; n < 4; n++) {
      set(INTERVENTION + n, layers.interventions.groups[n], null);
      set(CROSSING + n, layers.crossings.groups[n], null);
    }
    return list;
  }

  /** Those of the small symbols that stand near a point of the map's layers, as entries like those of `drawn`. */
  function swarmNear(at, slack) {
    const found = [];
    for (let k = 0; swarm && k < swarm.count; k++) {
      const x = swarm.xs[k] + swarm.corner.x;
      const y = swarm.ys[k] + swarm.corner.y;
      if (Math.abs(x - at.x) > slack + 4 || Math.abs(y - at.y) > slack + 4) continue;
      found.push({ x, y, r: 4, reach: 4, place: swarm.places[k], compound: -1, layer: "report" });
    }
    return found;
  }

  /** The first of the small symbols, for those who go by keyboard. */
  function swarmFirst(most) {
    const found = [];
    for (let k = 0; swarm && k < swarm.count && found.length < most; k++) {
      const [x, y] = [swarm.xs[k] + swarm.corner.x, swarm.ys[k] + swarm.corner.y];
      found.push({ x, y, r: 4, reach: 4, place: swarm.places[k], compound: -1, layer: "report" });
    }
    return found;
  }

  /** What stands under a point of the map's container, nearest first; circles of people only if nothing else. */
  function hits(point, slack = 4) {
    const at = MoeiWatch.map.containerPointToLayerPoint(point);
    const near = drawn
      .concat(swarmNear(at, slack))
      .map((one) => ({ ...one, distance: Math.hypot(one.x - at.x, one.y - at.y) }))
      .filter((one) => one.distance <= one.r + slack)
      .sort((one, other) => one.distance - one.r - (other.distance - other.r));
    const firm = near.filter((one) => one.layer !== "people");
    return firm.length ? firm : near;
  }

  MoeiWatch.start((map) => {
    const { symbols, places } = MoeiWatch;
    world = new Float64Array(2 * places.length);
    places.forEach((place, p) => world.set(MoeiWatch.mercator(place.lon, place.lat), 2 * p));
    symbols.gather();
    overlay = new MoeiWatch.CanvasOverlay({ paint, pane: "symbols" }).addTo(map);
    MoeiWatch.store.on((view, changed) => {
      if (["from", "to", "mode", "hide", "basis", "conf", "group"].some((name) => changed.has(name))) {
        symbols.gather();
        overlay.ask();
      } else if (changed.has("sel")) overlay.ask();
    });
    MoeiWatch.onTheme(() => {
      stamps = null;
      overlay.ask();
    });
    requestAnimationFrame(() => performance.mark("moeiwatch:drawn"));
  });

  Object.assign(MoeiWatch.symbols, {
    hits,
    /** Everything drawn in full, in pixels of the map's layers: { x, y, r, reach, place, compound, layer }. */
    drawn: () => drawn,
    swarmFirst,
    redraw: () => overlay.ask(),
    scaleOf,
    drawOver: (paintOver) => (extra = paintOver),
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
