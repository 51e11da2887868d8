// A story on paper: all its steps with every source written out, as a handout.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;

  /** An address in letters that can be read, in place of three lines of percent signs. */
  function spelled(address) {
    try {
      return decodeURI(address);
    } catch {
      return address; // not UTF-8: as it is
    }
  }

  function sourceLine(number) {
    const { link, words } = MoeiWatch.data.sources;
    const address = MoeiWatch.url(link[number]);
    if (!address || words[number].includes(address)) return el("li", {}, words[number]);
    return el("li", {}, words[number], el("span", { class: "handout-address" }, ` ${spelled(address)}`));
  }

  function section(step, i, count) {
    const numbers = MoeiWatch.storyPanel.sourcesOf(step);
    return el(
      "section",
      {},
      el("p", { class: "handout-place" }, `${i + 1} of ${count}`),
      el("h2", {}, step.title),
      step.sentences.map((sentence) =>
        el("p", {}, sentence.text, el("sup", {}, ` ${sentence.sources.map((number) => numbers.indexOf(number) + 1).join(", ")}`))
      ),
      el("ol", {}, numbers.map(sourceLine))
    );
  }

  function handout(story) {
    const { citation, version, site } = MoeiWatch.data;
    return el(
      "article",
      { id: "handout", lang: story.language || null },
      el("h1", {}, story.title),
      story.summary ? el("p", {}, story.summary) : null,
      story.steps.map((step, i) => section(step, i, story.steps.length)),
      el("p", { class: "handout-foot" }, [`${site.title}, data version ${version}`, text.newest(), citation, MoeiWatch.share.published()].filter(Boolean).join(". "))
    );
  }

  function clear() {
    const old = document.getElementById("handout");
    if (old) old.remove();
    document.body.classList.remove("handout");
  }

  function fill() {
    clear();
    const told = MoeiWatch.story.told();
    if (!told) return;
    document.body.append(handout(told.story));
    document.body.classList.add("handout");
  }

  MoeiWatch.start(() => {
    window.addEventListener("beforeprint", fill);
    window.addEventListener("afterprint", clear);
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
