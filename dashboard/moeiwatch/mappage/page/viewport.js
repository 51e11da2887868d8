// Where the map looks: the view's `at`, flights, and the reader's own panning, which is told without a new entry.
(function (MoeiWatch) {
  "use strict";

  const SPACE_PX = 24; // between what is to be seen and what lies over the map

  let home = null; // zoom, latitude and longitude at which the page was built to begin
  let isOurs = false; // the map moves because we said so
  let timer = null;
  let fit = (place) => place; // to the map at hand: a step of a story has to show what it tells of (story_place.js)

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
    const [zoom, lat, lon] = fit(target || home);
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

  /** Leaflet's padding around what can be seen: what lies over the map is counted to the edge of which it takes least. */
  function freeOfEdges() {
    const { map } = MoeiWatch;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const edges = { left: 0, top: 0, right: 0, bottom: 0 };
    MoeiWatch.overMap().forEach(([left, top, right, bottom]) => {
      const takes = { left: right - corner.x, top: bottom - corner.y, right: size.x + corner.x - left, bottom: size.y + corner.y - top };
      const least = Object.keys(takes).reduce((one, other) => (takes[other] < takes[one] ? other : one));
      edges[least] = Math.max(edges[least], takes[least]);
    });
    return {
      paddingTopLeft: [edges.left + SPACE_PX, edges.top + SPACE_PX],
      paddingBottomRight: [edges.right + SPACE_PX, edges.bottom + SPACE_PX],
    };
  }

  /** Move the map no farther than it takes to bring a position from its edge and from under what lies over it. */
  MoeiWatch.uncover = (lat, lon) => {
    MoeiWatch.map.panInside([lat, lon], { ...freeOfEdges(), animate: !MoeiWatch.reducedMotion() });
  };

  MoeiWatch.fitBounds = (bounds) => {
    const { map } = MoeiWatch;
    const options = freeOfEdges();
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
  MoeiWatch.freeOfEdges = freeOfEdges;

  /** Have places of the view fitted to the map before it looks there: fn([zoom, lat, lon]) returns the same. */
  MoeiWatch.fitPlaces = (one) => {
    fit = one;
  };

  /** Look at the view's place again: what is to be seen there has changed. */
  MoeiWatch.lookAgain = () => move(MoeiWatch.store.get().at);

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
