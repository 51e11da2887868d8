// The page without the app: its own header, and the view in its own address, from a server or from disk.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  /** The page's address for a view; keys that are not ours stay as they are. */
  function addressOf(view) {
    const codec = MoeiWatch.store.codec();
    const params = new URLSearchParams(window.location.search);
    [...codec.names, ...MoeiWatch.keys.names].forEach((name) => params.delete(name));
    Object.entries({ ...codec.address(view), ...MoeiWatch.keys.get() }).forEach(([name, value]) =>
      params.set(name, value)
    );
    const query = params.toString().replace(/%2F/g, "/").replace(/%2C/g, ",");
    return `${window.location.pathname}${query ? `?${query}` : ""}${window.location.hash}`;
  }

  function header() {
    document.getElementById("header-note").textContent = text.newest();
    const banner = document.getElementById("site-banner");
    banner.textContent = MoeiWatch.data.site.banner;
    banner.hidden = !banner.textContent;
    const theme = el(
      "button",
      {
        type: "button",
        class: "icon-button",
        "aria-label": "Light or dark theme",
        title: "Light or dark",
        onclick: () => MoeiWatch.store.set({ theme: MoeiWatch.theme() === "dark" ? "light" : "dark" }),
      },
      "◐"
    );
    document.getElementById("header-tools").append(theme);
  }

  MoeiWatch.start(() => {
    if (MoeiWatch.isHosted()) return;
    header();
    if (!MoeiWatch.hasAddress()) return;
    const write = (view, kind) =>
      window.history[kind === "choice" ? "pushState" : "replaceState"](null, "", addressOf(view));
    MoeiWatch.store.onPublish(write);
    MoeiWatch.keys.onPublish((kind) => write(MoeiWatch.store.get(), kind));
    window.addEventListener("popstate", () => {
      MoeiWatch.store.set(MoeiWatch.store.codec().parseAddress(window.location.search), { kind: "host" });
      MoeiWatch.keys.receive(MoeiWatch.keys.ofQuery(window.location.search));
    });
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
