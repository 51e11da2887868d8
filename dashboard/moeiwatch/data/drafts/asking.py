"""A record asked for at a prompt: questions come from the schema, and each answer is looked at at once."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from moeiwatch.data.checks.values import check_record_values
from moeiwatch.data.checks.words import suggest
from moeiwatch.data.citations import is_web_address
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.drafts.rows import Row
from moeiwatch.data.drafts.values import parse_value
from moeiwatch.data.properties import Property, inner_properties

Ask = Callable[[str], str]
Say = Callable[[str], None]

_OFTEN = 0.25
"""Share of the layer's records that have a property, from which on it is asked for."""

_PUBLICATION = ("title", "container-title", "issued", "URL", "language", "note")
_OF_ITS_OWN = ("location_basis", "location_note", "precision_m")
"""Not asked of a record that stands at its compound."""

_LATER = ("merged_into", "withdrawn", "verified")


def ask_record(layer: str, contents: Contents, *, ask: Ask, say: Say) -> Row:
    """Return what somebody answers to the questions for one record of a layer.

    An empty answer means that it is not known; ``?`` tells what is meant.

    Parameters
    ----------
    ask : shows a question and returns the answer; an EOFError ends everything.
    say : shows a line.
    """
    schema = contents.collections[layer].schema
    if schema is None:
        raise EOFError
    say(f"{schema.title}. {schema.description}")
    say("Enter: not known. ?: what is meant.")
    values: dict[str, Any] = {}
    lookup = Lookup(contents)
    asked = _asked(layer, contents)
    for name in asked:
        if name in _OF_ITS_OWN and "compound" in values and not schema.properties[name].required:
            continue
        _ask_property(name, contents.collections[layer], lookup, values, ask=ask, say=say)
    geometry = _ask_point(values, schema.nullable, ask, say) if schema.geometry == "Point" else None
    rest = [name for name in schema.properties if name not in (*asked, *_LATER, "id")]
    while rest:
        say(f"More: {', '.join(rest)}.")
        name = ask("One of these (Enter: none): ").strip()
        if not name:
            break
        if name in rest:
            rest.remove(name)
            _ask_property(name, contents.collections[layer], lookup, values, ask=ask, say=say)
        else:
            say(f"  There is no {name[:40]!r}. {suggest(name, rest)}")
    return Row("your answers", None, values, geometry)


def ask_publication(address: str, contents: Contents, *, ask: Ask, say: Say) -> Row:
    """Return what somebody answers about one publication; its address may be known already."""
    schema = contents.collections["sources"].schema
    if schema is None:
        raise EOFError
    properties = dict(schema.properties)
    values: dict[str, Any] = {"URL": address} if address else {}
    kinds = inner_properties(properties["custom"])
    for name in ("type", *_PUBLICATION):
        if name in properties and name not in values:
            _ask_text(name, properties[name], values, ask, say)
    for name in ("access", "kind", "read_at"):
        if name in kinds and (name != "read_at" or values.get("access") == "copy"):
            _ask_text(name, kinds[name], values, ask, say)
    if values.get("access") == "copy" and "URL" in values:
        values.setdefault("read_at", values.pop("URL"))
    return Row("your answers", None, values)


def _asked(layer: str, contents: Contents) -> list[str]:
    """Return the properties to ask for: those that every record has, and those that many have."""
    collection = contents.collections[layer]
    counts = Counter(name for record in collection.records for name in record.properties)
    enough = max(1.0, _OFTEN * len(collection.records))
    properties = collection.schema.properties
    return [
        name
        for name, prop in properties.items()
        if name not in ("id", *_LATER) and (prop.required or name == "compound" or counts[name] >= enough)
    ]


def _ask_property(
    name: str, collection: Collection, lookup: Lookup, values: dict[str, Any], *, ask: Ask, say: Say
) -> None:
    """Ask until the answer fits the schema, or is empty where it may be."""
    prop = collection.schema.properties[name]
    while True:
        answer = _answer(name, prop, ask, say)
        if name == "place" and not answer:
            answer = _compound_name(values, lookup)
        if not answer and not prop.required:
            return
        try:
            value = parse_value(answer, prop, resolve=lookup.resolve) if answer else None
            fault = _fault(name, value, collection, lookup) if answer else "Every record needs it."
        except ValueError as error:
            fault = f"{error}."
        if not fault:
            values[name] = value
            if value != answer and not isinstance(value, int | float):
                say(f"  -> {value}")
            return
        say(f"  {fault}")


