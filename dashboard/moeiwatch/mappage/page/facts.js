// The values of a record in words.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  let countries = null; // made when it is first needed

  const DATE = /^\d{4}(-\d{2}){0,2}$/;
  const UNITS = { m2: "m²", ha_per_month: "ha a month", percent: "%", count: "" };

  function countryName(code) {
    try {
      countries = countries || new Intl.DisplayNames(["en"], { type: "region" });
      return countries.of(code) || code;
    } catch {
      return code;
    }
  }

  const property = (layer, name) => MoeiWatch.data.layers[layer].properties.find((one) => one.name === name);

  /** A link that selects another record; opened in a new window it is the page with that record. */
  function reference(layer, id) {
    const i = MoeiWatch.records[layer] ? MoeiWatch.records[layer].index(id) : -1;
    if (i < 0) return el("span", {}, id);
    const open = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      MoeiWatch.select(`${layer}/${id}`, { fly: true, focus: true });
    };
    return el("a", { href: `?sel=${layer}/${id}`, onclick: open }, MoeiWatch.records[layer].title(i));
  }

  const actorName = (id) => (MoeiWatch.data.actor.get(id) || { name: id }).name;

  function words(value, info) {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "number") return `${text.number(value)}${info && info.unit ? ` ${info.unit}` : ""}`;
    if (typeof value === "string")
      return (info && info.terms[value]) || (DATE.test(value) ? text.date(value) : value);
    if (Array.isArray(value)) return value.map((part) => words(part, info)).join("; ");
    if (value.actor) {
      const until = value.until ? `until ${text.date(value.until)}` : "";
      return [actorName(value.actor), [until, value.note].filter(Boolean).join(", ")]
        .filter(Boolean)
        .join(": ");
    }
    if (value.authority) return `${value.authority} ${text.date(value.date)}`;
    return Object.entries(value)
      .map(([code, number]) => `${countryName(code)} ${text.number(number)}`)
      .join(", ");
  }

  /** A row of a list of facts, or null where there is nothing to tell. */
  function row(title, value) {
    if (value === "" || value === null || value === undefined) return null;
    return [el("dt", {}, title), el("dd", {}, value)];
  }

  function propertyRow(layer, i, name, title) {
    const info = property(layer, name);
    const value = MoeiWatch.records[layer].get(name, i);
    return info && value !== null ? row(title || info.title, words(value, info)) : null;
  }

  /** When it happened: "12 Feb 2025", "Jan 2025 to 3 Mar 2025", "date not known". */
  function when(layer, i) {
    const [begins, ends] =
      layer === "construction_reports" ? ["observed", "observed_end"] : ["date", "date_end"];
    const record = MoeiWatch.records[layer];
    const from = record.get(begins, i);
    const to = record.get(ends, i);
    if (!from && !to) return "date not known";
    return to && to !== from ? `${text.date(from)} to ${text.date(to)}` : text.date(from || to);
  }

  /** True where it happened on a known day, month or year, and no source says when it was published. */
  function isPublicationUndated(layer, i) {
    const record = MoeiWatch.records[layer];
    return record.dated[i] > 0 && record.knownEnd[i] === MoeiWatch.LAST;
  }

  /** The number that a record gives: people, or what was measured; "" where it gives none. */
  function amount(layer, i) {
    const record = MoeiWatch.records[layer];
    if (layer === "rescue_events") {
      const people = text.range(record.min[i], record.best[i], record.max[i]);
      return people && `${people} ${people === "1" ? "person" : "people"}`;
    }
    const value = record.get("value", i);
    if (value === null) return "";
    const unit = record.get("unit", i) || "";
    const hedge = (record.get("value_qualifier", i) || "").replace("_", " ");
    const most = record.get("value_max", i);
    const amount = most === null ? text.number(value) : `${text.number(value)} to ${text.number(most)}`;
    return `${hedge} ${amount} ${UNITS[unit] === undefined ? unit : UNITS[unit]}`.trim();
  }

  const kilometres = (metres) =>
    metres >= 1000 ? `${text.number(metres / 1000)} km` : `${text.number(metres)} m`;

  /** How well the position is known. */
  function position(layer, i) {
    const record = MoeiWatch.records[layer];
    if (layer === "river_reaches") return "";
    if (record.place[i] < 0) return "Not on the map: no position is published.";
    const basis = property(layer, "location_basis");
    const by = words(record.get("location_basis", i), basis);
    const radius = record.get("precision_m", i);
    const found = [by, radius === null ? "" : `surely within ${kilometres(radius)} of the point`]
      .filter(Boolean)
      .join(", ");
    if (found) return `${found}.`;
    return record.compound && record.compound[i] >= 0 ? "At the compound it concerns." : "";
  }

  /** Confidence, and whether someone read the sources again. */
  function confidence(layer, i) {
    const record = MoeiWatch.records[layer];
    const level = MoeiWatch.data.confidence[record.confidence[i]];
    const verified = record.get("verified", i);
    const read = verified ? `read again on ${text.date(verified)}` : "not yet read twice";
    return level ? `${level.title}, ${read}` : "";
  }

  const sources = (layer, i) => sourceList(MoeiWatch.records[layer].sources[i] || []);

  /** Sources by their number in the pack, or null where there are none. */
  function sourceList(numbers) {
    const { sources: all } = MoeiWatch.data;
    const items = numbers.map((number) =>
      el("li", {}, MoeiWatch.link(all.link[number], all.words[number]))
    );
    if (!items.length) return null;
    return el(
      "section",
      { class: "sources" },
      el("h3", {}, text.plural(items.length, "source", "sources")),
      el("ol", {}, items)
    );
  }

  MoeiWatch.facts = {
    property,
    words,
    row,
    propertyRow,
    reference,
    when,
    isPublicationUndated,
    amount,
    position,
    confidence,
    sources,
    sourceList,
    kilometres,
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
