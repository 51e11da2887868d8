// Who begins when: scripts say here what to do once data, view and map are there; boot.js calls them in order.
(function (MoeiWatch) {
  "use strict";

  const PATIENCE_MS = 500; // a page in a hidden tab draws no frame, and must begin all the same
  const SLICE_MS = 12; // of work, then the reader's hand and the screen have their turn

  const atOnce = [];
  const waiting = [];

  /** Ask to be called with the map before its first picture: for what that picture cannot do without. */
  MoeiWatch.startAtOnce = (begin) => atOnce.push(begin);

  /** Ask to be called once with the map, when its first picture stands and everything before has begun. */
  MoeiWatch.start = (begin) => waiting.push(begin);

  MoeiWatch.startPicture = (map) => atOnce.splice(0).forEach((begin) => begin(map));

  /** Begin with the rest, in slices; `done` is called after the last. */
  MoeiWatch.startRest = (map, done) => {
    const until = performance.now() + SLICE_MS;
    while (waiting.length) {
      waiting.shift()(map);
      if (waiting.length && performance.now() > until) return setTimeout(MoeiWatch.startRest, 0, map, done);
    }
    return done();
  };

  /** Read the scripts that wait behind the first picture; in a page that is one file they stand in it. */
  function readRest(done) {
    const tag = document.querySelector('script[type="later"]');
    if (!tag && document.readyState !== "loading") return done();
    if (!tag) return document.addEventListener("DOMContentLoaded", () => readRest(done)); // the end is still to come
    const script = document.createElement("script");
    script.addEventListener("load", done);
    script.addEventListener("error", () => {
      document.body.classList.remove("unplaced");
      MoeiWatch.quiet("A part of this page did not arrive. Load it again to read its records.");
    });
    script.src = tag.getAttribute("src");
    return tag.replaceWith(script);
  }

  /** Call when the picture that was drawn just now is on the screen (the frame after it begins) and all scripts are read. */
  MoeiWatch.afterPicture = (call) => {
    let isCalled = false;
    const once = () => {
      if (!isCalled) readRest(call);
      isCalled = true;
    };
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        performance.mark("moeiwatch:drawn");
        once();
      })
    );
    setTimeout(once, PATIENCE_MS);
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
