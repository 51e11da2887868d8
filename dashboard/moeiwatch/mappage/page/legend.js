// The legend, which is the filter: a row a term with its symbol and how many are shown; a click hides or shows it.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const { setText, setPressed, fold } = MoeiWatch.legendParts;
  const OPEN = new Set(["compounds", "construction_reports", "rescue_events"]);
  const TITLES = { rescue_events: "Reports of people out" };
  const SIZES = {
    rescue_events:
      "A circle is as large as the people in the reports shown at a place, also of those that reach beyond the period.",
  };
  const updates = []; // functions that bring a part up to date

  const isLayerHidden = (view, layer) => view.hide.includes(layer);
  const isTermHidden = (view, layer, term) => view.hide.includes(`${layer}.${term}`);

  function toggleLayer(layer) {
    const hide = new Set(MoeiWatch.store.get().hide);
    if (!hide.delete(layer)) hide.add(layer);
    MoeiWatch.store.set({ hide: Array.from(hide) });
  }

  /** Hide the terms if any of them is shown, else show them all, and their layer with them. */
  function toggleTerms(layer, terms) {
    const view = MoeiWatch.store.get();
    const hide = new Set(view.hide);
    const isOn = !isLayerHidden(view, layer) && terms.some((term) => !isTermHidden(view, layer, term));
    if (isLayerHidden(view, layer)) {
      // The layer comes back with these terms alone.
      hide.delete(layer);
      MoeiWatch.data.layers[layer].terms.forEach(({ id }) => hide.add(`${layer}.${id}`));
    }
    terms.forEach((term) => (isOn ? hide.add(`${layer}.${term}`) : hide.delete(`${layer}.${term}`)));
    MoeiWatch.store.set({ hide: Array.from(hide) });
  }

  function row(layer, { title, symbol, terms, count, description, isSmall }) {
    const number = el("span", { class: "count" });
    const button = el(
      "button",
      {
        type: "button",
        class: isSmall ? "legend-row small" : "legend-row",
        title: description,
        onclick: () => toggleTerms(layer, terms),
      },
      symbol,
      el("span", { class: "legend-word" }, title),
      number
    );
    updates.push((view) => {
      setPressed(
        button,
        !isLayerHidden(view, layer) && terms.some((term) => !isTermHidden(view, layer, term))
      );
      setText(number, text.number(count(MoeiWatch.counts(layer))));
    });
    return button;
  }

  function groupRow(layer, group, at) {
    const all = MoeiWatch.data.layers[layer].terms;
    const only = group.terms.length === 1 ? all.find((term) => term.id === group.terms[0]) : null;
    const description = [only && only.description, SIZES[layer]].filter(Boolean).join(" ");
    const main = row(layer, {
      title: group.title,
      symbol: MoeiWatch.sprites.svg(group, null, 6),
      terms: group.terms,
      count: (counts) => counts.groups[at],
      description,
    });
    if (group.terms.length === 1) return el("li", {}, main);
    const inner = el(
      "ul",
      { class: "legend-terms", hidden: true },
      group.terms.map((id) => {
        const code = all.findIndex((term) => term.id === id);
        const term = all[code] || { title: id };
        const count = (counts) => counts.terms[code];
        return el(
          "li",
          {},
          row(layer, {
            title: term.title,
            symbol: null,
            terms: [id],
            count,
            description: term.description,
            isSmall: true,
          })
        );
      })
    );
    return el("li", { class: "legend-group" }, fold(group.title, inner), main, inner);
  }

  function section(layer) {
    const words = MoeiWatch.data.layers[layer];
    const rows = el(
      "ul",
      { class: "legend-rows", hidden: !OPEN.has(layer) },
      words.groups.map((group, at) => groupRow(layer, group, at))
    );
    const title = el("span", {}, TITLES[layer] || words.title);
    const total = el("span", { class: "count" });
    const head = el(
      "button",
      {
        type: "button",
        class: "legend-head",
        onclick: () => toggleLayer(layer),
        title: "Show or hide this layer",
      },
      title,
      total
    );
    updates.push((view) => {
      setPressed(head, !isLayerHidden(view, layer));
      setText(total, text.number(MoeiWatch.counts(layer).total));
      if (layer === "compounds")
        setText(title, view.to ? "Compounds, status then" : "Compounds, last status");
    });
    const notYet = layer === "compounds" ? notYetKnown() : null;
    return el(
      "section",
      { class: "legend-layer" },
      el("h2", {}, fold(TITLES[layer] || words.title, rows), head),
      rows,
      notYet
    );
  }

  /** How many compounds no word had been heard of by the end of the period. */
  function notYetKnown() {
    const words = el("span", {});
    const line = el("p", { class: "muted small" }, MoeiWatch.sprites.svg(MoeiWatch.sprites.NOT_YET, null, 3), " ", words);
    updates.push(() => {
      let count = 0;
      for (let i = 0; i < MoeiWatch.records.compounds.n; i++) if (MoeiWatch.isNotYetKnown(i)) count += 1;
      line.hidden = !count;
      setText(words, `${text.number(count)} not yet known then`);
    });
    return line;
  }

  MoeiWatch.start(() => {
    const parts = MoeiWatch.legendFilters;
    const time = document.getElementById("time");
    time.append(el("h2", {}, "Time shown"), parts.modeSwitch(updates), el("div", { id: "period" }));
    const sections = [
      parts.broken(),
      section("compounds"),
      section("construction_reports"),
      section("rescue_events"),
      MoeiWatch.riverLegend(updates),
      parts.basis(updates),
      section("interventions"),
      section("crossings"),
      parts.confidence(updates),
      parts.armedGroup(updates),
      parts.notOnMap(updates),
      parts.asList(updates),
      parts.asTable(updates),
    ];
    document.getElementById("legend").append(...sections.filter(Boolean));
    const update = (view) => updates.forEach((one) => one(view));
    update(MoeiWatch.store.get());
    MoeiWatch.store.on((view, changed) => {
      if (changed.size > 1 || !(changed.has("at") || changed.has("sel"))) update(view);
    });
  });

  MoeiWatch.legend = { toggleLayer };
})((window.MoeiWatch = window.MoeiWatch || {}));
