// Draws the symbols on their canvas and knows afterwards what stands where on the screen.
(function (MoeiWatch) {
  "use strict";

  const MANY = 3000; // places in view from which each becomes a small stamp
  const MARGIN = 60; // pixels beyond the canvas in which a symbol can still reach into it
  const REDRAWN_BY = ["from", "to", "mode", "hide", "basis", "conf", "group"];

  let overlay = null;
  let world = null; // mercator x and y of each place
  let seen = null; // places in view: count, xs, ys in pixels of the canvas, places
  let drawn = []; // { x, y, r, reach, place, compound, layer, members, places } in pixels of the map's layers
  let isNumbered = false; // numbers are words, which come with the names behind the first picture
  let extra = null; // drawn over everything: the ring of the selection

  /** How large symbols are at a zoom, against their full size. */
  const scaleOf = (zoom) => Math.max(0.62, Math.min(1.15, 0.62 + (zoom - 7) * 0.13));

  function findInView(frame) {
    const { places, symbols } = MoeiWatch;
    const n = places.length;
    seen = seen || { count: 0, xs: new Float32Array(n), ys: new Float32Array(n), places: new Int32Array(n) };
    let count = 0;
    for (let p = 0; p < n; p++) {
      const x = world[2 * p] * frame.scale - frame.left;
      if (x < -MARGIN || x > frame.width + MARGIN) continue;
      const y = world[2 * p + 1] * frame.scale - frame.top;
      if (y < -MARGIN || y > frame.height + MARGIN || symbols.isEmpty(p)) continue;
      seen.xs[count] = x;
      seen.ys[count] = y;
      seen.places[count] = p;
      count += 1;
    }
    seen.count = count;
  }

  /** Places in view as objects: { place, x, y, compounds }. */
  function spotsOf(isWanted) {
    const found = [];
    for (let k = 0; k < seen.count; k++) {
      const place = seen.places[k];
      if (!isWanted(place)) continue;
      found.push({ place, x: seen.xs[k], y: seen.ys[k], compounds: MoeiWatch.symbols.compoundsShown(place) });
    }
    return found;
  }

  /** What the painters need: the canvas, its frame, the scale, a pen, and a note of what came where. */
  function makeDesk(context, frame) {
    return {
      context,
      frame,
      k: scaleOf(frame.zoom),
      pen: (symbol, basis, x, y, r) => MoeiWatch.sprites.draw(context, symbol, basis, x, y, r, frame.ratio),
      /** Of a pile: `members` are the compounds in it beside its own, `places` those whose reports a number counts. */
      note({ place, x, y, members = [], places = [place] }, r, layer, compound, reach = r) {
        const [left, top] = [x + frame.corner.x, y + frame.corner.y];
        drawn.push({ x: left, y: top, r, reach, place, compound, layer, members, places });
      },
    };
  }

  function paint(context, frame) {
    const { symbols, symbolFan, symbolMarks, symbolSwarm } = MoeiWatch;
    drawn = [];
    symbolSwarm.clear();
    findInView(frame);
    const desk = makeDesk(context, frame);
    if (seen.count > MANY) {
      symbolSwarm.paint(desk, seen);
      symbolFan.paintCompounds(desk, symbolFan.arrange(desk, spotsOf(symbols.hasCompound)));
    } else {
      const spots = spotsOf(() => true);
      const arranged = symbolFan.arrange(desk, spots);
      symbolMarks.paintPeople(desk, spots);
      spots.forEach((spot) => symbolMarks.paintReports(desk, spot));
      symbolFan.paintCompounds(desk, arranged);
      if (isNumbered) symbolMarks.paintBadges(desk, spots);
    }
    symbols.drawnRevision += 1;
    if (extra) extra(context, frame);
  }

  /** What stands under a point of the map's container, nearest first; circles of people only if nothing else. */
  function hits(point, slack = 4) {
    const at = MoeiWatch.map.containerPointToLayerPoint(point);
    const near = drawn
      .concat(MoeiWatch.symbolSwarm.near(at, slack))
      .map((one) => ({ ...one, distance: Math.hypot(one.x - at.x, one.y - at.y) }))
      .filter((one) => one.distance <= one.r + slack)
      .sort((one, other) => one.distance - one.r - (other.distance - other.r));
    const firm = near.filter((one) => one.layer !== "people");
    return firm.length ? firm : near;
  }

  MoeiWatch.startAtOnce((map) => {
    const { symbols, places } = MoeiWatch;
    world = new Float64Array(2 * places.length);
    places.forEach((place, p) => world.set(MoeiWatch.mercator(place.lon, place.lat), 2 * p));
    symbols.gather();
    overlay = new MoeiWatch.CanvasOverlay({ paint, pane: "symbols" }).addTo(map);
    MoeiWatch.store.on((view, changed) => {
      if (REDRAWN_BY.some((name) => changed.has(name))) symbols.gather();
      else if (!changed.has("sel")) return;
      overlay.ask();
    });
    MoeiWatch.onTheme(() => {
      MoeiWatch.symbolSwarm.forget();
      overlay.ask();
    });
  });

  MoeiWatch.start(() => {
    isNumbered = true;
    overlay.draw(); // at once: names leave the numbers their room
  });

  Object.assign(MoeiWatch.symbols, {
    hits,
    /** Everything drawn in full; very many small symbols are with symbolSwarm. */
    drawn: () => drawn,
    drawOver(paintOver) {
      extra = paintOver;
      if (MoeiWatch.store.get().sel) overlay.ask();
    },
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
