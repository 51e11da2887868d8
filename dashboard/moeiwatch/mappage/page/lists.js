// Several records as one list in order of time, each with its basis, number and source.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const first = () => (MoeiWatch.isNarrow() ? 12 : 100); // on a phone what comes below must stay in reach

  const EVENTS = ["construction_reports", "rescue_events", "interventions"];

  function item([layer, i]) {
    const { facts, records, sprites, data } = MoeiWatch;
    const record = records[layer];
    const basis = data.basis[record.basis[i]];
    const term = data.layers[layer].terms[record.term[i]];
    const source = (record.sources[i] || [])[0];
    const number = layer === "crossings" || layer === "compounds" ? "" : facts.amount(layer, i);
    const date = EVENTS.includes(layer) ? facts.when(layer, i) : "";
    const isKnown = MoeiWatch.store.get().mode === "known";
    const undated = isKnown && date && facts.isPublicationUndated(layer, i) ? "publication not dated" : "";
    const words = [date, undated, basis ? basis.title.toLowerCase() : ""].filter(Boolean).join(" · ");
    const title =
      layer === "compounds" || layer === "crossings" ? record.title(i) : term ? term.title : record.title(i);
    const open = () => MoeiWatch.select(`${layer}/${record.id[i]}`, { fly: false, focus: true });
    return el(
      "li",
      { class: "entry" },
      sprites.svg(sprites.symbolOf(layer, i), sprites.basisOf(layer, i), 5),
      el(
        "div",
        {},
        el(
          "button",
          { type: "button", class: "entry-open", onclick: open },
          el("span", { class: "entry-title" }, title),
          number && el("span", { class: "entry-number" }, number)
        ),
        el(
          "p",
          { class: "entry-note" },
          words,
          source === undefined
            ? null
            : [words && " · ", MoeiWatch.link(data.sources.link[source], publisher(source))]
        )
      )
    );
  }

  const publisher = (source) => MoeiWatch.data.sources.words[source].split(": ")[0].slice(0, 60);

  /** A list of [layer, index], at first not all of a long one. */
  function list(entries) {
    const sorted = entries.slice().sort(MoeiWatch.inTimeOrder);
    const node = el("ol", { class: "entries" }, sorted.slice(0, first()).map(item));
    if (sorted.length <= first()) return node;
    const more = el("button", { type: "button", class: "button", onclick: () => {
      const at = node.children.length;
      node.append(...sorted.slice(at, at + first()).map(item));
      more.hidden = node.children.length >= sorted.length;
      if (more.hidden) node.children[at].querySelector("button").focus(); // the button is gone
    } }, `Show more of ${text.number(sorted.length)}`); // prettier-ignore
    return [node, more];
  }

  const isReport = ([layer]) => EVENTS.includes(layer); // crossings and compounds are none

  /** "16 records, 14 of them reports": what else is listed beside reports is said to be no report. */
  function countWords(entries) {
    const reports = entries.filter(isReport).length;
    const among = reports && reports < entries.length;
    const part = among ? `, ${text.number(reports)} of them ${reports === 1 ? "a report" : "reports"}` : "";
    return text.plural(entries.length, "record", "records") + part;
  }

  const isShown = ([layer, i]) => MoeiWatch.shown(layer)[i] === 1;

  /** Records of a place that the view shows, in order of time. */
  const recordsAt = (place) => MoeiWatch.places[place].records.filter(isShown);

  /** What to call a place: its compounds, else the town there, else the words of its records. */
  function placeName(place) {
    const all = MoeiWatch.places[place].records;
    const compounds = all.filter(([layer]) => layer === "compounds");
    const names = compounds.map(([, i]) => MoeiWatch.records.compounds.title(i));
    if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${text.number(names.length - 2)} more`;
    if (names.length) return text.list(names);
    const named = all
      .map(
        ([layer, i]) => MoeiWatch.records[layer].get("name", i) || MoeiWatch.records[layer].get("place", i)
      )
      .filter(Boolean);
    const town = nearestTown(MoeiWatch.places[place]);
    return town || named[0] || "One place";
  }

  function nearestTown({ lon, lat }) {
    const near = MoeiWatch.data.places.find(
      (town) =>
        town.kind !== "tambon_label" && Math.abs(town.lon - lon) < 0.006 && Math.abs(town.lat - lat) < 0.006
    );
    return near ? near.name : "";
  }

  /** The reports on a compound and its parts: those of the present view, and how many there are besides. */
  function ofCompound(i) {
    const { compounds } = MoeiWatch.records;
    const family = new Set([i]);
    for (let j = 0; j < compounds.n; j++) if (compounds.get("part_of", j) === compounds.id[i]) family.add(j);
    const all = [];
    EVENTS.forEach((layer) => {
      const record = MoeiWatch.records[layer];
      for (let j = 0; j < record.n; j++) if (family.has(record.compound[j])) all.push([layer, j]);
    });
    const place = compounds.place[i];
    if (!all.length)
      return [el("p", { class: "muted" }, "No report names this compound."), allAtPoint(place, family)];
    const elsewhere = (seen) => seen.filter(([layer, j]) => MoeiWatch.records[layer].place[j] !== place).length;
    const said = (seen) => [
      elsewhere(seen) && elsewhere(seen) < seen.length
        ? el("p", { class: "muted" }, `${text.number(elsewhere(seen))} of them not at this point of the map.`)
        : null,
      allAtPoint(place, family),
    ];
    return inView(all, "", { noun: "report", said });
  }

  /** Those of some records that the view shows, and how many there are besides; `said` gives lines before the list. */
  function inView(all, words = "", { noun = "record", said = () => null } = {}) {
    const seen = all.filter(isShown);
    const others = all.length - seen.length;
    if (!all.length) return el("p", { class: "muted" }, ["No", noun, words].filter(Boolean).join(" "), ".");
    const title = [text.plural(seen.length, noun, `${noun}s`), words, "in this view"].filter(Boolean).join(" ");
    return el(
      "section",
      { class: "reports" },
      el("h3", {}, title),
      said(seen),
      seen.length ? list(seen) : null,
      others
        ? el(
            "p",
            { class: "muted" },
            `${text.plural(others, "more lies", "more lie")} outside the period and the filters.`
          )
        : null
    );
  }

  /** A way to all reports at a point that other compounds share or none of the family have; null where it has none. */
  function allAtPoint(place, family) {
    const here = place < 0 ? [] : recordsAt(place).filter(isReport);
    const isOwn = here.every(([layer, j]) => family.has(MoeiWatch.records[layer].compound[j]));
    if (!here.length || (isOwn && MoeiWatch.symbols.compoundsShown(place).length < 2)) return null;
    const open = () => MoeiWatch.openList(placeName(place), () => recordsAt(place));
    const words = `${text.plural(here.length, "report stands", "reports stand")} at this point of the map`;
    return el("p", {}, el("button", { type: "button", class: "inline-link", onclick: open }, words));
  }

  MoeiWatch.lists = { list, inView, ofCompound, countWords, isReport, EVENTS };
  MoeiWatch.recordsAt = recordsAt;
  MoeiWatch.placeName = placeName;
})((window.MoeiWatch = window.MoeiWatch || {}));
