// What else stands at a place: the circle of its people, small marks of its reports, and how many there are.
(function (MoeiWatch) {
  "use strict";

  const HIGH = 14; // pixels, of the field of a number
  const SIDES = [2, 6, 0, 4]; // eighths of a circle: below, above, beside
  const ALL_SIDES = [...SIDES, 1, 3, 5, 7];
  const MANY = 10; // reports: a smaller number does not take the corners, where names find room
  const FAR = [0, 8, 16]; // pixels that a greater number may stand farther out

  /** The circles of people, the largest first, so that none hides another. */
  function paintPeople(desk, spots) {
    const { symbols } = MoeiWatch;
    const circles = spots.filter((spot) => symbols.hasPeople(spot.place));
    circles.forEach((spot) => (spot.people = symbols.radiusOf(symbols.peopleAt(spot.place)) * desk.k));
    circles.sort((one, other) => other.people - one.people).forEach((spot) => paintCircle(desk, spot));
  }

  /** A circle the size of the number; what its symbol has inside stays small, on the rim. */
  function paintCircle(desk, spot) {
    const isHome = MoeiWatch.symbols.isHomeOnly(spot.place);
    const group = MoeiWatch.data.layers.rescue_events.groups[isHome ? 1 : 0];
    const basis = MoeiWatch.symbols.basisAt(spot.place, isHome ? "home" : "out");
    const isWide = spot.people >= 12 && group.paint !== "tint";
    desk.pen(isWide ? { ...group, paint: "tint" } : group, basis, spot.x, spot.y, spot.people);
    if (isWide) desk.pen(group, basis, spot.x, spot.y - spot.people, 5 * desk.k);
    desk.note(spot, spot.people, "people", -1);
  }

  /** Small marks around a place, or in its middle where nothing else stands. */
  function paintReports(desk, spot) {
    const { k } = desk;
    const { symbols, data } = MoeiWatch;
    const { groups } = data.layers.construction_reports;
    const building = symbols.basisAt(spot.place, "building");
    const demolition = symbols.basisAt(spot.place, "demolition");
    const steps = symbols.interventionsAt(spot.place);
    const crossing = symbols.crossingsAt(spot.place);
    const isFree = !spot.compounds.length;
    const isAlone = isFree && !crossing && !symbols.hasPeople(spot.place);
    const isOnly = isAlone && !building && !demolition;
    const { x, y } = spot.at || spot; // beside the symbol of its compound, wherever that has moved
    const aside = isFree ? 9 * k : spot.fan + 12.5 * k;
    const size = (isAlone ? 5.5 : 4.2) * k;
    const step = building && demolition ? 4.6 * k : isAlone ? 0 : 4.6 * k;
    const put = (symbol, basis, dx, dy, r) => {
      desk.pen(symbol, basis, x + dx, y + dy, r);
      desk.note({ place: spot.place, x: x + dx, y: y + dy }, r + 1, "report", -1);
    };
    if (crossing)
      put(lowest(data.layers.crossings, crossing), null, isFree ? 0 : -aside, isFree ? 0 : 10 * k, 5.5 * k);
    if (building) put(groups[0], building, isAlone ? 0 : aside, -step, size);
    if (demolition) put(groups[1], demolition, isAlone ? 0 : aside, step, size);
    if (steps) put(lowest(data.layers.interventions, steps), null, isOnly ? 0 : -aside, 0, size);
  }

  /** The symbol of the first group whose bit is set. */
  const lowest = (words, bits) => words.groups[Math.log2(bits & -bits)];

  /** How many reports stand at each place: those with most first, and none upon another or upon a symbol. */
  function paintBadges(desk, spots) {
    const { context, frame } = desk;
    const least = frame.zoom < 9 ? 8 : frame.zoom < 11.5 ? 4 : 2;
    const boxes = takenBoxes(frame);
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.font = `600 10.5px ${MoeiWatch.colour("--font")}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.setLineDash([]);
    counted(spots)
      .filter(({ count }) => count >= least)
      .sort((one, other) => other.count - one.count)
      .forEach((one) => paintBadge(desk, one, boxes));
  }

  /** The number of each spot, and the places that it counts; that of a pile counts all that have joined it. */
  function counted(spots) {
    const found = new Map();
    spots.forEach((own) => {
      const count = MoeiWatch.symbols.reportsAt(own.place);
      if (!count) return;
      const spot = own.joined || own;
      if (!found.has(spot)) found.set(spot, { spot, count: 0, places: [] });
      found.get(spot).count += count;
      found.get(spot).places.push(own.place);
    });
    return Array.from(found.values());
  }

  /** Boxes of the symbols that a number must not cover; among very many it may. */
  function takenBoxes({ corner }) {
    const firm = MoeiWatch.symbols.drawn().filter(({ layer }) => layer !== "people");
    if (firm.length > 1000) return [];
    return firm.map(({ x, y, r }) => [x - corner.x - r, y - corner.y - r, x - corner.x + r, y - corner.y + r]);
  }

  function paintBadge({ context, k, note }, { spot, count, places }, boxes) {
    const text = String(count);
    const half = context.measureText(text).width / 2 + 5;
    const found = freeSpot(spot, count, k, half, boxes);
    if (!found) return;
    const [x, y] = found;
    boxes.push([x - half, y - HIGH / 2, x + half, y + HIGH / 2]);
    context.beginPath();
    context.roundRect(x - half, y - HIGH / 2, 2 * half, HIGH, HIGH / 2);
    context.fillStyle = MoeiWatch.colour("--panel");
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = MoeiWatch.colour("--border");
    context.stroke();
    context.fillStyle = MoeiWatch.colour("--ink");
    context.fillText(text, x, y + 0.5);
    note({ place: spot.place, x, y, places }, 8, "badge", -1, half);
  }

  /** Where the number of a place can stand: below it first; inside its circle of people where it is alone there. */
  function freeSpot(spot, count, k, half, boxes) {
    const { x, y } = spot.at || spot;
    const isInside = !spot.compounds.length && spot.people > 14;
    const near = isInside ? spot.people - 9 : (spot.fan || 0) + 9 * k + 9;
    for (const far of count < MANY ? [0] : FAR) {
      for (const turn of count < MANY ? SIDES : ALL_SIDES) {
        const angle = (turn * Math.PI) / 4;
        const left = x + Math.cos(angle) * (near + far + half - HIGH / 2) - half;
        const top = y + Math.sin(angle) * (near + far) - HIGH / 2;
        const isMet = boxes.some((b) => left < b[2] && left + 2 * half > b[0] && top < b[3] && top + HIGH > b[1]);
        if (!isMet) return [left + half, top + HIGH / 2];
      }
    }
    return null;
  }

  MoeiWatch.symbolMarks = { paintPeople, paintReports, paintBadges };
})((window.MoeiWatch = window.MoeiWatch || {}));
