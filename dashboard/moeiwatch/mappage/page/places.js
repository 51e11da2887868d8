// Records that stand at one point, together: the map draws one symbol for them and lists them when it is opened.
(function (MoeiWatch) {
  "use strict";

  let lons = [];
  let lats = [];
  let offsets = null; // records of place p are items[offsets[p]] to items[offsets[p + 1]]
  let items = null; // number of the layer times 2^27, plus the index in it
  let layers = [];

  /** A place: its position, and [layer, index] of all its records in order of time, made when asked for. */
  class Place {
    constructor(at) {
      this.at = at;
    }
    get lon() {
      return lons[this.at];
    }
    get lat() {
      return lats[this.at];
    }
    /** How many records stand here, shown or not. */
    get size() {
      return offsets[this.at + 1] - offsets[this.at];
    }
    get records() {
      const found = [];
      for (let k = offsets[this.at]; k < offsets[this.at + 1]; k++) {
        found.push([layers[items[k] >>> 27], items[k] & 0x7ffffff]);
      }
      return found.sort(inTimeOrder);
    }
  }

  /** Group the records of all layers by their point; fills each record's `place` and MoeiWatch.places. */
  MoeiWatch.groupPlaces = () => {
    const all = Object.values(MoeiWatch.records);
    const found = new Map();
    const counts = [];
    layers = all.map((record) => record.layer);
    all.forEach((record) => {
      for (let i = 0; i < record.n; i++) {
        if (Number.isNaN(record.lon[i])) continue;
        // Five decimals a side make one whole number below 2^53.
        const key = Math.round((record.lon[i] + 180) * 1e5) * 2e7 + Math.round((record.lat[i] + 90) * 1e5);
        let at = found.get(key);
        if (at === undefined) {
          at = counts.length;
          found.set(key, at);
          counts.push(0);
          lons.push(record.lon[i]);
          lats.push(record.lat[i]);
        }
        record.place[i] = at;
        counts[at] += 1;
      }
    });
    offsets = new Int32Array(counts.length + 1);
    counts.forEach((count, at) => (offsets[at + 1] = offsets[at] + count));
    const next = offsets.slice();
    items = new Uint32Array(offsets[counts.length]);
    all.forEach((record, number) => {
      for (let i = 0; i < record.n; i++) {
        if (record.place[i] >= 0) items[next[record.place[i]]++] = number * 2 ** 27 + i;
      }
    });
    MoeiWatch.places = counts.map((count, at) => new Place(at));
  };

  function inTimeOrder([oneLayer, one], [otherLayer, other]) {
    const { records } = MoeiWatch;
    return records[oneLayer].start[one] - records[otherLayer].start[other];
  }

  MoeiWatch.inTimeOrder = inTimeOrder;
})((window.MoeiWatch = window.MoeiWatch || {}));
