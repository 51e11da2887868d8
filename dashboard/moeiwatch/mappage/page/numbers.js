// The headline numbers of the page where it stands alone: worked out when it was built, over all records, and said
// to be so wherever the view shows less. They stand from the first picture on, since the map is as large as they leave it.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  const period = ({ from, to }) =>
    [from && `from ${text.date(from)}`, to && `to ${text.date(to)}`].filter(Boolean).join(" ") || "all years";

  /** That the numbers are not those of the view; "" where they are. */
  function unlike(view) {
    const isFiltered = [view.hide, view.basis, view.conf, view.group].some((chosen) => chosen.length);
    const isKnown = view.mode === "known";
    if (!isFiltered && !isKnown && !view.from && !view.to) return "";
    const shown = [period(view), isKnown && "as it was known then", isFiltered && "filtered"].filter(Boolean).join(", ");
    return `These numbers are of all records of all years, as known today. The map shows less: ${shown}. The legend counts what it shows.`;
  }

  MoeiWatch.startAtOnce(() => {
    const box = document.getElementById("numbers");
    if (MoeiWatch.isHosted() || !MoeiWatch.data.numbers.length) return;
    box.hidden = false;
    const note = el("p", { class: "muted numbers-of-all" });
    const say = () => {
      note.textContent = unlike(MoeiWatch.store.get());
      note.hidden = !note.textContent;
    };
    say();
    MoeiWatch.store.on(say);
    box.append(
      note,
      ...MoeiWatch.data.numbers.map(({ title, value, note }) =>
        el(
          "div",
          { class: "number" },
          el("h2", {}, title),
          el("p", { class: "value" }, value),
          el("p", { class: "muted" }, note)
        )
      )
    );
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
