// Which stories there are, which step of which is told, and how one comes to another.
(function (MoeiWatch) {
  "use strict";

  const followers = [];
  let told = null; // { story, step, index }
  let held = null; // the reader's own view, from before a story was begun in this page
  let isNoted = false; // a word of this script stands over the map

  const stories = () => MoeiWatch.data.stories || [];

  /** The step that the keys of an address name; the first one where they name none; null without a story. */
  function find({ story, step }) {
    const found = stories().find((one) => one.id === story);
    if (!found) return null;
    const index = Math.max(0, found.steps.findIndex((one) => one.id === step));
    return { story: found, step: found.steps[index], index };
  }

  /** The view of a step in the reader's own theme and base layer. */
  function viewOf(step) {
    const { theme, base } = MoeiWatch.store.get();
    return { ...MoeiWatch.store.codec().parseMessage(step.view), theme, base };
  }

  /** True if the address named a story and no view: the step's own is then shown. */
  function isBare() {
    const { theme, base, ...rest } = MoeiWatch.store.codec().address(MoeiWatch.store.get());
    return Object.keys(rest).length === 0;
  }

  /** What the keys of an address name and is not there: [what to say, what to take away]; null where all is there. */
  function gone({ story, step }) {
    const found = stories().find((one) => one.id === story);
    if (story && !found) return ["The story that this link names is not here.", { story: "", step: "" }];
    if (!found || !step || found.steps.some((one) => one.id === step)) return null;
    return ["The step that this link names is not in this story, which begins here.", { step: "" }];
  }

  function note(...words) {
    isNoted = words.length > 0;
    MoeiWatch.quiet(...(isNoted ? words : [""]));
  }

  /** A story that a link opened leaves no view to go back to: say how to see all again. */
  function noteRest() {
    const { el, store } = MoeiWatch;
    const showAll = () => store.set(viewOf({ view: {} }));
    note("The map still shows the last step. ", el("button", { type: "button", class: "button", onclick: showAll }, "Show everything"));
  }

  function tell(next, isOwn) {
    const before = told;
    told = next;
    if (next && isNoted) note();
    followers.forEach((follow) => follow(told, { before, isOwn }));
  }

  function go(story, index) {
    const step = story.steps[index];
    if (!step) return;
    if (!told) held = MoeiWatch.store.get();
    MoeiWatch.keys.set({ story: story.id, step: step.id }, { view: viewOf(step) });
    if (told && told.step === step) tell(told, true); // the same step again: back to its view
  }

  /** Close the story: back to the view from before it, in one step of the history. */
  function leave() {
    if (!told) return;
    const { theme, base } = MoeiWatch.store.get();
    MoeiWatch.keys.set({ story: "", step: "" }, { view: held && { ...held, theme, base } });
    if (!held && !isBare()) noteRest();
  }

  function follow(keys, from) {
    turn(keys, from);
    const missing = gone(keys);
    if (!missing) return;
    note(missing[0]);
    MoeiWatch.keys.set(missing[1], { kind: "replace" });
  }

  function turn(keys, from) {
    const next = find(keys);
    const isSame = told && next && told.step === next.step;
    if ((!told && !next) || isSame) return;
    if (next && from === "host" && isBare()) MoeiWatch.store.set(viewOf(next.step), { kind: "replace" });
    tell(next, from === "own");
  }

  MoeiWatch.story = {
    all: stories,
    told: () => told,
    /** What the address asks to tell, be it told already or about to be. */
    ofAddress: () => find(MoeiWatch.keys.get()),
    go,
    next: () => told && go(told.story, told.index + 1),
    previous: () => told && go(told.story, told.index - 1),
    leave,
    /** Follow what is told: fn({story, step, index} or null, {before, isOwn}). */
    on: (one) => followers.push(one),
  };

  MoeiWatch.start(() => {
    MoeiWatch.keys.on(follow);
    MoeiWatch.store.on((view, changed, kind) => isNoted && kind === "choice" && note());
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
