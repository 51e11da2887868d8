// The river in the legend: the month as a strip of twelve with the low-water curve on it, and the classes of risk.
(function (MoeiWatch) {
  "use strict";

  const { el, svg, text } = MoeiWatch;
  const HEIGHT = 26;

  /** The curve of low water over the twelve months, with its band: higher is lower water. */
  function curve() {
    const { low, best, high } = MoeiWatch.data.river.low_water;
    if (best.some((value) => value === null)) return null;
    const x = (month) => ((month + 0.5) * 100) / 12;
    const y = (value) => 2 + (1 - value) * (HEIGHT - 4);
    const line = (values) => values.map((value, month) => `${x(month).toFixed(1)} ${y(value).toFixed(1)}`);
    return svg(
      "svg",
      {
        class: "low-water-curve",
        viewBox: `0 0 100 ${HEIGHT}`,
        preserveAspectRatio: "none",
        "aria-hidden": "true",
      },
      svg("path", { class: "band", d: `M${line(high).join("L")}L${line(low).reverse().join("L")}Z` }),
      svg("path", { class: "line", d: `M${line(best).join("L")}`, "vector-effect": "non-scaling-stroke" })
    );
  }

  const monthWords = (month) => {
    const isLow = MoeiWatch.data.lowMonths.includes(month);
    return `${text.monthName(month)}${isLow ? ", low water" : ""}`;
  };

  /** One control for twelve months: a slider, since twelve buttons would each be too small to hit. */
  function monthSlider(updates) {
    const cells = Array.from({ length: 12 }, (_, at) => {
      const isLow = MoeiWatch.data.lowMonths.includes(at + 1);
      return el(
        "span",
        { class: isLow ? "month low" : "month", title: monthWords(at + 1) },
        text.shortMonth(at + 1)[0]
      );
    });
    const slider = el(
      "div",
      {
        class: "month-row",
        role: "slider",
        tabindex: "0",
        "aria-label": "Month of the river",
        "aria-valuemin": "1",
        "aria-valuemax": "12",
      },
      cells
    );
    const now = () => MoeiWatch.river.month();
    const choose = (month, kind) =>
      MoeiWatch.store.set({ month: Math.min(12, Math.max(1, month)) }, { kind });
    const monthAt = (x) => 1 + Math.floor((x / slider.offsetWidth) * 12);
    const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -12, End: 12 };
    slider.addEventListener("keydown", (event) => {
      if (!STEPS[event.key]) return;
      event.preventDefault();
      choose(now() + STEPS[event.key], "choice");
    });
    let before = 0;
    MoeiWatch.pull(slider, {
      begin: () => {
        before = MoeiWatch.store.get().month;
        return true;
      },
      move: (x) => choose(monthAt(x), "step"),
      end: (x) => choose(monthAt(x), "choice"),
      undo: () => MoeiWatch.store.set({ month: before }, { kind: "step" }),
    });
    updates.push(() => {
      cells.forEach((cell, at) => cell.classList.toggle("on", at + 1 === now()));
      slider.setAttribute("aria-valuenow", String(now()));
      slider.setAttribute("aria-valuetext", monthWords(now()));
    });
    return slider;
  }

  function classes() {
    const { river } = MoeiWatch.data;
    const list = river.classes.slice().reverse();
    return el(
      "ul",
      { class: "river-classes" },
      list.map(({ id }) =>
        el("li", {}, el("span", { class: `river-sample sample-${id.replace(" ", "-")}` }), id)
      )
    );
  }

  /** The section of the legend; what follows the view is added to `updates`. */
  MoeiWatch.riverLegend = (updates) => {
    if (!MoeiWatch.mapLayers.reach) return null;
    const title = el("span", {});
    const slider = monthSlider(updates);
    const backToNow = () => {
      MoeiWatch.store.set({ month: 0 });
      slider.focus({ preventScroll: true }); // the button is gone
    };
    const now = el("button", { type: "button", class: "inline-link", onclick: backToNow }, "now");
    const head = el(
      "button",
      {
        type: "button",
        class: "legend-head",
        title: "Show or hide this layer",
        onclick: () => MoeiWatch.legend.toggleLayer("river_reaches"),
      },
      title
    );
    const listed = () => MoeiWatch.records.river_reaches.id.map((id, i) => ["river_reaches", i]);
    updates.push((view) => {
      title.textContent = `River-crossing risk, ${text.monthName(MoeiWatch.river.month(view))}`;
      now.hidden = view.month === 0;
      head.setAttribute("aria-pressed", String(!view.hide.includes("river_reaches")));
    });
    return el(
      "section",
      { class: "legend-layer legend-river" },
      el("h2", {}, head, now),
      el("div", { class: "months" }, curve(), slider),
      classes(),
      el(
        "p",
        { class: "muted small" },
        "Low water in this month and nearness to compounds, by stretches of 5 km. The season is that of the wider basin; no depth is known. ",
        el(
          "button",
          { type: "button", class: "inline-link", onclick: () => MoeiWatch.openReaches(listed()) },
          "List the stretches"
        )
      )
    );
  };

  /** All stretches from the source downstream, for those who do not point at a map. */
  MoeiWatch.openReaches = (entries) => MoeiWatch.openDrawer("reaches", () => MoeiWatch.reachList(entries), { focus: true });

  /** Some stretches in their order: how likely a crossing near each is in the month shown, and where it lies. */
  MoeiWatch.reachList = (entries) => {
    const { records, river } = MoeiWatch;
    return [
      el("h2", {}, `The river in ${text.monthName(river.month())}`),
      el("p", { class: "muted" }, "From the upper end downstream. Likelihood that people are moved across near there."),
      el("ol", { class: "entries" }, entries.map(([, i]) => {
        const found = river.risk(i);
        const open = () => MoeiWatch.select(`river_reaches/${records.river_reaches.id[i]}`, { focus: true });
        return el("li", { class: "entry" }, el("span", { class: `river-sample sample-${((found || {}).class || "unknown").replace(" ", "-")}` }),
          el("div", {}, el("button", { type: "button", class: "entry-open", onclick: open }, el("span", { class: "entry-title" }, records.river_reaches.title(i)), el("span", { class: "entry-number" }, found ? found.class : "not known")),
            el("p", { class: "entry-note" }, `near ${records.river_reaches.get("nearest_place", i) || "no named place"}`)));
      })),
    ];
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
