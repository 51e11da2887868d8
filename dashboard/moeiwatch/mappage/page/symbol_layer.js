// Draws the symbols on their canvas and knows afterwards what stands where on the screen.
(function (MoeiWatch) {
  "use strict";

  const MANY = 3000; // places in view from which each becomes a small stamp
  const KIND_SIZE = { cluster: 8.5, compound: 7.5, casino: 6, resort: 6, zone: 4 };

  let overlay = null;
  let world = null; // mercator x and y of each place
  let drawn = []; // { x, y, r, place, compound, layer } in pixels of the map's container
  let extra = null; // drawn over everything: the ring of the selection

  const scaleOf = (zoom) => Math.max(0.62, Math.min(1.15, 0.62 + (zoom - 7) * 0.13));

  function inView(frame) {
    const { places, symbols } = MoeiWatch;
    const found = [];
    for (let p = 0; p < places.length; p++) {
      const x = world[2 * p] * frame.scale - frame.left;
      const y = world[2 * p + 1] * frame.scale - frame.top;
      if (x < -60 || y < -60 || x > frame.width + 60 || y > frame.height + 60) continue;
      if (symbols.isEmpty(p) && !symbols.compoundsShown(p).length) continue;
      found.push({ place: p, x, y });
    }
    return found;
  }

  function paint(context, frame) {
    drawn = [];
    const spots = inView(frame);
    if (spots.length > MANY) paintStamps(context, frame, spots);
    else paintSymbols(context, frame, spots);
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

  let stamps = null;
  function paintStamps(context, frame, spots) {
    stamps = stamps || makeStamps(frame.ratio);
    const { width, height } = context.canvas;
    const image = context.createImageData(width, height);
    const count = spots.length;
    const which = new Uint16Array(count);
    const xs = new Float32Array(count);
    const ys = new Float32Array(count);
    for (let n = 0; n < count; n++) {
      const { place, x, y } = spots[n];
      which[n] = stamps.numberOf(place);
      xs[n] = x * frame.ratio;
      ys[n] = y * frame.ratio;
    }
    MoeiWatch.stamp.stampAll(image, stamps.list, which, xs, ys, count);
    context.putImageData(image, 0, 0);
    drawn = { spots, corner: frame.corner };
  }

  function makeStamps(ratio) {
    const { layers } = MoeiWatch.data;
    const list = [];
    const numbers = new Map();
    const radius = 3.4;
    const size = Math.ceil((2 * radius + 4) * ratio);
    function number(symbol, basis) {
      const key = `${symbol.shape} ${symbol.paint} ${symbol.colour} ${basis}`;
      if (!numbers.has(key)) {
        numbers.set(key, list.length);
        const middle = size / 2 / ratio;
        list.push(
          MoeiWatch.stamp.makeStamp(size, (context) => MoeiWatch.sprites.draw(context, symbol, basis, middle, middle, radius, ratio))
        );
      }
      return numbers.get(key);
    }
    return {
      list,
      numberOf(place) {
        const { symbols } = MoeiWatch;
        const compounds = symbols.compoundsShown(place);
        if (compounds.length) return number(MoeiWatch.sprites.symbolOf("compounds", compounds[0]), null);
        if (symbols.hasPeople(place)) {
          const isHome = symbols.isHomeOnly(place);
          return number(layers.rescue_events.groups[isHome ? 1 : 0], symbols.basisAt(place, isHome ? "home" : "out"));
        }
        const building = symbols.basisAt(place, "building");
        if (building) return number(layers.construction_reports.groups[0], building);
        const demolition = symbols.basisAt(place, "demolition");
        if (demolition) return number(layers.construction_reports.groups[1], demolition);
        const steps = symbols.interventionsAt(place);
        if (steps) return number(layers.interventions.groups[Math.log2(steps & -steps)], null);
        const crossing = symbols.crossingsAt(place);
        return number(layers.crossings.groups[Math.log2(crossing & -crossing)] || MoeiWatch.sprites.NOT_YET, null);
      },
    };
  }

  /** Everything drawn, in pixels of the map's layers: { x, y, r, place, compound, layer }. */
  function drawnNow() {
    if (Array.isArray(drawn)) return drawn;
    const { spots, corner } = drawn;
    drawn = spots.map(({ place, x, y }) => ({ x: x + corner.x, y: y + corner.y, r: 4, reach: 4, place, compound: -1, layer: "report" }));
    return drawn;
  }

  /** What stands under a point of the map's container, nearest first; circles of people only if nothing else. */
  function hits(point, slack = 4) {
    const at = MoeiWatch.map.containerPointToLayerPoint(point);
    const near = drawnNow()
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
    drawn: drawnNow,
    redraw: () => overlay.ask(),
    scaleOf,
    drawOver: (paintOver) => (extra = paintOver),
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
