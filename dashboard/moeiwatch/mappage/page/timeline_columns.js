/* One job: between the view's period and the strip's columns.
 *
 * A window is two edges a < b of columns. The outermost edges are open ends, '' in the view. What lies before the
 * strip's first month has one column of its own (timeline_bins.js says when).
 */
(function (MoeiWatch) {
  "use strict";

  const domain = () => MoeiWatch.bins.domain();

  function monthOf(column) {
    return domain().first + column - domain().earlier;
  }

  function columnOf(month) {
    const d = domain();
    if (month < d.first) return 0;
    return Math.min(d.columns - 1, month - d.first + d.earlier);
  }

  MoeiWatch.columns = {
    monthOf,

    /** View -> [a, b]. */
    edges(view) {
      const a = view.from ? columnOf(MoeiWatch.months.parse(view.from)) : 0;
      if (!view.to) return [a, domain().columns];
      return [a, Math.max(a, columnOf(MoeiWatch.months.parse(view.to))) + 1];
    },

    /** a, b -> {from, to} for the view. */
    period: (a, b) => ({
      from: a <= 0 ? "" : MoeiWatch.months.text(monthOf(a)),
      to: b >= domain().columns ? "" : MoeiWatch.months.text(monthOf(b - 1)),
    }),
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
