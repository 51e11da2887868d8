// Which records the present view shows. A mask a layer, computed once a change; other scripts only read them.
(function (MoeiWatch) {
  "use strict";

  const { NONE, FIRST, LAST } = MoeiWatch;
  const FILTERS = ["hide", "basis", "conf", "group"];
  const PERIOD = ["from", "to", "mode"];

  const filtered = {};
  const shown = {};
  const counts = {};
  let status = null; // term of each compound's status in the present view, NONE where not yet known
  let spans = null;

  /** The present window in days; open ends are the first and the last day there is. */
  function period(view = MoeiWatch.store.get()) {
    const { days } = MoeiWatch;
    return {
      start: view.from ? days.month(days.monthIndex(view.from)).start : FIRST,
      end: view.to ? days.month(days.monthIndex(view.to)).end : LAST,
    };
  }

  function allowed(terms, chosen) {
    const table = new Uint8Array(256).fill(1);
    if (chosen.length) terms.forEach((term, code) => (table[code] = chosen.includes(term.id) ? 1 : 0));
    return table;
  }

  function termTable(layer, hidden) {
    const table = new Uint8Array(256).fill(1);
    MoeiWatch.data.layers[layer].terms.forEach((term, code) => {
      if (hidden.has(`${layer}.${term.id}`)) table[code] = 0;
    });
    return table;
  }

  /** 1 for each compound that the armed group is named with, itself or by the compound it is part of. */
  function compoundsOf(group) {
    const compounds = MoeiWatch.records.compounds;
    const named = (i) => (compounds.get("armed_groups", i) || []).some((entry) => entry.actor === group);
    return Uint8Array.from({ length: compounds.n }, (_, i) => {
      const parent = compounds.get("part_of", i);
      return named(i) || (parent && compounds.index(parent) >= 0 && named(compounds.index(parent))) ? 1 : 0;
    });
  }

  function computeFiltered(view) {
    const { records, data } = MoeiWatch;
    const hidden = new Set(view.hide);
    const basis = allowed(data.basis, view.basis);
    const confidence = allowed(data.confidence, view.conf);
    const ofGroup = view.group ? compoundsOf(view.group) : null;
    Object.values(records).forEach((record) => {
      const mask = new Uint8Array(record.n); // a new one, so that others see that it changed
      filtered[record.layer] = mask;
      if (hidden.has(record.layer)) return;
      const terms =
        record.layer === "compounds" ? new Uint8Array(256).fill(1) : termTable(record.layer, hidden);
      const isEvent = record.layer !== "crossings" && record.layer !== "river_reaches";
      for (let i = 0; i < record.n; i++) {
        let ok = terms[record.term[i]] & basis[record.basis[i]] & confidence[record.confidence[i]];
        if (ofGroup && isEvent) {
          const compound = record.layer === "compounds" ? i : record.compound[i];
          ok &= compound >= 0 ? ofGroup[compound] : 0;
        }
        mask[i] = ok;
      }
    });
  }

  function computeShown(view) {
    const { start, end } = period(view);
    const isKnown = view.mode === "known";
    Object.values(MoeiWatch.records).forEach((record) => {
      const mask = shown[record.layer] || (shown[record.layer] = new Uint8Array(record.n));
      const from = filtered[record.layer];
      if (record.layer === "compounds") return computeCompounds(view, mask, from, end);
      const starts = isKnown ? record.knownStart : record.start;
      const ends = isKnown ? record.knownEnd : record.end;
      for (let i = 0; i < record.n; i++) mask[i] = from[i] & (starts[i] <= end) & (ends[i] >= start);
    });
    Object.keys(counts).forEach((layer) => delete counts[layer]);
  }

  function computeCompounds(view, mask, from, end) {
    const { records, data } = MoeiWatch;
    spans = spans || readSpans(data.statuses, data.layers.compounds.terms);
    status = status || new Uint8Array(records.compounds.n);
    const terms = termTable("compounds", new Set(view.hide));
    for (let i = 0; i < mask.length; i++) {
      let code = NONE;
      for (const [day, term] of spans[view.mode][i]) {
        if (day !== null && day > end) break;
        code = term;
      }
      status[i] = code;
      mask[i] = code === NONE ? 0 : from[i] & terms[code];
    }
  }

  function readSpans(statuses, terms) {
    const codes = new Map(terms.map((term, code) => [term.id, code]));
    const read = (list) => list.map((spansOfOne) => spansOfOne.map(([day, term]) => [day, codes.get(term)]));
    return { happened: read(statuses.happened), known: read(statuses.known) };
  }

  function count(layer) {
    const record = MoeiWatch.records[layer];
    const mask = shown[layer];
    const result = { total: 0, notOnMap: 0, vague: 0 };
    ["terms", "groups", "basis", "confidence"].forEach((name) => (result[name] = new Uint32Array(256)));
    const groups = MoeiWatch.data.layers[layer].groups;
    const groupOf = new Uint8Array(256).fill(NONE);
    MoeiWatch.data.layers[layer].terms.forEach((term, code) => {
      groupOf[code] = groups.findIndex((group) => group.terms.includes(term.id));
    });
    for (let i = 0; i < record.n; i++) {
      if (!mask[i]) continue;
      const term = layer === "compounds" ? status[i] : record.term[i];
      result.total += 1;
      result.terms[term] += 1;
      result.groups[groupOf[term]] += 1;
      result.basis[record.basis[i]] += 1;
      result.confidence[record.confidence[i]] += 1;
      if (record.place[i] < 0) result.notOnMap += 1;
      if (record.dated[i] > 1) result.vague += 1;
    }
    return result;
  }

  /** Mask of what the present view shows. */
  MoeiWatch.shown = (layer) => shown[layer];
  /** The same under every filter but the period. */
  MoeiWatch.filtered = (layer) => filtered[layer];
  /** How many are shown: total, by term, by row of the legend, basis, confidence, not on the map, dated by month or year only. */
  MoeiWatch.counts = (layer) => counts[layer] || (counts[layer] = count(layer));
  /** The term of a compound's status in the present view, 255 where it is not yet known. */
  MoeiWatch.status = (i) => status[i];
  /** True for a compound that would be shown, were it known by then. */
  MoeiWatch.isNotYetKnown = (i) => status[i] === NONE && filtered.compounds[i] === 1;
  MoeiWatch.period = () => {
    const { start, end } = period();
    return {
      start: start === FIRST ? MoeiWatch.data.firstDay : start,
      end: end === LAST ? MoeiWatch.data.lastDay : end,
    };
  };

  MoeiWatch.computeShown = (view, changed) => {
    const touches = (names) => !changed || names.some((name) => changed.has(name));
    if (touches(FILTERS)) computeFiltered(view);
    if (touches(FILTERS) || touches(PERIOD)) computeShown(view);
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
