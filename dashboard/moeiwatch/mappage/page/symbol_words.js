// What a symbol is called, and what those hear of it who do not see it.
(function (MoeiWatch) {
  "use strict";

  const { text } = MoeiWatch;

  /** "KK Park", "KK Park + 3 more" for a pile; a place by its compounds, its town or the words of its records. */
  function name({ place, compound, members = [], places = [place] }) {
    const more = compound >= 0 ? others(compound, members).length : places.length - 1;
    const first = compound >= 0 ? MoeiWatch.records.compounds.title(compound) : MoeiWatch.placeName(place);
    return more ? `${first} + ${text.number(more)} more` : first;
  }

  /** Compounds in a pile beside its own; parts of this one are told by its name. */
  const others = (compound, members) =>
    MoeiWatch.symbolCover.isPile(compound, members)
      ? members.filter((i) => !MoeiWatch.isNotYetKnown(i) || MoeiWatch.isNotYetKnown(compound))
      : [];

  const singular = (layer) => MoeiWatch.data.layers[layer].singular.toLowerCase();

  function ofCompound(i) {
    const status = MoeiWatch.data.layers.compounds.terms[MoeiWatch.status(i)];
    const isUnknown = !status || status.id === "unknown";
    const state = isUnknown ? "status unknown" : status.title.toLowerCase();
    const words = MoeiWatch.isNotYetKnown(i) ? "not yet known then" : state;
    return `${MoeiWatch.records.compounds.title(i)}, ${singular("compounds")}, ${words}`;
  }

  /** "12 observed, 20 claimed, 17 not stated" of some reports; interventions have no basis and are counted apart. */
  function basisWords(reports) {
    const { data, sprites } = MoeiWatch;
    const found = reports.map(([layer, i]) => sprites.basisOf(layer, i));
    const words = sprites.BASES.map((id) => [
      found.filter((one) => one === id).length,
      data.basis.find((basis) => basis.id === id).title.toLowerCase(),
    ]);
    const rest = found.filter((one) => !one).length;
    words.push([rest, rest === 1 ? "intervention" : "interventions"]);
    const said = words.filter(([count]) => count);
    return said.map(([count, what]) => `${text.number(count)} ${what}`).join(", ");
  }

  function reportWords(places) {
    const reports = places.flatMap((place) => MoeiWatch.recordsAt(place)).filter(MoeiWatch.lists.isReport);
    if (!reports.length) return "";
    return `${text.plural(reports.length, "report", "reports")}: ${basisWords(reports)}`;
  }

  /** A compound or a pile of them; `withReports` says those at its point too. */
  function compoundWords(one, withReports) {
    const pile = others(one.compound, one.members);
    const more = pile.length ? `and ${text.plural(pile.length, "more compound", "more compounds")}, opens a list` : "";
    return [ofCompound(one.compound), more, withReports && reportWords([one.place])].filter(Boolean).join("; ");
  }

  /** All that a place has to show beside its compounds. */
  function placeWords({ place, places = [place] }) {
    const all = places.flatMap((at) => MoeiWatch.recordsAt(at));
    if (all.length === 1) {
      const [[layer, i]] = all;
      const what = MoeiWatch.lists.isReport(all[0]) ? basisWords(all).replace("1 ", "") : singular(layer);
      return `${MoeiWatch.records[layer].title(i)}, ${what}`;
    }
    const rest = all.filter((entry) => !MoeiWatch.lists.isReport(entry) && entry[0] !== "compounds").length;
    const words = [reportWords(places), rest ? text.plural(rest, "crossing", "crossings") : ""].filter(Boolean);
    return `${name({ place, compound: -1, places })}, place with ${words.join("; ")}`;
  }

  MoeiWatch.symbolWords = { name, compoundWords, placeWords };
})((window.MoeiWatch = window.MoeiWatch || {}));
