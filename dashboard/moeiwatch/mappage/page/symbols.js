// What stands at each place in the present view: people, reports, compounds; and where on the screen.
(function (MoeiWatch) {
  "use strict";

  const NONE = 255;
  // The lowest bit set tells which symbol stands for a place where there is room for one only.
  const SEEN = { out: 0, home: 3, building: 6, demolition: 9 }; // bits: observed, claimed, not stated of each
  const INTERVENTION = 12; // bits 12 to 15: groups of interventions
  const CROSSING = 16; // bits 16 to 19: kinds of crossings

  let people = null; // Float64Array by place: the largest number of one kind of event
  let home = null;
  let flags = null; // Uint32Array by place
  let reports = null; // Uint32Array by place
  let compoundsAt = null; // Map place -> indices of compounds, whatever is shown
  let hasCompound = null; // Uint8Array by place
  let inside = null; // for some events the events at their place that already hold their people
  let isInside = null; // Uint8Array by event: 1 for those

  const NOBODY = Object.freeze([]);
  const BIT = [1, 0, 2]; // data.basis is claimed, observed, not stated
  const basisBit = (code) => (code === NONE ? 2 : BIT[code]);

  function prepare() {
    const { records, places } = MoeiWatch;
    people = new Float64Array(places.length);
    home = new Float64Array(places.length);
    flags = new Uint32Array(places.length);
    reports = new Uint32Array(places.length);
    compoundsAt = new Map();
    hasCompound = new Uint8Array(places.length);
    for (let i = 0; i < records.compounds.n; i++) {
      const at = records.compounds.place[i];
      if (at < 0) continue;
      if (!compoundsAt.has(at)) compoundsAt.set(at, []);
      compoundsAt.get(at).push(i);
      hasCompound[at] = 1;
    }
    inside = wholes(records.rescue_events);
    isInside = new Uint8Array(records.rescue_events.n);
    inside.forEach((list, i) => (isInside[i] = 1));
  }

  function wholes(events) {
    const found = new Map();
    for (let i = 0; i < events.n; i++) {
      if (events.root[i]) continue;
      const list = [];
      let parent = events.get("counted_in", i);
      while (parent && list.length < 20) {
        const at = events.index(parent);
        if (at < 0) break;
        if (events.place[at] === events.place[i]) list.push(at);
        parent = events.get("counted_in", at);
      }
      if (list.length) found.set(i, list);
    }
    return found;
  }

  /** Sum up what is shown at every place. Called once a change. */
  function gather() {
    if (!people) prepare();
    const { records, shown } = MoeiWatch;
    [people, home, flags, reports].forEach((array) => array.fill(0));
    const events = records.rescue_events;
    let mask = shown("rescue_events");
    for (let i = 0; i < events.n; i++) {
      const at = events.place[i];
      if (!mask[i] || at < 0) continue;
      const isHome = events.group[i] === 1;
      flags[at] |= 1 << ((isHome ? SEEN.home : SEEN.out) + basisBit(events.basis[i]));
      reports[at] += 1;
      const number = events.best[i] || events.min[i];
      if (!(number > 0) || (isInside[i] && inside.get(i).some((whole) => mask[whole]))) continue;
      if (isHome) home[at] += number;
      else people[at] += number;
    }
    const built = records.construction_reports;
    mask = shown("construction_reports");
    for (let i = 0; i < built.n; i++) {
      const at = built.place[i];
      if (!mask[i] || at < 0) continue;
      flags[at] |= 1 << ((built.group[i] === 1 ? SEEN.demolition : SEEN.building) + basisBit(built.basis[i]));
      reports[at] += 1;
    }
    addPlain("interventions", INTERVENTION, true);
    addPlain("crossings", CROSSING, false);
  }

  function addPlain(layer, firstBit, isReport) {
    const record = MoeiWatch.records[layer];
    const mask = MoeiWatch.shown(layer);
    for (let i = 0; i < record.n; i++) {
      const at = record.place[i];
      if (!mask[i] || at < 0) continue;
      if (record.group[i] < 4) flags[at] |= 1 << (firstBit + record.group[i]);
      if (isReport) reports[at] += 1;
    }
  }

  /** The firmest basis among the reports of a kind at a place, null where there are none. */
  function basisAt(place, kind) {
    const bits = (flags[place] >> SEEN[kind]) & 7;
    return bits === 0 ? null : MoeiWatch.sprites.BASES[bits & 1 ? 0 : bits & 2 ? 1 : 2];
  }

  const groupsAt = (place, firstBit) => (flags[place] >> firstBit) & 15;

  /** Radius of the circle for a number of people, in pixels before the scale of the zoom. */
  const radiusOf = (number) => (number > 0 ? Math.min(36, 4.5 + 0.32 * Math.sqrt(number)) : 4.5);

  /** Compounds at a place that are to be drawn, those not yet known among them. */
  function compoundsShown(place) {
    if (!hasCompound[place]) return NOBODY;
    const here = compoundsAt.get(place);
    const mask = MoeiWatch.shown("compounds");
    return here.filter((i) => mask[i] || MoeiWatch.isNotYetKnown(i));
  }

  MoeiWatch.symbols = {
    drawnRevision: 0,
    gather,
    basisAt,
    radiusOf,
    compoundsShown,
    interventionsAt: (place) => groupsAt(place, INTERVENTION),
    crossingsAt: (place) => groupsAt(place, CROSSING),
    peopleAt: (place) => Math.max(people[place], home[place]),
    isHomeOnly: (place) => ((flags[place] >> SEEN.out) & 7) === 0,
    hasPeople: (place) => (flags[place] & 63) !== 0,
    reportsAt: (place) => reports[place],
    isEmpty: (place) => flags[place] === 0 && hasCompound[place] === 0,
    hasCompound: (place) => hasCompound[place] === 1,
    /** Number of the lowest bit set: which symbol stands for the place among very many; -1 for none. */
    mainBit: (place) => 31 - Math.clz32(flags[place] & -flags[place]),
    SEEN,
    INTERVENTION,
    CROSSING,
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
