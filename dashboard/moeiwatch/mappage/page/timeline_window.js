/* One job: the window over the strip: two handles, the frame between them, drawn with a finger, a mouse or keys.
 *
 * Works in edges of columns: 0 is the left end, `columns` the right. Handles are sliders for the keyboard (arrows a
 * month, Page keys a year, Home and End the ends, Shift moves both). Says "draft" while something moves and "choice"
 * when it is let go, so that the app is asked once.
 *
 *   var w = MoeiWatch.timelineWindow(plot, {draft: fn(a, b), choice: fn(kind), words: fn(side) -> string});
 *   w.place(geometry, a, b)      draw it there
 */
(function (MoeiWatch) {
  "use strict";

  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 };
  const KEY_PAUSE_MS = 600; // a run of arrow presses is one choice
  const WIDEST_PX = 44; // of a handle: for a finger

  MoeiWatch.timelineWindow = function (plot, told) {
    const el = MoeiWatch.el;
    const before = el("div", { class: "timeline-veil" });
    const after = el("div", { class: "timeline-veil" });
    const frame = el("div", { class: "timeline-frame" });
    const handles = ["from", "to"].map((side) =>
      el(
        "div",
        {
          class: `timeline-handle timeline-handle-${side}`,
          role: "slider",
          tabindex: "0",
          "data-side": side,
          "aria-orientation": "horizontal",
          "aria-label": side === "from" ? "First month shown" : "Last month shown",
        },
        el("span", { class: "timeline-grip" }),
      ),
    );
    plot.append(before, after, frame, handles[0], handles[1]);

    let g = null;
    let a = 0;
    let b = 1;
    let drag = null;
    let pause = 0;
    let inside = -1; // px of the window that each handle may cover

    function place(geometry, left, right) {
      g = geometry;
      a = left;
      b = right;
      const start = g.edge(0);
      const end = g.edge(g.columns);
      const x1 = g.edge(a);
      const x2 = g.edge(b);
      before.style.transform = `translateX(${start}px)`;
      before.style.width = `${x1 - start}px`;
      after.style.transform = `translateX(${x2}px)`;
      after.style.width = `${end - x2}px`;
      frame.style.transform = `translateX(${x1}px)`;
      frame.style.width = `${x2 - x1}px`;
      setInside(Math.min(WIDEST_PX, x2 - x1) / 2);
      handles.forEach((handle, k) => {
        handle.style.transform = `translateX(${k ? x2 : x1}px)`;
        const [least, most] = k ? [1, g.columns] : [0, g.columns - 1];
        handle.setAttribute("aria-valuemin", least);
        handle.setAttribute("aria-valuemax", most);
        handle.setAttribute("aria-valuenow", limit(k ? b : a, least, most)); // a period may lie beside the strip
        handle.setAttribute("aria-valuetext", told.words(k ? "to" : "from"));
      });
    }

    /* In a short window the handles stand outside it (timeline.css), so that neither lies on the other. */
    function setInside(px) {
      if (px !== inside) plot.style.setProperty("--inside", `${px}px`);
      inside = px;
    }

    function move(left, right) {
      if (left === a && right === b) return;
      told.draft(left, right);
    }

    function limit(value, low, high) {
      return Math.max(low, Math.min(high, value));
    }

    function onKey(event) {
      const isTo = event.currentTarget === handles[1];
      const now = isTo ? b : a;
      let next;
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey);
      if (isPlain && event.key === "Home") next = 0;
      else if (isPlain && event.key === "End") next = g.columns;
      else if (isPlain && STEPS[event.key]) next = now + STEPS[event.key];
      else return event.key === "Shift" ? undefined : settle(); // it may reload the page
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey) {
        const by = limit(next - now, -a, g.columns - b);
        move(a + by, b + by);
      } else if (isTo) move(a, limit(next, a + 1, g.columns));
      else move(limit(next, 0, b - 1), b);
      clearTimeout(pause);
      pause = setTimeout(settle, KEY_PAUSE_MS);
      return undefined;
    }

    /* What a run of arrow presses has in hand is chosen: as an entry of its own, or in the one that stands. */
    function settle(kind = "choice") {
      if (!pause) return;
      clearTimeout(pause);
      pause = 0;
      told.choice(kind);
    }

    function begin(event, x) {
      if (!g) return false;
      const side = event.target.closest ? event.target.closest(".timeline-handle") : null;
      const whole = a === 0 && b === g.columns;
      const column = g.columnAt(x);
      if (!side && (x < g.edge(0) - 2 || x > g.edge(g.columns) + 2)) return false;
      settle();
      drag = {
        kind: side ? side.dataset.side : !whole && column >= a && column < b ? "both" : "new",
        x,
        a,
        b,
        column,
        off: side ? x - g.edge(side === handles[0] ? a : b) : 0, // a handle is held beside its edge
      };
      plot.classList.add("dragging");
      if (side) side.focus({ preventScroll: true });
      if (event.pointerType === "mouse") event.preventDefault();
      return true;
    }

    function pulled(x) {
      const edge = g.edgeAt(x - drag.off);
      const column = g.columnAt(x);
      if (drag.kind === "from") move(limit(edge, 0, b - 1), b);
      else if (drag.kind === "to") move(a, limit(edge, a + 1, g.columns));
      else if (drag.kind === "both") {
        const by = limit(Math.round((x - drag.x) / g.unit), -drag.a, g.columns - drag.b);
        move(drag.a + by, drag.b + by);
      } else move(Math.min(drag.column, column), Math.max(drag.column, column) + 1);
    }

    function release() {
      const done = drag;
      drag = null;
      plot.classList.remove("dragging");
      return done;
    }

    const pull = MoeiWatch.pull(plot, {
      begin,
      move: pulled,
      end(x, moved) {
        const done = release();
        if (done.kind === "new" && !moved) move(done.column, done.column + 1);
        if (a !== done.a || b !== done.b) told.choice();
      },
      undo() {
        const done = release();
        move(done.a, done.b);
      },
    });
    handles.forEach((handle) => {
      handle.addEventListener("keydown", onKey);
      handle.addEventListener("blur", () => settle());
    });
    window.addEventListener("pagehide", () => settle("replace"));

    return {
      place,
      isDragging: pull.isHeld,
    };
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
