// Where on the map a name finds room.
(function (MoeiWatch) {
  "use strict";

  const OVER_MAP = "#map .leaflet-control, #maptools .maptool";

  /** Boxes already taken on the canvas: by symbols, by names, and by what lies over the map. */
  function createBoxes(frame, symbolsDrawn) {
    const { x: dx, y: dy } = frame.corner;
    const boxes = MoeiWatch.overMap().map(([left, top, right, bottom]) => [left - dx, top - dy, right - dx, bottom - dy]);
    if (symbolsDrawn.length < 1000) {
      symbolsDrawn.forEach(({ x, y, r, layer }) => {
        const size = layer === "people" ? Math.min(r, 7) : r + 1;
        boxes.push([x - dx - size, y - dy - size, x - dx + size, y - dy + size]);
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
    const positions = rank < 1 ? [...around(gap), ...around(gap + 11)] : around(gap); // a far name may seem another's
    const free = positions.filter(([left, middle]) =>
      boxes.isFree([left - 2, middle - half, left + width + 2, middle + half])
    );
    const edge = (frame.width * 0.15) / 1.3; // what the canvas holds beyond the edge of the map
    const isSeen = x > edge && x < frame.width - edge;
    const spot = free.find(([left]) => !isSeen || (left > edge && left + width < frame.width - edge));
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
      boxes.take([x - dot, y - dot, x + dot, y + dot]);
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
