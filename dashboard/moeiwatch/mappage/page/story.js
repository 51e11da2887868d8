// The story beside the map: it takes the panel's place while it is told, and the keys turn its pages.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;
  let panel = null;
  let isListed = false; // the list of stories is open
  let returnTo = null;

  function head(kicker) {
    return el(
      "header",
      { class: "story-head" },
      kicker,
      el("button", { type: "button", class: "icon-button close", "aria-label": "Close the story", title: "Close the story (Escape)", onclick: close }, "×")
    );
  }

  function foot({ story, index }) {
    const last = index === story.steps.length - 1;
    return el(
      "footer",
      { class: "story-foot" },
      el("button", { type: "button", class: "button", id: "story-previous", disabled: index === 0, onclick: MoeiWatch.story.previous }, "Previous"),
      el("button", { type: "button", class: "button primary", id: "story-next", disabled: last, onclick: MoeiWatch.story.next }, "Next"),
      el("span", { class: "story-more" },
        el("button", { type: "button", class: "inline-link", onclick: openList }, "All steps"),
        el("button", { type: "button", class: "inline-link", onclick: () => window.print() }, "Print")
      )
    );
  }

  function render(told) {
    const held = panel.contains(document.activeElement) ? document.activeElement.id : "";
    panel.hidden = !told && !isListed;
    document.body.classList.toggle("telling", !panel.hidden);
    if (panel.hidden) return panel.replaceChildren();
    const nodes = told && !isListed ? stepNodes(told) : listNodes();
    panel.replaceChildren(...nodes);
    const same = held && document.getElementById(held);
    if (same && !same.disabled) same.focus({ preventScroll: true });
    else if (held) focusTitle();
  }

  function stepNodes(told) {
    const { story, step, index } = told;
    const place = `${index + 1} of ${story.steps.length}`;
    panel.lang = story.language;
    return [
      head(el("p", { class: "muted small" }, el("span", {}, story.title), " ", el("span", { class: "story-place" }, place))),
      MoeiWatch.storyPanel.progress(told),
      el("div", { class: "story-body" }, MoeiWatch.storyPanel.stepNodes(step)),
      foot(told),
    ];
  }

  const listNodes = () => [head(el("p", { class: "muted small" }, "Stories")), el("div", { class: "story-body" }, MoeiWatch.storyList())];

  function focusTitle() {
    const title = document.getElementById("story-title");
    if (title) title.focus({ preventScroll: true });
  }

  /** On a phone the map stays at the top while the words go by: the first of them begin where it ends. */
  const showBelowMap = () => panel.parentElement.scrollIntoView({ block: "start" });

  function openList() {
    if (panel.hidden) returnTo = document.activeElement;
    isListed = true;
    render(MoeiWatch.story.told());
    focusTitle();
    if (MoeiWatch.isNarrow()) showBelowMap();
  }

  function close() {
    isListed = false;
    if (MoeiWatch.story.told()) MoeiWatch.story.leave();
    else render(null);
    if (returnTo && document.contains(returnTo)) returnTo.focus({ preventScroll: true });
    returnTo = null;
  }

  /** A key that turns pages, wherever the focus is if the page is presented, else where nothing else wants it. */
  function key(name, target) {
    const { story } = MoeiWatch;
    const isElsewhere = target && target.closest && target.closest("#map, #timeline, #drawer, input, select, textarea, [role=slider], dialog");
    if (isElsewhere || panel.hidden) return false;
    if (name === "Escape") close();
    else if (!story.told() || isListed) return false;
    else if (name === "ArrowRight" || name === "PageDown") story.next();
    else if (name === "ArrowLeft" || name === "PageUp") story.previous();
    else return false;
    return true;
  }

  MoeiWatch.storyKey = key;
  MoeiWatch.closeStory = close;

  MoeiWatch.start(() => {
    MoeiWatch.keys.on(() => document.body.classList.toggle("telling", Boolean(panel) && !panel.hidden)); // there may be no such story
    if (!MoeiWatch.story.all().length) return;
    panel = el("section", { id: "story", "aria-label": "Story", hidden: true });
    document.getElementById("panel").prepend(panel);
    MoeiWatch.keys.addTool(el("button", { type: "button", class: "button", id: "open-stories", onclick: openList }, "Story"));
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key(event.key, event.target)) event.preventDefault();
    });
    MoeiWatch.story.on((told, { before }) => {
      isListed = false;
      if (told) MoeiWatch.closeDrawer(); // the words stand in the panel; what is chosen is marked on the map
      render(told);
      if (!told) return;
      if (!before) focusTitle();
      panel.querySelector(".story-body").scrollTop = 0;
      if (before && MoeiWatch.isNarrow()) showBelowMap();
      MoeiWatch.announce(`${told.index + 1} of ${told.story.steps.length}: ${told.step.title}`);
    });
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
