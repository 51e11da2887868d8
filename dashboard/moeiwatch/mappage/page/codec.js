// The view state in its two written forms, address and message, as declared in viewstate.json (it comes with
// the data). The same rules as moeiwatch/data/viewstate.py: what is not valid counts as not given.
(function (MoeiWatch) {
  "use strict";

  const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
  const NUMBER = /^[0-9]{1,3}(?:\.[0-9]{1,20})?$/;

  function create(declaration) {
    const layers = `(?:${declaration.layers.join("|")})`;
    const selectable = `(?:${declaration.layers.concat(declaration.named).join("|")})`;
    const longest = declaration.longest;
    const patterns = {
      month: /^(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])$/,
      id: new RegExp(`^${ID}$`),
      reference: new RegExp(`^${selectable}/${ID}$`),
    };
    const hidden = new RegExp(`^${layers}(?:\\.[a-z0-9_]{1,40})?$`);

    const matching = (pattern) => (value, field) =>
      typeof value === "string" && value.length <= longest && pattern.test(value) ? value : field.default;

    /* The whole items within the longest text. */
    const cut = (value) =>
      value.length > longest ? value.slice(0, Math.max(0, value.lastIndexOf(",", longest))) : value;

    function items(value) {
      const parts = typeof value === "string" ? cut(value).split(",") : value;
      return Array.isArray(parts) ? parts.filter((part) => typeof part === "string") : [];
    }

    function finite(value) {
      if (typeof value === "string") return value.length <= 30 && NUMBER.test(value) ? Number(value) : null;
      return typeof value === "number" && value > -1000 && value < 1000 ? value : null;
    }

    const readers = {
      month: matching(patterns.month),
      id: matching(patterns.id),
      reference: matching(patterns.reference),
      term: (value, field) => (field.terms.includes(value) ? value : field.default),
      number(value, field) {
        const number = finite(value);
        const valid = Number.isInteger(number) && number >= field.lowest && number <= field.highest;
        return valid ? number : field.default;
      },
      list: (value, field) =>
        Array.from(new Set(items(value).filter((part) => hidden.test(part))))
          .sort()
          .slice(0, field.most),
      subset(value, field) {
        const parts = items(value);
        const chosen = field.terms.filter((term) => parts.includes(term));
        return chosen.length === field.terms.length ? [] : chosen;
      },
      viewport(value, field) {
        const parts = typeof value === "string" ? value.slice(0, longest).split("/") : value;
        if (!Array.isArray(parts) || parts.length !== 3) return field.default;
        const numbers = parts.map(finite);
        if (numbers.includes(null)) return field.default;
        const [zoom, latitude, longitude] = numbers;
        const isInside = (number, [lowest, highest]) => number >= lowest && number <= highest;
        if (!isInside(latitude, field.latitude) || !isInside(longitude, field.longitude)) return field.default;
        const kept = Math.min(Math.max(zoom, field.zoom[0]), field.zoom[1]);
        return [Number(kept.toFixed(2)), Number(latitude.toFixed(5)), Number(longitude.toFixed(5))];
      },
    };

    function build(values) {
      const view = {};
      declaration.fields.forEach((field) => {
        const given = Object.prototype.hasOwnProperty.call(values, field.name);
        view[field.name] = readers[field.kind](given ? values[field.name] : undefined, field);
      });
      if (view.from && view.to && view.from > view.to) [view.from, view.to] = [view.to, view.from];
      return view;
    }

    function write(field, value) {
      if (field.kind === "viewport") {
        return value.map((number) => number.toFixed(5).replace(/\.?0+$/, "")).join("/");
      }
      return Array.isArray(value) ? value.join(",") : String(value);
    }

    return {
      /** View of an address ("?from=2025-01"); keys that are not ours are passed over. */
      parseAddress(query) {
        const values = {};
        new URLSearchParams(query).forEach((value, key) => {
          if (!Object.prototype.hasOwnProperty.call(values, key)) values[key] = value;
        });
        return build(values);
      },
      /** Keys and values of an address that gives the view back; defaults are left out. */
      address(view) {
        const pairs = {};
        declaration.fields.forEach((field) => {
          if (!same(view[field.name], field.default)) pairs[field.name] = write(field, view[field.name]);
        });
        return pairs;
      },
      /** View of a message, whatever came. */
      parseMessage: (message) =>
        build(message && typeof message === "object" && !Array.isArray(message) ? message : {}),
      names: declaration.fields.map((field) => field.name),
    };
  }

  /** True if two values of a field are the same. */
  function same(one, other) {
    if (Array.isArray(one) && Array.isArray(other)) {
      return one.length === other.length && one.every((value, i) => value === other[i]);
    }
    return one === other;
  }

  MoeiWatch.createCodec = create;
  MoeiWatch.sameValue = same;
})((window.MoeiWatch = window.MoeiWatch || {}));
