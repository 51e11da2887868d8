/* One job: the words around the map on paper: title, period, filters, source, address. Filled when printing begins. */
(function (MoeiWatch) {
  "use strict";

  const PAGE_PX = { width: 1010, height: 470 }; // room for the map on a landscape A4 page at 96 px an inch

  function periodWords(view) {
    const months = MoeiWatch.months;
    const from = view.from ? months.words(months.parse(view.from)) : "the first record";
    const to = view.to ? months.words(months.parse(view.to)) : MoeiWatch.text.date(MoeiWatch.data.newest);
    return `${(view.mode === "known" ? "What was known, published from " : "What happened from ") + from} to ${to}`;
  }

  function termWords(id) {
    const at = id.split(".");
    const layer = MoeiWatch.data.layers[at[0]];
    if (!layer) return id;
    const term = at[1] && layer.terms.find((one) => one.id === at[1]);
    return at[1] ? `${layer.title}: ${term ? term.title : at[1]}` : layer.title;
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
    if (view.hide.length) parts.push(`Not shown: ${view.hide.map(termWords).join("; ")}`);
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
    const credit = document.querySelector(".leaflet-control-attribution");
    head.append(
      el("h1", {}, "Moei Watch"),
      el("p", {}, periodWords(view)),
      filters ? el("p", {}, filters) : "",
    );
    foot.append(
      el(
        "p",
        {},
        `Solid: observed. Dashed: claimed. Thin: basis not stated. Bars: number of reports a month. ` +
          `Positions are as exact as each record says. Newest record ${MoeiWatch.text.date(data.newest)}.`,
      ),
      el("p", {}, [data.citation, credit && credit.textContent].filter(Boolean).join(" · ")),
      el("p", { class: "print-address" }, address()),
    );
    head.hidden = foot.hidden = false;
    const box = document.getElementById("stage").getBoundingClientRect();
    const scale = Math.min(PAGE_PX.width / Math.max(1, box.width), PAGE_PX.height / Math.max(1, box.height));
    document.documentElement.style.setProperty("--print-scale", String(Math.min(1.4, scale)));
    document.documentElement.style.setProperty("--print-width", `${box.width}px`);
    document.documentElement.style.setProperty("--print-height", `${box.height}px`);
  }

  function empty() {
    document.getElementById("print-head").hidden = document.getElementById("print-foot").hidden = true;
  }

  MoeiWatch.start(() => {
    window.addEventListener("beforeprint", fill);
    window.addEventListener("afterprint", empty);
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
