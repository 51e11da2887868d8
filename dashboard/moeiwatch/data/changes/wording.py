"""Values and records in words for people: titles of terms, names of records, dates, numbers with units."""

from collections.abc import Callable, Mapping
from typing import Any

from moeiwatch.data.citations import spell_date
from moeiwatch.data.contents import Record
from moeiwatch.data.inline import inline
from moeiwatch.data.properties import Property

LONGEST_VALUE = 160
LONGEST_NAME = 110
_NAMES = ("name", "place", "target", "river", "title")

Lookup = Callable[[str, str], Record | None]
"""Finds a record by layer and id, to call it by its name."""


def visible(text: str, *, limit: int | None = None) -> str:
    """Return a text in one line without anything that cannot be seen, cut to `limit` characters.

    Examples
    --------
    >>> visible("a\\nb\\u202ec")
    'a\\\\u000ab\\\\u202ec'
    """
    cut = text if limit is None or len(text) <= limit else text[: limit - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut)


def lower_first(text: str) -> str:
    """Return a title as it stands inside a sentence: ``Status`` becomes ``status``, ``URL`` stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def say_value(value: Any, prop: Property | None, *, lookup: Lookup | None = None) -> str:
    """Return a value in words: terms and referred records by title, numbers with thousands and unit."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return visible(_say_text(value, prop, lookup), limit=LONGEST_VALUE)
    if isinstance(value, int | float):
        unit = prop.unit if prop is not None else ""
        spelled = (
            f"{value:,}"
            if isinstance(value, int) and abs(value) < 10**18 and unit != "year"
            else inline(value)
        )
        return visible(f"{spelled} {unit}".strip(), limit=LONGEST_VALUE)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return visible(", ".join(_say_text(item, prop, lookup) for item in value), limit=LONGEST_VALUE)
    if isinstance(value, dict) and set(value) == {"date-parts"} and (date := _date(value["date-parts"])):
        return date
    return visible(inline(value), limit=LONGEST_VALUE)


def name_record(layer: str, record: Record, prop: Mapping[str, Property], *, lookup: Lookup) -> str:
    """Return what a sentence calls a record: its name, or what, where and when, with its id."""
    facts = record.properties
    id_ = visible(record.id, limit=60) if record.id else f"record {record.index + 1}"
    name = next((facts[k] for k in _NAMES if isinstance(facts.get(k), str) and facts[k].strip()), "")
    if layer in ("compounds", "crossings", "actors", "hydrology") and name:
        return visible(name, limit=LONGEST_NAME)
    if layer == "sources":
        return visible(f"{_source_name(facts) or name or id_}", limit=LONGEST_NAME)
    kind = facts.get("kind", facts.get("season"))
    words = [say_value(kind, prop.get("kind") or prop.get("season"))] if isinstance(kind, str) else []
    if not name and isinstance(facts.get("compound"), str):
        name = say_value(facts["compound"], prop.get("compound"), lookup=lookup)
    words += [name] if name else []
    date = next((facts[k] for k in ("date", "observed") if isinstance(facts.get(k), str)), "")
    words += [spell_date(date)] if date else []
    if not words:
        return id_
    return visible(", ".join(words), limit=LONGEST_NAME) + (f" ({id_})" if record.id else f", {id_}")


def _say_text(value: str, prop: Property | None, lookup: Lookup | None) -> str:
    if prop is not None and value in prop.terms:
        return lower_first(prop.terms[value].title)
    if prop is not None and prop.references and prop.references != "sources" and lookup is not None:
        record = lookup(prop.references, value)
        name = record.properties.get("name") if record is not None else None
        if isinstance(name, str) and name.strip():
            return name
    return value


def _date(parts: Any) -> str:
    """Return a date of CSL as text, "" if it is none."""
    numbers = parts[0] if isinstance(parts, list) and len(parts) == 1 else None
    if not isinstance(numbers, list) or not all(type(n) is int and 0 < n < 10_000 for n in numbers):
        return ""
    return "-".join(f"{number:02}" for number in numbers)


def _source_name(facts: Mapping[str, Any]) -> str:
    publisher = facts.get("container-title", facts.get("publisher"))
    return ": ".join(text for text in (publisher, facts.get("title")) if isinstance(text, str) and text)
