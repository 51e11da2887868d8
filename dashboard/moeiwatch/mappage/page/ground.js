// The ground under the symbols, from the pack: land, borders, districts, and the reaches of the river.
(function (MoeiWatch) {
  "use strict";

  /** Positions from their steps: longitude and latitude of the first, then how far each next one lies off. */
  function positions(steps, scale) {
    const found = [];
    let lon = 0;
    let lat = 0;
    for (let k = 0; k < steps.length; k += 2) {
      lon += steps[k];
      lat += steps[k + 1];
      found.push(new L.LatLng(lat / scale, lon / scale));
    }
    return found;
  }

  function draw({ name, filled, pane, interactive, credit, shapes }) {
    const layers = shapes.map(({ id, scale, lines }) => {
      const made = (filled ? L.polygon : L.polyline)(
        lines.map((steps) => positions(steps, scale)),
        {
          className: `${name} ${name}-${id.toLowerCase()}`,
          fill: filled,
          stroke: !filled,
          interactive,
          pane,
          smoothFactor: 0.6,
        }
      );
      made.shapeId = id;
      return made;
    });
    return L.featureGroup(layers, { attribution: credit });
  }

  MoeiWatch.mapLayers = {}; // by name: land, neighbour, district, border, reach

  MoeiWatch.start((map) => {
    MoeiWatch.data.ground.forEach((layer) => {
      MoeiWatch.mapLayers[layer.name] = draw(layer).addTo(map);
    });
    delete MoeiWatch.data.ground;
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