def _compound_name(values: dict[str, Any], lookup: Lookup) -> str:
    """Return what the compound of a record is called, "" where it has none: the place, unless it is said."""
    record = lookup.ids("compounds").get(values.get("compound"))
    name = record.properties.get("name") if record is not None else None
    return name if isinstance(name, str) else ""


def _fault(name: str, value: Any, collection: Collection, lookup: Lookup) -> str:
    """Return what is wrong with an answer, "" if nothing is. A source may be an address that nobody knows."""
    prop = collection.schema.properties[name]
    known = value
    if name == "sources":
        known = [text for text in value if not (isinstance(text, str) and is_web_address(text))]
        if not known:
            return "" if value else "Name at least one publication."
    record = Record(0, "draft", {name: known}, None, {"properties": {name: known}})
    faults = [p for p in check_record_values(collection, record) if p.field.startswith(name)]
    if faults:
        return faults[0].sentence
    ids = lookup.ids(prop.references)
    listed = known if isinstance(known, list) else [known]
    unknown = [id_ for id_ in listed if prop.references and isinstance(id_, str) and id_ not in ids]
    if not unknown:
        return ""
    more = "Give the address (https://...) of a new one." if name == "sources" else ""
    return f"{unknown[0]!r} is not known. {suggest(unknown[0], ids)}{more}"


def _ask_text(name: str, prop: Property, values: dict[str, Any], ask: Ask, say: Say) -> None:
    """Ask until the answer is a term or a date where it has to be one, or is empty."""
    while answer := _answer(name, prop, ask, say):
        value = parse_value(answer, prop, resolve=lambda layer, text: text) if prop.terms else answer
        if prop.terms and value not in prop.terms:
            say(f"  {answer[:60]!r} is not one of them. {suggest(answer, prop.terms)}")
        elif name == "issued" and not _is_date(answer):
            say(f"  {answer[:60]!r} is no date. Write it as 2026-03-05, 2026-03 or 2026.")
        else:
            values[name] = value
            return


def _is_date(text: str) -> bool:
    try:
        parse_partial_date(text)
    except ValueError:
        return False
    return True


def _answer(name: str, prop: Property, ask: Ask, say: Say) -> str:
    """Return an answer; a number chooses a term, ``?`` shows the description and asks again."""
    terms = list(prop.terms.items())
    hint = " (YYYY-MM-DD, YYYY-MM or YYYY)" if prop.date == "partial" or name == "issued" else ""
    hint += f" in {prop.unit}" if prop.unit else ""
    hint += " (several: with semicolons)" if prop.type == "array" else ""
    for number, (_, term) in enumerate(terms, start=1):
        say(f"  {number}. {term.title}")
    while True:
        answer = ask(f"{'*' if prop.required else ' '} {prop.title or name}{hint}: ").strip()
        if answer == "?":
            say(f"  {prop.description}")
            for term, words in terms:
                say(f"  {term}: {words.description}")
        elif answer.isdecimal() and terms and 1 <= int(answer[:4]) <= len(terms):
            return str(terms[int(answer[:4]) - 1][0])
        else:
            return answer


def _ask_point(values: dict[str, Any], nullable: bool, ask: Ask, say: Say) -> Any:
    """Return a point, None where none is known or where the record stands at its compound."""
    if "compound" in values and "location_basis" not in values:
        say("  It stands at the point of its compound.")
        return None
    while True:
        answer = ask("  Longitude and latitude (98.557 16.631): ").replace(",", " ").split()
        if not answer and nullable:
            return None
        try:
            longitude, latitude = map(float, answer)
            if abs(longitude) <= 180 and abs(latitude) <= 90:
                return {"type": "Point", "coordinates": [longitude, latitude]}
        except ValueError:
            pass
        say("  Write two numbers in degrees: longitude, then latitude.")
