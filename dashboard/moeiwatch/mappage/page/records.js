// The data of the page, unpacked: one set of typed arrays a layer, and the rest of a record on demand.
(function (MoeiWatch) {
  "use strict";

  const NONE = 255;
  const FIRST = -2147483648;
  const LAST = 2147483647;

  const filled = (Type, values, missing, length) => {
    if (!values) return new Type(length).fill(missing);
    return Type.from(values, (value) => (value === null ? missing : value));
  };

  function unpackLayer(name, words, groupOf) {
    const columns = words.records;
    const n = columns.id.length;
    const ids = columns.id;
    let places = null;
    const term = filled(Uint8Array, columns.term, NONE, n);
    const min = filled(Float64Array, columns.people_min, NaN, n);
    const best = filled(Float64Array, columns.people_best, NaN, n);
    const max = filled(Float64Array, columns.people_max, NaN, n);
    for (let i = 0; i < n; i++) {
      if (Number.isNaN(max[i]) && !Number.isNaN(min[i])) max[i] = Infinity; // open upwards
    }
    const countedIn = columns.text.counted_in;
    return {
      layer: name,
      n,
      id: ids,
      index(id) {
        places = places || new Map(ids.map((one, i) => [one, i]));
        return places.has(id) ? places.get(id) : -1;
      },
      lon: filled(Float64Array, columns.lon, NaN, n),
      lat: filled(Float64Array, columns.lat, NaN, n),
      start: filled(Int32Array, columns.start, FIRST, n),
      end: filled(Int32Array, columns.end, LAST, n),
      knownStart: filled(Int32Array, columns.known_start, FIRST, n),
      knownEnd: filled(Int32Array, columns.known_end, LAST, n),
      dated: filled(Uint8Array, columns.dated, 0, n),
      term,
      group: Uint8Array.from(term, (code) => (code === NONE ? NONE : groupOf[code])),
      /** 0 building, 1 tearing down, 255 no works: what the timeline counts. */
      side: filled(Uint8Array, columns.side, NONE, n),
      basis: filled(Uint8Array, columns.basis, NONE, n),
      confidence: filled(Uint8Array, columns.confidence, NONE, n),
      compound: filled(Int32Array, columns.compound, -1, n),
      place: new Int32Array(n).fill(-1),
      min,
      best,
      max,
      root: Uint8Array.from({ length: n }, (_, i) => (cell(countedIn, i) === null ? 1 : 0)),
      sources: columns.sources,
      /** The line of the data's file on which a record begins, 0 where it is not known. */
      line: (i) => (columns.line ? columns.line[i] : 0),
      /** What a property holds, or null; behind the first picture, but for those that it needs. */
      get: (property, i) => cell(columns.text[property], i),
      title: (i) => title(name, words, i),
    };
  }

  function cell(column, i) {
    if (!column) return null;
    if (Array.isArray(column)) return column[i];
    return column.at[i] < 0 ? null : column.words[column.at[i]];
  }

  function title(layer, words, i) {
    const record = MoeiWatch.records[layer];
    const own = record.get("name", i);
    if (own) return own;
    if (layer === "river_reaches") {
      return `${record.get("river", i)}, km ${Math.round(record.get("from_km", i))} to ${Math.round(record.get("to_km", i))}`;
    }
    const term = words.terms[record.term[i]];
    const at = record.compound[i] >= 0 ? MoeiWatch.records.compounds.title(record.compound[i]) : record.get("place", i);
    const what = term ? term.title : words.singular;
    if (layer === "interventions") return `${what}: ${record.get("target", i) || at || ""}`;
    return at ? `${what}, ${at}` : what;
  }

  /** First and last day of all reports. */
  function extent(records, asOf) {
    let first = LAST;
    let last = FIRST;
    Object.values(records).forEach((record) => {
      if (record.layer === "compounds") return;
      for (let i = 0; i < record.n; i++) {
        if (!record.dated[i]) continue;
        if (record.start[i] < first) first = record.start[i];
        if (record.start[i] > last) last = record.start[i];
      }
    });
    if (first > last) return [asOf, asOf];
    return [first, last];
  }

  /** Unpack the records into MoeiWatch.data and MoeiWatch.records. */
  MoeiWatch.unpack = (pack) => {
    const { days } = MoeiWatch;
    const records = {};
    Object.entries(pack.layers).forEach(([name, words]) => {
      words.id = name;
      const groupOf = words.terms.map((term) => {
        const at = words.groups.findIndex((group) => group.terms.includes(term.id));
        return at < 0 ? NONE : at;
      });
      records[name] = unpackLayer(name, words, groupOf);
    });
    MoeiWatch.records = records;
    const asOf = days.fromDate(pack.as_of).end;
    const [first, last] = extent(records, asOf);
    MoeiWatch.data = {
      version: pack.version,
      asOf: pack.as_of,
      newest: pack.newest,
      first: days.monthOf(first),
      last: days.monthOf(last),
      firstDay: first,
      lastDay: days.month(days.monthOf(last)).end,
      layers: pack.layers,
      basis: pack.basis,
      confidence: pack.confidence,
      statuses: pack.statuses,
      moved: pack.moved,
      about: pack.about || "",
      site: pack.site,
      suggest: pack.suggest,
      changes: pack.changes || {},
      problems: pack.problems,
      read: pack.read,
      losses: pack.losses,
      unreadable: pack.unreadable,
    };
  };

  /** Add what the first picture of the map can do without: texts, ground, places, sources, actors, river, stories. */
  MoeiWatch.unpackRest = ({ layers, ...rest }) => {
    Object.entries(layers).forEach(([name, { properties, text }]) => {
      const words = MoeiWatch.data.layers[name];
      words.properties = properties;
      Object.assign(words.records.text, text);
    });
    Object.assign(MoeiWatch.data, rest, {
      lowMonths: rest.river.low_months,
      actor: new Map(rest.actors.map((actor) => [actor.id, actor])),
    });
  };

  MoeiWatch.NONE = NONE;
  MoeiWatch.FIRST = FIRST;
  MoeiWatch.LAST = LAST;
})((window.MoeiWatch = window.MoeiWatch || {}));
