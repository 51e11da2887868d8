// One job: a reload in the middle of a play or a drag shows the months that it had reached. No address says them yet, and
// a browser that reloads has fixed the address before it tells the page.
(function (MoeiWatch) {
  "use strict";

  const KEY = "moeiwatch:moving";

  const top = MoeiWatch.isHosted() ? window.parent : window; // the page that a reader reloads

  /** What the page noted when it went away, if this is a reload of it; else null. Asked once. */
  function noted() {
    const [navigation] = top.performance.getEntriesByType("navigation");
    try {
      const note = JSON.parse(window.sessionStorage.getItem(KEY));
      window.sessionStorage.removeItem(KEY);
      return navigation && navigation.type === "reload" ? note : null;
    } catch {
      return null; // a browser that keeps nothing
    }
  }

  function keep(note) {
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify(note));
    } catch {
      // It reloads to what its address says.
    }
  }

  MoeiWatch.start(() => {
    const { store } = MoeiWatch;
    const words = (view) => JSON.stringify(store.codec().address(view));
    const note = noted();

    // One entry in the history, as at the end of a play: Back leads to the view before it.
    MoeiWatch.whenAddressed(() => {
      if (note && note.told === words(store.get())) store.set({ from: note.from, to: note.to }, { kind: "choice" });
    });
    const leave = () => {
      const { from, to } = store.get();
      const told = words(store.told());
      if (told !== words(store.get())) keep({ told, from, to });
    };
    // Before whatever moves is settled by the same event; not where the app alone takes this frame away.
    top.addEventListener("pagehide", leave, { capture: true });
    if (top !== window) window.addEventListener("pagehide", () => top.removeEventListener("pagehide", leave, { capture: true }));
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
