"""Answers drafted and checked among the data: which of them are at fault, and how one is changed."""

from dataclasses import dataclass, field, replace
from datetime import date

from moeiwatch.data.contents import Contents
from moeiwatch.data.drafts.adding import Addition, plan_addition
from moeiwatch.data.drafts.answer_words import answer_words
from moeiwatch.data.drafts.answers import OWN, Answers
from moeiwatch.data.drafts.asking import ask_property, ask_record
from moeiwatch.data.drafts.asking_publications import ask_publication, ask_publication_property
from moeiwatch.data.drafts.drafting import Draft, draft_records
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.drafts.names import property_name, property_names
from moeiwatch.data.drafts.questions import Talk
from moeiwatch.data.drafts.rows import Rows
from moeiwatch.data.drafts.values import parse_value
from moeiwatch.data.problems import ERROR, Problem
from moeiwatch.data.web_addresses import written_address


@dataclass
class Plan:
    """What the answers come to.

    Attributes
    ----------
    new : layer and draft, publications first.
    addition : the data with them in it.
    problems : everything that is wrong with them.
    already : ids of publications that are there already and gain nothing.
    """

    new: list[tuple[str, Draft]]
    addition: Addition
    problems: list[Problem] = field(default_factory=list)
    already: list[str] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        """True if no rule finds an error."""
        return not any(problem.severity == ERROR for problem in self.problems)


def plan_answers(answers: Answers, contents: Contents, *, as_of: date) -> Plan:
    """Return the record that the answers make, with the new publications that it cites, checked.

    Parameters
    ----------
    as_of : the day that counts as today.
    """
    cited = answers.values.get("sources", [])
    cited = cited if isinstance(cited, list) else []
    rows = [answers.publications[one].row(one) for one in cited if one in answers.publications]
    published = draft_records(Rows(OWN, rows), "sources", contents)
    ids = {draft.row.where: draft.id for draft in published.drafts}
    ids |= {row.where: id_ for row, id_ in published.already}
    row = answers.row()
    if rows:
        told = list(dict.fromkeys(ids.get(one, one) for one in cited))
        row = replace(row, values={**row.values, "sources": told})
    drafted = draft_records(Rows(OWN, [row]), answers.layer, contents)
    new = [("sources", draft) for draft in published.drafts]
    new += [(answers.layer, draft) for draft in drafted.drafts]
    addition = plan_addition(new, contents, as_of=as_of, file=OWN)
    problems = [*published.problems, *drafted.problems, *addition.problems]
    return Plan(new, addition, problems, [id_ for _, id_ in drafted.already])


def ask_all(answers: Answers, contents: Contents, talk: Talk) -> None:
    """Put all questions for a record of any layer that were not put yet."""
    ask = ask_publication if answers.layer == "sources" else ask_record
    ask(answers, contents, talk)


def answer_at_fault(problem: Problem, answers: Answers, contents: Contents) -> tuple[Answers, str]:
    """Return the answers that a problem speaks of, and which of them; "" where no question is about it.

    ``custom.kind`` of a publication is its answer ``kind``; ``nationalities.KE`` is ``nationalities``.
    """
    owner = answers.publications.get(problem.record.partition(", ")[0], answers)
    name = problem.field.removeprefix("custom.").partition(".")[0].partition("[")[0]
    return owner, name if name in _changeable(owner, contents) else ""


def find_answer(text: str, answers: Answers, contents: Contents) -> tuple[Answers, str]:
    """Return the answer that is called so, of the record or of a new publication; "" where none is."""
    for owner in (answers, *answers.publications.values()):
        names = property_names(contents.collections[owner.layer].schema, owner.layer)
        name = property_name(text, {n: names.get(n) for n in _changeable(owner, contents)}, owner.layer)
        if name:
            return owner, name
    return answers, ""


