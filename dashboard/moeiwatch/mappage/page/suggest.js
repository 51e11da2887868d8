// 'Suggest a change' under every record: the form on GitHub filled in and the file at its line, where the host has
// named a repository; else, and beside it, a text to copy for a letter.
(function (MoeiWatch) {
  "use strict";

  const { el } = MoeiWatch;
  const LONGEST_TITLE = 80;

  const fileOf = (layer) => `geodata/${layer}.geojson`;

  /** Address of the form, filled in; and of the line in the file. */
  function addresses(layer, i, repository) {
    const record = MoeiWatch.records[layer];
    const fields = new URLSearchParams({
      template: MoeiWatch.data.suggest.form,
      title: `Correction: ${record.title(i)}`.slice(0, LONGEST_TITLE),
      record: `${layer}/${record.id[i]}`,
    });
    const line = record.line(i);
    return {
      form: `${repository}/issues/new?${fields}`,
      file: `${repository}/blob/HEAD/${fileOf(layer)}?plain=1${line ? `#L${line}` : ""}`,
    };
  }

  function letter(layer, i) {
    const record = MoeiWatch.records[layer];
    const line = record.line(i);
    const values = {
      site: MoeiWatch.data.site.title,
      reference: `${layer}/${record.id[i]}`,
      title: record.title(i),
      file: fileOf(layer) + (line ? `, line ${line}` : ""),
      version: MoeiWatch.data.version,
      summary: record.get("summary", i) || "(see the record)",
    };
    return MoeiWatch.data.suggest.letter.replace(/\{([a-z]+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  }

  function withoutGitHub(layer, i, title) {
    const { contact } = MoeiWatch.data.site;
    const to = contact ? ["Copy this and send it to ", el("a", { href: contact.link, rel: "noopener noreferrer" }, contact.words), "."] : "Copy this and send it to whoever gave you this page.";
    const box = el("details", {}, el("summary", {}, title), el("p", { class: "small" }, to));
    // Made when it is opened: the text of a long list of records is not needed before.
    box.addEventListener("toggle", () => box.open && !box.querySelector("textarea") && box.append(MoeiWatch.share.copied("Text", letter(layer, i), 8)), { once: true });
    return box;
  }

  /** The ways to suggest a change of a record, as an element. */
  MoeiWatch.suggest = (layer, i) => {
    const { repository } = MoeiWatch.data.site;
    if (!repository) return el("section", { class: "suggest" }, withoutGitHub(layer, i, "Suggest a change"));
    const { form, file } = addresses(layer, i, repository);
    return el(
      "section",
      { class: "suggest" },
      el("p", {}, MoeiWatch.link(form, "Suggest a change"), " · ", MoeiWatch.link(file, "Its line in the file")),
      withoutGitHub(layer, i, "Without GitHub")
    );
  };
})((window.MoeiWatch = window.MoeiWatch || {}));
