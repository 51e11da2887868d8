"""Values and records in words for people: titles of terms, names of records, dates, numbers with units."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from moeiwatch.data.inline import inline
from moeiwatch.data.properties import Property

LONGEST_VALUE = 160

Names = Callable[[str, str], str]
"""Gives what people call a record, by layer and id; "" where there is none."""

_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*+\)")
"""Brackets with what stands in them, other brackets among it."""

_SILENT_UNITS = ("as given in unit", "ratio", "year", "people")
"""Units that the words around a number say better, or that are none."""


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


def say_value(value: Any, prop: Property | None, *, names: Names | None = None) -> str:
    """Return a value in words: terms and referred records by title, numbers with thousands and unit."""
    if value is None or isinstance(value, bool):
        return {None: "none", True: "yes", False: "no"}[value]
    if isinstance(value, str):
        return visible(_say_text(value, prop, names), limit=LONGEST_VALUE)
    if isinstance(value, int | float):
        return visible(f"{say_number(value, prop)} {unit_of(value, prop)}".strip(), limit=LONGEST_VALUE)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return visible(join_items([_say_text(item, prop, names) for item in value]), limit=LONGEST_VALUE)
    if isinstance(value, dict) and set(value) == {"date-parts"} and (date := _date(value["date-parts"])):
        return date
    return visible(inline(value), limit=LONGEST_VALUE)


def say_number(value: int | float, prop: Property | None) -> str:
    """Return a number without its unit; years have no separator of thousands."""
    is_counted = isinstance(value, int) and abs(value) < 10**18 and not (prop and prop.unit == "year")
    return f"{value:,}" if is_counted else inline(value)


def unit_of(value: int | float, prop: Property | None) -> str:
    """Return the unit as it stands behind a number, "" where the number says enough.

    Examples
    --------
    >>> metres = Property("", "", "metres", "number", {}, "", False, "", {})
    >>> unit_of(500, metres), unit_of(1, metres)
    ('metres', 'metre')
    """
    unit = prop.unit if prop is not None else ""
    if unit in _SILENT_UNITS:
        return ""
    return unit.removesuffix("s") if value == 1 else unit


def join_items(items: list[str]) -> str:
    """Return items in one line, apart by semicolons where one of them holds a comma itself."""
    return ("; " if any("," in item for item in items) else ", ").join(items)


def join_phrases(phrases: Sequence[str]) -> str:
    """Return phrases as one text, apart by semicolons where one of them holds a comma outside of brackets.

    Examples
    --------
    >>> join_phrases(["kind raid", "2 sources (AP, Reuters)"])
    'kind raid, 2 sources (AP, Reuters)'
    >>> join_phrases(["kind raid", "place Mae Sot, Tak"])
    'kind raid; place Mae Sot, Tak'
    """
    outside = (_BRACKETS.sub("", phrase) for phrase in phrases)
    return ("; " if any("," in text or ";" in text for text in outside) else ", ").join(phrases)


def _say_text(value: str, prop: Property | None, names: Names | None) -> str:
    if prop is not None and value in prop.terms:
        title = prop.terms[value].title
        return title if value.isupper() else lower_first(title)  # codes such as TH or OFAC stand for names
    if prop is not None and prop.references and prop.references != "sources" and names is not None:
        return names(prop.references, value) or value
    return value


def _date(parts: Any) -> str:
    """Return a date of CSL as text, "" if it is none."""
    numbers = parts[0] if isinstance(parts, list) and len(parts) == 1 else None
    if not isinstance(numbers, list) or not all(type(n) is int and 0 < n < 10_000 for n in numbers):
        return ""
    return "-".join(f"{number:02}" for number in numbers)
