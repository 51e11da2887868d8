// Dialogs over the page. A browser puts one into the middle of its frame; inside the app that frame may be far taller
// than the screen (frame_height.js), so a dialog stands in what the reader sees of it.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;
  const ENOUGH = 0.7; // of the screen: where less of the frame is seen, the app scrolls to the dialog

  /** Top and bottom, in px of this frame, of what is seen of it, or of a screenful near it where that is little. */
  function seen() {
    const height = window.innerHeight;
    if (!MoeiWatch.isHosted()) return [0, height];
    const screen = window.parent.innerHeight;
    const top = -window.frameElement.getBoundingClientRect().top;
    const inSight = [Math.max(0, top), Math.min(height, top + screen)];
    if (inSight[1] - inSight[0] >= ENOUGH * Math.min(screen, height)) return inSight;
    const from = Math.min(Math.max(0, top), Math.max(0, height - screen));
    return [from, Math.min(height, from + screen)];
  }

  function place(dialog) {
    const [top, bottom] = seen();
    dialog.style.setProperty("--seen-top", `${top}px`);
    dialog.style.setProperty("--seen-height", `${bottom - top}px`);
  }

  /** Show a dialog with a heading and a button to close it; Escape and a click beside it close it, too. */
  MoeiWatch.openDialog = (id, heading, ...content) => {
    const close = () => dialog.close();
    const dialog = el(
      "dialog",
      { id, class: "over", "aria-labelledby": `${id}-heading` },
      el("button", { type: "button", class: "icon-button close", "aria-label": "Close", onclick: close }, "×"),
      el("h2", { id: `${id}-heading` }, heading),
      content
    );
    const follow = () => place(dialog);
    window.addEventListener("resize", follow);
    dialog.addEventListener("close", () => {
      window.removeEventListener("resize", follow);
      dialog.remove();
    });
    dialog.addEventListener("click", (event) => event.target === dialog && close()); // beside it
    document.body.append(dialog);
    follow();
    dialog.showModal();
    dialog.scrollIntoView({ block: "nearest" });
    return dialog;
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
