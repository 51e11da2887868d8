// Choosing: a record by its reference, what lies under a click, a list; and the circle that surely holds a site.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const MARK_PX = 11; // around a town that was chosen
  let circle = null;

  function find(reference) {
    const moved = MoeiWatch.data.moved[reference] || reference;
    const [layer, id] = moved.split("/");
    const record = MoeiWatch.records[layer];
    const i = record ? record.index(id) : -1;
    return i < 0 ? null : [layer, i];
  }

  /** Select a record ("compounds/kk-park"), or nothing (""). */
  MoeiWatch.select = (reference, { fly = false, focus = false } = {}) => {
    const wish = { fly, focus };
    const same = MoeiWatch.store.get().sel === reference;
    MoeiWatch.store.set({ sel: reference });
    if (same || !reference) show(reference);
    const found = reference && find(reference);
    if (wish.focus && MoeiWatch.drawerKey() === reference) MoeiWatch.focusDrawer();
    if (!found && reference && wish.fly) flyToNamed(reference);
    if (!found) return;
    const [layer, i] = found;
    const record = MoeiWatch.records[layer];
    const at = layer === "river_reaches" ? null : [record.lat[i], record.lon[i]];
    if (!at || Number.isNaN(at[0])) return;
    if (wish.fly) MoeiWatch.flyTo(at[0], at[1], Math.max(MoeiWatch.map.getZoom(), 12));
    else if (!MoeiWatch.isInSight(...at)) MoeiWatch.flyTo(...at);
  };

  function flyToNamed(reference) {
    const named = MoeiWatch.named(reference);
    if (named && named.bounds) MoeiWatch.fitBounds(named.bounds()); // beside the list
    else if (named) MoeiWatch.fitPlaces(named.at ? [named.at] : MoeiWatch.positionsOf(named.records()));
  }

  function show(reference) {
    const found = reference && find(reference);
    const named = !found && reference && MoeiWatch.named(reference);
    drawCircle(found, named);
    if (!reference) return MoeiWatch.closeDrawer();
    if (named) {
      MoeiWatch.openDrawer(reference, named.make);
      return MoeiWatch.announce(named.title);
    }
    if (!found) {
      const [kind] = reference.split("/");
      const isTold = Object.prototype.hasOwnProperty.call(MoeiWatch.records, kind) || MoeiWatch.isNamedKind(kind);
      const where = MoeiWatch.isHosted() && !MoeiWatch.isEmbedded() ? " It stands below, under the table." : "";
      const words = isTold ? `There is no such record on this map: ${reference}.` : `The map does not draw this layer: ${reference}.${where}`;
      return MoeiWatch.openDrawer(reference, () => el("p", {}, words));
    }
    const [layer, i] = found;
    MoeiWatch.openDrawer(reference, () =>
      layer === "river_reaches" ? MoeiWatch.reachDetails(i) : MoeiWatch.details(layer, i)
    );
    MoeiWatch.announce(MoeiWatch.records[layer].title(i));
  }

  function drawCircle(found, named) {
    if (circle) circle.remove();
    circle = null;
    if (named && named.at)
      circle = L.circleMarker(named.at, { radius: MARK_PX, className: "precision", interactive: false, weight: 2 });
    if (circle) circle.addTo(MoeiWatch.map);
    if (!found || found[0] === "river_reaches") return;
    const [layer, i] = found;
    const record = MoeiWatch.records[layer];
    if (record.place[i] < 0) return;
    const own = record.get("precision_m", i);
    const radius =
      own === null && record.compound[i] >= 0
        ? MoeiWatch.records.compounds.get("precision_m", record.compound[i])
        : own;
    if (radius === null) return;
    circle = L.circle([record.lat[i], record.lon[i]], {
      radius,
      className: "precision",
      interactive: false,
      weight: 1.5,
    });
    circle.addTo(MoeiWatch.map);
  }

  /** Open a list of records in order of time; `find` gives them, [layer, index], anew whenever the view changes. */
  MoeiWatch.openList = (title, find, { focus = true } = {}) => {
    if (MoeiWatch.store.get().sel) MoeiWatch.store.set({ sel: "" });
    MoeiWatch.openDrawer(
      `list ${title}`,
      () => {
        const entries = find();
        return [
          el("h2", {}, title),
          el("p", { class: "muted" }, MoeiWatch.lists.countWords(entries)),
          MoeiWatch.lists.list(entries),
        ];
      },
      { focus }
    );
  };

  /** Open what a symbol stands for: a compound, its pile, or all records of its places, itself if it is the only one. */
  MoeiWatch.openTarget = ({ place, compound, members = [], places = [place] }, { focus = false } = {}) => {
    if (compound >= 0 && MoeiWatch.symbolCover.isPile(compound, members)) {
      const pile = [compound, ...members].map((i) => ["compounds", i]);
      return MoeiWatch.openList(`${text.number(pile.length)} compounds here`, () => pile, { focus });
    }
    if (compound >= 0)
      return MoeiWatch.select(`compounds/${MoeiWatch.records.compounds.id[compound]}`, { focus });
    const find = () => places.flatMap((at) => MoeiWatch.recordsAt(at));
    const all = find();
    if (all.length === 1)
      return MoeiWatch.select(`${all[0][0]}/${MoeiWatch.records[all[0][0]].id[all[0][1]]}`, { focus });
    MoeiWatch.openList(MoeiWatch.symbolWords.name({ place, compound: -1, places }), find, { focus });
  };

  /** Open what lies under a point of the map; `otherwise` is what to select if nothing does. */
  MoeiWatch.openAt = (point, otherwise = "") => {
    openHit(MoeiWatch.symbols.hits(point), otherwise);
    MoeiWatch.bringDrawer();
  };

  function openHit(hits, otherwise) {
    const first = hits.find((hit) => !(hit.compound >= 0 && MoeiWatch.isNotYetKnown(hit.compound))) || hits[0];
    if (!first) return otherwise || MoeiWatch.drawerKey() ? MoeiWatch.select(otherwise) : undefined;
    const places = new Set(hits.filter((hit) => hit.layer !== "people").map((hit) => hit.place));
    if (places.size > 1 && first.distance > first.r * 0.6) {
      const find = () => Array.from(places).flatMap((place) => MoeiWatch.recordsAt(place));
      return MoeiWatch.openList(`${text.number(places.size)} places here`, find, { focus: false });
    }
    MoeiWatch.openTarget(first);
  }

  function pointer(map) {
    const tip = el("div", { id: "tip", hidden: true, "aria-hidden": "true" });
    map.getContainer().append(tip);
    let isTouch = false; // a browser makes up a mouse where a finger has tapped, and it never leaves
    ["pointerdown", "pointermove"].forEach((kind) =>
      map.getContainer().addEventListener(kind, (event) => (isTouch = event.pointerType === "touch"), true)
    );
    map.on("mousemove", (event) => {
      const [hit] = isTouch ? [] : MoeiWatch.symbols.hits(event.containerPoint, 2);
      map.getContainer().classList.toggle("over-symbol", Boolean(hit));
      tip.hidden = !hit;
      if (!hit) return;
      tip.textContent = MoeiWatch.symbolWords.name(hit);
      tip.style.left = `${event.containerPoint.x + 14}px`;
      tip.style.top = `${event.containerPoint.y + 14}px`;
    });
    map.on("mouseout movestart", () => (tip.hidden = true));
  }

  MoeiWatch.start((map) => {
    map.on("click", (event) => MoeiWatch.openAt(event.containerPoint));
    pointer(map);
    MoeiWatch.symbols.drawOver((context, frame) => {
      const selected = MoeiWatch.store.get().sel;
      const found = selected && find(selected);
      if (!found) return;
      const spot = MoeiWatch.symbols
        .drawn()
        .find((one) =>
          found[0] === "compounds"
            ? one.compound === found[1] || one.members.includes(found[1])
            : one.place === MoeiWatch.records[found[0]].place[found[1]]
        );
      if (!spot) return;
      context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
      context.setLineDash([]);
      context.lineWidth = 2;
      context.strokeStyle = MoeiWatch.colour("--ink");
      context.beginPath();
      context.arc(spot.x - frame.corner.x, spot.y - frame.corner.y, spot.r + 3.5, 0, 2 * Math.PI);
      context.stroke();
    });
    MoeiWatch.store.on((view, changed) => changed.has("sel") && show(view.sel));
    if (MoeiWatch.store.get().sel) show(MoeiWatch.store.get().sel);
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
