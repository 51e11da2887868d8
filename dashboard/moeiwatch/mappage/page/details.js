// One record, told in full: name in every script, what is known, on what basis, how surely, by whom.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  const FACTS = {
    compounds: ["township", "facing_thai_place", "armed_groups", "operators", "sanctions", "first_reported"],
    construction_reports: ["place", "method", "published"],
    rescue_events: ["place", "nationalities", "actors", "destination", "published"],
    interventions: ["actor", "target"],
    crossings: ["official", "status"],
  };

  const OF_TODAY =
    "The words above, and what is told below but for status and reports, are the record as it stands today, not as of the end of the period.";

  const SCRIPTS = [
    ["name_zh", "zh"],
    ["name_th", "th"],
    ["name_my", "my"],
  ];

  /** The further names of a record or an actor, of which `get` gives a property, each marked with its language. */
  function namesLine(get) {
    const parts = [];
    SCRIPTS.forEach(([property, lang]) => {
      (get(property) || []).forEach((name) => parts.push(el("span", { lang }, name)));
    });
    (get("other_names") || []).forEach((name) => parts.push(el("span", {}, name)));
    return parts.length ? el("p", { class: "names" }, parts) : null;
  }

  function headline(layer, i) {
    const record = MoeiWatch.records[layer];
    const words = MoeiWatch.data.layers[layer];
    const kind = record.get("kind", i);
    if (layer !== "compounds") return words.singular;
    return (MoeiWatch.facts.property(layer, "kind").terms[kind] || words.singular).replace(/^./, (c) =>
      c.toUpperCase()
    );
  }

  function state(layer, i) {
    const { facts, data, records } = MoeiWatch;
    const record = records[layer];
    const rows = [];
    if (layer === "compounds") {
      const own = data.layers.compounds.terms[record.term[i]];
      const now = data.layers.compounds.terms[MoeiWatch.status(i)];
      const asOf = record.get("status_as_of", i);
      if (now !== own) rows.push(facts.row("Status in this period", now ? now.title : "not yet known"));
      rows.push(
        facts.row("Last known status", own && `${own.title}${asOf ? `, as of ${text.date(asOf)}` : ""}`)
      );
    } else if (layer !== "crossings") {
      rows.push(facts.row("When", facts.when(layer, i)));
      if (facts.isPublicationUndated(layer, i)) {
        const since = text.date(MoeiWatch.days.toText(record.knownStart[i]));
        rows.push(facts.row("Published", `not dated; counted as known from ${since} on`));
      }
      const metric = record.get("metric", i);
      const measured = metric && (facts.property(layer, "metric").terms[metric] || metric.replace(/_/g, " "));
      rows.push(
        facts.row(
          layer === "rescue_events" ? "How many" : measured ? measured.replace(/^./, (c) => c.toUpperCase()) : "Number",
          facts.amount(layer, i)
        )
      );
    }
    const basis = data.basis[record.basis[i]];
    if (basis)
      rows.push(
        facts.row(
          "Basis",
          el(
            "span",
            { title: basis.description },
            MoeiWatch.sprites.svg(BASIS, basis.id, 5),
            ` ${basis.title}`
          )
        )
      );
    return rows;
  }

  /** That the present view does not show it, and why; null where it does. */
  function leftOut(layer, i) {
    if (MoeiWatch.shown(layer)[i] || (layer === "compounds" && MoeiWatch.isNotYetKnown(i))) return null;
    const isFiltered = layer === "compounds" || !MoeiWatch.filtered(layer)[i];
    const verb = MoeiWatch.store.get().mode === "known" ? "Became public" : "Happened";
    const words = isFiltered ? "Not shown on the map: the filters leave it out." : `${verb} outside the period shown.`;
    return el("p", { class: "muted left-out" }, words);
  }

  const BASIS = { shape: "circle", paint: "open", colour: "ink" };

  function related(layer, i) {
    const { facts, records } = MoeiWatch;
    const record = records[layer];
    const rows = [];
    if (record.compound[i] >= 0)
      rows.push(
        facts.row("Compound", facts.reference("compounds", records.compounds.id[record.compound[i]]))
      );
    const whole = record.get("part_of", i);
    if (whole) rows.push(facts.row("Part of", facts.reference("compounds", whole)));
    const wider = record.get("counted_in", i);
    if (wider) rows.push(facts.row("Counted within", facts.reference(layer, wider)));
    const overlaps = mutual(layer, i, "overlaps");
    if (overlaps.length) rows.push(facts.row("May overlap with", separated(overlaps)));
    if (layer !== "compounds") return rows;
    const id = record.id[i];
    const others = (test) =>
      record.id.filter((other, j) => test(j)).map((other) => facts.reference("compounds", other));
    const parts = others((j) => record.get("part_of", j) === id);
    if (parts.length) rows.push(facts.row("Parts", separated(parts)));
    const twins = mutual(layer, i, "possibly_same_as");
    if (twins.length) rows.push(facts.row("Possibly the same as", separated(twins)));
    return rows;
  }

  /** The records of a layer that one names by a property, or that name it. */
  function mutual(layer, i, property) {
    const { facts, records } = MoeiWatch;
    const record = records[layer];
    const named = record.get(property, i) || [];
    return record.id
      .filter((other, j) => named.includes(other) || (record.get(property, j) || []).includes(record.id[i]))
      .map((other) => facts.reference(layer, other));
  }

  const separated = (nodes) => nodes.map((node, n) => (n ? [", ", node] : node));

  function whereabouts(layer, i) {
    const note = MoeiWatch.records[layer].get("location_note", i);
    return [MoeiWatch.facts.position(layer, i), note && el("span", { class: "muted" }, ` ${note}`)].filter(Boolean);
  }

  /** Everything about a record, as an element. */
  function details(layer, i) {
    const { facts } = MoeiWatch;
    const record = MoeiWatch.records[layer];
    const summary = record.get("summary", i);
    const note = record.get("note", i);
    const isPlaced = record.place[i] >= 0;
    const where = whereabouts(layer, i);
    return el(
      "article",
      { class: "record" },
      el(
        "header",
        {},
        el(
          "p",
          { class: "kicker" },
          MoeiWatch.sprites.svg(MoeiWatch.sprites.symbolOf(layer, i), MoeiWatch.sprites.basisOf(layer, i), 6),
          headline(layer, i)
        ),
        el("h2", {}, record.title(i)),
        namesLine((property) => record.get(property, i))
      ),
      leftOut(layer, i),
      isPlaced ? null : el("p", { class: "muted" }, where), // the map beside it shows some other place
      summary && el("p", { class: "summary" }, summary),
      summary && MoeiWatch.store.get().to ? el("p", { class: "muted as-of-today" }, OF_TODAY) : null,
      el(
        "dl",
        { class: "facts" },
        state(layer, i),
        related(layer, i),
        (FACTS[layer] || []).map((name) => facts.propertyRow(layer, i, name)),
        facts.row("Confidence", facts.confidence(layer, i)),
        isPlaced && facts.row("Position", where)
      ),
      note && el("p", { class: "note" }, note),
      layer === "compounds" && MoeiWatch.isHosted() && !MoeiWatch.isEmbedded()
        ? el(
            "p",
            {},
            el(
              "button",
              { type: "button", class: "button", onclick: () => MoeiWatch.openInHost(layer, record.id[i]) },
              "Open the dossier"
            )
          )
        : null,
      layer === "compounds" ? MoeiWatch.lists.ofCompound(i) : null,
      facts.sources(layer, i),
      MoeiWatch.suggest(layer, i)
    );
  }

  MoeiWatch.details = details;
  MoeiWatch.namesLine = namesLine;
})((window.MoeiWatch = window.MoeiWatch || {}));
