/* One job: a button that explains the strip's marks, drawn by the same code as the strip. */
(function (MoeiWatch) {
  "use strict";

  const ROWS = [
    { basis: 1, words: "observed: imagery, a visit, a count by independent observers" },
    { basis: 0, words: "claimed: an authority, an armed group or a company says so" },
    { basis: 2, words: "basis not stated" },
    { basis: 1, pale: true, words: "spread over the months that a record can mean" },
    { mark: true, words: "measures in this month: power cuts, sanctions, arrests" },
    { sand: true, words: "months of low river" },
  ];

  MoeiWatch.timelineKey = function () {
    const el = MoeiWatch.el;
    const samples = [];
    const list = el(
      "ul",
      { class: "timeline-key", id: "timeline-key", hidden: true },
      ROWS.map((row) => {
        const canvas = el("canvas", { width: 28, height: 32, "aria-hidden": "true" });
        samples.push([canvas, row]);
        return el("li", {}, canvas, el("span", {}, row.words));
      }),
      el(
        "li",
        { class: "muted" },
        "Built and torn down: reports of works; plans, states, supply and damage are in the count, in no bar. " +
          "A bar's height is a number of reports, on one scale for all rows; one alone is drawn a little higher, to be seen.",
      ),
    );
    const button = el(
      "button",
      {
        class: "button timeline-key-button",
        type: "button",
        "aria-expanded": "false",
        "aria-controls": "timeline-key",
        onclick() {
          show(list.hidden);
        },
      },
      "Key",
    );

    function show(open) {
      list.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      if (open)
        samples.forEach((sample) => {
          draw(sample[0], sample[1]);
        });
    }

    function draw(canvas, row) {
      const context = canvas.getContext("2d");
      context.setTransform(2, 0, 0, 2, 0, 0);
      context.clearRect(0, 0, 14, 16);
      context.globalAlpha = row.pale ? 0.42 : 1;
      context.fillStyle = MoeiWatch.colour(
        row.sand ? "--low-water" : row.mark ? "--intervention" : "--building",
      );
      if (row.sand) context.fillRect(0, 0, 14, 16);
      else if (row.mark) context.fillRect(2, 6, 10, 5);
      else MoeiWatch.strip.drawBar(context, 2, 10, 16, -15, row.basis);
    }

    function close(event) {
      if (list.hidden || (event.type === "keydown" ? event.key !== "Escape" : box.contains(event.target)))
        return;
      show(false);
      if (event.type === "keydown") {
        event.stopPropagation();
        button.focus();
      }
    }

    const box = el("div", { class: "timeline-key-box", onkeydown: close }, button, list);
    document.addEventListener("pointerdown", close);
    MoeiWatch.onTheme(() => {
      show(!list.hidden);
    });
    return box;
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
