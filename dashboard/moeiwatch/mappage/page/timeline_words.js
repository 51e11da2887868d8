/* One job: what the timeline says: its count line, a month under the pointer, its handles, the whole for the ear. */
(function (MoeiWatch) {
  "use strict";

  const ROWS = ["built", "torn down", "got out", "measures"];

  const month = (text) => MoeiWatch.months.words(MoeiWatch.months.parse(text));

  function sumOf(values, row, column) {
    let sum = 0;
    for (let basis = 0; basis < MoeiWatch.bins.BASES; basis++) {
      sum += values[MoeiWatch.bins.at(row, basis, column)];
    }
    return sum;
  }

  MoeiWatch.timelineWords = {
    ROWS,

    /** Where a handle stands. */
    edge(view, side) {
      if (side === "from") return view.from ? month(view.from) : "the first record";
      const newest = MoeiWatch.months.words(MoeiWatch.bins.domain().last);
      return view.to ? month(view.to) : `the newest record, ${newest}`;
    },

    period(view) {
      return `${view.from ? month(view.from) : "First record"} to ${view.to ? month(view.to) : "newest record"}`;
    },

    /** "212 of 399 records in this period, 11 dated by year or month only"; in mode known it is the publication that is
     * dated: "..., publication dated by year or month only: 11, not dated: 3". */
    count(view, bins) {
      const { number } = MoeiWatch.text;
      const from = view.from ? MoeiWatch.months.parse(view.from) : -Infinity;
      const to = view.to ? MoeiWatch.months.parse(view.to) : Infinity;
      const { shown, total, coarse, undated } = bins.inPeriod(from, to);
      const isKnown = view.mode === "known";
      const vague = "dated by year or month only";
      const dates = [
        coarse && (isKnown ? `${vague}: ${number(coarse)}` : `${number(coarse)} ${vague}`),
        undated && `not dated: ${number(undated)}`,
      ].filter(Boolean);
      if (isKnown && dates.length) dates[0] = `publication ${dates[0]}`;
      return [`${number(shown)} of ${number(total)} records in this period`, ...dates].join(", ");
    },

    /** "February 2025, reports: built 6, got out 31; pale: parts of longer spans". */
    column(column, bins) {
      const d = MoeiWatch.bins.domain();
      const name =
        d.earlier && column === 0
          ? `Before ${MoeiWatch.months.words(d.first)}`
          : MoeiWatch.months.words(MoeiWatch.columns.monthOf(column));
      const parts = ROWS.map((word, row) => [word, sumOf(bins.sure, row, column)])
        .filter(([, sum]) => sum)
        .map(([word, sum]) => `${word} ${MoeiWatch.text.number(sum)}`);
      const pale = ROWS.some((word, row) => sumOf(bins.spread, row, column));
      const reports = parts.length ? `, reports: ${parts.join(", ")}` : ": no report of this month alone";
      return `${name}${reports}${pale ? "; pale: parts of longer spans" : ""}`;
    },

    strip(bins) {
      const d = MoeiWatch.bins.domain();
      const most = ROWS.map((word, row) => `${word} ${MoeiWatch.text.number(Math.round(bins.most[row]))}`);
      return (
        `Reports by month from ${MoeiWatch.months.words(d.first)} to ${MoeiWatch.months.words(d.last)}` +
        `${d.earlier ? ", older ones in one column" : ""}. Most in a column: ${most.join(", ")}. ` +
        "Low-water months are shaded."
      );
    },
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
