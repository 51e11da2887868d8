// The keys of the address beside the view: the story and step that are told, whether the page is presented, and the
// version of the data that a link was made on. Alone the page keeps them in its own address, in the app the bridge
// carries them to the app's.
(function (MoeiWatch) {
  "use strict";

  const NAMES = ["story", "step", "present", "v"];
  const VALUE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  let keys = {};
  const followers = [];
  const publishers = [];

  /** Keys of whatever came, without what is not valid. */
  function parse(given) {
    const found = {};
    NAMES.forEach((name) => {
      const value = given && Object.prototype.hasOwnProperty.call(given, name) ? given[name] : "";
      if (typeof value === "string" && value.length <= 80 && VALUE.test(value)) found[name] = value;
    });
    return found;
  }

  const same = (one, other) => NAMES.every((name) => one[name] === other[name]);

  function take(next) {
    const before = keys;
    keys = Object.freeze(parse(next));
    return !same(before, keys);
  }

  MoeiWatch.keys = {
    names: NAMES,

    get: () => keys,

    /** Change some keys ("" takes one away) and, in the same step of the history, the view. */
    set(patch, { view = null, kind = "choice" } = {}) {
      const changed = take({ ...keys, ...patch });
      if (view) MoeiWatch.store.set(view, { kind: changed ? "host" : kind }); // told below, together with the keys
      if (!changed) return;
      publishers.forEach((tell) => tell(kind));
      followers.forEach((follow) => follow(keys, "own"));
    },

    /** Take the keys of an address that someone else wrote. */
    receive(given) {
      if (take(given)) followers.forEach((follow) => follow(keys, "host"));
    },

    /** Take those of the page's own address, once everyone follows; in the app they come with the first view. */
    open() {
      if (!MoeiWatch.isHosted()) MoeiWatch.keys.receive(MoeiWatch.keys.ofQuery(MoeiWatch.query()));
    },

    /** Keys of a query ("?story=..."); of several values of a key the first. */
    ofQuery: (query) => parse(Object.fromEntries(Array.from(new URLSearchParams(query)).reverse())),

    /** Follow every change: fn(keys, "own" or "host"). */
    on: (follow) => followers.push(follow),

    /** Follow what is to be told outside though the view is the same: fn(kind). */
    onPublish: (tell) => publishers.push(tell),

    /** A button among the page's own tools: in its header, or where it has none at the top of the panel. */
    addTool(button) {
      if (!MoeiWatch.isHosted() && !MoeiWatch.isEmbedded()) return document.getElementById("header-tools").append(button);
      let row = document.getElementById("tours");
      if (!row) {
        row = MoeiWatch.el("div", { id: "tours" });
        document.getElementById("search").after(row);
      }
      return row.append(button);
    },
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
