// What else stands at a place: the circle of its people, small marks of its reports, and how many there are.
(function (MoeiWatch) {
  "use strict";

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
    const fan = MoeiWatch.symbolFan.reachOf(spot, k);
    const aside = isFree ? 9 * k : fan + 12.5 * k;
    const size = (isAlone ? 5.5 : 4.2) * k;
    const step = building && demolition ? 4.6 * k : isAlone ? 0 : 4.6 * k;
    const put = (symbol, basis, dx, dy, r) => {
      desk.pen(symbol, basis, spot.x + dx, spot.y + dy, r);
      desk.note({ ...spot, x: spot.x + dx, y: spot.y + dy }, r + 1, "report", -1);
    };
    if (crossing)
      put(lowest(data.layers.crossings, crossing), null, isFree ? 0 : -aside, isFree ? 0 : 10 * k, 5.5 * k);
    if (building) put(groups[0], building, isAlone ? 0 : aside, -step, size);
    if (demolition) put(groups[1], demolition, isAlone ? 0 : aside, step, size);
    if (steps) put(lowest(data.layers.interventions, steps), null, isOnly ? 0 : -aside, 0, size);
  }

  /** The symbol of the first group whose bit is set. */
  const lowest = (words, bits) => words.groups[Math.log2(bits & -bits)];

  /** How many reports stand at each place: those with most first, and none upon another. */
  function paintBadges(desk, spots) {
    const { context, frame } = desk;
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
      .forEach(({ spot, count }) => paintBadge(desk, spot, String(count), boxes));
  }

  function paintBadge({ context, k, note }, spot, text, boxes) {
    const isInside = !spot.compounds.length && spot.people > 14;
    const below = MoeiWatch.symbolFan.reachOf(spot, k) + 9 * k + 9;
    const y = spot.y + (isInside ? spot.people - 9 : below);
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
    note({ ...spot, y }, 8, "badge", -1);
  }

  MoeiWatch.symbolMarks = { paintPeople, paintReports, paintBadges };
})((window.MoeiWatch = window.MoeiWatch || {}));