def fault_words(problem: Problem, answers: Answers, contents: Contents) -> str:
    """Return what is wrong with an answer, after the title of its question."""
    owner, name = answer_at_fault(problem, answers, contents)
    prop = property_names(contents.collections[owner.layer].schema, owner.layer).get(name) if name else None
    of = f" of {owner.values.get('URL', 'the publication')}" if owner is not answers else ""
    title = prop.title if prop is not None else problem.field or problem.file
    return f"{title}{of}: {problem.sentence}"


def change_answer(owner: Answers, name: str, contents: Contents, talk: Talk) -> bool:
    """Put one question again, and return whether the answers are others than before."""
    before = owner.as_dict() | {"values": dict(owner.values), "publications": dict(owner.publications)}
    if name == "id":
        id_ = talk.ask(f"  Id [{owner.values.get('id', 'as suggested')}]: ").strip()
        owner.put("id", None if id_ == "-" else id_ or owner.values.get("id"))
    elif owner.layer == "sources":
        ask_publication_property(name, owner, contents, talk)
    else:
        ask_property(name, owner, contents, talk)
    after = owner.as_dict() | {"publications": dict(owner.publications)}
    return any(before[part] != after[part] for part in ("values", "geometry", "publications"))


def take_given(answers: Answers, given: dict[str, str], contents: Contents, talk: Talk) -> None:
    """Note answers that were given beforehand (``--set``); what does not fit is said, and asked for."""
    lookup = Lookup(contents)
    names = property_names(contents.collections[answers.layer].schema, answers.layer)
    for name, text in given.items():
        prop = names[name]
        if name in answers.asked:
            continue
        try:
            value = (
                parse_value(text, prop, resolve=lookup.resolve) if prop and prop.type != "object" else text
            )
        except ValueError as error:
            talk.say(f"--set {name}: {error}")
            continue
        answers.put(name, written_address(value) if name == "URL" else value)
        title = prop.title if prop is not None else name
        talk.say(f"  {title}: {answer_words(answers.values[name], prop, lookup)} (--set)")


def answer_lines(answers: Answers, contents: Contents) -> list[str]:
    """Return the answers so far in words, a line each, those on new publications below."""
    lookup = Lookup(contents)
    names = property_names(contents.collections[answers.layer].schema, answers.layer)
    lines = []
    for name, value in answers.values.items():
        prop = names.get(name)
        lines.append(f"  {prop.title if prop is not None else name}: {answer_words(value, prop, lookup)}")
    for address, publication in answers.publications.items():
        lines += [f"  On {address}:", *(f"  {line}" for line in answer_lines(publication, contents))]
    return lines


def record_lines(layer: str, id_: str, contents: Contents) -> list[str]:
    """Return a record in words, a line an answer, for a last look."""
    collection, lookup = contents.collections[layer], Lookup(contents)
    record = collection.by_id[id_]
    names = property_names(collection.schema, layer)
    facts = {name: value for name, value in record.properties.items() if name not in ("id", "custom")}
    custom = record.properties.get("custom") if layer == "sources" else None
    lines = [f"{layer}/{id_}"]
    for name, value in (facts | (custom if isinstance(custom, dict) else {})).items():
        prop = names.get(name)
        lines.append(f"  {prop.title if prop is not None else name}: {answer_words(value, prop, lookup)}")
    if collection.is_layer:
        lines.append(f"  Place on the map: {_place(record, lookup)}")
    return lines


def _place(record, lookup: Lookup) -> str:
    geometry = record.geometry if isinstance(record.geometry, dict) else {}
    point = geometry.get("coordinates") if geometry.get("type") == "Point" else None
    if not isinstance(point, list):
        return geometry.get("type") or "none"
    at = record.properties.get("compound")
    of = (
        f", the point of {lookup.words('compounds', at)}"
        if at and "location_basis" not in record.properties
        else ""
    )
    return f"{' '.join(map(str, point))}{of}"


def _changeable(owner: Answers, contents: Contents) -> list[str]:
    schema = contents.collections[owner.layer].schema
    if schema is None:
        return []
    names = [
        name for name in property_names(schema, owner.layer) if name not in ("custom", "DOI", "other_ids")
    ]
    return [*names, "geometry"] if schema.geometry == "Point" else names
