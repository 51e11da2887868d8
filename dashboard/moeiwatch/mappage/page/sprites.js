// The symbols: each a few paths of radius 1, drawn on the map's canvas and as SVG in legend and lists alike.
(function (MoeiWatch) {
  "use strict";

  const OUTLINES = {
    circle: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z",
    "triangle-up": "M0-1.1L1.05.8H-1.05Z",
    "triangle-down": "M0 1.1L1.05-.8H-1.05Z",
    diamond: "M0-1.2L1.2 0 0 1.2-1.2 0Z",
    square: "M-.9-.9H.9V.9H-.9Z",
    bar: "M-1.2-.42H1.2V.42H-1.2Z",
  };
  const LINES = {
    bridge: "M-1.2-.5H1.2M-1.2.5H1.2M-.7-.5V.5M0-.5V.5M.7-.5V.5",
    pier: "M0-.9V1M-.85-.9H.85M-.45-.2H.45",
    wave: "M-1.2-.4q.6-.7 1.2 0t1.2 0M-1.2.5q.6-.7 1.2 0t1.2 0",
  };
  const INNER = {
    half: { d: "M1 0A1 1 0 0 1-1 0Z", fill: true },
    dot: { d: "M.42 0A.42.42 0 1 1-.42 0A.42.42 0 1 1 .42 0Z", fill: true },
    cross: { d: "M-.5-.5L.5.5M.5-.5L-.5.5", fill: false },
    slash: { d: "M-.7.7L.7-.7", fill: false },
    rise: { d: "M0-.62L.56.38H-.56Z", fill: true },
    arrow: { d: "M-.5 0H.45M.1-.38L.5 0 .1.38", fill: false },
  };
  const DASH = { claimed: [3, 2.2], dotted: [1, 2] };

  /**
   * What to draw for a symbol: [{ d, fill, stroke, width, dash, opacity }], widths in pixels.
   * Basis: "observed" solid, "claimed" dashed, "not_stated" thin; without one as painted.
   */
  function parts(symbol, basis) {
    const colour = `--${symbol.colour}`;
    const line = LINES[symbol.shape];
    if (line) {
      return [
        { d: line, stroke: "--halo", width: 4.5 },
        { d: line, stroke: colour, width: 1.6 },
      ];
    }
    const d = OUTLINES[symbol.shape];
    const isFull = symbol.paint === "full" && (!basis || basis === "observed");
    const isTinted =
      symbol.paint === "tint" || symbol.paint === "arrow" || (symbol.paint === "full" && !isFull);
    const found = [
      { d, fill: isFull ? colour : "--halo", opacity: isTinted && symbol.shape === "circle" ? 0.5 : 1 },
    ];
    if (isTinted) found.push({ d, fill: colour, opacity: 0.16 });
    const inner = INNER[symbol.paint];
    if (inner)
      found.push(inner.fill ? { d: inner.d, fill: colour } : { d: inner.d, stroke: colour, width: 1.6 });
    found.push({
      d,
      stroke: colour,
      width: basis === "not_stated" ? 0.8 : 1.8,
      dash: basis === "claimed" ? DASH.claimed : symbol.paint === "dotted" ? DASH.dotted : null,
    });
    return found;
  }

  const paths = new Map();
  function path(d) {
    if (!paths.has(d)) paths.set(d, new Path2D(d));
    return paths.get(d);
  }

  const plans = new Map();
  function plan(symbol, basis) {
    const key = `${symbol.shape} ${symbol.paint} ${symbol.colour} ${basis || ""}`;
    if (!plans.has(key)) plans.set(key, parts(symbol, basis));
    return plans.get(key);
  }

  /** Draw a symbol with its middle at x, y and a radius in pixels; the canvas is in CSS pixels times `ratio`. */
  function draw(context, symbol, basis, x, y, radius, ratio) {
    const scale = radius * ratio;
    context.setTransform(scale, 0, 0, scale, x * ratio, y * ratio);
    plan(symbol, basis).forEach((part) => {
      context.globalAlpha = part.opacity || 1;
      if (part.fill) {
        context.fillStyle = MoeiWatch.colour(part.fill);
        context.fill(path(part.d));
      }
      if (part.stroke) {
        context.strokeStyle = MoeiWatch.colour(part.stroke);
        context.lineWidth = part.width / radius;
        context.setLineDash(part.dash ? part.dash.map((length) => length / radius) : []);
        context.stroke(path(part.d));
      }
    });
    context.globalAlpha = 1;
  }

  /** The symbol as SVG, for legend and lists; its colours follow the theme by themselves. */
  function svg(symbol, basis, radius = 6) {
    const size = 2 * radius + 6;
    const picture = MoeiWatch.svg("svg", {
      class: "symbol",
      width: size,
      height: size,
      viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`,
      "aria-hidden": "true",
      focusable: "false",
    });
    plan(symbol, basis).forEach((part) => {
      const node = MoeiWatch.svg("path", {
        d: part.d,
        transform: `scale(${radius})`,
        fill: part.fill ? `var(${part.fill})` : "none",
        opacity: part.opacity || 1,
      });
      if (part.stroke) {
        node.setAttribute("stroke", `var(${part.stroke})`);
        node.setAttribute("stroke-width", part.width / radius);
        if (part.dash)
          node.setAttribute("stroke-dasharray", part.dash.map((length) => length / radius).join(" "));
      }
      picture.append(node);
    });
    return picture;
  }

  const BASES = ["observed", "claimed", "not_stated"];

  /** The symbol of a record in the present view. */
  function symbolOf(layer, i) {
    const { groups } = MoeiWatch.data.layers[layer];
    const record = MoeiWatch.records[layer];
    if (layer === "compounds") {
      const status = MoeiWatch.status(i);
      const term = (MoeiWatch.data.layers.compounds.terms[status] || {}).id;
      return groups.find((group) => group.terms.includes(term)) || NOT_YET;
    }
    return groups[record.group[i]] || NOT_YET;
  }

  const NOT_YET = { shape: "circle", paint: "open", colour: "district" };

  const basisOf = (layer, i) => (MoeiWatch.data.basis[MoeiWatch.records[layer].basis[i]] || {}).id;

  MoeiWatch.sprites = { draw, svg, symbolOf, basisOf, NOT_YET, BASES };
})((window.MoeiWatch = window.MoeiWatch || {}));
