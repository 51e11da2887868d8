// One step as the reader sees it: title, sentences with their sources, and where it stands in the story.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  /** The sources of a step, each once, in the order in which the sentences name them. */
  function sourcesOf(step) {
    return Array.from(new Set(step.sentences.flatMap((sentence) => sentence.sources)));
  }

  /** A source to be read at its place; one that was read in a copy has no address. */
  const source = (number) => MoeiWatch.link(MoeiWatch.data.sources.link[number], MoeiWatch.data.sources.words[number]);

  function reference(number, place) {
    const { link, words } = MoeiWatch.data.sources;
    const mark = MoeiWatch.link(link[number], String(place));
    mark.title = words[number];
    mark.setAttribute("aria-label", `Source ${place}: ${words[number]}`);
    return mark;
  }

  function sentences(step) {
    const numbers = sourcesOf(step);
    return step.sentences.map((sentence) =>
      el(
        "p",
        {},
        sentence.text,
        " ",
        el("sup", { class: "references" }, sentence.sources.map((number) => [reference(number, numbers.indexOf(number) + 1), " "]))
      )
    );
  }

  function records(step) {
    const all = Array.from(new Set(step.sentences.flatMap((sentence) => sentence.records)));
    const known = all.map((one) => one.split("/")).filter(([layer, id]) => MoeiWatch.records[layer] && MoeiWatch.records[layer].index(id) >= 0);
    if (!known.length) return null;
    return el(
      "details",
      { class: "story-records" },
      el("summary", {}, text.plural(known.length, "record on the map", "records on the map")),
      el("ul", {}, known.map(([layer, id]) => el("li", {}, MoeiWatch.facts.reference(layer, id))))
    );
  }

  /** The text of a step: title, sentences, sources. */
  function stepNodes(step) {
    return [
      el("h2", { id: "story-title", tabindex: "-1" }, step.title),
      el("div", { class: "story-text" }, sentences(step)),
      el("div", { class: "story-sources" }, el("h3", {}, "Sources"), el("ol", {}, sourcesOf(step).map((number) => el("li", {}, source(number))))),
      records(step),
    ];
  }

  function progress({ story, index }) {
    return el(
      "div",
      { class: "story-progress", "aria-hidden": "true" },
      story.steps.map((step, i) => el("span", { class: i <= index ? "done" : "" }))
    );
  }

  MoeiWatch.storyPanel = { sourcesOf, source, sentences, stepNodes, progress };
})((window.MoeiWatch = window.MoeiWatch || {}));
