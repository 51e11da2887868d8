// Names on the map: towns, compounds and countries, as many as fit the scale without lying on each other.
(function (MoeiWatch) {
  "use strict";

  const COUNTRIES = [
    ["MYANMAR", [[96.2, 21], [97.2, 17.4], [98.28, 16.72], [98.2, 16.3], [97.9, 15.7], [97.9, 18.9], [99, 20.7]]],
    ["THAILAND", [[100.4, 15.9], [99.2, 17.2], [98.83, 16.62], [98.95, 16.2], [98.9, 15.4], [98.5, 17.4], [98.8, 18.8], [99.9, 19.9]]],
  ]; // prettier-ignore

  let overlay = null;
  let signature = "";

  function paint(context, frame) {
    const { labelBoxes, labelNames, symbols } = MoeiWatch;
    const boxes = labelBoxes.createBoxes(frame, symbols.drawn());
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.lineJoin = "round";
    labelNames
      .candidates(frame, symbols.drawn())
      .sort((one, other) => one.rank - other.rank)
      .forEach((candidate) => labelBoxes.place(context, frame, boxes, candidate));
    paintCountries(context, frame, boxes);
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
