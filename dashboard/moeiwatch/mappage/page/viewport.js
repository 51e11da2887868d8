// Where the map looks: the view's `at`, flights, and the reader's own panning, which is told without a new entry.
(function (MoeiWatch) {
  "use strict";

  const SPACE_PX = 24; // between what is to be seen and what lies over the map

  let home = null; // zoom, latitude and longitude at which the page was built to begin
  let isOurs = false; // the map moves because we said so
  let isFlying = false; // on its way to where the view says that it is already
  let timer = null; // the reader has moved the map, and it is not told yet
  let fit = (place) => place; // to the map at hand: a step of a story has to show what it tells of (story_place.js)

  function isNear([zoom, lat, lon], [otherZoom, otherLat, otherLon]) {
    const limit = 0.5 / 2 ** zoom;
    return (
      Math.abs(zoom - otherZoom) < 0.01 && Math.abs(lat - otherLat) < limit && Math.abs(lon - otherLon) < limit
    );
  }

  function here() {
    const { lat, lng } = MoeiWatch.map.getCenter();
    return [MoeiWatch.map.getZoom(), lat, lng];
  }

  /** A viewport as the view has it: none where it is home. */
  const written = (at) => (isNear(at, home) ? null : at);

  function tell() {
    const at = here();
    if (!isNear(at, MoeiWatch.store.get().at || home)) MoeiWatch.store.set({ at: written(at) }, { kind: "pan" });
  }

  function move(target) {
    clearTimeout(timer);
    timer = null;
    const [zoom, lat, lon] = fit(target || home);
    if (!isFlying && isNear(here(), [zoom, lat, lon])) return;
    isOurs = true;
    MoeiWatch.map.setView([lat, lon], zoom, { animate: false });
    isOurs = false;
  }

  /** Move there before the reader's eyes. The view says at once where that is: Back on the way leads out of it. */
  function fly({ lat, lng }, zoom, kind) {
    MoeiWatch.store.set({ at: written([zoom, lat, lng]) }, { kind });
    if (MoeiWatch.reducedMotion()) return MoeiWatch.map.setView([lat, lng], zoom, { animate: false });
    MoeiWatch.map.flyTo([lat, lng], zoom, { duration: 0.8 });
    isFlying = true;
  }

  /** Pixels on the right that the open drawer covers. */
  function covered() {
    const drawer = document.getElementById("drawer");
    if (drawer.hidden || MoeiWatch.isNarrow()) return 0;
    const box = drawer.getBoundingClientRect();
    const stage = document.getElementById("stage").getBoundingClientRect();
    return Math.max(0, stage.right - Math.max(box.left, stage.left));
  }

  /**
   * Bring a position into the middle of what can be seen of the map: as a part of the choice that was made just
   * now ("pan"), or as a choice of its own ("travel").
   */
  MoeiWatch.flyTo = (lat, lon, zoom = MoeiWatch.map.getZoom(), { kind = "pan" } = {}) => {
    const { map } = MoeiWatch;
    fly(map.unproject(map.project([lat, lon], zoom).add([covered() / 2, 0]), zoom), zoom, kind);
  };

  /** Fly home: the same whatever lies over the map. */
  MoeiWatch.flyHome = () => fly({ lat: home[1], lng: home[2] }, home[0], "travel");

  /** Leaflet's padding around what can be seen: what lies over the map is counted to the edge from which it takes the
   * smallest share: the drawer stands at the right also of a map that is wider than high. */
  function freeOfEdges() {
    const { map } = MoeiWatch;
    const size = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const edges = { left: 0, top: 0, right: 0, bottom: 0 };
    MoeiWatch.overMap().forEach(([left, top, right, bottom]) => {
      const takes = { left: right - corner.x, top: bottom - corner.y, right: size.x + corner.x - left, bottom: size.y + corner.y - top };
      const share = (edge) => takes[edge] / (edge === "left" || edge === "right" ? size.x : size.y);
      const least = Object.keys(takes).reduce((one, other) => (share(other) < share(one) ? other : one));
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

  /** Show bounds in what is free of the map; kinds as for `flyTo`. */
  MoeiWatch.fitBounds = (bounds, { kind = "pan" } = {}) => {
    const { map } = MoeiWatch;
    const { paddingTopLeft, paddingBottomRight } = freeOfEdges();
    const [least, most] = [L.point(paddingTopLeft), L.point(paddingBottomRight)];
    const box = L.latLngBounds(bounds);
    const zoom = map.getBoundsZoom(box, false, least.add(most));
    const middle = map.project(box.getSouthWest(), zoom).add(map.project(box.getNorthEast(), zoom)).add(most).subtract(least);
    fly(map.unproject(middle.divideBy(2), zoom), zoom, kind);
  };

  /** True if a position can be seen, not under the drawer and not at the very edge. */
  MoeiWatch.isInSight = (lat, lon) => {
    const point = MoeiWatch.map.latLngToContainerPoint([lat, lon]);
    const size = MoeiWatch.map.getSize();
    return point.x > 30 && point.y > 30 && point.x < size.x - covered() - 30 && point.y < size.y - 30;
  };

  MoeiWatch.home = () => home;
  MoeiWatch.freeOfEdges = freeOfEdges;

  /** Have places of the view adapted to the map before it looks there: fn([zoom, lat, lon]) returns the same. */
  MoeiWatch.adaptPlaces = (one) => {
    fit = one;
  };

  /** Look at the view's place again: what is to be seen there has changed. */
  MoeiWatch.lookAgain = () => move(MoeiWatch.store.get().at);

  MoeiWatch.startAtOnce((map) => {
    const centre = map.getCenter();
    home = [map.getZoom(), centre.lat, centre.lng];
    move(MoeiWatch.store.get().at);
    map.on("moveend", () => {
      isFlying = false;
      if (isOurs) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = null;
        tell();
      }, 120);
    });
    MoeiWatch.store.on((view, changed, kind) => {
      const isUnderWay = kind === "host" && (isFlying || timer);
      if (isUnderWay || (changed.has("at") && kind !== "pan" && kind !== "travel")) move(view.at);
    });
    new ResizeObserver(() => {
      isOurs = true;
      map.invalidateSize({ pan: false });
      isOurs = false;
      if (!timer && !isFlying) move(MoeiWatch.store.get().at); // the middle stays the middle
    }).observe(map.getContainer());
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
