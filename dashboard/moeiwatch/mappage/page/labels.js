// Names on the map: towns, compounds and countries, as many as fit the scale without lying on each other.
(function (MoeiWatch) {
  "use strict";

  let overlay = null;
  let signature = "";

  function paint(context, frame) {
    const { labelBoxes, labelCountries, labelNames, symbols } = MoeiWatch;
    const boxes = labelBoxes.createBoxes(frame, symbols.drawn());
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    context.lineJoin = "round";
    labelNames
      .candidates(frame, symbols.drawn())
      .sort((one, other) => one.rank - other.rank)
      .forEach((candidate) => labelBoxes.place(context, frame, boxes, candidate));
    labelCountries.paint(context, frame, boxes);
  }

  /** What the labels depend on beside the viewport. */
  function sign(view) {
    const mask = MoeiWatch.shown("compounds");
    const told = MoeiWatch.story && MoeiWatch.story.told();
    return `${view.sel} ${told ? told.step.id : ""} ${mask.reduce((sum, one, i) => (one ? (sum * 31 + i) >>> 0 : sum), 7)}`;
  }

  MoeiWatch.start((map) => {
    overlay = new MoeiWatch.CanvasOverlay({ paint, pane: "symbols" }).addTo(map);
    map.attributionControl.addAttribution("Places GeoNames, CC BY 4.0, MIMU");
    map.attributionControl.addAttribution("Records Moei Watch, CC BY 4.0");
    signature = sign(MoeiWatch.store.get());
    const follow = () => {
      const next = sign(MoeiWatch.store.get());
      if (next === signature) return;
      signature = next;
      overlay.ask();
    };
    MoeiWatch.store.on(follow);
    MoeiWatch.keys.on(follow);
    MoeiWatch.onTheme(() => overlay.ask());
    if (document.fonts) document.fonts.ready.then(() => overlay.ask());
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
