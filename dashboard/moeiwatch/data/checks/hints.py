"""What was likely meant by a value of a wrong kind or form, ready to be written into the file."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from moeiwatch.data.checks.patterns import ecma_pattern
from moeiwatch.data.properties import date_kind, terms_of

_NUMBER = re.compile(
    r"[-+]?[0-9]{1,3}(?:[, '\u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?|[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?"
)
_NUMBER_INSIDE = re.compile(r"[0-9]+(?:,[0-9]{3})*(?![0-9])|[.][0-9]+")
_DEGREES = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,10})?")
_ANY_TEXT, _ANY_ID = "...", "id"
_SLUG = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_BOOLEANS = {"true": "true", "yes": "true", "y": "true", "false": "false", "no": "false", "n": "false"}


def kind_hint(value: object, kinds: Iterable[str]) -> str:
    """Return how to write a value of a wrong type, "" where nobody can say.

    Examples
    --------
    >>> kind_hint("2,000", ["integer"])
    'Write 2000, without quotes and commas. '
    >>> kind_hint("yes", ["boolean"]), kind_hint(7, ["string"])
    ('Write true, without quotes. ', 'Write it in quotes: "7". ')
    """
    plain = value.strip() if isinstance(value, str) and len(value) <= 60 else ""
    if plain and {"integer", "number"} & set(kinds) and _NUMBER.fullmatch(plain):
        number = re.sub("[, '\u00a0\u202f]", "", plain).lstrip("+")
        number = re.sub("^(-?)0+(?=[0-9])", r"\1", number)
        if "number" in kinds or "." not in number:
            return f"Write {number}, without quotes{' and commas' if number != plain else ''}. "
    if plain and {"integer", "number"} & set(kinds) and len(inside := _NUMBER_INSIDE.findall(plain)) == 1:
        return f"Write {inside[0].replace(',', '')}, without quotes and words. "
    if plain and "boolean" in kinds and (meant := _BOOLEANS.get(plain.casefold())):
        return f"Write {meant}, without quotes. "
    if isinstance(value, bool) and {"integer", "number"} & set(kinds):
        return "Write a number such as 500, without quotes, or leave the property out if it is unknown. "
    if "string" in kinds and type(value) in (int, float) and len(repr(value)) <= 60:
        return f'Write it in quotes: "{value}". '
    if plain and plain.isprintable() and "array" in kinds and ('"' not in plain or plain[0] == "["):
        return f"Write a list: {json.dumps(_listed(plain), ensure_ascii=False)}. "
    return ""


def _listed(text: str) -> list[str]:
    """Return the items of a list that was written as one text; ids may be parted by commas or spaces."""
    plain = text.strip("[]")
    mark = "[,;]" if "," in plain or ";" in plain else r"\s+"
    parts = [part for found in re.split(mark, plain) if (part := found.strip(" \"'"))]
    return parts if parts and (plain != text or all(map(_SLUG.fullmatch, parts))) else [text.replace('"', "")]


def title_hint(value: object, schema: Mapping[str, Any]) -> str:
    """Return ``Did you mean x? `` for the term that people call so, "" where none is."""
    plain = " ".join(value.split()).casefold() if isinstance(value, str) and len(value) <= 100 else ""
    titles = {term.title.casefold(): name for name, term in terms_of(schema).items()}
    return f"Did you mean {titles[plain]}? " if plain in titles else ""


def object_hint(value: object, schema: Mapping[str, Any]) -> str:
    """Return how to write an object: its required members, the text that stands there where one may be meant.

    Examples
    --------
    >>> date = {"type": "string", "x-definitions": ["full_date"]}
    >>> object_hint(True, {"type": "object", "required": ["date"], "properties": {"date": date}})
    'Write an object: {"date": "YYYY-MM-DD"}. '
    """
    if schema.get("propertyNames"):
        return 'Write an object: {"CN": 20, "IN": 5}. '
    members = schema.get("properties")
    if not isinstance(members, Mapping) or not schema.get("required"):
        return ""
    written = {name: _example(name, members.get(name, {})) for name in schema["required"]}
    free = [name for name in written if written[name] in (_ANY_TEXT, _ANY_ID)]
    if isinstance(value, str) and 0 < len(value) <= 100 and value.isprintable() and len(free) == 1:
        written[free[0]] = value
    return f"Write an object: {json.dumps(written, ensure_ascii=False)}. "


def _example(name: str, schema: Mapping[str, Any]) -> Any:
    if terms := list(terms_of(schema)):
        return terms[0]
    if name == "date-parts":
        return [[2025, 10, 20]]
    if date_kind(schema):
        return "YYYY-MM-DD"
    return _ANY_ID if "x-references" in schema or "id" in schema.get("x-definitions", ()) else _ANY_TEXT


def form_hint(value: object, pattern: str) -> str:
    """Return ``Did you mean x? `` with the nearest text of the form that a pattern asks for, "" for none.

    Examples
    --------
    >>> form_hint("KK Park", "^[a-z0-9]+(-[a-z0-9]+)*$")
    'Did you mean kk-park? '
    """
    if not isinstance(value, str) or len(value) > 100:
        return ""
    plain = " ".join(value.split())
    for meant in (plain, plain.casefold(), _NO_SLUG.sub("-", plain.casefold()).strip("-")):
        if meant != value and meant.isprintable() and ecma_pattern(pattern).search(meant):
            return f"Did you mean {meant}? "
    return ""


def position_hint(value: object) -> str:
    """Return how to write a position that was given as text, "" where it is none.

    Longitude is the larger of the two wherever something of ours can stand.

    Examples
    --------
    >>> position_hint("16.63, 98.52")
    'Write [98.52, 16.63].'
    """
    texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    if len(texts) > 3 or not all(isinstance(text, str) and len(text) <= 60 for text in texts):
        return ""
    found = _DEGREES.findall(" ".join(texts))
    if len(found) != 2:
        return ""
    latitude, longitude = sorted(found, key=float)
    return f"Write [{longitude}, {latitude}]."
