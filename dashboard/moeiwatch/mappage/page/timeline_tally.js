/* One job: how many records overlap a window of months, for any window at once.
 *
 * Overlapping = all, less those that end before the window, less those that begin after it: two lists of running sums,
 * so that a step of the timeline costs the same for a hundred records and for a hundred thousand. A record without
 * a date overlaps every window.
 */
(function (MoeiWatch) {
  "use strict";

  const UNDATED_START = -2147483648;
  const UNDATED_END = 2147483647;

  MoeiWatch.tallyOver = function (oldest, last) {
    const width = last - oldest + 2;
    const ends = [new Int32Array(width), new Int32Array(width)];
    const begins = [new Int32Array(width), new Int32Array(width)];
    const total = [0, 0];
    let summed = false;
    function slot(month) {
      return Math.max(0, Math.min(width - 1, month - oldest));
    }
    function sum() {
      ends.concat(begins).forEach((list) => {
        for (let k = 1; k < width; k++) list[k] += list[k - 1];
      });
      summed = true;
    }
    function overlapping(kind, from, to) {
      const before = from <= oldest ? 0 : ends[kind][slot(from - 1)];
      const until = to < oldest ? 0 : begins[kind][slot(to)];
      return Math.max(0, until - before);
    }
    return {
      add(first, last, coarse) {
        for (let kind = 0; kind <= (coarse ? 1 : 0); kind++) {
          total[kind] += 1;
          begins[kind][first === UNDATED_START ? 0 : slot(first)] += 1;
          if (last !== UNDATED_END) ends[kind][slot(last)] += 1;
        }
      },
      inPeriod(from, to) {
        if (!summed) sum();
        return { shown: overlapping(0, from, to), total: total[0], coarse: overlapping(1, from, to) };
      },
    };
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
