"""A record asked for at a prompt: questions come from the schema, and each answer is looked at at once."""

from collections import Counter
from typing import Any

from moeiwatch.data.checks.values import check_record_values
from moeiwatch.data.citations import is_web_address
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.drafts.answer_words import answer_words
from moeiwatch.data.drafts.answers import Answers
from moeiwatch.data.drafts.asking_places import ask_point
from moeiwatch.data.drafts.asking_publications import address_refusal, ask_publication
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.drafts.names import property_name, property_names
from moeiwatch.data.drafts.questions import KEYS, Judged, Talk, ask_until, explain, likely_answers
from moeiwatch.data.drafts.references import reference_fault, unknown_references
from moeiwatch.data.drafts.values import parse_value
from moeiwatch.data.properties import Property
from moeiwatch.data.web_addresses import written_address

_OFTEN = 0.25
"""Share of the layer's records that have a property, from which on it is asked for."""

_OF_ITS_OWN = ("location_basis", "location_note", "precision_m")
"""Not asked of a record that stands at its compound."""

_LATER = ("merged_into", "withdrawn", "verified")
_MORE = "(more)"
"""Stands among the questions that were put once nothing more is to be added."""


def ask_record(answers: Answers, contents: Contents, talk: Talk) -> None:
    """Put the questions for one record that were not put yet, and note the answers as they come.

    An address that is in no publication yet is asked about at once, and noted among the publications.
    """
    collection = contents.collections[answers.layer]
    schema = collection.schema
    if schema is None:
        raise EOFError
    talk.say(f"{schema.title}. {schema.description}")
    talk.say(KEYS)
    usual = _usual(collection)
    for name in usual:
        if name not in answers.asked and not _is_needless(name, answers, schema.properties[name]):
            ask_property(name, answers, contents, talk)
    _ask_new_publications(answers, contents, Lookup(contents), talk)
    if schema.geometry == "Point" and "geometry" not in answers.asked:
        ask_property("geometry", answers, contents, talk)
    while _MORE not in answers.asked:
        left = [n for n in schema.properties if n not in (*usual, *answers.asked, *_LATER, "id")]
        rest = [n for n in left if not _is_needless(n, answers, schema.properties[n])]
        name = _ask_more(rest, collection, talk) if rest else ""
        if name:
            ask_property(name, answers, contents, talk)
        else:
            answers.asked.append(_MORE)


def ask_property(name: str, answers: Answers, contents: Contents, talk: Talk) -> None:
    """Put one question, with the answer of before as the default, and note the answer."""
    collection, lookup = contents.collections[answers.layer], Lookup(contents)
    if name == "geometry":
        has_place = "compound" in answers.values and "location_basis" not in answers.values
        nullable = collection.schema.nullable
        answers.geometry = ask_point(answers.geometry, talk, at_compound=has_place, nullable=nullable)
        answers.put("geometry", None)
        return
    prop = collection.schema.properties[name]
    former = answers.values.get(name)
    if former is None and name == "place":
        former = lookup.name_of("compounds", answers.values.get("compound"))
    value = ask_until(
        name,
        prop,
        talk,
        judge=lambda text: _judge(text, name, collection, lookup),
        former=former,
        former_words=answer_words(former, prop, lookup),
        hint="ids, or addresses of new ones" if name == "sources" else "",
    )
    answers.put(name, value)
    if name == "sources":
        _ask_new_publications(answers, contents, lookup, talk)


def _ask_new_publications(answers: Answers, contents: Contents, lookup: Lookup, talk: Talk) -> None:
    prop = contents.collections[answers.layer].schema.properties["sources"]
    for address, _ in unknown_references(answers.values.get("sources", []), prop, lookup):
        if not is_web_address(address):
            continue
        if address not in answers.publications:
            talk.say(f"\n{address} is not in sources.json yet. It is added along with the record:")
            answers.publications[address] = Answers("sources", {"URL": address}, ["URL"])
        ask_publication(answers.publications[address], contents, talk)


def _usual(collection: Collection) -> list[str]:
    """Return the properties to ask for: those that every record has, and those that many have."""
    counts = Counter(name for record in collection.records for name in record.properties)
    enough = max(1.0, _OFTEN * len(collection.records))
    return [
        name
        for name, prop in collection.schema.properties.items()
        if name not in ("id", *_LATER) and (prop.required or name == "compound" or counts[name] >= enough)
    ]


def _is_needless(name: str, answers: Answers, prop: Property) -> bool:
    """Return True for what is not asked of a record that stands at its compound."""
    return name in _OF_ITS_OWN and "compound" in answers.values and not prop.required


def _ask_more(rest: list[str], collection: Collection, talk: Talk) -> str:
    """Return one of the properties that few records have, "" where none is wanted; ? explains them."""
    props = collection.schema.properties
    talk.say(f"More, if you know it: {', '.join(rest)}.")
    names = {name: property_names(collection.schema, collection.name)[name] for name in rest}
    while answer := talk.ask("  One of these (Enter: none; ?: what they mean): ").strip().strip("-"):
        if answer == "?":
            for name in rest:
                talk.say(f"  {name}: {props[name].title}. {props[name].description}")
        elif name := property_name(answer, names, collection.name):
            return name
        elif (asked := answer.removeprefix("?").strip()) in rest:
            explain(props[asked], talk)
        else:
            talk.say(f"  None of them is called {answer[:40]!r}.")
    return ""


def _judge(text: str, name: str, collection: Collection, lookup: Lookup) -> Judged:
    """Return what comes of an answer. A source may be an address that nobody knows."""
    prop = collection.schema.properties[name]
    try:
        value = parse_value(text, prop, resolve=lookup.resolve)
    except ValueError as error:
        return Judged(fault=f"{error}.")
    if name == "sources" and isinstance(value, list):
        value = [
            written_address(one) if isinstance(one, str) and is_web_address(one) else one for one in value
        ]
    for unknown, layer in unknown_references(value, prop, lookup):
        is_new = name == "sources" and is_web_address(unknown)
        if is_new and not (fault := address_refusal(unknown)):
            continue
        if is_new:
            return Judged(fault=fault)
        near = tuple(
            (_replaced(text, unknown, id_), lookup.words(layer, id_))
            for id_ in lookup.nearest(layer, unknown)
        )
        message, remedy = reference_fault(unknown, layer, lookup)
        remedy = "Nearest (a number takes one):" if near else remedy
        return Judged(fault=f"{message[0].upper()}{message[1:]}. {remedy}", near=near)
    if fault := _schema_fault(name, value, prop, collection):
        return Judged(fault=fault, near=likely_answers(text, prop))
    says_more = not isinstance(value, str) or bool(prop.terms or prop.references)
    words = answer_words(value, prop, lookup) if says_more and not isinstance(value, int | float) else ""
    return Judged(value, words=words)


def _replaced(text: str, part: str, by: str) -> str:
    return "; ".join(by if one.strip() == part else one.strip() for one in text.split(";"))


def _schema_fault(name: str, value: Any, prop: Property, collection: Collection) -> str:
    known = value
    if name == "sources":
        known = [text for text in value if not (isinstance(text, str) and is_web_address(text))]
        if not known:
            return "" if value else "Name at least one publication."
    record = Record(0, "draft", {name: known}, None, {"properties": {name: known}})
    faults = [p for p in check_record_values(collection, record) if p.field.startswith(name)]
    return faults[0].sentence if faults else ""
