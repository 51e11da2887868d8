// An actor, told: who it is said to be, its sanctions, and the records of the map that name it.
(function (MoeiWatch) {
  "use strict";

  const { el, text } = MoeiWatch;
  const NAMES = ["name", "other_names", "name_my", "name_zh", "name_th"];

  /** Records that name an actor, [layer, index]: compounds by its id, measures where their words have its name. */
  function recordsOf(actor) {
    const { compounds, interventions } = MoeiWatch.records;
    const found = [];
    for (let i = 0; i < compounds.n; i++) {
      const named = (compounds.get("armed_groups", i) || []).concat(compounds.get("operators", i) || []);
      if (named.some((one) => one.actor === actor.id)) found.push(["compounds", i]);
    }
    const names = NAMES.flatMap((field) => actor[field] || []).map(MoeiWatch.fold);
    const telling = names.filter((name) => name.length > 4);
    for (let j = 0; j < interventions.n; j++) {
      const words = MoeiWatch.fold([interventions.get("target", j), interventions.get("summary", j)].join(" "));
      if (telling.some((name) => words.indexOf(name) >= 0)) found.push(["interventions", j]);
    }
    return found;
  }

  function sanction({ authority, date, programme }) {
    const when = [authority, date ? text.date(date) : ""].filter(Boolean).join(" ");
    return programme ? `${when} (${programme.join(", ")})` : when;
  }

  function member(id) {
    const group = MoeiWatch.data.actor.get(id);
    if (!group) return id;
    const open = () => MoeiWatch.select(`actors/${id}`, { fly: true, focus: true });
    return el("button", { type: "button", class: "inline-link", onclick: open }, group.name);
  }

  function details(actor, entries) {
    const { facts } = MoeiWatch;
    const kind = (actor.kind || "actor").replace("_", " ");
    return el(
      "article",
      { class: "record" },
      el(
        "header",
        {},
        el("p", { class: "kicker" }, kind.replace(/^./, (letter) => letter.toUpperCase())),
        el("h2", {}, actor.name),
        MoeiWatch.namesLine((property) => actor[property])
      ),
      actor.summary && el("p", { class: "summary" }, actor.summary),
      el(
        "dl",
        { class: "facts" },
        actor.member_of && facts.row("Member of", actor.member_of.map((id, n) => [n ? ", " : "", member(id)])),
        actor.sanctions && facts.row("Sanctions", actor.sanctions.map(sanction).join("; "))
      ),
      actor.note && el("p", { class: "note" }, actor.note),
      MoeiWatch.lists.inView(entries, "with this name"),
      facts.sourceList(actor.sources || [])
    ); // prettier-ignore
  }

  MoeiWatch.actorRecords = recordsOf;
  MoeiWatch.actorDetails = details;
})((window.MoeiWatch = window.MoeiWatch || {}));
