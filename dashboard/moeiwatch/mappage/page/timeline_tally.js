/* One job: how many records overlap a window of months, for any window at once.
 *
 * Overlapping = all, less those that end before the window, less those that begin after it: two lists of running sums,
 * so that a step of the timeline costs the same for a hundred records and for a hundred thousand. An end that is not
 * known is open: a record without a date overlaps every window.
 */
(function (MoeiWatch) {
  "use strict";

  const { FIRST, LAST } = MoeiWatch; // days that stand for an open start and an open end

  /* Tally of one kind of records over the months oldest..last. */
  function tally(oldest, last) {
    const width = last - oldest + 2;
    const ends = new Int32Array(width);
    const begins = new Int32Array(width);
    let always = 0; // begun before every window
    let summed = false;
    const slot = (month) => Math.max(0, Math.min(width - 1, month - oldest));
    function sum() {
      [ends, begins].forEach((list) => {
        for (let k = 1; k < width; k++) list[k] += list[k - 1];
      });
      summed = true;
    }
    return {
      add(first, end) {
        if (first === FIRST) always += 1;
        else begins[slot(first)] += 1;
        if (end !== LAST) ends[slot(end)] += 1;
      },
      overlapping(from, to) {
        if (!summed) sum();
        const ended = from <= oldest ? 0 : ends[slot(from - 1)];
        const begun = always + (to < oldest ? 0 : begins[slot(to)]);
        return Math.max(0, begun - ended);
      },
    };
  }

  /** Tally records, and among them the coarse ones and the undated. */
  MoeiWatch.tallyOver = function (oldest, last) {
    const [all, coarse, undated] = [0, 1, 2].map(() => tally(oldest, last));
    let total = 0;
    return {
      add(first, end, isCoarse, isUndated) {
        total += 1;
        all.add(first, end);
        if (isCoarse) coarse.add(first, end);
        if (isUndated) undated.add(first, end);
      },
      inPeriod: (from, to) => ({
        shown: all.overlapping(from, to),
        total,
        coarse: coarse.overlapping(from, to),
        undated: undated.overlapping(from, to),
      }),
    };
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
