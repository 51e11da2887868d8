// A QR code as a drawing of its own, black on white in both themes so that every camera reads it.
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
})((window.MoeiWatch = window.MoeiWatch || {}));
