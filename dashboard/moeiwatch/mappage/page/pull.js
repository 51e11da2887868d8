/* One job: pull something sideways with a finger, a mouse or a pen, and let a finger that means to scroll go its way.
 *
 *   MoeiWatch.pull(node, {begin: fn(event, x) -> bool, move: fn(x), end: fn(x, moved), undo: fn()})
 *
 * x is in pixels from the left of the node. Nothing changes before the pointer has moved a little or is lifted: a
 * press alone may be the beginning of a scroll (the sheet must say `touch-action: pan-y`), and then all is undone.
 */
(function (MoeiWatch) {
  "use strict";

  const SLACK_PX = 3;

  MoeiWatch.pull = function (node, told) {
    let held = null; // { pointer, x, moved }
    const at = (event) => event.clientX - node.getBoundingClientRect().left;
    const isHeld = (event) => held && event.pointerId === held.pointer;

    node.addEventListener("pointerdown", (event) => {
      if (event.button > 0 || held || !told.begin(event, at(event))) return;
      held = { pointer: event.pointerId, x: at(event), moved: false };
      node.setPointerCapture(event.pointerId);
    });
    node.addEventListener("pointermove", (event) => {
      if (!isHeld(event) || (!held.moved && Math.abs(at(event) - held.x) < SLACK_PX)) return;
      held.moved = true;
      told.move(at(event));
    });
    ["pointerup", "pointercancel"].forEach((kind) =>
      node.addEventListener(kind, (event) => {
        if (!isHeld(event)) return;
        const { moved } = held;
        held = null;
        if (kind === "pointerup") told.end(at(event), moved);
        else told.undo();
      }),
    );
    return { isHeld: () => held !== null };
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
