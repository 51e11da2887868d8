/* One job: what stands behind and under the bars: low-water months in sand, the years and their lines. */
(function (MoeiWatch) {
  "use strict";

  const FONT_PX = 11;

  function drawLowWater(context, g) {
    const d = MoeiWatch.bins.domain();
    const low = MoeiWatch.data.lowMonths || [];
    let start = -1;
    context.fillStyle = MoeiWatch.colour("--low-water");
    for (let column = d.earlier; column < g.columns; column++) {
      const month = MoeiWatch.months.numberOf(d.first + column - d.earlier);
      const isLow = low.includes(month);
      if (isLow && start < 0) start = column;
      if (start >= 0 && (!isLow || column === g.columns - 1)) {
        const end = isLow ? column + 1 : column;
        context.fillRect(g.edge(start), 0, g.edge(end) - g.edge(start), g.foot); // a season at once: no seams
        start = -1;
      }
    }
  }

  function drawYears(context, g) {
    const d = MoeiWatch.bins.domain();
    let free = -Infinity;
    context.font = `${FONT_PX}px ${getComputedStyle(document.body).fontFamily || "sans-serif"}`;
    context.textBaseline = "alphabetic";
    if (d.earlier) {
      context.textAlign = "right";
      context.fillStyle = MoeiWatch.colour("--muted");
      context.fillText("earlier", g.edge(1) - 3, g.height - 4);
    }
    context.textAlign = "left";
    for (let month = d.first; month <= d.last; month += 12) {
      const x = g.edge(month - d.first + d.earlier);
      line(context, x, 0, x, g.foot + 3, "--line", 1);
      const words = String(MoeiWatch.months.yearOf(month));
      const width = context.measureText(words).width;
      if (x < free || x + width + 3 > g.width) continue;
      context.fillStyle = MoeiWatch.colour("--muted");
      context.fillText(words, x + 3, g.height - 4);
      free = x + width + 10;
    }
  }

  function line(context, x1, y1, x2, y2, colour, alpha) {
    context.globalAlpha = alpha;
    context.strokeStyle = MoeiWatch.colour(colour);
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(Math.round(x1) + 0.5, Math.round(y1) - 0.5);
    context.lineTo(Math.round(x2) + 0.5, Math.round(y2) - 0.5);
    context.stroke();
    context.globalAlpha = 1;
  }

  MoeiWatch.timelineAxis = {
    line,
    draw(context, g) {
      drawLowWater(context, g);
      drawYears(context, g);
    },
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
