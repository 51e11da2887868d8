// A picture of the page, as the snapshot takes it: the map with its title, period, key and credits, and no buttons.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  function fill() {
    const told = MoeiWatch.story.told();
    const words = [told && told.step.title, MoeiWatch.viewTitle(MoeiWatch.store.get()), text.newest()];
    document.getElementById("header-note").textContent = words.filter(Boolean).join(" · ");
  }

  MoeiWatch.start((map) => {
    if (!document.body.classList.contains("picture")) return;
    const credits = map.attributionControl.getContainer().textContent;
    document.getElementById("map-key").after(el("p", { id: "picture-foot" }, credits));
    MoeiWatch.story.on(fill);
    fill();
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
