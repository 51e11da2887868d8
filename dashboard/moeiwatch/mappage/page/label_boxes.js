// Where on the map a name finds room.
(function (MoeiWatch) {
  "use strict";

  const OVER_MAP = "#map .leaflet-control, #map .credits, #maptools .maptool, #drawer";
  const BEYOND = 0.15 / 1.3; // of the canvas lies beyond each edge of the map

  const LINED = 8; // rings of positions for a name that a line joins to its symbol
  const ALOOF = 7; // pixels between such a name and the symbols of others

  /** How far a box is from its own compound and from the nearest other: beside that one it would be read as its name. */
  function distances(own, [left, top, right, bottom], symbolsDrawn, { x: dx, y: dy }) {
    const far = ({ x, y, r }) =>
      Math.hypot(Math.max(left - x + dx, x - dx - right, 0), Math.max(top - y + dy, y - dy - bottom, 0)) - r;
    const isNamed = (one) => one !== own && one.compound >= 0 && !MoeiWatch.isNotYetKnown(one.compound);
    let other = Infinity;
    symbolsDrawn.forEach((one) => isNamed(one) && (other = Math.min(other, far(one))));
    return { own: far(own), other };
  }

  /** Boxes already taken on the canvas: by symbols, by names, and by what lies over the map. */
  function createBoxes(frame, symbolsDrawn) {
    const { x: dx, y: dy } = frame.corner;
    const boxes = MoeiWatch.overMap().map(([left, top, right, bottom]) => [left - dx, top - dy, right - dx, bottom - dy]);
    const isCrowd = symbolsDrawn.length > 1000;
    if (!isCrowd) {
      symbolsDrawn.forEach(({ x, y, r, reach, layer }) => {
        const high = layer === "people" ? Math.min(r, 7) : r + 1;
        const wide = layer === "badge" ? reach : high;
        boxes.push([x - dx - wide, y - dy - high, x - dx + wide, y - dy + high]);
      });
    }
    const meets = (a) => boxes.some((b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]);
    return {
      take: (box) => boxes.push(box),
      isFree: (box) => !meets(box),
      /** True where a line from a compound to its name runs over no other compound and no number. */
      isClear: (from, to, own) =>
        symbolsDrawn.every(
          (one) =>
            one === own ||
            (one.compound < 0 && one.layer !== "badge") ||
            L.LineUtil.pointToSegmentDistance(L.point(one.x - dx, one.y - dy), L.point(from), L.point(to)) > one.r
        ),
      distances: (box, own) =>
        !own || isCrowd ? { own: 0, other: Infinity } : distances(own, box, symbolsDrawn, frame.corner),
    };
  }

  /** Buttons and words over the map, in pixels of its layers: what lies under them is seen in half. */
  MoeiWatch.overMap = () => {
    const box = MoeiWatch.map.getContainer().getBoundingClientRect();
    const corner = MoeiWatch.map.layerPointToContainerPoint([0, 0]).add([box.left, box.top]);
    return Array.from(document.querySelectorAll(OVER_MAP), (node) => node.getBoundingClientRect())
      .filter(({ width }) => width)
      .map(({ left, top, right, bottom }) => [left - corner.x, top - corner.y, right - corner.x, bottom - corner.y]);
  };

  /** True for a name that the edge of the map does not cut: inside like its symbol, or as a whole outside. */
  function isWhole(frame, left, top, right, bottom, [x, y]) {
    const [dx, dy] = [frame.width * BEYOND, frame.height * BEYOND];
    const [east, south] = [frame.width - dx, frame.height - dy];
    if (x > dx && x < east && y > dy && y < south) return left > dx && right < east && top > dy && bottom < south;
    return right < dx || left > east || bottom < dy || top > south;
  }

  /** A line from the edge of a symbol to its name. */
  function paintLine(context, r, [x, y], [toX, toY]) {
    const angle = Math.atan2(toY - y, toX - x);
    context.beginPath();
    context.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
    context.lineTo(toX, toY);
    context.lineWidth = 1;
    context.strokeStyle = MoeiWatch.colour("--label-compound");
    context.stroke();
  }

  /** Write a name beside its symbol where it lies on nothing, or leave it out. */
  function place(context, frame, boxes, { text, x, y, gap, rank, dot, font, colour, isSelected, own }) {
    context.font = font;
    const width = context.measureText(text).width;
    const half = 7 * MoeiWatch.labelNames.typeScale();
    const around = (far) => [
      [x + far, y],
      [x - far - width, y],
      [x - width / 2, y - far - half],
      [x - width / 2, y + far + half],
      [x + far * 0.7, y - half - far * 0.5],
      [x + far * 0.7, y + half + far * 0.5],
      [x - far * 0.7 - width, y - half - far * 0.5],
      [x - far * 0.7 - width, y + half + far * 0.5],
    ];
    const rings = rank < 0 ? 4 : rank < 1 ? 3 : 1; // a far name may seem another's: only where it must be found
    const positions = Array.from({ length: LINED }, (_, ring) => around(gap + 11 * ring)).flat();
    const boxAt = ([left, middle]) => [left - 2, middle - half, left + width + 2, middle + half];
    const isIn = ([left, middle]) => isWhole(frame, left, middle - half, left + width, middle + half, [x, y]);
    const free = (many) => positions.slice(0, many).filter((one) => boxes.isFree(boxAt(one)) && isIn(one));
    const dotBox = [x - dot, y - dot, x + dot, y + dot];
    if (dot && !boxes.isFree(dotBox)) return; // another name lies there
    const isNear = (one) => {
      const far = boxes.distances(boxAt(one), own);
      return far.own <= far.other;
    };
    const near = free(rings * around(0).length).find(isNear);
    const end = ([left, middle]) => [
      Math.max(left, Math.min(x, left + width)),
      Math.max(middle - half, Math.min(y, middle + half)),
    ];
    const isLined = (one) =>
      boxes.distances(boxAt(one), own).other > ALOOF && boxes.isClear([x, y], end(one), own);
    const spot = near || (own && rank < 1 && free().find(isLined));
    if (!spot && !isSelected) return;
    const [left, middle] = spot || positions[0];
    boxes.take(boxAt([left, middle]));
    if (spot && !near) paintLine(context, own.r, [x, y], end(spot));
    if (dot) {
      context.beginPath();
      context.arc(x, y, dot, 0, 2 * Math.PI);
      context.fillStyle = MoeiWatch.colour("--halo");
      context.fill();
      context.lineWidth = 1.4;
      context.strokeStyle = MoeiWatch.colour("--label");
      context.stroke();
      boxes.take(dotBox);
    }
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.lineWidth = 3;
    context.strokeStyle = MoeiWatch.colour("--halo");
    context.strokeText(text, left, middle);
    context.fillStyle = MoeiWatch.colour(colour);
    context.fillText(text, left, middle);
  }

  MoeiWatch.labelBoxes = { createBoxes, place };
})((window.MoeiWatch = window.MoeiWatch || {}));
