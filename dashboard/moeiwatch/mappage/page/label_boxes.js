// Where on the map a name finds room.
(function (MoeiWatch) {
  "use strict";

  const OVER_MAP = "#map .leaflet-control, #map .credits, #maptools .maptool, #drawer";
  const BEYOND = 0.15 / 1.3; // of the canvas lies beyond each edge of the map

  /** Boxes already taken on the canvas: by symbols, by names, and by what lies over the map. */
  function createBoxes(frame, symbolsDrawn) {
    const { x: dx, y: dy } = frame.corner;
    const boxes = MoeiWatch.overMap().map(([left, top, right, bottom]) => [left - dx, top - dy, right - dx, bottom - dy]);
    if (symbolsDrawn.length < 1000) {
      symbolsDrawn.forEach(({ x, y, r, reach, layer }) => {
        const high = layer === "people" ? Math.min(r, 7) : r + 1;
        const wide = layer === "badge" ? reach : high;
        boxes.push([x - dx - wide, y - dy - high, x - dx + wide, y - dy + high]);
      });
    }
    const meets = (a) => boxes.some((b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]);
    return { take: (box) => boxes.push(box), isFree: (box) => !meets(box) };
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

  /** Write a name beside its symbol where it lies on nothing, or leave it out. */
  function place(context, frame, boxes, { text, x, y, gap, rank, dot, font, colour, isSelected }) {
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
    const rings = rank < 0 ? 4 : rank < 1 ? 2 : 1; // a far name may seem another's: only where it must be found
    const positions = Array.from({ length: rings }, (_, ring) => around(gap + 11 * ring)).flat();
    const free = positions.filter(([left, middle]) =>
      boxes.isFree([left - 2, middle - half, left + width + 2, middle + half])
    );
    const dotBox = [x - dot, y - dot, x + dot, y + dot];
    if (dot && !boxes.isFree(dotBox)) return; // another name lies there
    const spot = free.find(([left, middle]) => isWhole(frame, left, middle - half, left + width, middle + half, [x, y]));
    if (!spot && !isSelected) return;
    const [left, middle] = spot || positions[0];
    boxes.take([left - 2, middle - half, left + width + 2, middle + half]);
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
