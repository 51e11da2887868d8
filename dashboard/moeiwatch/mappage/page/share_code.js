// A QR code as a drawing of its own, black on white in both themes so that every camera reads it, small beside the
// address, or as large as the screen for a room.
(function (MoeiWatch) {
  "use strict";

  const QUIET = 4; // modules of white around the code, as ISO/IEC 18004 asks

  /** The code of a text, or null where the text is too long for one. */
  MoeiWatch.qrCode = (words) => {
    const code = window.qrcode(0, "L");
    try {
      code.addData(words);
      code.make();
    } catch {
      return null;
    }
    const count = code.getModuleCount();
    const size = count + 2 * QUIET;
    let path = "";
    for (let row = 0; row < count; row++) {
      for (let column = 0; column < count; column++) {
        if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
      }
    }
    return MoeiWatch.svg(
      "svg",
      { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "QR code of the address", "shape-rendering": "crispEdges" },
      MoeiWatch.svg("rect", { width: size, height: size, fill: "#fff" }),
      MoeiWatch.svg("path", { d: path, fill: "#000" })
    );
  };

  const TOO_LONG = "The address is too long for a QR code.";

  /** Show the code of what is shown as large as the screen; a click on it, or the key that opened it, ends that. */
  MoeiWatch.openRoomCode = () => {
    const { share, el } = MoeiWatch;
    const drawn = share.isLocal() ? null : MoeiWatch.qrCode(share.address());
    const told = share.isLocal() ? "This page was opened from disk: no other device reaches it." : TOO_LONG;
    const dialog = MoeiWatch.openDialog("room-code", share.title(), drawn || el("p", {}, told));
    if (drawn) drawn.addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => event.key.toLowerCase() === "q" && dialog.close());
  };

  /** The code of an address as a button that enlarges it, with a word on what it is for. */
  MoeiWatch.codeButton = (words) => {
    const { el } = MoeiWatch;
    const drawn = MoeiWatch.qrCode(words);
    if (!drawn) return el("p", { class: "muted small share-code" }, TOO_LONG);
    const larger = { type: "button", "aria-label": "Show the QR code as large as the screen", title: "Enlarge", onclick: MoeiWatch.openRoomCode };
    return el(
      "div",
      { class: "share-code" },
      el("button", larger, drawn),
      el("p", { class: "muted small" }, "For the room: point a camera at it. A click enlarges it.")
    );
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
