/* One job: all that can be found by name. Knows nothing of the page's elements.
 *
 *   MoeiWatch.searchIndex() -> entries, made once, at the first search
 *
 * An entry is {kind, kindWords, name, names: [text], note, forms, choose()}: forms are its names folded, choose() goes
 * there.
 */
(function (MoeiWatch) {
  "use strict";

  const NAME_FIELDS = ["other_names", "name_my", "name_zh", "name_th"];
  const KIND_WORDS = {
    compounds: "Compound",
    crossings: "Crossing",
    river: "River",
    town: "Town",
    actor: "Actor",
    event: "Place in reports",
    village: "Village",
  };

  function makeEntry(kind, name, names, note, choose) {
    const all = [name].concat(names).filter(Boolean);
    return {
      kind,
      kindWords: KIND_WORDS[kind],
      name,
      names: all,
      note,
      choose,
      forms: all.flatMap((one) => {
        const parts = one.split(" / "); // "Shwe Kokko / Yatai New City" is two names
        return (parts.length > 1 ? [one, ...parts] : parts).map((part) => makeForm(one, part));
      }),
    };
  }

  /* A name, or a part of it, as search compares it: whole, loosely, and from each of its later words on. */
  function makeForm(name, part) {
    const words = MoeiWatch.wordsOf(part);
    return {
      name,
      whole: MoeiWatch.fold(part),
      loose: MoeiWatch.foldLoosely(part),
      words: words.map(MoeiWatch.fold),
      tails: words.slice(1).map((word, at) => MoeiWatch.fold(words.slice(at + 1).join(""))),
    };
  }

  function recordEntries(layer) {
    const records = MoeiWatch.records[layer];
    const entries = [];
    for (let i = 0; records && i < records.n; i++) {
      entries.push(recordEntry(records, layer, i));
    }
    return entries;
  }

  const namesOf = (records, i) => NAME_FIELDS.flatMap((field) => records.get(field, i) || []);

  function recordEntry(records, layer, i) {
    return makeEntry(layer, records.get("name", i), namesOf(records, i), records.get("township", i) || "", choosing(`${layer}/${records.id[i]}`));
  }

  const choosing = (reference) => () => MoeiWatch.select(reference, { fly: true, focus: true });

  function placeEntries() {
    return MoeiWatch.data.places.map((place) => {
      const kind = place.kind === "village" || place.kind === "tambon_label" ? "village" : "town";
      return makeEntry(
        kind,
        place.name,
        [place.local, ...place.others],
        place.country === "TH" ? "Thailand" : place.country === "MM" ? "Myanmar" : place.country || "",
        choosing(`towns/${place.id}`),
      );
    });
  }

  function riverEntries() {
    const records = MoeiWatch.records.river_reaches;
    return Array.from(MoeiWatch.rivers(), ([id, { name, reaches }]) =>
      makeEntry("river", name, namesOf(records, reaches[0][1]), MoeiWatch.text.plural(reaches.length, "stretch", "stretches"), choosing(`rivers/${id}`)),
    );
  }

  function eventEntries() {
    return Array.from(MoeiWatch.reportPlaces(), ([id, { name, reports }]) =>
      makeEntry("event", name, [], MoeiWatch.text.plural(reports.length, "report", "reports"), choosing(`report_places/${id}`)),
    );
  }

  function actorEntries() {
    return MoeiWatch.data.actors.map((actor) => {
      const names = NAME_FIELDS.flatMap((field) => actor[field] || []);
      return makeEntry("actor", actor.name, names, String(actor.kind || "").replace("_", " "), choosing(`actors/${actor.id}`));
    });
  }

  let entries = null;

  MoeiWatch.searchIndex = function () {
    entries =
      entries ||
      recordEntries("compounds").concat(
        recordEntries("crossings"),
        riverEntries(),
        placeEntries(),
        actorEntries(),
        eventEntries(),
      );
    return entries;
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
