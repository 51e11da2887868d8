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

  const YEARS = [1900, 2099]; // those of the view (viewstate.json)

  /* [year, month] as typed, null where it has not their form. "2025-1", "2025/01" and "11.2025" are read too: people
   * type what they are used to. */
  function read(text) {
    const found = /^\s*(\d{4})\s*[-\/. ]\s*(\d{1,2})\s*$/.exec(text);
    if (found) return [Number(found[1]), Number(found[2])];
    const turned = /^\s*(\d{1,2})\s*[-\/. ]\s*(\d{4})\s*$/.exec(text);
    return turned && [Number(turned[2]), Number(turned[1])];
  }

  const isMonth = (month) => month >= 1 && month <= 12;
  const isYear = (year) => year >= YEARS[0] && year <= YEARS[1];

  /* "2025-11" -> index; null for all that is no month of those years. */
  function parse(text) {
    const [year, month] = read(text) || [];
    return isYear(year) && isMonth(month) ? 12 * year + month - 1 : null;
  }

  /* Why a text is no month, in words. */
  function fault(text, example) {
    const [year, month] = read(text) || [];
    if (year === undefined) return `A month is four digits, a hyphen and two digits, such as ${example}.`;
    if (!isMonth(month)) return "The months of a year run from 01 to 12.";
    return `Years run from ${YEARS[0]} to ${YEARS[1]} here.`;
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
    fault,
    text,
    words,
    yearOf,
    numberOf,
    firstDay,
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
