// Where the map looks at a step. Its author placed it on a map of a certain size: on a smaller one it looks at the same
// from farther away, and then no farther aside than it takes to have in sight every record that the step tells of.
// The view keeps the author's place, so that a link to the step is the same from every screen.
(function (MoeiWatch) {
  "use strict";

  const REFERENCE_PX = { x: 700, y: 520 }; // the least map on which a step looks as it was written

  /** Positions of the records that a step names or selects, as far as the map knows them: [[lat, lon], ...]. */
  function positions(step) {
    const named = [...step.sentences.flatMap((sentence) => sentence.records), step.view.sel];
    return named.flatMap((reference) => {
      const [layer, id] = reference.split("/");
      const record = MoeiWatch.records[layer];
      const i = record ? record.index(id) : -1;
      return i < 0 || record.place[i] < 0 ? [] : [[record.lat[i], record.lon[i]]];
    });
  }

  const below = (zoom, step) => Math.floor(zoom / step) * step;

  /** The place nearest to a wanted one that has all points in the free part of the map: [zoom, lat, lon]. */
  function including(points, [zoom, lat, lon]) {
    const { map } = MoeiWatch;
    const free = MoeiWatch.freeOfEdges();
    const [start, end] = [L.point(free.paddingTopLeft), L.point(free.paddingBottomRight)];
    const size = map.getSize();
    const closest = Math.min(zoom, map.getBoundsZoom(L.latLngBounds(points), false, start.add(end)));
    const at = points.map((point) => map.project(point, closest));
    const centre = map.project([lat, lon], closest);
    for (const axis of ["x", "y"]) {
      const all = at.map((point) => point[axis]);
      const least = Math.max(...all) - size[axis] / 2 + end[axis];
      const most = Math.min(...all) + size[axis] / 2 - start[axis];
      centre[axis] = least > most ? (least + most) / 2 : Math.min(Math.max(centre[axis], least), most);
    }
    const { lat: y, lng: x } = map.unproject(centre, closest);
    return [closest, y, x];
  }

  /** Where the map at hand looks for a step's place; any other place as it is. */
  function fit(place) {
    const { map } = MoeiWatch;
    const found = MoeiWatch.story.ofAddress();
    if (!found || !found.step.view.at || String(place) !== String(found.step.view.at)) return place;
    const size = map.getSize();
    const share = Math.min(1, size.x / REFERENCE_PX.x, size.y / REFERENCE_PX.y);
    const [zoom, lat, lon] = place;
    const farther = Math.max(map.getMinZoom(), below(zoom + Math.log2(share), map.options.zoomSnap));
    const wanted = [share < 1 ? farther : zoom, lat, lon];
    const points = positions(found.step);
    return points.length ? including(points, wanted) : wanted;
  }

  MoeiWatch.start(() => {
    MoeiWatch.adaptPlaces(fit);
    MoeiWatch.story.on(MoeiWatch.lookAgain); // once nothing lies over the map any more
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
