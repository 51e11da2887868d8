// Base layers that other hosts serve. Nothing is asked of them until the reader chooses one: a link that names one
// is not the reader's choice, so the page asks first.
(function (MoeiWatch) {
  "use strict";

  const TILES = {
    light: {
      title: "Light tiles",
      url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
      options: { maxZoom: 19, maxNativeZoom: 19, attribution: "Tiles © OpenStreetMap contributors" },
    },
    satellite: {
      title: "Satellite",
      url: "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
      options: {
        maxZoom: 19,
        maxNativeZoom: 18,
        attribution: "Imagery Esri, Maxar, Earthstar Geographics, and the GIS User Community",
      },
    },
  };
  const QUIET = "Tiles cannot be reached. The map goes on with its own geometry.";

  const AGREED = "moeiwatch:tiles"; // base layers that the reader chose in this tab

  let layer = null;
  const agreed = new Set(remembered());

  function remembered() {
    try {
      return JSON.parse(window.sessionStorage.getItem(AGREED)) || [];
    } catch {
      return []; // a frame or a browser that keeps nothing
    }
  }

  function agree(name) {
    if (name) agreed.add(name);
    try {
      window.sessionStorage.setItem(AGREED, JSON.stringify([...agreed]));
    } catch {
      /* asked again after a reload */
    }
  }

  function ask(map, name) {
    const { title, url } = TILES[name];
    const yes = () => {
      agree(name);
      show(map, name);
    };
    MoeiWatch.quiet(
      `This link shows ${title.toLowerCase()} from ${new URL(url).host}, which then sees that you look at it. `,
      MoeiWatch.el("button", { type: "button", class: "button", onclick: yes }, "Show them")
    );
  }

  /** The base layers that the host of the page lets readers choose. */
  const offered = () => MoeiWatch.data.site.tiles.filter((name) => TILES[name]);

  function show(map, name) {
    if (layer) map.removeLayer(layer);
    layer = null;
    MoeiWatch.quiet("");
    const isAgreed = agreed.has(name);
    ["light", "satellite"].forEach((one) => document.body.classList.toggle(`base-${one}`, one === name && isAgreed));
    if (!offered().includes(name)) return;
    if (!isAgreed) {
      ask(map, name);
      return;
    }
    const { url, options } = TILES[name];
    layer = L.tileLayer(url, { ...options, referrerPolicy: "strict-origin-when-cross-origin" });
    let failed = 0;
    let loaded = 0;
    layer.on("tileerror", () => {
      failed += 1;
      if (failed < 3 || loaded) return;
      document.body.classList.remove("base-light", "base-satellite"); // the ground shows again
      MoeiWatch.quiet(QUIET);
    });
    layer.on("tileload", () => {
      loaded += 1;
      document.body.classList.add(`base-${name}`);
      MoeiWatch.quiet("");
    });
    layer.addTo(map);
  }

  function control(map) {
    const choose = (name) => {
      agree(name);
      if (MoeiWatch.store.get().base === name) show(map, name);
      else MoeiWatch.store.set({ base: name });
    };
    const chosen = () => MoeiWatch.store.get().base;
    const options = [["", "Own map"], ...offered().map((name) => [name, TILES[name].title])];
    const buttons = options.map(([name, title]) =>
      MoeiWatch.el(
        "button",
        { type: "button", dataset: { base: name }, onclick: () => choose(name) },
        title
      )
    );
    const update = () =>
      buttons.forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.base === chosen())));
    update();
    MoeiWatch.store.on(update);
    const Control = L.Control.extend({
      onAdd() {
        const box = MoeiWatch.el(
          "div",
          { class: "segmented base-choice", role: "group", "aria-label": "Base layer" },
          buttons
        );
        L.DomEvent.disableClickPropagation(box);
        return box;
      },
    });
    new Control({ position: "topright" }).addTo(map);
  }

  MoeiWatch.start((map) => {
    if (offered().length) control(map);
    show(map, MoeiWatch.store.get().base);
    MoeiWatch.store.on((view, changed) => changed.has("base") && show(map, view.base));
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
