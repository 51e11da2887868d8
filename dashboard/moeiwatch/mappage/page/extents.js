/* One job: named extents of the map, each worked out from the records it is named for, behind one small button. */
(function (MoeiWatch) {
  "use strict";

  const LEAST_DEGREES = 0.09; // about 10 km: one point must not become a street
  const EXTENTS = [
    { name: "Myawaddy reach", bounds: () => boundsOfCompounds((township) => township === "Myawaddy") },
    {
      name: "Three Pagodas Pass",
      bounds: () => boundsOfCompounds((township) => township === "Kyainseikgyi"),
    },
    { name: "Tachileik", bounds: () => boundsOfCompounds((township) => township === "Tachileik") },
    { name: "Moei river", bounds: boundsOfRiver },
    { name: "Whole border", bounds: () => boundsOfRiver().extend(boundsOfCompounds(() => true)) },
  ];

  function boundsOfCompounds(isWanted) {
    const compounds = MoeiWatch.records.compounds;
    const bounds = L.latLngBounds([]);
    for (let i = 0; i < compounds.n; i++) {
      if (Number.isNaN(compounds.lon[i]) || !isWanted(compounds.get("township", i))) continue;
      bounds.extend([compounds.lat[i], compounds.lon[i]]);
    }
    return bounds;
  }

  function boundsOfRiver() {
    const { reach } = MoeiWatch.mapLayers;
    return L.latLngBounds([]).extend(reach ? reach.getBounds() : L.latLngBounds([]));
  }

  function widen(bounds) {
    const tall = Math.max(0, LEAST_DEGREES - (bounds.getNorth() - bounds.getSouth())) / 2;
    const wide = Math.max(0, LEAST_DEGREES - (bounds.getEast() - bounds.getWest())) / 2;
    return [
      [bounds.getSouth() - tall, bounds.getWest() - wide],
      [bounds.getNorth() + tall, bounds.getEast() + wide],
    ];
  }

  /** The extents that the data know a place for: [{name, bounds: [[south, west], [north, east]]}]. */
  MoeiWatch.extents = () =>
    EXTENTS.map(({ name, bounds }) => ({ name, bounds: bounds() }))
      .filter(({ bounds }) => bounds.isValid())
      .map(({ name, bounds }) => ({ name, bounds: widen(bounds) }));

  MoeiWatch.start(() => {
    const el = MoeiWatch.el;
    const item = (name, move) => el("li", {}, el("button", { type: "button", onclick: go(move) }, name));
    const choices = [
      item("Home", MoeiWatch.flyHome),
      ...MoeiWatch.extents().map(({ name, bounds }) => item(name, () => MoeiWatch.fitBounds(bounds, { kind: "travel" }))),
    ];
    const list = el("ul", { class: "extents-list", id: "extents-list", hidden: true }, choices);
    const button = el(
      "button",
      {
        class: "maptool",
        type: "button",
        title: "Go to a named extent",
        "aria-label": "Go to a named extent",
        "aria-expanded": "false",
        "aria-controls": "extents-list",
        onclick() {
          show(list.hidden);
        },
      },
      MoeiWatch.svg(
        "svg",
        { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
        MoeiWatch.svg("path", {
          d: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M6 8h4M8 6v4",
          fill: "none",
          stroke: "currentColor",
          "stroke-width": 1.6,
        }),
      ),
    );
    const box = el("div", { class: "extents-box", onkeydown: onKey }, button, list);
    document.getElementById("extents").append(box);
    L.DomEvent.disableClickPropagation(box);

    function go(move) {
      return function () {
        show(false);
        button.focus();
        move();
      };
    }

    function show(open) {
      list.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      if (open) list.querySelector("button").focus();
    }

    function onKey(event) {
      const buttons = Array.from(list.querySelectorAll("button"));
      const at = buttons.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (list.hidden) return;
      if (event.key === "Escape") {
        show(false);
        button.focus();
      } else if (step && at >= 0) buttons[(at + step + buttons.length) % buttons.length].focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    document.addEventListener("pointerdown", (event) => {
      if (!list.hidden && !box.contains(event.target)) show(false);
    });
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
