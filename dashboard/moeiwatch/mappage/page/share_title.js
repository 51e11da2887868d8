// A view in a few words: for the title of a link, for a talk's heading.
(function (MoeiWatch) {
  "use strict";

  const { text } = MoeiWatch;

  /** Title of a record by "layer/id", "" where there is none. */
  MoeiWatch.recordTitle = (reference) => {
    const [layer, id] = reference.split("/");
    const records = MoeiWatch.records[layer];
    const i = records ? records.index(id) : -1;
    if (i >= 0) return records.title(i);
    const named = MoeiWatch.named(reference);
    return named ? named.title : "";
  };

  function layers(hide) {
    const all = Object.entries(MoeiWatch.data.layers);
    const shown = all.filter(([name]) => !hide.includes(name)).map(([, words]) => words.title.toLowerCase());
    if (shown.length === all.length || !shown.length) return "scam compounds along the Moei";
    return text.list(shown);
  }

  function period(view) {
    if (!view.from && !view.to) return "";
    const from = view.from && text.month(view.from);
    const to = view.to && text.month(view.to);
    if (!to) return `since ${from}`;
    if (!from) return `until ${to}`;
    return from === to ? from : `${from} to ${to}`;
  }

  function basis(view) {
    const chosen = MoeiWatch.data.basis.filter((one) => view.basis.includes(one.id));
    return chosen.length ? `${text.list(chosen.map((one) => one.title.toLowerCase()))} only` : "";
  }

  function group(view) {
    const actor = view.group && MoeiWatch.data.actor.get(view.group);
    return actor ? actor.name : "";
  }

  const upper = (words) => words.replace(/^./, (letter) => letter.toUpperCase());

  /** "KK Park, 2025-03 to 2025-10, observed only": what a view shows. */
  MoeiWatch.viewTitle = (view) =>
    [
      upper((view.sel && MoeiWatch.recordTitle(view.sel)) || layers(view.hide)),
      period(view),
      view.mode === "known" ? "as it was known" : "",
      basis(view),
      group(view),
      view.month ? `the river in ${text.monthName(view.month)}` : "",
    ]
      .filter(Boolean)
      .join(", ");
})((window.MoeiWatch = window.MoeiWatch || {}));
