// Who begins when: scripts say here what to do once data, view and map are there; boot.js calls them in order.
(function (MoeiWatch) {
  "use strict";

  const waiting = [];

  /** Ask to be called once with the map, after everything before has begun. */
  MoeiWatch.start = (begin) => waiting.push(begin);

  MoeiWatch.startAll = (map) => waiting.splice(0).forEach((begin) => begin(map));
})((window.MoeiWatch = window.MoeiWatch || {}));
