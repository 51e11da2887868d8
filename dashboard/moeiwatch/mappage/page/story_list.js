// The stories and their steps, as a list to choose from.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  function steps(story) {
    const told = MoeiWatch.story.told();
    return story.steps.map((step, i) => {
      const isHere = told && told.step === step;
      return el(
        "li",
        {},
        el(
          "button",
          { type: "button", class: "story-step", "aria-current": isHere ? "step" : null, onclick: () => MoeiWatch.story.go(story, i) },
          el("span", { class: "story-number" }, String(i + 1)),
          el("span", {}, step.title)
        )
      );
    });
  }

  /** Every story with its summary and its steps. */
  MoeiWatch.storyList = () =>
    MoeiWatch.story.all().map((story) =>
      el(
        "article",
        { lang: story.language || null },
        el("h2", { id: "story-title", tabindex: "-1" }, story.title),
        story.summary ? el("p", { class: "story-summary" }, story.summary) : null,
        el("button", { type: "button", class: "button primary", onclick: () => MoeiWatch.story.go(story, 0) }, "Begin"),
        el("p", { class: "muted small" }, text.plural(story.steps.length, "step", "steps")),
        el("ol", { class: "story-steps" }, steps(story))
      )
    );
})((window.MoeiWatch = window.MoeiWatch || {}));
