// A canvas over the map, redrawn when the map has moved or the view has changed; it moves and scales with the
// map in between, as Leaflet's own renderers do.
(function (MoeiWatch) {
  "use strict";

  /** options.paint(context, frame) draws; frame has width, height, ratio, zoom and project(mercator x, y). */
  MoeiWatch.CanvasOverlay = L.Renderer.extend({
    options: { padding: 0.15, pane: "symbols" },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d", { willReadFrequently: false });
    },

    _destroyContainer() {
      cancelAnimationFrame(this._asked);
      this._container.remove();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = Math.min(window.devicePixelRatio || 1, 2);
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      const width = Math.round(size.x * ratio);
      const height = Math.round(size.y * ratio);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
      }
      this.draw();
    },

    /** Draw at once. */
    draw() {
      cancelAnimationFrame(this._asked);
      this._asked = null;
      if (!this._map || !this._bounds) return;
      const ratio = Math.min(window.devicePixelRatio || 1, 2);
      const size = this._bounds.getSize();
      const scale = 256 * 2 ** this._zoom;
      const origin = this._map._getNewPixelOrigin(this._center, this._zoom).add(this._bounds.min);
      const frame = {
        width: size.x,
        height: size.y,
        ratio,
        zoom: this._zoom,
        left: origin.x,
        top: origin.y,
        scale,
        corner: this._bounds.min,
      };
      const context = this._context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, this._container.width, this._container.height);
      this.options.paint(context, frame);
    },

    /** Draw before the next picture of the screen, however often it was asked for. */
    ask() {
      if (!this._asked) this._asked = requestAnimationFrame(() => this.draw());
    },
  });

  /** Place of a position in a world of width 1, as Web Mercator has it. */
  MoeiWatch.mercator = (lon, lat) => {
    const sine = Math.sin((lat * Math.PI) / 180);
    return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
