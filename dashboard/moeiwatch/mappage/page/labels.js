// Names on the map: towns, compounds and countries, as many as fit the scale without lying on each other.
(function (MoeiWatch) {
  "use strict";

  const COUNTRIES = [
    ["MYANMAR", [[96.2, 21], [97.2, 17.4], [98.28, 16.72], [98.2, 16.3], [97.9, 15.7], [97.9, 18.9], [99, 20.7]]],
    ["THAILAND", [[100.4, 15.9], [99.2, 17.2], [98.83, 16.62], [98.95, 16.2], [98.9, 15.4], [98.5, 17.4], [98.8, 18.8], [99.9, 19.9]]],
  ]; // prettier-ignore

  let overlay = null;
  let signature = "";

  function townRank(town, zoom) {
    if (town.kind === "city")
      return zoom >= 8.5 || town.population > 500000 ? 0 : zoom >= 6.5 && town.population > 80000 ? 0 : null;
    if (town.kind === "town") return zoom >= 8.5 ? 0.5 : null;
    if (town.kind === "airport") return zoom >= 12 ? 5 : null;
    if (town.kind === "village") return zoom >= 12.5 ? 6 : null;
    return null;
  }

  /** Boxes already taken, in a coarse grid of the screen. */
  function createBoxes() {
    const boxes = [];
    const meets = (a) => boxes.some((b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]);
    return { take: (box) => boxes.push(box), isFree: (box) => !meets(box) };
  }

  function paint(context, frame) {
    const boxes = createBoxes();
    const dx = frame.corner.x;
    const dy = frame.corner.y;
    const symbolsDrawn = MoeiWatch.symbols.drawn();
    if (symbolsDrawn.length < 1000) {
      symbolsDrawn.forEach(({ x, y, r, layer }) => {
        const size = layer === "people" ? Math.min(r, 7) : r + 1;
        boxes.take([x - dx - size, y - dy - size, x - dx + size, y - dy + size]);
      });
    }
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.lineJoin = "round";
    candidates(frame, symbolsDrawn)
      .sort((one, other) => one.rank - other.rank)
      .forEach((candidate) => place(context, frame, boxes, candidate));
    paintCountries(context, frame, boxes);
  }

  /** Names are larger where the page is presented: they are read from the back of a room. */
  const typeScale = () => (document.body.classList.contains("present") ? 1.4 : 1);

  function candidates(frame, symbolsDrawn) {
    const found = [];
    const family = MoeiWatch.colour("--font");
    const type = (weight, px) => `${weight} ${px * typeScale()}px ${family}`;
    MoeiWatch.data.places.forEach((town) => {
      const rank = townRank(town, frame.zoom);
      if (rank === null) return;
      const [mx, my] = MoeiWatch.mercator(town.lon, town.lat);
      const x = mx * frame.scale - frame.left;
      const y = my * frame.scale - frame.top;
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) return;
      if (isNamed(town, x, y, frame, symbolsDrawn)) return;
      const isSmall = rank > 4;
      found.push({
        text: town.name,
        x,
        y,
        gap: Math.max(6, reach(x, y, frame, symbolsDrawn)),
        rank,
        dot: reach(x, y, frame, symbolsDrawn) ? 0 : isSmall ? 1.5 : 2.6,
        font: isSmall ? type(400, 11) : type(600, 12),
        colour: "--label",
      });
    });
    const { compounds } = MoeiWatch.records;
    const selected = MoeiWatch.store.get().sel;
    symbolsDrawn.forEach((one) => {
      if (one.compound < 0 || MoeiWatch.isNotYetKnown(one.compound)) return;
      const i = one.compound;
      const kind = compounds.get("kind", i);
      const isSelected = selected === `compounds/${compounds.id[i]}`;
      const reports = MoeiWatch.places[one.place].size; // of all times, so that names stay while time runs
      const isVague = (compounds.get("precision_m", i) || 0) > 10000;
      if (!isSelected && frame.zoom < 9 && reports < 6) return;
      if (!isSelected && kind === "zone" && frame.zoom < 13) return;
      found.push({
        text: compounds.title(i),
        x: one.x - frame.corner.x,
        y: one.y - frame.corner.y,
        gap: one.reach + 4,
        rank: isSelected ? -1 : rankOf(kind, reports, isVague),
        dot: 0,
        font: type(600, 11.5),
        colour: "--label-compound",
        isSelected,
      });
    });
    return found;
  }

  /** Compounds with most reports come before towns; parts of a compound, and those vaguely placed, come late. */
  function rankOf(kind, reports, isVague) {
    if (kind === "zone") return 4;
    return (
      (reports >= 20 ? 0 : 2) +
      (isVague ? 1.5 : 0) -
      (kind === "cluster" ? 0.6 : 0) -
      Math.min(reports, 90) / 100
    );
  }

  /** True where a compound of the same name stands: its own label says it. */
  const isNamed = (town, x, y, frame, symbolsDrawn) =>
    symbolsDrawn.some(
      (one) =>
        one.compound >= 0 &&
        Math.hypot(one.x - frame.corner.x - x, one.y - frame.corner.y - y) < 16 &&
        MoeiWatch.records.compounds.title(one.compound).startsWith(town.name)
    );

  /** Radius of what stands at a point, 0 if nothing does: a town's name begins where its symbol ends. */
  function reach(x, y, frame, symbolsDrawn) {
    let found = 0;
    symbolsDrawn.forEach((one) => {
      const near = Math.hypot(one.x - frame.corner.x - x, one.y - frame.corner.y - y);
      if (near < 8 && one.layer !== "badge") found = Math.max(found, one.r + 4);
    });
    return found;
  }

  function place(context, frame, boxes, { text, x, y, gap, rank, dot, font, colour, isSelected }) {
    context.font = font;
    const width = context.measureText(text).width;
    const half = 7 * typeScale();
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

  /** The name of a country once, near the middle of what is seen of it, where it lies on nothing. */
  function paintCountries(context, frame, boxes) {
    context.font = `500 ${frame.zoom < 8 ? 13 : 14}px ${MoeiWatch.colour("--font")}`;
    context.letterSpacing = frame.zoom < 8 ? "4px" : "8px";
    COUNTRIES.forEach(([name, points]) => {
      const width = context.measureText(name).width;
      const pad = frame.width * 0.14;
      const options = points
        .map(([lon, lat]) => {
          const [mx, my] = MoeiWatch.mercator(lon, lat);
          return [mx * frame.scale - frame.left, my * frame.scale - frame.top];
        })
        .filter(
          ([x, y]) =>
            x - width / 2 > pad && x + width / 2 < frame.width - pad && y > 120 && y < frame.height - 200
        )
        .filter(([x, y]) => boxes.isFree([x - width / 2 - 4, y - 10, x + width / 2 + 4, y + 10]));
      if (frame.zoom >= 8) options.sort((one, other) => distance(one, frame) - distance(other, frame));
      if (!options.length) return;
      const [x, y] = options[0];
      context.textAlign = "center";
      context.fillStyle = MoeiWatch.colour("--label-country");
      context.fillText(name, x, y);
    });
    context.letterSpacing = "0px";
  }

  const distance = ([x, y], frame) => Math.hypot(x - frame.width / 2, y - frame.height / 2);

  /** What the labels depend on beside the viewport. */
  function sign(view) {
    const mask = MoeiWatch.shown("compounds");
    return `${view.sel} ${mask.reduce((sum, one, i) => (one ? (sum * 31 + i) >>> 0 : sum), 7)}`;
  }

  MoeiWatch.start((map) => {
    overlay = new MoeiWatch.CanvasOverlay({ paint, pane: "symbols" }).addTo(map);
    map.attributionControl.addAttribution("Places GeoNames, CC BY 4.0, MIMU");
    map.attributionControl.addAttribution("Records Moei Watch, CC BY 4.0");
    signature = sign(MoeiWatch.store.get());
    MoeiWatch.store.on((view) => {
      const next = sign(view);
      if (next === signature) return;
      signature = next;
      overlay.ask();
    });
    MoeiWatch.onTheme(() => overlay.ask());
    if (document.fonts) document.fonts.ready.then(() => overlay.ask());
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
