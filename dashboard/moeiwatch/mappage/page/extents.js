/* One job: named extents of the map, each worked out from the records it is named for, behind one small button. */
(function (MoeiWatch) {
  "use strict";

  const LEAST_DEGREES = 0.09; // about 10 km: one point must not become a street
  const EXTENTS = [
    { name: "Myawaddy reach", has: inTownship("Myawaddy") },
    { name: "Three Pagodas Pass", has: inTownship("Kyainseikgyi") },
    { name: "Tachileik", has: inTownship("Tachileik") },
    {
      name: "Moei river",
      has(records) {
        return records.layer === "river_reaches";
      },
    },
    {
      name: "Whole border",
      has() {
        return true;
      },
    },
  ];

  function inTownship(name) {
    return function (records, i) {
      return records.layer === "compounds" && records.get("township", i) === name;
    };
  }

  /* Bounds [[south, west], [north, east]] of the records that the extent is for, or null. */
  function boundsOf(extent) {
    let south = 90;
    let north = -90;
    let west = 180;
    let east = -180;
    ["compounds", "crossings", "river_reaches"].forEach((layer) => {
      const records = MoeiWatch.records[layer];
      for (let i = 0; records && i < records.n; i++) {
        if (isNaN(records.lon[i]) || !extent.has(records, i)) continue;
        south = Math.min(south, records.lat[i]);
        north = Math.max(north, records.lat[i]);
        west = Math.min(west, records.lon[i]);
        east = Math.max(east, records.lon[i]);
      }
    });
    if (south > north) return null;
    const tall = Math.max(0, LEAST_DEGREES - (north - south)) / 2;
    const wide = Math.max(0, LEAST_DEGREES - (east - west)) / 2;
    return [
      [south - tall, west - wide],
      [north + tall, east + wide],
    ];
  }

  MoeiWatch.extents = function () {
    return EXTENTS.map((extent) => ({ name: extent.name, bounds: boundsOf(extent) })).filter(
      (extent) => extent.bounds,
    );
  };

  MoeiWatch.start((map) => {
    const el = MoeiWatch.el;
    const options = map.options;
    const choices = [
      el(
        "li",
        {},
        el(
          "button",
          {
            type: "button",
            onclick: go(() => {
              MoeiWatch.flyTo(L.latLng(options.center).lat, L.latLng(options.center).lng, options.zoom);
            }),
          },
          "Home",
        ),
      ),
    ];
    MoeiWatch.extents().forEach((extent) => {
      choices.push(
        el(
          "li",
          {},
          el(
            "button",
            {
              type: "button",
              onclick: go(() => {
                MoeiWatch.fitBounds(extent.bounds);
              }),
            },
            extent.name,
          ),
        ),
      );
    });
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
