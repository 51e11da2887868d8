// Very many places in view: each one small stamp, and what of them lies near a point.
(function (MoeiWatch) {
  "use strict";

  const RADIUS = 3.4;

  let stamps = null; // by the number of the bit that stands for a place
  let image = null;
  let swarm = null; // what is drawn: count, xs, ys, places, and the canvas's corner

  /** Stamp the places in view onto the canvas. */
  function paint({ context, frame }, seen) {
    stamps = stamps || makeStamps(frame.ratio);
    const { width, height } = context.canvas;
    if (!image || image.width !== width || image.height !== height)
      image = context.createImageData(width, height);
    else image.data.fill(0);
    const which = new Int8Array(seen.count);
    for (let k = 0; k < seen.count; k++) which[k] = MoeiWatch.symbols.mainBit(seen.places[k]);
    MoeiWatch.stamp.stampAll(image, stamps, which, seen.xs, seen.ys, seen.count, frame.ratio);
    context.putImageData(image, 0, 0);
    swarm = { ...seen, corner: frame.corner };
  }

  function makeStamps(ratio) {
    const { layers } = MoeiWatch.data;
    const { SEEN, INTERVENTION, CROSSING } = MoeiWatch.symbols;
    const size = Math.ceil((2 * RADIUS + 4) * ratio);
    const middle = size / 2 / ratio;
    const list = [];
    const set = (bit, symbol, basis) => {
      const mark = symbol || MoeiWatch.sprites.NOT_YET;
      list[bit] = MoeiWatch.stamp.makeStamp(size, (context) => {
        // A ground under what is tinted: pixels that cover what is below are the quick ones.
        MoeiWatch.sprites.draw(
          context,
          { ...mark, paint: "open" },
          "not_stated",
          middle,
          middle,
          RADIUS,
          ratio
        );
        MoeiWatch.sprites.draw(context, mark, basis, middle, middle, RADIUS, ratio);
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

  function entry(k) {
    const x = swarm.xs[k] + swarm.corner.x;
    const y = swarm.ys[k] + swarm.corner.y;
    return { x, y, r: 4, reach: 4, place: swarm.places[k], compound: -1, layer: "report" };
  }

  /** Those that stand near a point of the map's layers, as entries like those of what is drawn in full. */
  function near(at, slack) {
    const found = [];
    for (let k = 0; swarm && k < swarm.count; k++) {
      const dx = swarm.xs[k] + swarm.corner.x - at.x;
      const dy = swarm.ys[k] + swarm.corner.y - at.y;
      if (Math.abs(dx) <= slack + 4 && Math.abs(dy) <= slack + 4) found.push(entry(k));
    }
    return found;
  }

  /** The first of them, for those who go by keyboard. */
  const first = (most) => Array.from({ length: swarm ? Math.min(most, swarm.count) : 0 }, (_, k) => entry(k));

  MoeiWatch.symbolSwarm = {
    paint,
    near,
    first,
    clear: () => (swarm = null),
    /** Colours have changed: the pictures are to be made anew. */
    forget: () => (stamps = null),
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
