/* One job: draw the months on a canvas. Knows counts and colours, nothing of the window, the store or the pointer.
 *
 * One scale for all three rows, so that a bar of the same height is the same number of reports everywhere. Solid =
 * observed, dashed = claimed, thin = basis not stated, as on the map; pale = a record spread over the months it can
 * mean. Months of low water are shaded in sand.
 */
(function (MoeiWatch) {
  "use strict";

  const COLOURS = ["--building", "--demolition", "--people", "--intervention"];
  const STACK = [1, 0, 2]; // observed at the bottom, then claimed, then not stated
  const OBSERVED = 1;
  const CLAIMED = 0;
  const HIGHEST_UNIT_PX = 9; // of one report, so that three reports do not fill the strip
  const AXIS_PX = 17;
  const ROW_GAP_PX = 4;
  const TOP_PX = 12; // holds the marks of measures
  const MARK_PX = 5;
  const LEAST_PX = 3; // of a whole report, so that one alone is seen
  const DASH_PX = 2.5;
  const DASH_GAP_PX = 1.5;
  const SPREAD_ALPHA = 0.42;

  /* Where the columns stand. The column of what is older is twice as wide as a month. */
  function geometry(width, height, left, right) {
    const d = MoeiWatch.bins.domain();
    const unit = Math.max(0.1, (width - left - right) / (d.columns + d.earlier));
    function edge(column) {
      const x = left + unit * (column + (d.earlier ? Math.min(column, 1) : 0));
      return unit >= 3 ? Math.round(x) : x; // sharp bars where a month is wide enough
    }
    return {
      width,
      height,
      left,
      right,
      unit,
      edge,
      columns: d.columns,
      foot: height - AXIS_PX,
      /* nearest edge, and the column under x */
      edgeAt(x) {
        let column = Math.round((x - left) / unit - d.earlier);
        if (d.earlier && x < left + unit) column = 0;
        return Math.max(0, Math.min(d.columns, Math.max(column, d.earlier && x >= left + unit ? 1 : 0)));
      },
      columnAt(x) {
        const column = Math.floor((x - left) / unit) - d.earlier;
        return Math.max(0, Math.min(d.columns - 1, column));
      },
    };
  }

  /* Returns where the rows stand: {base, foot} in px, for the words beside them. */
  function draw(canvas, bins, g) {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(g.width * ratio);
    canvas.height = Math.round(g.height * ratio);
    canvas.style.width = `${g.width}px`;
    canvas.style.height = `${g.height}px`;
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, g.width, g.height);

    const room = g.foot - TOP_PX - ROW_GAP_PX;
    const sum = bins.most[0] + bins.mostBelow;
    const unit = sum ? Math.min(HIGHEST_UNIT_PX, room / sum) : 0;
    const base = Math.round(TOP_PX + (room - unit * sum) / 2 + unit * bins.most[0]);

    MoeiWatch.timelineAxis.draw(context, g);
    MoeiWatch.timelineAxis.line(context, g.left, base, g.edge(g.columns), base, "--muted", 0.6);
    for (let column = 0; column < g.columns; column++) {
      drawColumn(context, bins, g, column, 0, base, -1, unit);
      drawColumn(context, bins, g, column, 1, base, 1, unit);
      drawColumn(context, bins, g, column, 2, g.foot, -1, unit);
      drawMark(context, bins, g, column);
    }
    MoeiWatch.timelineAxis.line(context, g.left, g.foot, g.edge(g.columns), g.foot, "--muted", 0.6);
    return { base, foot: g.foot, unit, built: unit * bins.most[0], down: unit * bins.most[1] };
  }

  function drawColumn(context, bins, g, column, row, from, direction, unit) {
    const x = g.edge(column);
    const width = g.edge(column + 1) - x;
    const gap = width > 6 ? 1 : width > 3 ? 0.5 : 0;
    let y = from;
    context.fillStyle = MoeiWatch.colour(COLOURS[row]);
    [bins.sure, bins.spread].forEach((values, paler) => {
      context.globalAlpha = paler ? SPREAD_ALPHA : 1;
      STACK.forEach((basis) => {
        const value = values[MoeiWatch.bins.at(row, basis, column)];
        if (!value) return;
        const height = paler ? unit * value : Math.max(LEAST_PX, unit * value);
        drawBar(context, x + gap / 2, width - gap, y, direction * height, basis);
        y += direction * height;
      });
    });
    context.globalAlpha = 1;
  }

  /* A measure (a power cut, a sanction, an arrest) is a mark at the top: whether, not how many. */
  function drawMark(context, bins, g, column) {
    const at = MoeiWatch.bins.at(3, 2, column);
    if (!bins.sure[at] && !bins.spread[at]) return;
    const x = g.edge(column);
    const width = Math.max(2, g.edge(column + 1) - x - 1);
    context.globalAlpha = bins.sure[at] ? 1 : SPREAD_ALPHA;
    context.fillStyle = MoeiWatch.colour(COLOURS[3]);
    context.fillRect(x + 0.5, 2, width, MARK_PX);
    context.globalAlpha = 1;
  }

  function drawBar(context, x, width, y, height, basis) {
    if (basis === OBSERVED) {
      context.fillRect(x, y, width, height);
    } else if (basis === CLAIMED) {
      const sign = Math.sign(height);
      const size = Math.abs(height);
      for (let at = 0; at < size; at += DASH_PX + DASH_GAP_PX) {
        context.fillRect(x, y + sign * at, width, sign * Math.min(DASH_PX, size - at));
      }
    } else {
      const thin = Math.max(1.5, width * 0.3);
      context.fillRect(x + (width - thin) / 2, y, thin, height);
    }
  }

  MoeiWatch.strip = { geometry, draw, drawBar };
})((window.MoeiWatch = window.MoeiWatch || {}));
