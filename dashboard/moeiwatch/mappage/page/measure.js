/* One job: measure a distance along points that the reader sets.
 *
 * Ours, and not leaflet-measure, which folium brings: that one can be used with a pointer only, works on this Leaflet
 * through a patch of its private parts, and covers a corner of the map with a dialog in another style. Here a
 * click or Enter (at the cross in the middle, with the arrow keys to move the map under it) sets a point, Backspace
 * takes the last one back, Escape ends. Lengths are great-circle lengths on a sphere: right within half a percent.
 */
(function (MoeiWatch) {
  "use strict";

  const RADIUS_M = 6371008.8;
  const PAN_PX = 80;
  const HINTS = [
    "Click on the map, or move it with the arrow keys and press Enter at the cross.",
    "Backspace takes a point back, Escape ends.",
  ];
  const TOUCH_HINTS = ["Tap the map to set points.", "Tap the ruler to end."];
  const PANS = {
    ArrowLeft: [-PAN_PX, 0],
    ArrowRight: [PAN_PX, 0],
    ArrowUp: [0, -PAN_PX],
    ArrowDown: [0, PAN_PX],
  };

  /* Metres between two points {lat, lng}. */
  function metres(one, other) {
    const toRadians = Math.PI / 180;
    const lat1 = one.lat * toRadians;
    const lat2 = other.lat * toRadians;
    const a =
      Math.pow(Math.sin((lat2 - lat1) / 2), 2) +
      Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(((other.lng - one.lng) * toRadians) / 2), 2);
    return 2 * RADIUS_M * Math.asin(Math.sqrt(a));
  }

  function lengthOf(points) {
    return points.reduce((sum, point, at) => (at ? sum + metres(points[at - 1], point) : 0), 0);
  }

  /* "740 m", "3.25 km", "128 km": three figures, more would be pretence. */
  function words(length) {
    if (length < 1000) return `${Math.round(length)} m`;
    return `${MoeiWatch.text.number(Number((length / 1000).toPrecision(3)))} km`;
  }

  MoeiWatch.measure = { metres, lengthOf, words };

  MoeiWatch.start((map) => {
    const el = MoeiWatch.el;
    let points = [];
    let line = null;
    let dots = null;
    const total = el("strong", {});
    const hint = el("span", { class: "muted" });
    const note = el("p", { class: "measure-words", role: "status" }, total, hint);
    const cover = el(
      "div",
      {
        class: "measure-cover",
        tabindex: "0",
        role: "application",
        "aria-label":
          "Measuring. Arrow keys move the map, Enter sets a point, Backspace takes one back, Escape ends.",
        onclick: onClick,
        ondblclick: L.DomEvent.stop,
        onkeydown: onKey,
      },
      el("div", { class: "measure-cross", "aria-hidden": "true" }),
    );
    const button = el(
      "button",
      {
        class: "maptool measure-button",
        type: "button",
        title: "Measure a distance",
        "aria-label": "Measure a distance",
        "aria-pressed": "false",
        onclick: toggle,
      },
      MoeiWatch.svg(
        "svg",
        { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
        MoeiWatch.svg("path", {
          d: "M1 11L11 1l4 4L5 15zM4 8l2 2M6.5 5.5l2 2M9 3l2 2",
          fill: "none",
          stroke: "currentColor",
          "stroke-width": 1.5,
        }),
      ),
    );
    document.getElementById("maptools").append(button);

    function toggle() {
      if (cover.isConnected) end();
      else begin();
    }

    function begin() {
      line = L.polyline([], {
        color: MoeiWatch.colour("--ink"),
        weight: 2,
        dashArray: "5 4",
        interactive: false,
        pane: "measure",
      });
      dots = L.layerGroup();
      line.addTo(map);
      dots.addTo(map);
      map.getContainer().append(cover, note);
      map.doubleClickZoom.disable();
      button.setAttribute("aria-pressed", "true");
      cover.classList.add("by-keys");
      cover.focus({ preventScroll: true });
      write();
    }

    function end() {
      points = [];
      line.remove();
      dots.remove();
      cover.remove();
      note.remove();
      map.doubleClickZoom.enable();
      button.setAttribute("aria-pressed", "false");
      button.focus({ preventScroll: true });
    }

    function onClick(event) {
      L.DomEvent.stop(event);
      if (map.dragging && map.dragging.moved && map.dragging.moved()) return; // the end of a pan is no point
      cover.classList.remove("by-keys"); // the cross is for the keyboard
      add(map.mouseEventToLatLng(event));
    }

    function add(point) {
      points.push(point);
      write();
    }

    function write() {
      line.setLatLngs(points);
      dots.clearLayers();
      points.forEach((point) => {
        L.circleMarker(point, {
          radius: 4,
          weight: 2,
          color: MoeiWatch.colour("--ink"),
          fillOpacity: 1,
          fillColor: MoeiWatch.colour("--paper"),
          interactive: false,
          pane: "measure",
        }).addTo(dots);
      });
      total.textContent = points.length > 1 ? words(lengthOf(points)) : "";
      const way = window.matchMedia("(hover: none)").matches ? TOUCH_HINTS : HINTS;
      hint.textContent = way[points.length ? 1 : 0];
    }

    function onKey(event) {
      const pan = PANS[event.key];
      cover.classList.add("by-keys");
      if (pan) map.panBy(pan, { animate: !MoeiWatch.reducedMotion() });
      else if (event.key === "Enter" || event.key === " ") add(map.getCenter());
      else if (event.key === "Backspace" || event.key === "Delete") {
        points.pop();
        write();
      } else if (event.key === "+" || event.key === "=") map.zoomIn();
      else if (event.key === "-") map.zoomOut();
      else if (event.key === "Escape") end();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
