/* One job: the words around the map on paper: title, period, filters, source, address. Filled when printing begins. */
(function (MoeiWatch) {
  "use strict";

  const SHEET_PX = { width: 1047, height: 718 }; // a landscape A4 page within its margins, 96 px an inch
  const GAPS_PX = 30; // between the parts, with what rounding may take
  const MAP_PX = 820; // width of map and timeline, beside the legend
  const LEGEND_PX = 850; // height of the legend at its full size
  const LEGEND_SCALE = 0.7; // at most, and at least as much as there is room for

  function periodWords(view) {
    const months = MoeiWatch.months;
    const from = view.from ? months.words(months.parse(view.from)) : "the first record";
    const newest = `the newest record (${months.words(MoeiWatch.bins.domain().last)})`;
    const to = view.to ? months.words(months.parse(view.to)) : newest;
    return `${(view.mode === "known" ? "What was known, published from " : "What happened from ") + from} to ${to}`;
  }

  /* "Crossings; Construction reports: Building, Power": by layer, and a row of the legend as a whole by its name. */
  function hiddenWords(hide) {
    const terms = new Map();
    hide.forEach((id) => {
      const [layer, term] = id.split(".");
      if (!terms.has(layer)) terms.set(layer, []);
      if (term) terms.get(layer).push(term);
    });
    const onMap = Array.from(terms).filter(([id]) => MoeiWatch.data.layers[id]); // some layers of the data are not
    return onMap.map(([id, hidden]) => {
      const layer = MoeiWatch.data.layers[id];
      if (hide.includes(id)) return layer.title;
      const groups = layer.groups.filter((group) => group.terms.every((term) => hidden.includes(term)));
      const rest = hidden.filter((term) => !groups.some((group) => group.terms.includes(term)));
      return `${layer.title}: ${[...groups.map((group) => group.title), titles(layer.terms, rest)].filter(Boolean).join(", ")}`;
    }).join("; ");
  }

  function titles(list, ids) {
    return ids
      .map((id) => {
        const found = list.find((one) => one.id === id);
        return found ? found.title || found.name : id;
      })
      .join(", ");
  }

  function filterWords(view) {
    const data = MoeiWatch.data;
    const parts = [];
    const hidden = hiddenWords(view.hide);
    if (hidden) parts.push(`Not shown: ${hidden}`);
    if (view.basis.length) parts.push(`Basis: ${titles(data.basis, view.basis)}`);
    if (view.conf.length) parts.push(`Confidence: ${titles(data.confidence, view.conf)}`);
    if (view.group) parts.push(`Armed group: ${titles(data.actors, [view.group])}`);
    return parts.join(". ");
  }

  /* In the app the page is a frame: its own address would be of no use to a reader of the sheet. */
  function address() {
    try {
      if (window.parent !== window && window.parent.location.origin === window.location.origin) {
        return window.parent.location.href;
      }
    } catch {
      /* a frame in another site: its own address is all that can be said */
    }
    return window.location.href;
  }

  function fill() {
    const el = MoeiWatch.el;
    const view = MoeiWatch.store.get();
    const data = MoeiWatch.data;
    const head = MoeiWatch.clear(document.getElementById("print-head"));
    const foot = MoeiWatch.clear(document.getElementById("print-foot"));
    const filters = filterWords(view);
    const chosen = view.sel && MoeiWatch.recordTitle(view.sel);
    const credit = document.querySelector(".leaflet-control-attribution");
    head.append(
      el("h1", {}, data.site.title),
      el("p", {}, periodWords(view)),
      el("p", {}, document.querySelector(".timeline-count").textContent),
      filters ? el("p", {}, filters) : "",
      chosen ? el("p", {}, `Ringed: ${chosen}`) : "",
    );
    foot.append(
      el(
        "p",
        {},
        `Solid: observed. Dashed: claimed. Thin: basis not stated. Bars: number of reports a month. ` +
          `Positions are as exact as each record says. Page made on ${MoeiWatch.text.date(data.asOf)} from data ${data.version}.`,
      ),
      credit ? el("p", {}, credit.textContent) : "",
      el("p", { class: "print-address" }, address()),
    );
    head.hidden = foot.hidden = false;
    const room = SHEET_PX.height - GAPS_PX - heightOnSheet(head) - heightOnSheet(foot);
    fit(document.getElementById("stage"), document.querySelector(".timeline-head"), room);
  }

  /* How high words are as wide as the sheet: what they leave is the map's, however many filters they tell of. */
  function heightOnSheet(node) {
    node.classList.add("measured");
    node.style.width = `${SHEET_PX.width}px`;
    const height = node.offsetHeight;
    node.style.width = "";
    node.classList.remove("measured");
    return height;
  }

  /* The map keeps its size in px, so that nothing has to be drawn again, and is scaled as a whole. The controls of the
   * timeline are not printed and leave no gap. */
  function fit(stage, controls, room) {
    const { width, height } = stage.getBoundingClientRect();
    const printed = height - controls.getBoundingClientRect().height;
    const scale = Math.min(1.4, MAP_PX / Math.max(1, width), room / Math.max(1, printed));
    const style = document.documentElement.style;
    style.setProperty("--print-plot", `${document.querySelector(".timeline-plot").offsetHeight}px`); // as it was drawn
    style.setProperty("--print-legend", String(Math.min(LEGEND_SCALE, room / LEGEND_PX)));
    style.setProperty("--print-scale", String(scale));
    style.setProperty("--print-width", `${width}px`);
    style.setProperty("--print-height", `${printed}px`);
  }

  function empty() {
    document.getElementById("print-head").hidden = document.getElementById("print-foot").hidden = true;
  }

  /* Paper is light: neither the address nor the app hears of it. The overlays draw at once, as the next
   * frame of the screen would come after the sheet. */
  function turn(isPaper) {
    MoeiWatch.setPaper(isPaper);
    MoeiWatch.map.eachLayer((layer) => layer instanceof MoeiWatch.CanvasOverlay && layer.draw());
    document.querySelectorAll("#map canvas").forEach(settle);
  }

  /* Chromium prints the strokes of a canvas that was drawn just now, not its picture, and a clearRect among them wipes
   * out what lies beneath it on the sheet. So put the picture back as pixels. */
  function settle(canvas) {
    const context = canvas.getContext("2d");
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    canvas.width = pixels.width; // forgets the strokes
    context.putImageData(pixels, 0, 0);
  }

  MoeiWatch.start(() => {
    let turned = false;
    window.addEventListener("beforeprint", () => {
      if (MoeiWatch.theme() === "dark") {
        turned = true;
        turn(true);
      }
      fill();
    });
    window.addEventListener("afterprint", () => {
      empty();
      if (turned) turn(false);
      turned = false;
    });
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
