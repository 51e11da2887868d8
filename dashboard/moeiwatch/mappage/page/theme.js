// Light or dark: as the view says, else as the host says, else as the system says.
(function (MoeiWatch) {
  "use strict";

  const followers = [];
  const colours = new Map();
  let fromHost = "";
  let theme = "light";

  function decide() {
    const wish = MoeiWatch.store.get().theme || fromHost;
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
  MoeiWatch.setHostTheme = (name) => {
    fromHost = name === "light" || name === "dark" ? name : "";
    apply();
  };
  MoeiWatch.openTheme = () => {
    apply();
    MoeiWatch.store.on((view, changed) => changed.has("theme") && apply());
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
