// The beginning: unpack the data, take the first view, then let every script begin in its order.
(function (MoeiWatch) {
  "use strict";

  /** Called by the page's last script with the map and its layers of geometry. */
  MoeiWatch.boot = (map, layers) => {
    const pack = MoeiWatch.pack;
    delete MoeiWatch.pack;
    MoeiWatch.map = map;
    MoeiWatch.mapLayers = layers;
    MoeiWatch.unpack(pack);
    MoeiWatch.groupPlaces();
    const codec = MoeiWatch.createCodec(pack.view);
    MoeiWatch.store.open(codec, codec.parseAddress(window.location.search));
    MoeiWatch.openHost();
    MoeiWatch.computeShown(MoeiWatch.store.get());
    MoeiWatch.store.on((view, changed) => MoeiWatch.computeShown(view, changed));
    MoeiWatch.openTheme();
    MoeiWatch.startAll(map);
    MoeiWatch.keys.open();
    document.body.classList.add("ready");
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
