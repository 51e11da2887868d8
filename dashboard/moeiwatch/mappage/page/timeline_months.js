/* One job: the words and the typed forms of a month.
 *
 * A month is the index of util.js, 12 * year + (month - 1): November 2025 is 24310.
 */
(function (MoeiWatch) {
  "use strict";

  const NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ];

  /* "2025-11" -> index; null for all that is no month of the years 1900 to 2199. "2025-1", "2025/01" and "11.2025"
   * are read too: people type what they are used to. */
  function parse(text) {
    let found = /^\s*(\d{4})\s*[-\/. ]\s*(\d{1,2})\s*$/.exec(text);
    let year = found && Number(found[1]);
    let month = found && Number(found[2]);
    if (!found) {
      found = /^\s*(\d{1,2})\s*[-\/. ]\s*(\d{4})\s*$/.exec(text);
      if (!found) return null;
      year = Number(found[2]);
      month = Number(found[1]);
    }
    return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 ? 12 * year + month - 1 : null;
  }

  function yearOf(month) {
    return Math.floor(month / 12);
  }

  function numberOf(month) {
    return month - 12 * yearOf(month) + 1;
  }

  function text(month) {
    return `${String(yearOf(month))}-${String(numberOf(month)).padStart(2, "0")}`;
  }

  function words(month) {
    return `${NAMES[numberOf(month) - 1]} ${yearOf(month)}`;
  }

  /* First day of a month, in days since 1970-01-01. */
  function firstDay(month) {
    return Date.UTC(yearOf(month), numberOf(month) - 1, 1) / 86400000;
  }

  MoeiWatch.months = {
    parse,
    text,
    words,
    yearOf,
    numberOf,
    firstDay,
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
