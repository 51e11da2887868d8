/* One job: let the months pass. One step a month, on animation frames; every step is a "step" of the store (nothing is written
 * to the address, nothing is sent to the app), and the end of a run is one "choice": one entry in the history.
 *
 * Two ways: cumulative (the first month stays, the last one moves on) and a moving window (both move; as wide as the
 * window was, or six months). Stops when it reaches the newest month, when anything but its own controls is touched or
 * pressed, here or in the app around the page, when another part of the view changes and when the page is hidden.
 * Who asked for less motion gets one month for each press instead of a run.
 */
(function (MoeiWatch) {
  "use strict";

  const MONTHS_PER_SECOND = { 1: 2, 2: 4, 4: 8 };
  const WINDOW_MONTHS = 6;
  const PRESSES = ["Enter", " ", "Tab", "Shift"]; // keys that work the play button, or leave it
  const WAYS = [
    ["cumulative", "Cumulative"],
    ["window", "Moving window"],
  ];

  /** Make the controls. */
  MoeiWatch.play = function () {
    const el = MoeiWatch.el;
    const store = MoeiWatch.store;
    const domain = MoeiWatch.bins.domain();
    let playing = false;
    let frame = 0;
    let last = 0;
    let writing = false;

    const icon = MoeiWatch.svg("path", {});
    const label = el("span", { class: "visually-hidden" });
    const button = el(
      "button",
      { class: "icon-button play-button", type: "button", onclick: toggle },
      MoeiWatch.svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, icon),
      label,
    );
    const speed = el(
      "select",
      { class: "field play-speed", "aria-label": "Speed of play" },
      Object.keys(MONTHS_PER_SECOND).map((times) => el("option", { value: times }, `${times}×`)),
    );
    const way = el(
      "select",
      { class: "field play-way", "aria-label": "What moves while playing" },
      WAYS.map((one) => el("option", { value: one[0] }, one[1])),
    );
    const box = el(
      "div",
      { class: "play", role: "group", "aria-label": "Play the months" },
      button,
      speed,
      way,
    );

    function show() {
      const words = playing ? "Stop" : MoeiWatch.reducedMotion() ? "Next month" : "Play the months";
      icon.setAttribute("d", playing ? "M3 2h4v12H3zM9 2h4v12H9z" : "M4 2l10 6-10 6z");
      label.textContent = words;
      button.title = words;
      button.classList.toggle("playing", playing);
    }

    /* The months of a view, [first, the one after the last]; an open end is where the records end. */
    function monthsOf(view) {
      const { parse } = MoeiWatch.months;
      return [
        view.from ? parse(view.from) : domain.oldest,
        (view.to ? Math.min(parse(view.to), domain.last) : domain.last) + 1,
      ];
    }

    /* Where a play begins: with the period shown, or anew if that has reached the newest month. */
    function begin() {
      const view = store.get();
      const [first, after] = monthsOf(view);
      if (!isOver(after)) return [first, after];
      const start = domain.first - domain.earlier; // what is older is one step, unless it was asked for
      if (way.value === "cumulative") return view.from ? [first, first] : [start, start];
      const room = Math.max(1, domain.last - domain.first);
      const width = after - first;
      const isWidth = view.from && width > 0 && width <= room;
      return [domain.first - 1, domain.first - 1 + (isWidth ? width : Math.min(WINDOW_MONTHS, room))];
    }

    const isOver = (after) => after > domain.last;

    /* A month on from [first, after], or null at the end. */
    function next([first, after]) {
      if (isOver(after)) return null;
      return way.value === "cumulative" ? [first, after + 1] : [first + 1, after + 1];
    }

    /* A cumulative step leaves the first month as it stands. */
    function write([first, after], kind) {
      const { text } = MoeiWatch.months;
      const patch = { to: isOver(after) ? "" : text(after - 1) };
      if (way.value === "window") patch.from = text(first);
      writing = true;
      try {
        store.set(patch, { kind });
      } finally {
        writing = false;
      }
    }

    function toggle() {
      if (playing) return stop();
      const first = next(begin());
      if (!first) return undefined;
      if (MoeiWatch.reducedMotion()) return write(first, "choice");
      playing = true;
      show();
      write(first, "step");
      last = performance.now();
      frame = requestAnimationFrame(step);
      return undefined;
    }

    function step(now) {
      if (!playing) return;
      frame = requestAnimationFrame(step);
      if (now - last < 1000 / MONTHS_PER_SECOND[speed.value]) return;
      last = now; // no catching up: a slow machine plays slower and shows every month
      const months = next(monthsOf(store.get()));
      if (months) write(months, "step");
      if (!months || isOver(months[1])) stop();
    }

    /* What the end of a run is to the address (store.js); null: whoever ends it is about to make a choice of their own. */
    function stop(kind = "choice") {
      if (!playing) return;
      playing = false;
      cancelAnimationFrame(frame);
      show();
      if (!kind) return;
      const view = store.get();
      writing = true;
      try {
        store.set({ from: view.from, to: view.to }, { kind });
      } finally {
        writing = false;
      }
    }

    /* A choice of speed or way is made with any key, the button is pressed with few. */
    function isOwn({ type, target, key }) {
      return box.contains(target) && (type !== "keydown" || target !== button || PRESSES.includes(key));
    }

    ["pointerdown", "keydown", "wheel"].forEach((type) => {
      document.addEventListener(
        type,
        (event) => {
          if (playing && !isOwn(event)) stop();
        },
        { capture: true, passive: true },
      );
    });
    MoeiWatch.onHostTouched(() => stop());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) stop();
    });
    window.addEventListener("pagehide", () => stop("replace"));
    store.on((view, changed, kind) => {
      if (playing && !writing) stop(kind === "pan" ? "choice" : null);
    });

    show();
    return box;
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
