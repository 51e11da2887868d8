/* One job: count the records of each month, once for every change of a filter, never for a change of the period.
 *
 * A bar's height is a number of REPORTS, not of people: one event counts 13,272 people from January to December 2025
 * and would be a wall or a carpet, and sums of people belong to the headline numbers, which count each person once.
 *
 * Partial dates. A record that lies inside one month counts whole in that month. A record that can mean several
 * months (dated by year only, or spanning a season) is divided evenly over the months it can mean and drawn paler
 * ("spread"): a year never looks like a January, and the strip still adds up to the number of reports. A span is
 * cut off at the newest record, so that the months of a year not yet over stay empty. What is not dated, or was made
 * public on no known day, stands in no column: the count line tells of it.
 *
 * The strip begins at the latest January before which no more than one record in twenty-five ended; what is older stands
 * in one column of its own ("earlier") at the left end.
 */
(function (MoeiWatch) {
  "use strict";

  const LAYERS = ["construction_reports", "rescue_events", "interventions"];
  const ROWS = ["built", "down", "out", "measures"];
  const BASES = 3; // claimed, observed, not stated: the order of MoeiWatch.data.basis
  const EARLIER_SHARE = 0.04;
  const { FIRST, LAST } = MoeiWatch; // days that stand for an open start and an open end

  const spans = {}; // "layer|mode" -> {first, last} Int32Array of month indexes
  let domain = null;

  /* The months in which the days of a record lie, for both modes; worked out once. */
  function spanOf(layer, mode) {
    const key = `${layer}|${mode}`;
    if (!spans[key]) {
      const records = MoeiWatch.records[layer];
      spans[key] = {
        first: monthsOf(mode === "known" ? records.knownStart : records.start),
        last: monthsOf(mode === "known" ? records.knownEnd : records.end),
      };
    }
    return spans[key];
  }

  function monthsOf(days) {
    const first = MoeiWatch.months.firstDay;
    return Int32Array.from(days, (day) => {
      if (day === FIRST || day === LAST) return day;
      let month = Math.floor(day / 30.436875) + 23640;
      while (first(month) > day) month -= 1;
      while (first(month + 1) <= day) month += 1;
      return month;
    });
  }

  /* {first, last, columns, earlier}: the months drawn; column 0 is "earlier" when earlier is 1, from the oldest record
   * on. {latest}: the last month that a record can mean. */
  function getDomain() {
    if (domain) return domain;
    const perYear = new Map();
    let total = 0;
    let last = -Infinity;
    let oldest = Infinity;
    let latest = -Infinity;
    LAYERS.forEach((layer) => {
      ["happened", "known"].forEach((mode) => {
        const span = spanOf(layer, mode);
        for (let i = 0; i < span.first.length; i++) {
          if (span.first[i] === FIRST) continue;
          if (span.first[i] > last) last = span.first[i];
          if (span.first[i] < oldest) oldest = span.first[i];
          if (span.last[i] > latest && span.last[i] !== LAST) latest = span.last[i];
          if (mode === "known") continue;
          const year = MoeiWatch.months.yearOf(span.last[i]);
          perYear.set(year, (perYear.get(year) || 0) + 1);
          total += 1;
        }
      });
    });
    if (!total) {
      last = MoeiWatch.days.monthIndex(MoeiWatch.data.asOf.slice(0, 7));
      oldest = last - 11;
    }
    let first = 12 * MoeiWatch.months.yearOf(oldest);
    let left = 0;
    for (; first + 12 <= last; first += 12) {
      left += perYear.get(MoeiWatch.months.yearOf(first)) || 0;
      if (left > EARLIER_SHARE * total) break;
    }
    const earlier = oldest < first ? 1 : 0;
    domain = { first, last, oldest, latest: Math.max(last, latest), earlier, columns: last - first + 1 + earlier };
    return domain;
  }

  /* Count what matches every filter but the period. Returns
   *   sure, spread  Float64Array per (row, basis, column): see at()
   *   most          highest column of each row; mostBelow: of what hangs from the line and what stands on the foot
   *                 of the same month together
   *   inPeriod(from, to) -> {shown, total, coarse, undated}: records that overlap the months from..to, all records,
   *                 how many of those shown are dated by year or month only, and how many are not dated (mode
   *                 "known": published on no known day); costs nothing, however many records. */
  function count(mode) {
    const d = getDomain();
    const size = ROWS.length * BASES * d.columns;
    const bins = { sure: new Float64Array(size), spread: new Float64Array(size), most: [0, 0, 0, 0] };
    const tally = MoeiWatch.tallyOver(d.oldest, d.latest);
    LAYERS.forEach((layer) => {
      const records = MoeiWatch.records[layer];
      const mask = MoeiWatch.filtered(layer);
      const span = spanOf(layer, mode);
      for (let i = 0; i < records.n; i++) {
        if (!mask[i]) continue;
        const first = span.first[i];
        const last = span.last[i];
        const undated = last === LAST;
        const coarse = mode === "known" ? records.knownEnd[i] > records.knownStart[i] : records.dated[i] > 1;
        tally.add(first, last, coarse && !undated, undated);
        const row = rowOf(layer, records.side[i]);
        if (row >= 0 && !undated) add(bins, d, row, Math.min(records.basis[i], 2), first, last);
      }
    });
    for (let row = 0; row < ROWS.length; row++) bins.most[row] = highest(bins, d, [row]);
    bins.mostBelow = highest(bins, d, [1, 2]);
    bins.inPeriod = tally.inPeriod;
    return bins;
  }

  /* Row of a record, -1 for none: a construction report stands on the side of its works (analysis/works.py); plans,
   * states, supply and damage are no works and in no row. */
  function rowOf(layer, side) {
    if (layer === "rescue_events") return 2;
    if (layer === "interventions") return 3;
    return side < 2 ? side : -1;
  }

  function at(row, basis, column) {
    return (row * BASES + basis) * getDomain().columns + column;
  }

  function add(bins, d, row, basis, first, last) {
    if (last > d.last) last = d.last;
    if (last < first) last = first;
    const values = first === last ? bins.sure : bins.spread;
    const share = 1 / (last - first + 1);
    const start = at(row, basis, 0) + d.earlier - d.first;
    if (first < d.first) {
      values[at(row, basis, 0)] += share * (Math.min(last + 1, d.first) - first);
      first = d.first;
    }
    for (let month = first; month <= last; month++) values[start + month] += share;
  }

  function highest(bins, d, rows) {
    let most = 0;
    for (let column = 0; column < d.columns; column++) {
      const sum = rows.reduce((all, row) => all + MoeiWatch.bins.sum(bins, row, column), 0);
      if (sum > most) most = sum;
    }
    return most;
  }

  /* All of a month and a row: sure, and shares of spread records. */
  function sum(bins, row, column) {
    let all = 0;
    for (let basis = 0; basis < BASES; basis++) {
      all += bins.sure[at(row, basis, column)] + bins.spread[at(row, basis, column)];
    }
    return all;
  }

  MoeiWatch.bins = { ROWS, BASES, domain: getDomain, count, at, sum };
})((window.MoeiWatch = window.MoeiWatch || {}));
