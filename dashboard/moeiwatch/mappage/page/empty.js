/* One job: one sentence on a map that shows no report, what left it empty, and the way out. */
(function (MoeiWatch) {
  "use strict";

  const DATED = ["construction_reports", "rescue_events", "interventions"];
  const ALL = { hide: [], basis: [], conf: [], group: "" };

  const isShown = (layer) => MoeiWatch.counts(layer).total > 0;
  const passesFilters = (layer) => MoeiWatch.filtered(layer).includes(1);

  /* [sentence, words of the way out, the view there], null where reports are shown or the reader hides them all. */
  function cause(view) {
    if (DATED.some(isShown)) return null;
    if (DATED.some(passesFilters)) {
      const happened = view.mode === "known" ? "became public" : "was reported";
      return [`Nothing ${happened} in this period.`, "Show all months", { from: "", to: "" }];
    }
    if (view.group && !passesFilters("compounds") && !view.hide.includes("compounds")) {
      const { name } = MoeiWatch.data.actor.get(view.group) || { name: view.group };
      return [`No compound is named with "${name}".`, "Show all groups", { group: "" }];
    }
    if (isShown("compounds") && DATED.every((layer) => view.hide.includes(layer))) return null;
    return ["The filters leave no report.", "Show everything", ALL];
  }

  MoeiWatch.start(() => {
    const { el, store } = MoeiWatch;
    const words = el("span", {});
    const button = el("button", { type: "button", class: "inline-link", onclick: leave });
    const line = el("p", { id: "empty", role: "status", hidden: true }, words, " ", button);
    let wayOut = null;
    document.getElementById("quiet").after(line);

    function leave() {
      store.set(wayOut);
      document.getElementById("map").focus({ preventScroll: true }); // the button is gone
    }

    function update() {
      const found = cause(store.get());
      line.hidden = !found;
      if (!found) return;
      if (words.textContent !== found[0]) words.textContent = found[0];
      button.textContent = found[1];
      wayOut = found[2];
    }

    store.on((view, changed) => {
      if (changed.size > 1 || !(changed.has("at") || changed.has("sel"))) update();
    });
    update();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
