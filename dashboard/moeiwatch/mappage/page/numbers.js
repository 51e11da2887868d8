// The headline numbers of the page where it stands alone: worked out when it was built, over all records. They
// stand from the first picture on, since the map is as large as they leave it.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;

  MoeiWatch.startAtOnce(() => {
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
