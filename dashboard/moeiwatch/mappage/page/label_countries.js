// The names of the countries on the map, each where none of its letters lies across a border.
(function (MoeiWatch) {
  "use strict";

  const COUNTRIES = [
    ["MYANMAR", [[96.2, 21], [95.6, 19.4], [97.2, 17.4], [98.28, 16.72], [98.2, 16.3], [97.9, 15.7], [97.9, 18.9], [99, 20.7], [96.9, 18.3], [98.1, 17.1], [99.4, 21.2], [96.95, 19.1], [96.6, 20.2]]],
    ["THAILAND", [[100.4, 15.9], [99.2, 17.2], [98.83, 16.62], [98.95, 16.2], [98.9, 15.4], [98.5, 17.4], [98.8, 18.8], [99.9, 19.9], [101.4, 16.1], [100.6, 18.2], [99.7, 15.9], [99.2, 14.6], [99.1, 16.9], [99.3, 20.05], [100.1, 17.6], [99.4, 19.3]]],
  ]; // prettier-ignore
  const SPACE_PX = 6; // between a name and a border

  let borders = null; // an array of x, y, x, y ... a line, in a world of width 1

  /** The borders as they are drawn, worked out once. */
  function readBorders() {
    const { border, neighbour } = MoeiWatch.mapLayers;
    const found = [];
    const add = (part) =>
      Array.isArray(part[0]) ? part.forEach(add) : found.push(part.flatMap(({ lat, lng }) => MoeiWatch.mercator(lng, lat)));
    [border, neighbour].forEach((layer) => layer && layer.eachLayer((line) => add(line.getLatLngs())));
    return found;
  }

  /** True if no border goes through a box of the canvas. */
  function isClear(frame, [left, top, right, bottom]) {
    borders = borders || readBorders();
    const x1 = (left + frame.left) / frame.scale;
    const x2 = (right + frame.left) / frame.scale;
    const y1 = (top + frame.top) / frame.scale;
    const y2 = (bottom + frame.top) / frame.scale;
    const box = L.bounds([x1, y1], [x2, y2]);
    return !borders.some((line) => {
      for (let k = 2; k < line.length; k += 2) {
        const [ax, ay, bx, by] = [line[k - 2], line[k - 1], line[k], line[k + 1]];
        if ((ax < x1 && bx < x1) || (ax > x2 && bx > x2) || (ay < y1 && by < y1) || (ay > y2 && by > y2)) continue;
        if (L.LineUtil.clipSegment(L.point(ax, ay), L.point(bx, by), box)) return true;
      }
      return false;
    });
  }

  const distance = ([x, y], frame) => Math.hypot(x - frame.width / 2, y - frame.height / 2);

  /** Write the name of each country once, near the middle of what is seen of it, where it lies on nothing. */
  function paint(context, frame, boxes) {
    context.font = `500 ${frame.zoom < 8 ? 13 : 14}px ${MoeiWatch.colour("--font")}`;
    context.letterSpacing = frame.zoom < 8 ? "4px" : "8px";
    context.textAlign = "center";
    context.fillStyle = MoeiWatch.colour("--label-country");
    COUNTRIES.forEach(([name, points]) => {
      const half = context.measureText(name).width / 2;
      const pad = frame.width * 0.14;
      const around = ([x, y], by) => [x - half - by, y - 8 - by, x + half + by, y + 8 + by];
      const options = points
        .map(([lon, lat]) => {
          const [mx, my] = MoeiWatch.mercator(lon, lat);
          return [mx * frame.scale - frame.left, my * frame.scale - frame.top];
        })
        .filter(([x, y]) => x - half > pad && x + half < frame.width - pad && y > 120 && y < frame.height - 200);
      if (frame.zoom >= 8) options.sort((one, other) => distance(one, frame) - distance(other, frame));
      const spot = options.find((one) => boxes.isFree(around(one, 3)) && isClear(frame, around(one, SPACE_PX)));
      if (spot) context.fillText(name, ...spot);
    });
    context.letterSpacing = "0px";
  }

  MoeiWatch.labelCountries = { paint };
})((window.MoeiWatch = window.MoeiWatch || {}));
