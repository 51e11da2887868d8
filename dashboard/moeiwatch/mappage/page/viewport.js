// Where the map looks: the view's `at`, flights, and the reader's own panning, which is told without a new entry.
(function (MoeiWatch) {
  "use strict";

  let home = null; // zoom, latitude and longitude at which the page was built to begin
  let isOurs = false; // the map moves because we said so
  let timer = null;

  const isNear = (map, [zoom, lat, lon]) => {
    const centre = map.getCenter();
    const limit = 0.5 / 2 ** zoom;
    return (
      Math.abs(map.getZoom() - zoom) < 0.01 &&
      Math.abs(centre.lat - lat) < limit &&
      Math.abs(centre.lng - lon) < limit
    );
  };

  function tell(map) {
    const centre = map.getCenter();
    const at = [map.getZoom(), centre.lat, centre.lng];
    if (isNear(map, MoeiWatch.store.get().at || home)) return;
    MoeiWatch.store.set({ at }, { kind: "pan" });
  }

  function move(target) {
    const [zoom, lat, lon] = target || home;
    if (isNear(MoeiWatch.map, [zoom, lat, lon])) return;
    isOurs = true;
    MoeiWatch.map.setView([lat, lon], zoom, { animate: false });
    isOurs = false;
  }

  /** Pixels on the right that the open drawer covers. */
  function covered() {
    const drawer = document.getElementById("drawer");
    if (drawer.hidden || MoeiWatch.isNarrow()) return 0;
    const box = drawer.getBoundingClientRect();
    const stage = document.getElementById("stage").getBoundingClientRect();
    return Math.max(0, stage.right - Math.max(box.left, stage.left));
  }

  /** Bring a position into the middle of what can be seen of the map. */
  MoeiWatch.flyTo = (lat, lon, zoom = MoeiWatch.map.getZoom()) => {
    const { map } = MoeiWatch;
    const target = map.unproject(map.project([lat, lon], zoom).add([covered() / 2, 0]), zoom);
    if (MoeiWatch.reducedMotion()) map.setView(target, zoom, { animate: false });
    else map.flyTo(target, zoom, { duration: 0.8 });
  };

  MoeiWatch.fitBounds = (bounds) => {
    const { map } = MoeiWatch;
    const options = { paddingTopLeft: [24, 24], paddingBottomRight: [24 + covered(), 24] };
    if (MoeiWatch.reducedMotion()) map.fitBounds(bounds, { ...options, animate: false });
    else map.flyToBounds(bounds, { ...options, duration: 0.8 });
  };

  /** True if a position can be seen, not under the drawer and not at the very edge. */
  MoeiWatch.isInSight = (lat, lon) => {
    const point = MoeiWatch.map.latLngToContainerPoint([lat, lon]);
    const size = MoeiWatch.map.getSize();
    return point.x > 30 && point.y > 30 && point.x < size.x - covered() - 30 && point.y < size.y - 30;
  };

  MoeiWatch.home = () => home;

  MoeiWatch.startAtOnce((map) => {
    const centre = map.getCenter();
    home = [map.getZoom(), centre.lat, centre.lng];
    move(MoeiWatch.store.get().at);
    map.on("moveend", () => {
      if (isOurs) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = null;
        tell(map);
      }, 120);
    });
    MoeiWatch.store.on((view, changed, kind) => {
      if (changed.has("at") && kind !== "pan") move(view.at);
    });
    new ResizeObserver(() => {
      isOurs = true;
      map.invalidateSize({ pan: false });
      isOurs = false;
      if (!timer) move(MoeiWatch.store.get().at); // the middle stays the middle
    }).observe(map.getContainer());
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
