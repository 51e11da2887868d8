// A stretch of the river, told: its risk in the month, taken apart in plain sentences.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  const FEW = [
    [0.25, "high"],
    [0.5, "middling"],
    [0.8, "low"],
    [1.01, "near its lowest"],
  ];
  const waterWord = (value) => FEW.find(([edge]) => value < edge)[1];

  const round = (value) => text.number(Math.round(value));

  function sentences(i) {
    const { river, data, records } = MoeiWatch;
    const month = river.month();
    const found = river.risk(i);
    if (!found) return [el("p", {}, "Nothing is known from which a risk could be judged here.")];
    const lowWater = data.river.low_water.best[month - 1];
    const reasons = river.reasons(i).slice(0, 4);
    const near = reasons.map(([compound]) =>
      MoeiWatch.facts.reference("compounds", records.compounds.id[compound])
    );
    return [
      el("p", { class: "big" }, `${found.class.replace(/^./, (c) => c.toUpperCase())}: `, `${round(found.best)} of 100`),
      el("p", { class: "muted" }, `Between ${round(found.low)} and ${round(found.high)}, in ${text.monthName(month)}.`),
      el("p", {}, `The river runs ${waterWord(lowWater)} in ${text.monthName(month)}: ${text.number(Math.round(lowWater * 100) / 100)} where 1 is the lowest month of the year. This is one value for the whole river, from the wider basin.`),
      near.length
        ? el("p", {}, "Compounds near this stretch that count at the end of the period: ", near.map((node, n) => (n ? [n === near.length - 1 ? " and " : ", ", node] : node)), ".")
        : el("p", {}, "No compound near this stretch counts at the end of the period."),
      el("p", { class: "muted" }, "The likelihood that people are moved across near here. Not how deep the water is, not where a crossing is possible, and not how dangerous it is: that is highest in the rains."),
    ]; // prettier-ignore
  }

  function details(i) {
    const { facts } = MoeiWatch;
    const record = MoeiWatch.records.river_reaches;
    return el(
      "article",
      { class: "record" },
      el(
        "header",
        {},
        el("p", { class: "kicker" }, "Crossing risk by stretches of 5 km"),
        el("h2", {}, record.title(i))
      ),
      sentences(i),
      el(
        "dl",
        { class: "facts" },
        facts.propertyRow("river_reaches", i, "nearest_thai", "Near, in Thailand"),
        facts.propertyRow("river_reaches", i, "nearest_myanmar", "Near, in Myanmar"),
        facts.propertyRow("river_reaches", i, "basis", "The line")
      ),
      facts.sources("river_reaches", i)
    );
  }

  MoeiWatch.reachDetails = details;
})((window.MoeiWatch = window.MoeiWatch || {}));
