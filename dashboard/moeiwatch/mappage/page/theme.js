// Light or dark: as the host says where the app shows this page, else as the view says, else as the system says.
// The address that the app hands on may name a theme; the app does not follow it, so neither does its frame.
(function (MoeiWatch) {
  "use strict";

  const followers = [];
  const colours = new Map();
  let fromHost = "";
  let theme = "light";
  let onPaper = false;

  function decide() {
    if (onPaper) return "light";
    const wish = MoeiWatch.isHosted() ? fromHost : MoeiWatch.store.get().theme;
    if (wish) return wish;
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  function apply() {
    const next = decide();
    const changed = next !== theme;
    theme = next;
    document.body.classList.toggle("theme-dark", theme === "dark");
    document.body.classList.toggle("theme-light", theme === "light");
    if (!changed) return;
    colours.clear();
    followers.forEach((follow) => follow(theme));
  }

  /** The colour that a variable of the sheet has in the present theme. */
  MoeiWatch.colour = (name) => {
    if (!colours.has(name)) colours.set(name, getComputedStyle(document.body).getPropertyValue(name).trim());
    return colours.get(name);
  };

  MoeiWatch.onTheme = (follow) => followers.push(follow);
  MoeiWatch.theme = () => theme;
  /** Paper is light, whatever host, view and system say. */
  MoeiWatch.setPaper = (isPaper) => {
    onPaper = isPaper;
    apply();
  };
  MoeiWatch.setHostTheme = (name) => {
    fromHost = name === "light" || name === "dark" ? name : "";
    apply();
  };
  MoeiWatch.openTheme = () => {
    if (MoeiWatch.isHosted()) fromHost = window.frameElement.dataset.theme || "";
    apply();
    MoeiWatch.store.on((view, changed) => changed.has("theme") && apply());
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
