// What a search finds beside records: actors, towns, places in the words of reports, rivers. Each can be the view's selection.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;
  const REPORTS = ["rescue_events", "construction_reports", "interventions"];
  const PLACE_ZOOM = 13;
  const NEAR_DEGREES = 0.006; // some 650 m

  let places = null;

  /** A text as an id: what is left of it in Latin letters, else its characters by number. */
  function slug(words) {
    const latin = words.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    const found = latin.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return found || Array.from(words, (one) => one.codePointAt(0).toString(16)).join("-");
  }

  /** Places in the words of the sources by id, {name, reports}: one for all reports that use the same words. */
  MoeiWatch.reportPlaces = () => {
    if (places) return places;
    places = new Map();
    const ids = new Map(); // most reports say one of few places
    REPORTS.forEach((layer) => {
      const records = MoeiWatch.records[layer];
      for (let i = 0; records && i < records.n; i++) {
        const name = records.get("place", i);
        if (!name) continue;
        if (!ids.has(name)) ids.set(name, slug(name));
        const id = ids.get(name);
        if (!places.has(id)) places.set(id, { name, reports: [] });
        places.get(id).reports.push([layer, i]);
      }
    });
    return places;
  };

  /** Rivers by id, {name, reaches}: by the name that their reaches give them. */
  MoeiWatch.rivers = () => {
    const records = MoeiWatch.records.river_reaches;
    const found = new Map();
    for (let i = 0; records && i < records.n; i++) {
      const name = records.get("river", i);
      const id = slug(name);
      if (!found.has(id)) found.set(id, { name, reaches: [] });
      found.get(id).reaches.push(["river_reaches", i]);
    }
    return found;
  };

  /** Records at a position or so near it that the map shows them there. */
  const recordsNear = ({ lat, lon }) =>
    MoeiWatch.places
      .filter((place) => Math.abs(place.lat - lat) < NEAR_DEGREES && Math.abs(place.lon - lon) < NEAR_DEGREES)
      .flatMap((place) => place.records);

  function article(kicker, name, ...rest) {
    return el("article", { class: "record" }, el("header", {}, el("p", { class: "kicker" }, kicker), el("h2", {}, name)), rest);
  }

  function townDetails(town) {
    const kind = town.kind === "tambon_label" ? "subdistrict" : town.kind;
    const others = [town.local, ...town.others].filter(Boolean).join(", ");
    const words = "The names of places are those of gazetteers; reports stand where their sources place them.";
    return article(
      kind.replace(/^./, (letter) => letter.toUpperCase()),
      town.name,
      others ? el("p", { class: "names" }, others) : null,
      el("p", { class: "muted" }, words),
      MoeiWatch.lists.inView(recordsNear(town), "here")
    );
  }

  const FINDERS = {
    actors(id) {
      const actor = MoeiWatch.data.actor.get(id);
      if (!actor) return null;
      const records = () => MoeiWatch.actorRecords(actor);
      return { title: actor.name, records, make: () => MoeiWatch.actorDetails(actor, records()) };
    },
    towns(id) {
      const town = MoeiWatch.data.places.find((one) => one.id === id);
      return town && { title: town.name, at: [town.lat, town.lon], make: () => townDetails(town) };
    },
    report_places(id) {
      const place = MoeiWatch.reportPlaces().get(id);
      if (!place) return null;
      const make = () => article("Place in reports", place.name, MoeiWatch.lists.inView(place.reports));
      return { title: place.name, records: () => place.reports, make };
    },
    rivers(id) {
      const river = MoeiWatch.rivers().get(id);
      if (!river) return null;
      const bounds = () => MoeiWatch.river.bounds(river.reaches);
      return { title: river.name, bounds, make: () => MoeiWatch.reachList(river.reaches) };
    },
  };

  const isKind = (kind) => Object.prototype.hasOwnProperty.call(FINDERS, kind);

  /** Whether references of a kind are to what is told here, and not to records. */
  MoeiWatch.isNamedKind = isKind;

  /** What a reference that is no record's stands for: {title, make, and at, bounds or records}; null for nothing. */
  MoeiWatch.named = (reference) => {
    const [kind, id] = reference.split("/");
    return isKind(kind) ? FINDERS[kind](id) || null : null;
  };

  /** The positions of those of some records that have one. */
  MoeiWatch.positionsOf = (records) =>
    records
      .map(([layer, i]) => [MoeiWatch.records[layer].lat[i], MoeiWatch.records[layer].lon[i]])
      .filter(([lat]) => !Number.isNaN(lat));

  /** Show some positions; nothing moves where there are none. */
  MoeiWatch.fitPlaces = (positions) => {
    if (!positions.length) return;
    const bounds = L.latLngBounds(positions);
    if (bounds.getSouthWest().equals(bounds.getNorthEast())) MoeiWatch.flyTo(...positions[0], PLACE_ZOOM);
    else MoeiWatch.fitBounds(bounds);
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
