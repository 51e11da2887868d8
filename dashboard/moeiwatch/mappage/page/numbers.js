// The headline numbers of the page where it stands alone are of all records and written into it when it is built:
// here it is said wherever the view shows less.
(function (MoeiWatch) {
  "use strict";

  const { text } = MoeiWatch;

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
    const note = document.querySelector("#numbers > .numbers-of-all");
    if (MoeiWatch.isHosted() || !note) return;
    const say = () => {
      note.textContent = unlike(MoeiWatch.store.get());
      note.hidden = !note.textContent;
    };
    say();
    MoeiWatch.store.on(say);
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
