/* One job: the timeline along the foot of the map, joined to the view state.
 *
 * Counting and drawing happen when a filter other than the period changes, when the size or the theme does; a change
 * of the period only moves the window and the words (timeline_window.js), whatever the number of records.
 */
(function (MoeiWatch) {
  "use strict";

  const PERIOD = ["from", "to"];
  const FILTERS = ["mode", "hide", "basis", "conf", "group"];
  const LEFT_PX = 64;
  const RIGHT_PX = 12;
  const LABEL_PX = 14;

  MoeiWatch.start(() => {
    const { el, store, columns, timelineWords: words } = MoeiWatch;
    let bins = MoeiWatch.bins.count(store.get().mode);
    let g = null; // geometry of the strip
    let hovered = -1;

    const canvas = el("canvas", { class: "timeline-canvas", role: "img" });
    const labels = words.ROWS.map((word, row) =>
      el(
        "span",
        { class: `timeline-row timeline-row-${MoeiWatch.bins.ROWS[row]}`, "aria-hidden": "true" },
        word,
      ),
    );
    const plot = el(
      "div",
      { class: "timeline-plot", role: "group", "aria-label": "Period shown" },
      canvas,
      labels,
    );
    const line = el("p", { class: "timeline-count" });
    const frame = MoeiWatch.timelineWindow(plot, {
      draft: (a, b) => store.set(columns.period(a, b), { kind: "step" }),
      choice: choose,
      words: (side) => words.edge(store.get(), side),
    });
    document
      .getElementById("timeline")
      .append(el("div", { class: "timeline-head" }, MoeiWatch.play(), line, MoeiWatch.timelineKey()), plot);
    MoeiWatch.typedPeriod(document.getElementById("period"));

    function choose(kind = "choice") {
      const { from, to } = store.get();
      store.set({ from, to }, { kind });
      MoeiWatch.announce(`${words.period(store.get())}. ${words.count(store.get(), bins)}`);
    }

    function write() {
      line.textContent = hovered >= 0 ? words.column(hovered, bins) : words.count(store.get(), bins);
    }

    function place() {
      if (g) frame.place(g, ...columns.edges(store.get()));
      write();
    }

    function draw() {
      const box = plot.getBoundingClientRect();
      if (box.width < 60 || box.height < 30) return;
      g = MoeiWatch.strip.geometry(box.width, box.height, LEFT_PX, RIGHT_PX);
      const rows = MoeiWatch.strip.draw(canvas, bins, g);
      const out = g.foot - LABEL_PX - 1;
      const built = Math.max(
        LABEL_PX - 2,
        Math.min(rows.base - rows.built / 2 - LABEL_PX / 2, out - 2 * LABEL_PX),
      );
      const down = Math.max(
        built + LABEL_PX,
        Math.min(out - LABEL_PX, rows.base + rows.down / 2 - LABEL_PX / 2),
      );
      [built, down, out, 0].forEach((top, row) => {
        labels[row].style.top = `${top}px`;
      });
      canvas.setAttribute("aria-label", words.strip(bins));
      place();
    }

    function hover(event) {
      if (!g || event.pointerType === "touch" || frame.isDragging()) return;
      const x = event.clientX - plot.getBoundingClientRect().left;
      const column = x < g.edge(0) || x > g.edge(g.columns) ? -1 : g.columnAt(x);
      if (column === hovered) return;
      hovered = column;
      write();
    }

    function leave() {
      hovered = -1;
      write();
    }

    plot.addEventListener("pointermove", hover);
    plot.addEventListener("pointerleave", leave);
    plot.addEventListener("pointerdown", leave);
    store.on((view, changed) => {
      if (FILTERS.some((field) => changed.has(field))) {
        bins = MoeiWatch.bins.count(view.mode);
        draw();
      } else if (PERIOD.some((field) => changed.has(field))) place();
    });
    MoeiWatch.onTheme(draw);
    new ResizeObserver(draw).observe(plot);
    draw();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
