// Records that stand at one point, together: the map draws one symbol for them and lists them when it is opened.
(function (MoeiWatch) {
  "use strict";

  /** Group the records of all layers by their point; fills each record's `place`. */
  MoeiWatch.groupPlaces = () => {
    const found = new Map();
    const places = [];
    Object.values(MoeiWatch.records).forEach((record) => {
      for (let i = 0; i < record.n; i++) {
        if (Number.isNaN(record.lon[i])) continue;
        // Five decimals a side make one whole number below 2^53.
        const key = Math.round((record.lon[i] + 180) * 1e5) * 2e7 + Math.round((record.lat[i] + 90) * 1e5);
        let at = found.get(key);
        if (at === undefined) {
          at = places.length;
          found.set(key, at);
          places.push({ lon: record.lon[i], lat: record.lat[i], records: [] });
        }
        record.place[i] = at;
        places[at].records.push([record.layer, i]);
      }
    });
    places.forEach((place) => place.records.length > 1 && place.records.sort(inTimeOrder));
    MoeiWatch.places = places;
  };

  function inTimeOrder([oneLayer, one], [otherLayer, other]) {
    const { records } = MoeiWatch;
    return records[oneLayer].start[one] - records[otherLayer].start[other];
  }

  MoeiWatch.inTimeOrder = inTimeOrder;
})((window.MoeiWatch = window.MoeiWatch || {}));
