// The headline numbers of the page where it stands alone: worked out when it was built, over all records.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;

  MoeiWatch.start(() => {
    const box = document.getElementById("numbers");
    if (MoeiWatch.isHosted() || !MoeiWatch.data.numbers.length) return;
    box.hidden = false;
    box.append(
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
