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

  /** Where the words come from, once the sheet is out of anybody's sight: data, licence, day of printing, address. */
  function foot() {
    const { licence, version, site } = MoeiWatch.data;
    const printed = `Printed on ${text.date(MoeiWatch.days.toText(MoeiWatch.days.today()))}`;
    const said = [`${site.title}, data version ${version}`, text.newest(), printed].filter(Boolean).join(". ");
    const address = MoeiWatch.share.published();
    return el("footer", { class: "handout-foot", lang: "en" }, el("p", {}, `${said}.`), el("p", {}, licence), address ? el("p", {}, address) : null);
  }

  function handout(story) {
    return el(
      "article",
      { id: "handout", lang: story.language || null },
      el("h1", {}, story.title),
      story.summary ? el("p", {}, story.summary) : null,
      story.steps.map((step, i) => section(step, i, story.steps.length)),
      foot()
    );
  }

  function clear() {
    const old = document.getElementById("handout");
    if (old) old.remove();
    document.body.classList.remove("handout");
  }

  /** The story that is told, as sheets to print; null where none is told. The app around the page asks for them, too. */
  MoeiWatch.storyHandout = () => {
    const told = MoeiWatch.story.told();
    return told && handout(told.story);
  };

  function fill() {
    clear();
    const sheets = MoeiWatch.storyHandout();
    if (!sheets) return;
    document.body.append(sheets);
    document.body.classList.add("handout");
  }

  MoeiWatch.start(() => {
    window.addEventListener("beforeprint", fill);
    window.addEventListener("afterprint", clear);
  });
})((window.MoeiWatch = window.MoeiWatch || {}));
