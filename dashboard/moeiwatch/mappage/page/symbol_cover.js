// Compounds whose symbols would cover each other: the better known stands, the others move aside on a leader; where
// there is no room for that they join its pile, which is one symbol and opens as a list.
(function (MoeiWatch) {
  "use strict";

  const CELL = 40; // pixels of a square of the grid: more than two symbols that meet are apart
  const CLEAR = 0.85; // two symbols stand clear at this part of the sum of their radii: they may touch
  const RINGS = [8, 11, 14, 17]; // pixels from its point that a symbol moves aside at most
  const TURNS = 12;

  const reports = ({ spot }) => MoeiWatch.places[spot.place].size; // of all times: nothing jumps while time runs

  /** Known before not yet known, compounds before zones, then those with most reports, then the larger. */
  const inRank = (one, other) =>
    one.isGhost - other.isGhost ||
    one.isZone - other.isZone ||
    reports(other) - reports(one) ||
    other.r - one.r ||
    one.i - other.i;

  function makeGrid() {
    const cells = new Map();
    const key = (column, row) => column * 65536 + row;
    const cellOf = (value) => Math.floor(value / CELL) + 1024;
    return {
      put(one) {
        const at = key(cellOf(one.x), cellOf(one.y));
        if (!cells.has(at)) cells.set(at, []);
        cells.get(at).push(one);
      },
      /** Those that a symbol of radius r would meet at x, y. */
      met(x, y, r) {
        const found = [];
        for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column++) {
          for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row++) {
            (cells.get(key(column, row)) || []).forEach((one) => {
              if (Math.hypot(one.x - x, one.y - y) < CLEAR * (one.r + r)) found.push(one);
            });
          }
        }
        return found;
      },
    };
  }

  const isWholeOf = (one, zone) =>
    MoeiWatch.records.compounds.get("part_of", zone.i) === MoeiWatch.records.compounds.id[one.i];

  /** The one of those met that a symbol joins: the compound whose part it is, else the nearest. */
  function pileFor(one, met) {
    const far = (other) => Math.hypot(other.x - one.x, other.y - one.y);
    return met.find((other) => isWholeOf(other, one)) || met.sort((a, b) => far(a) - far(b))[0];
  }

  /** A free position around the point of a symbol, first on the side away from what it would cover. */
  function aside(one, [first], grid) {
    const { x, y } = one.spot;
    const away = Math.atan2(one.y - first.y, one.x - first.x);
    for (const ring of RINGS) {
      for (let turn = 0; turn < TURNS; turn++) {
        const side = turn % 2 ? (turn + 1) / 2 : -turn / 2;
        const angle = away + (side * 2 * Math.PI) / TURNS;
        const spot = { x: x + ring * Math.cos(angle), y: y + ring * Math.sin(angle) };
        if (!grid.met(spot.x, spot.y, one.r).length) return spot;
      }
    }
    return null;
  }

  /**
   * The symbols to draw, the foremost first. Each has in `members` the compounds that have joined it; a spot has in
   * `at` where its only symbol stands, and in `joined` the spot of the pile that has taken in all of its own.
   */
  function arrange(wishes, mayMove) {
    const grid = makeGrid();
    const placed = [];
    const put = (one) => {
      grid.put(one);
      placed.push(one);
      one.spot.at = one.spot.at || one;
    };
    wishes.sort(inRank).forEach((one) => {
      const met = one.isOnRim ? [] : grid.met(one.x, one.y, one.r);
      if (!met.length) return put(one);
      const isInside = one.isZone && met.some((other) => isWholeOf(other, one));
      const free = mayMove && !one.isGhost && !isInside && aside(one, met, grid);
      if (free) return put(Object.assign(one, free));
      const pile = pileFor(one, met);
      if (one.isGhost && !pile.isGhost) return;
      pile.members.push(one.i);
      one.spot.joined = one.spot.joined || pile.spot;
    });
    wishes.forEach(({ spot }) => {
      if (spot.at || spot.joined === spot) spot.joined = null;
      if (spot.fan || !spot.at) spot.at = spot;
    });
    return placed;
  }

  const isZone = (i) => MoeiWatch.records.compounds.get("kind", i) === "zone";

  /** True where a symbol stands for more than a compound and its own zones. */
  const isPile = (i, members) => members.some((j) => !(isZone(j) && isWholeOf({ i }, { i: j })));

  MoeiWatch.symbolCover = { arrange, isPile };
})((window.MoeiWatch = window.MoeiWatch || {}));
