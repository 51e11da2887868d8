// What the legend filters by beside layers and terms: time, basis, confidence, armed group; and what it says of the rest.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const EVENTS = ["construction_reports", "rescue_events"];
  const ALL = ["compounds", "construction_reports", "rescue_events", "interventions", "crossings"];
  const EVENTS_AND_CROSSINGS = ALL.slice(1);
  const INK = { shape: "circle", paint: "open", colour: "ink" };

  function setText(node, value) {
    if (node.textContent !== value) node.textContent = value;
  }

  function setPressed(node, isOn) {
    const value = String(isOn);
    if (node.getAttribute("aria-pressed") !== value) node.setAttribute("aria-pressed", value);
  }

  /** A small button that unfolds a part of the legend. */
  function fold(title, inner) {
    const button = el("button", {
      type: "button",
      class: "fold",
      "aria-expanded": String(!inner.hidden),
      "aria-label": `${title}: kinds`,
    });
    button.addEventListener("click", () => {
      inner.hidden = !inner.hidden;
      button.setAttribute("aria-expanded", String(!inner.hidden));
    });
    return button;
  }

  /** Rows for a property that reports share: its basis, or its confidence. */
  function shared(title, key, terms, mark, layers, updates) {
    const rows = terms.map((term, code) => {
      const number = el("span", { class: "count" });
      const toggle = () => {
        const now = MoeiWatch.store.get()[key];
        const chosen = new Set(now.length ? now : terms.map(({ id }) => id));
        if (!chosen.delete(term.id)) chosen.add(term.id);
        MoeiWatch.store.set({ [key]: Array.from(chosen) });
      };
      const button = el(
        "button",
        { type: "button", class: "legend-row", title: term.description, onclick: toggle },
        mark(term.id),
        el("span", { class: "legend-word" }, term.title),
        number
      );
      updates.push((view) => {
        setPressed(button, !view[key].length || view[key].includes(term.id));
        const name = key === "conf" ? "confidence" : "basis";
        const count = layers.reduce((sum, layer) => sum + MoeiWatch.counts(layer)[name][code], 0);
        setText(number, text.number(count));
      });
      return el("li", {}, button);
    });
    const list = el("ul", { class: "legend-rows", hidden: key !== "basis" }, rows);
    return el(
      "section",
      { class: "legend-layer" },
      el("h2", {}, fold(title, list), el("span", { class: "legend-head" }, title)),
      list
    );
  }

  function armedGroup(updates) {
    const used = new Set();
    const { compounds } = MoeiWatch.records;
    for (let i = 0; i < compounds.n; i++)
      (compounds.get("armed_groups", i) || []).forEach((entry) => used.add(entry.actor));
    if (!used.size) return null;
    const options = Array.from(used, (id) => MoeiWatch.data.actor.get(id) || { id, name: id }).sort(
      (one, other) => one.name.localeCompare(other.name)
    );
    const select = el(
      "select",
      { class: "field", id: "group-choice", onchange: () => MoeiWatch.store.set({ group: select.value }) },
      el("option", { value: "" }, "All"),
      options.map(({ id, name }) => el("option", { value: id }, name))
    );
    const stranger = el("option", {}); // an address may name a group that no compound is named with
    updates.push((view) => {
      stranger.remove();
      if (view.group && !used.has(view.group)) {
        stranger.value = view.group;
        stranger.textContent = `${(MoeiWatch.data.actor.get(view.group) || { name: view.group }).name}: no compound`;
        select.append(stranger);
      }
      if (select.value !== view.group) select.value = view.group;
    });
    return el(
      "section",
      { class: "legend-layer" },
      el("h2", {}, el("label", { class: "legend-head", for: "group-choice" }, "Armed group")),
      select
    );
  }

  /** Records that the view shows, [layer, index], of some layers. */
  const shownOf = (layers, isWanted) =>
    layers.flatMap((layer) => {
      const mask = MoeiWatch.shown(layer);
      return MoeiWatch.records[layer].id
        .map((id, i) => [layer, i])
        .filter(([, i]) => mask[i] && isWanted(MoeiWatch.records[layer], i));
    });

  /** A line that opens some of what is shown as a list; hidden where there is nothing of it. */
  function listLine(updates, layers, { title, words, count, isWanted, open = MoeiWatch.openList }) {
    const find = () => shownOf(layers, isWanted);
    const button = el("button", { type: "button", class: "inline-link", onclick: () => open(title, find) });
    const line = el("p", { class: "list-line" }, button);
    updates.push(() => {
      const found = layers.reduce((sum, layer) => sum + count(MoeiWatch.counts(layer)), 0);
      line.hidden = !found;
      setText(button, found ? words(found) : "");
    });
    return line;
  }

  const notOnMap = (updates) =>
    listLine(updates, EVENTS_AND_CROSSINGS, {
      title: "Not on the map",
      words(found) {
        const crossings = MoeiWatch.counts("crossings").notOnMap; // in no period, as the timeline counts none
        const part = crossings ? `, ${text.number(crossings)} of them ${crossings === 1 ? "a crossing" : "crossings"}` : "";
        return `${text.plural(found, "record is", "records are")} not on the map${part}`;
      },
      count: (counts) => counts.notOnMap,
      isWanted: (record, i) => record.place[i] < 0,
    });

  /** Everything that the map shows, and what it cannot show, in words. */
  const asList = (updates) =>
    listLine(updates, ALL, {
      title: "All that is shown",
      words: (found) => `Read all ${text.plural(found, "record", "records")} as a list`,
      count: (counts) => counts.total,
      isWanted: () => true,
    });

  /** The same as a table, each record with its position. */
  const asTable = (updates) =>
    listLine(updates, ALL, {
      title: "All that is shown",
      words: () => "Read them as a table, with positions",
      count: (counts) => counts.total,
      isWanted: () => true,
      open: (title, find) => MoeiWatch.openTable(title, find()),
    });

  function broken() {
    const { problems, read, losses, unreadable } = MoeiWatch.data;
    if (!problems.length) return null;
    const [shown, all] = Object.values(read).reduce(([a, b], [one, of]) => [a + one, b + of], [0, 0]);
    const files = unreadable.length ? `; nothing of ${unreadable.join(", ")}` : "";
    return el(
      "details",
      { class: "broken" },
      el("summary", {}, `${text.number(shown)} of ${text.number(all)} records could be read${files}`),
      el("p", {}, losses.join(" ")),
      el(
        "ul",
        {},
        problems.slice(0, 50).map((problem) => el("li", {}, problem))
      )
    );
  }

  function modeSwitch(updates) {
    const buttons = [
      ["happened", "As it happened"],
      ["known", "As it was known"],
    ].map(([mode, title]) =>
      el("button", { type: "button", dataset: { mode }, onclick: () => MoeiWatch.store.set({ mode }) }, title)
    );
    updates.push((view) =>
      buttons.forEach((button) => setPressed(button, button.dataset.mode === view.mode))
    );
    return el("div", { class: "segmented", role: "group", "aria-label": "Which time counts" }, buttons);
  }

  const basis = (updates) =>
    shared(
      "Basis of reports",
      "basis",
      MoeiWatch.data.basis,
      (id) => MoeiWatch.sprites.svg(INK, id, 6),
      EVENTS,
      updates
    );
  const confidence = (updates) =>
    shared("Confidence", "conf", MoeiWatch.data.confidence, () => null, ALL, updates);

  MoeiWatch.legendParts = { setText, setPressed, fold };
  MoeiWatch.legendFilters = { basis, confidence, armedGroup, notOnMap, asList, asTable, broken, modeSwitch };
})((window.MoeiWatch = window.MoeiWatch || {}));
