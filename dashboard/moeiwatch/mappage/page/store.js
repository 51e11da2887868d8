// The one view of the page: what it is, who changes it, who follows it.
(function (MoeiWatch) {
  "use strict";

  let codec = null;
  let view = null;
  let published = null; // the view that address and host were last told
  const followers = [];
  const publishers = [];

  function differing(one, other) {
    return new Set(codec.names.filter((name) => !MoeiWatch.sameValue(one[name], other[name])));
  }

  function freeze(values) {
    Object.values(values).forEach((value) => Array.isArray(value) && Object.freeze(value));
    return Object.freeze(values);
  }

  const store = {
    /** Take the first view, before anyone follows. */
    open(theCodec, first) {
      codec = theCodec;
      view = published = freeze(codec.parseMessage(first));
    },

    get: () => view,

    /** The view that address and host were last told: another one while months pass or a handle is dragged. */
    told: () => published,

    codec: () => codec,

    /**
     * Change some fields. Kinds: "choice" is published and makes an entry in the history, as "travel" does, a choice
     * of where to look; "pan" is published and replaces the entry, "replace" does so with all of the view; "step" is
     * for dragging and playing and is not published; "host" came from outside.
     */
    set(patch, { kind = "choice" } = {}) {
      const next = freeze(codec.parseMessage({ ...view, ...patch }));
      const changed = differing(view, next);
      view = next;
      if (changed.size) followers.slice().forEach((follow) => follow(view, changed, kind));
      if (kind === "host") published = view;
      else if (kind !== "step") publish(kind);
    },

    /** Follow every change: fn(view, changed, kind). Returns a function that stops it. */
    on(follow) {
      followers.push(follow);
      return () => followers.splice(followers.indexOf(follow), 1);
    },

    /** Follow what is to be told outside: fn(view, kind, changed since the last time). */
    onPublish(tell) {
      publishers.push(tell);
    },
  };

  function publish(kind) {
    // A pan tells of the viewport alone: what a play or a drag has in hand is told when it ends.
    const next = kind === "pan" ? freeze({ ...published, at: view.at }) : view;
    const changed = differing(published, next);
    if (!changed.size || !publishers.length) return;
    const onlyMoved = changed.size === 1 && changed.has("at");
    published = next;
    const told = kind === "travel" ? "choice" : onlyMoved ? "pan" : kind;
    publishers.forEach((tell) => tell(next, told, changed));
  }

  MoeiWatch.store = store;
})((window.MoeiWatch = window.MoeiWatch || {}));
