// Inside a page of somebody else (?embed=true): the map fills the frame, the panels are folded, and one line at
// the foot says what is shown, unfolds the panel, and leads to the full map.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;

  function toggle(button) {
    const isOpen = document.body.classList.toggle("unfolded");
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) document.querySelector("#panel input, #panel button")?.focus({ preventScroll: true });
  }

  MoeiWatch.start(() => {
    if (!MoeiWatch.isEmbedded()) return;
    const words = el("p", { id: "embed-title" });
    const full = MoeiWatch.hasAddress() ? el("a", { id: "embed-full", target: "_blank", rel: "noopener" }, "Open the full map") : null;
    const fold = el(
      "button",
      { type: "button", class: "button", id: "embed-fold", "aria-expanded": "false", "aria-controls": "panel", onclick: () => toggle(fold) },
      "Legend and search"
    );
    document.getElementById("embed-bar").append(...[fold, words, full].filter(Boolean));
    document.getElementById("panel").addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !document.body.classList.contains("unfolded")) return;
      toggle(fold);
      fold.focus();
    });
    function update() {
      words.textContent = MoeiWatch.share.title();
      if (full) full.href = MoeiWatch.share.address();
    }
    MoeiWatch.store.on(update);
    MoeiWatch.keys.on(update);
    update();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
