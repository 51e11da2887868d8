// Dates and numbers: days since 1970 and months counted from year 0, and their words.
(function (MoeiWatch) {
  "use strict";

  const DAY = 86400000;
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const LONG_MONTHS =
    "January February March April May June July August September October November December".split(" ");

  const dayOf = (year, month, day) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month, day);
    return Math.round(date.getTime() / DAY);
  };

  const days = {
    /** First and last day that a partial date can mean. */
    fromDate(text) {
      const [year, month, day] = text.split("-").map(Number);
      if (!month) return { start: dayOf(year, 0, 1), end: dayOf(year, 11, 31) };
      if (!day) return { start: dayOf(year, month - 1, 1), end: dayOf(year, month, 0) };
      return { start: dayOf(year, month - 1, day), end: dayOf(year, month - 1, day) };
    },
    month(index) {
      const year = Math.floor(index / 12);
      return { start: dayOf(year, index % 12, 1), end: dayOf(year, (index % 12) + 1, 0) };
    },
    toText: (day) => new Date(day * DAY).toISOString().slice(0, 10),
    monthIndex(text) {
      const [year, month] = text.split("-").map(Number);
      return year * 12 + (month || 1) - 1;
    },
    monthText: (index) =>
      `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`,
    monthOf(day) {
      const date = new Date(day * DAY);
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    },
    /** The day of the reader's clock, as days since 1970. */
    today() {
      const now = new Date();
      return dayOf(now.getFullYear(), now.getMonth(), now.getDate());
    },
  };

  let numbers = null; // made when it is first needed: it takes longer than the first picture of the map

  const text = {
    number(value) {
      numbers = numbers || new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
      return numbers.format(value);
    },
    /** The date of the newest report from the ground, as it is told everywhere; "" where there is none. */
    newest: () => (MoeiWatch.data.newest ? `Newest from the ground: ${text.date(MoeiWatch.data.newest)}` : ""),

    /** "12", "10 to 14", "200 or more"; "" where nothing is known. */
    range(min, best, max) {
      const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);
      const low = known(min) ? min : best;
      if (!known(low)) return known(max) && max !== Infinity ? `at most ${text.number(max)}` : "";
      if (max === Infinity || !known(max)) return `${text.number(low)} or more`;
      return low === max ? text.number(low) : `${text.number(low)} to ${text.number(max)}`;
    },
    date(value) {
      const [year, month, day] = String(value).split("-");
      if (!month) return year;
      const name = MONTHS[Number(month) - 1] || month;
      return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
    },
    month: (value) => text.date(value.slice(0, 7)),
    monthName: (month) => LONG_MONTHS[month - 1],
    shortMonth: (month) => MONTHS[month - 1],
    plural: (count, one, many) => `${text.number(count)} ${count === 1 ? one : many}`,
    list(words) {
      if (words.length < 2) return words.join("");
      return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
    },
  };

  MoeiWatch.days = days;
  MoeiWatch.text = text;
})((window.MoeiWatch = window.MoeiWatch || {}));
