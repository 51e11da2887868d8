// The beginning: unpack the data, take the first view, draw the symbols; then let every script begin in its order.
(function (MoeiWatch) {
  "use strict";

  /** Called by the page's last script with the map. */
  MoeiWatch.boot = (map) => {
    const block = document.getElementById("pack"); // the records, as JSON in the page itself
    const pack = JSON.parse(block.textContent);
    block.remove();
    MoeiWatch.map = map;
    MoeiWatch.unpack(pack);
    MoeiWatch.groupPlaces();
    const codec = MoeiWatch.createCodec(pack.view);
    MoeiWatch.store.open(codec, codec.parseAddress(MoeiWatch.asked()));
    MoeiWatch.computeShown(MoeiWatch.store.get());
    MoeiWatch.store.on((view, changed) => MoeiWatch.computeShown(view, changed));
    MoeiWatch.openTheme();
    MoeiWatch.startPicture(map);
    MoeiWatch.afterPicture(() => setTimeout(goOn, 0, map));
  };

  function goOn(map) {
    MoeiWatch.unpackRest(MoeiWatch.laterPack);
    delete MoeiWatch.laterPack;
    MoeiWatch.startRest(map, ready);
  }

  function ready() {
    MoeiWatch.store.set({}, { kind: "pan" }); // a hand that moved the map before anyone could be told
    MoeiWatch.keys.open();
    MoeiWatch.whenAddressed(() => document.body.classList.remove("unplaced"));
    MoeiWatch.tellReady();
    document.body.classList.add("ready");
    performance.mark("moeiwatch:ready");
  }
})((window.MoeiWatch = window.MoeiWatch || {}));
