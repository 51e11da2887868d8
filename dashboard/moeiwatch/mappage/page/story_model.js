// Which stories there are, which step of which is told, and how one comes to another.
(function (MoeiWatch) {
  "use strict";

  const followers = [];
  let told = null; // { story, step, index }

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

  function tell(next, isOwn) {
    const before = told;
    told = next;
    followers.forEach((follow) => follow(told, { before, isOwn }));
  }

  function go(story, index) {
    const step = story.steps[index];
    if (!step) return;
    MoeiWatch.keys.set({ story: story.id, step: step.id }, { view: viewOf(step) });
    if (told && told.step === step) tell(told, true); // the same step again: back to its view
  }

  function follow(keys, from) {
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
    leave: () => told && MoeiWatch.keys.set({ story: "", step: "" }),
    /** Follow what is told: fn({story, step, index} or null, {before, isOwn}). */
    on: (one) => followers.push(one),
  };

  MoeiWatch.start(() => {
    MoeiWatch.keys.on(follow);
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
