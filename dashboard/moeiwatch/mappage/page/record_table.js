// The table that is the map's equal: all that the view shows, a row a record, in a dialog of its own.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const COLUMNS = ["What", "Place", "Date", "People, value or status", "Basis", "Position", "Sources"];
  const ROWS = 1000; // put in at once; the shipped data are fewer
  const IS_SITE = { compounds: true, crossings: true };

  function value(layer, i) {
    if (layer === "compounds") return (MoeiWatch.data.layers.compounds.terms[MoeiWatch.status(i)] || { title: "" }).title;
    return layer === "crossings" ? MoeiWatch.facts.words(MoeiWatch.records.crossings.get("status", i), MoeiWatch.facts.property(layer, "status")) : MoeiWatch.facts.amount(layer, i);
  }

  function place(layer, i) {
    const record = MoeiWatch.records[layer];
    if (record.compound[i] >= 0) return MoeiWatch.records.compounds.title(record.compound[i]);
    return record.get("place", i) || record.get("township", i) || record.get("target", i) || "";
  }

  function position(layer, i) {
    const record = MoeiWatch.records[layer];
    if (record.place[i] < 0) return "not on the map";
    return `${record.lat[i].toFixed(4)} N, ${record.lon[i].toFixed(4)} E. ${MoeiWatch.facts.position(layer, i)}`;
  }

  function sources(layer, i) {
    const { link, words } = MoeiWatch.data.sources;
    return (MoeiWatch.records[layer].sources[i] || []).map((number, n) => [n ? "; " : "", MoeiWatch.link(link[number], words[number].split(": ")[0])]);
  }

  function row([layer, i], open) {
    const record = MoeiWatch.records[layer];
    const basis = MoeiWatch.data.basis[record.basis[i]];
    const cells = [
      place(layer, i),
      IS_SITE[layer] ? "" : MoeiWatch.facts.when(layer, i),
      value(layer, i),
      basis ? basis.title.toLowerCase() : "",
      position(layer, i),
      sources(layer, i),
    ];
    const button = el("button", { type: "button", class: "inline-link", onclick: () => open(layer, i) }, record.title(i));
    const kind = IS_SITE[layer] ? el("div", { class: "muted small" }, MoeiWatch.data.layers[layer].singular) : null;
    return el("tr", {}, el("th", { scope: "row" }, button, kind), cells.map((cell) => el("td", {}, cell)));
  }

  /** Open a table of records, [layer, index]; a row's button chooses its record on the map. */
  MoeiWatch.openTable = (title, entries) => {
    const sorted = entries.slice().sort(MoeiWatch.inTimeOrder);
    const close = () => dialog.close();
    const open = (layer, i) => {
      close();
      MoeiWatch.select(`${layer}/${MoeiWatch.records[layer].id[i]}`, { fly: true, focus: true });
    };
    const body = el("tbody", {});
    const more = el("button", { type: "button", class: "button", onclick: fill });

    function fill() {
      const at = body.children.length;
      body.append(...sorted.slice(at, at + ROWS).map((entry) => row(entry, open)));
      more.textContent = `Show more of ${text.number(sorted.length)}`;
      more.hidden = body.children.length >= sorted.length;
      if (at) body.children[at].querySelector("button").focus();
    }

    const dialog = el(
      "dialog",
      { id: "record-table", "aria-labelledby": "record-table-title" },
      el("button", { type: "button", class: "icon-button close", "aria-label": "Close", onclick: close }, "×"),
      el("h2", { id: "record-table-title" }, title),
      el("p", { class: "muted" }, `${MoeiWatch.lists.countWords(sorted)}, oldest first; what is not dated stands before.`),
      el(
        "div",
        { class: "table-scroll", tabindex: "0", role: "region", "aria-label": `${title}: table` },
        el(
          "table",
          { "aria-rowcount": sorted.length + 1 },
          el("thead", {}, el("tr", {}, COLUMNS.map((name) => el("th", { scope: "col" }, name)))),
          body
        )
      ),
      more
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    fill();
    dialog.showModal();
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
