// The legend, which is the filter: a row a term with its symbol and how many are shown; a click hides or shows it.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const OPEN = new Set(["compounds", "construction_reports", "rescue_events"]);
  const TITLES = { rescue_events: "People who got out" };
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

  function setText(node, value) {
    if (node.textContent !== value) node.textContent = value;
  }

  function setPressed(node, isOn) {
    const value = String(isOn);
    if (node.getAttribute("aria-pressed") !== value) node.setAttribute("aria-pressed", value);
  }

  function row(layer, { title, symbol, terms, count, description, isSmall }) {
    const number = el("span", { class: "count" });
    const button = el(
      "button",
      { type: "button", class: isSmall ? "legend-row small" : "legend-row", title: description, onclick: () => toggleTerms(layer, terms) },
      symbol,
      el("span", { class: "legend-word" }, title),
      number
    );
    updates.push((view) => {
      setPressed(button, !isLayerHidden(view, layer) && terms.some((term) => !isTermHidden(view, layer, term)));
      setText(number, text.number(count(MoeiWatch.counts(layer))));
    });
    return button;
  }

  function groupRow(layer, group, at) {
    const all = MoeiWatch.data.layers[layer].terms;
    const description = group.terms.length === 1 ? (all.find((term) => term.id === group.terms[0]) || {}).description : "";
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
        return el("li", {}, row(layer, { title: term.title, symbol: null, terms: [id], count, description: term.description, isSmall: true }));
      })
    );
    return el("li", { class: "legend-group" }, fold(group.title, inner), main, inner);
  }

  /** A small button that unfolds a part of the legend. */
  function fold(title, inner) {
    const button = el("button", { type: "button", class: "fold", "aria-expanded": String(!inner.hidden), "aria-label": `Kinds of: ${title}` });
    button.addEventListener("click", () => {
      inner.hidden = !inner.hidden;
      button.setAttribute("aria-expanded", String(!inner.hidden));
    });
    return button;
  }

  function section(layer) {
    const words = MoeiWatch.data.layers[layer];
    const rows = el("ul", { class: "legend-rows", hidden: !OPEN.has(layer) }, words.groups.map((group, at) => groupRow(layer, group, at)));
    const title = el("span", {}, TITLES[layer] || words.title);
    const total = el("span", { class: "count" });
    const head = el("button", { type: "button", class: "legend-head", onclick: () => toggleLayer(layer), title: "Show or hide this layer" }, title, total);
    updates.push((view) => {
      setPressed(head, !isLayerHidden(view, layer));
      setText(total, text.number(MoeiWatch.counts(layer).total));
      if (layer === "compounds") setText(title, view.to ? "Compounds, status then" : "Compounds, last status");
    });
    const notYet = layer === "compounds" ? notYetKnown() : null;
    return el("section", { class: "legend-layer" }, el("h2", {}, fold(words.title, rows), head), rows, notYet);
  }

  /** How many compounds no word had been heard of by the end of the period. */
  function notYetKnown() {
    const line = el("p", { class: "muted small" });
    updates.push(() => {
      let count = 0;
      for (let i = 0; i < MoeiWatch.records.compounds.n; i++) if (MoeiWatch.isNotYetKnown(i)) count += 1;
      line.hidden = !count;
      setText(line, `${text.number(count)} not yet known then`);
    });
    return line;
  }

  /** Rows for a property that reports share: its basis, or its confidence. */
  function shared(title, key, terms, mark, layers) {
    const rows = terms.map((term, code) => {
      const number = el("span", { class: "count" });
      const toggle = () => {
        const now = MoeiWatch.store.get()[key];
        const chosen = new Set(now.length ? now : terms.map(({ id }) => id));
        if (!chosen.delete(term.id)) chosen.add(term.id);
        MoeiWatch.store.set({ [key]: Array.from(chosen) });
      };
      const button = el("button", { type: "button", class: "legend-row", title: term.description, onclick: toggle }, mark(term.id), el("span", { class: "legend-word" }, term.title), number);
      updates.push((view) => {
        setPressed(button, !view[key].length || view[key].includes(term.id));
        const name = key === "conf" ? "confidence" : "basis";
        const count = layers.reduce((sum, layer) => sum + MoeiWatch.counts(layer)[name][code], 0);
        setText(number, text.number(count));
      });
      return el("li", {}, button);
    });
    const list = el("ul", { class: "legend-rows", hidden: key !== "basis" }, rows);
    return el("section", { class: "legend-layer" }, el("h2", {}, fold(title, list), el("span", { class: "legend-head" }, title)), list);
  }

  function armedGroup() {
    const used = new Set();
    const { compounds } = MoeiWatch.records;
    for (let i = 0; i < compounds.n; i++) (compounds.get("armed_groups", i) || []).forEach((entry) => used.add(entry.actor));
    if (!used.size) return null;
    const options = Array.from(used, (id) => (MoeiWatch.data.actor.get(id) || { id, name: id })).sort((one, other) => one.name.localeCompare(other.name));
    const select = el("select", { class: "field", id: "group-choice", onchange: () => MoeiWatch.store.set({ group: select.value }) }, el("option", { value: "" }, "All"), options.map(({ id, name }) => el("option", { value: id }, name)));
    updates.push((view) => {
      if (select.value !== view.group) select.value = view.group;
    });
    return el("section", { class: "legend-layer" }, el("h2", {}, el("label", { class: "legend-head", for: "group-choice" }, "Armed group")), select);
  }

  function notOnMap() {
    const layers = ["construction_reports", "rescue_events", "interventions", "crossings"];
    const entries = () =>
      layers.flatMap((layer) => {
        const record = MoeiWatch.records[layer];
        const mask = MoeiWatch.shown(layer);
        return record.id.map((id, i) => [layer, i]).filter(([, i]) => mask[i] && record.place[i] < 0);
      });
    const button = el("button", { type: "button", class: "inline-link", onclick: () => MoeiWatch.openList("Not on the map", entries()) });
    const line = el("p", { class: "not-on-map" }, button);
    updates.push(() => {
      const count = layers.reduce((sum, layer) => sum + MoeiWatch.counts(layer).notOnMap, 0);
      line.hidden = !count;
      setText(button, `${text.plural(count, "record is", "records are")} not on the map`);
    });
    return line;
  }

  function broken() {
    const { problems, read } = MoeiWatch.data;
    if (!problems.length) return null;
    const [shown, all] = Object.values(read).reduce(([a, b], [one, of]) => [a + one, b + of], [0, 0]);
    return el("details", { class: "broken" }, el("summary", {}, `${text.number(shown)} of ${text.number(all)} records could be read`), el("ul", {}, problems.slice(0, 50).map((problem) => el("li", {}, problem))));
  }

  function modeSwitch() {
    const buttons = [
      ["happened", "As it happened"],
      ["known", "As it was known"],
    ].map(([mode, title]) => el("button", { type: "button", dataset: { mode }, onclick: () => MoeiWatch.store.set({ mode }) }, title));
    updates.push((view) => buttons.forEach((button) => setPressed(button, button.dataset.mode === view.mode)));
    return el("div", { class: "segmented", role: "group", "aria-label": "Which time counts" }, buttons);
  }

  const EVENTS = ["construction_reports", "rescue_events"];
  const ALL = ["compounds", "construction_reports", "rescue_events", "interventions", "crossings"];

  MoeiWatch.start(() => {
    const ink = { shape: "circle", paint: "open", colour: "ink" };
    document.getElementById("time").append(el("h2", {}, "Time shown"), modeSwitch(), el("div", { id: "period" }));
    const { basis, confidence } = MoeiWatch.data;
    document.getElementById("legend").append(
      ...[
        broken(),
        section("compounds"),
        section("construction_reports"),
        section("rescue_events"),
        MoeiWatch.riverLegend(updates),
        shared("Basis of reports", "basis", basis, (id) => MoeiWatch.sprites.svg(ink, id, 6), EVENTS),
        section("interventions"),
        section("crossings"),
        shared("Confidence", "conf", confidence, () => null, ALL),
        armedGroup(),
        notOnMap(),
      ].filter(Boolean)
    );
    const update = (view) => updates.forEach((one) => one(view));
    update(MoeiWatch.store.get());
    MoeiWatch.store.on((view, changed) => {
      if (changed.size > 1 || !(changed.has("at") || changed.has("sel"))) update(view);
    });
  });

  MoeiWatch.legend = { toggleLayer };
})((window.MoeiWatch = window.MoeiWatch || {}));
