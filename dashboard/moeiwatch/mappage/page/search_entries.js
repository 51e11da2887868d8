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
    town: "Town",
    actor: "Actor",
    event: "Place in reports",
    village: "Village",
  };
  const EVENT_LAYERS = ["rescue_events", "construction_reports", "interventions"];
  const PLACE_ZOOM = 13;

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
    const words = part.split(/[\s\-\/(),.]+/).filter(Boolean);
    return {
      name,
      whole: MoeiWatch.fold(part),
      loose: MoeiWatch.foldLoosely(part),
      tails: words.slice(1).map((word, at) => MoeiWatch.fold(words.slice(at + 1).join(""))),
    };
  }

  function recordEntries(layer) {
    const records = MoeiWatch.records[layer];
    const entries = [];
    for (let i = 0; records && i < records.n; i++) {
      const names = NAME_FIELDS.flatMap((field) => records.get(field, i) || []);
      entries.push(recordEntry(records, layer, i, names));
    }
    return entries;
  }

  function recordEntry(records, layer, i, names) {
    return makeEntry(layer, records.get("name", i), names, records.get("township", i) || "", () => {
      MoeiWatch.select(`${layer}/${records.id[i]}`, { fly: true, focus: true });
    });
  }

  function placeEntries() {
    return MoeiWatch.data.places.map((place) => {
      const kind = place.kind === "village" || place.kind === "tambon_label" ? "village" : "town";
      return makeEntry(
        kind,
        place.name,
        [place.local, ...place.others],
        place.country === "TH" ? "Thailand" : place.country === "MM" ? "Myanmar" : place.country || "",
        () => {
          MoeiWatch.flyTo(place.lat, place.lon, PLACE_ZOOM);
        },
      );
    });
  }

  /* Places in the words of the sources: one entry for all reports that use the same words. */
  function eventEntries() {
    const found = new Map();
    const keys = new Map(); // folding is dear, and most reports say one of few places
    EVENT_LAYERS.forEach((layer) => {
      const records = MoeiWatch.records[layer];
      for (let i = 0; records && i < records.n; i++) {
        const place = records.get("place", i);
        if (!place) continue;
        if (!keys.has(place)) keys.set(place, MoeiWatch.fold(place));
        const key = keys.get(place);
        if (!found.has(key)) found.set(key, { name: place, reports: [] });
        found.get(key).reports.push([layer, i]);
      }
    });
    return Array.from(found.values(), (one) =>
      makeEntry("event", one.name, [], MoeiWatch.text.plural(one.reports.length, "report", "reports"), () => {
        openReports(one.name, one.reports);
      }),
    );
  }

  function openReports(title, reports) {
    fitPlaced(reports);
    MoeiWatch.openList(title, () => reports);
  }

  /* Show those of some records that have a place. */
  function fitPlaced(records) {
    const placed = records.filter((at) => !isNaN(MoeiWatch.records[at[0]].lon[at[1]]));
    if (!placed.length) return;
    const lats = placed.map((at) => MoeiWatch.records[at[0]].lat[at[1]]);
    const lons = placed.map((at) => MoeiWatch.records[at[0]].lon[at[1]]);
    const south = Math.min.apply(null, lats);
    const north = Math.max.apply(null, lats);
    const west = Math.min.apply(null, lons);
    const east = Math.max.apply(null, lons);
    if (south === north && west === east) MoeiWatch.flyTo(south, west, PLACE_ZOOM);
    else
      MoeiWatch.fitBounds([
        [south, west],
        [north, east],
      ]);
  }

  function actorEntries() {
    return MoeiWatch.data.actors.map((actor) => {
      const names = NAME_FIELDS.flatMap((field) => actor[field] || []);
      return makeEntry("actor", actor.name, names, String(actor.kind || "").replace("_", " "), () => {
        fitPlaced(MoeiWatch.actorRecords(actor));
        MoeiWatch.openActor(actor);
      });
    });
  }

  let entries = null;

  MoeiWatch.searchEntry = makeEntry;
  MoeiWatch.searchIndex = function () {
    entries =
      entries ||
      recordEntries("compounds").concat(
        recordEntries("crossings"),
        placeEntries(),
        actorEntries(),
        eventEntries(),
      );
    return entries;
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
