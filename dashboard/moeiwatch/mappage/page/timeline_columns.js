/* One job: between the view's period and the strip's columns.
 *
 * A window is two edges a <= b of columns. The outermost edges are open ends, '' in the view. What lies before the
 * strip's first month has one column of its own (timeline_bins.js says when), from the oldest record on: an edge
 * inside it is a fraction. A window that lies wholly before the oldest or after the newest record has no width.
 */
(function (MoeiWatch) {
  "use strict";

  const domain = () => MoeiWatch.bins.domain();

  /* Where a month begins. */
  function edgeOf(month) {
    const d = domain();
    if (month >= d.first) return Math.min(d.columns, month - d.first + d.earlier);
    return d.earlier ? Math.max(0, (month - d.oldest) / (d.first - d.oldest)) : 0;
  }

  /* The month that begins at an edge, or before it. */
  function monthOf(edge) {
    const d = domain();
    if (edge >= d.earlier) return d.first + Math.floor(edge) - d.earlier;
    return d.oldest + Math.round(edge * (d.first - d.oldest));
  }

  MoeiWatch.columns = {
    monthOf,

    /** View -> [a, b]. */
    edges: (view) => [
      view.from ? edgeOf(MoeiWatch.months.parse(view.from)) : 0,
      view.to ? edgeOf(MoeiWatch.months.parse(view.to) + 1) : domain().columns,
    ],

    /** a, b -> {from, to} for the view. */
    period(a, b) {
      const from = monthOf(a);
      return {
        from: a <= 0 ? "" : MoeiWatch.months.text(from),
        to: b >= domain().columns ? "" : MoeiWatch.months.text(Math.max(from, monthOf(b) - 1)),
      };
    },
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
