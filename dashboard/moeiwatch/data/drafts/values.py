"""Text as people write it in a cell or at a prompt, made into the value that the schema wants."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from moeiwatch.data.checks.nationalities import country_code
from moeiwatch.data.country_names import COUNTRIES, country_name
from moeiwatch.data.parsing import parse_json
from moeiwatch.data.properties import Property, inner_properties

_YES, _NO = ("true", "yes", "y", "1"), ("false", "no", "n", "0")
_WHOLE = re.compile(r"[+-]?[0-9]{1,15}|[+-]?[0-9]{1,3}(,[0-9]{3}){1,4}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?|[+-]?[0-9]{1,3}(,[0-9]{3}){1,4}(\.[0-9]{1,15})?")

_DATED = re.compile(r"\s[0-9]{4}(-[0-9]{2}){0,2}$")
_COUNTED = re.compile(r"(?P<name>[^0-9]+)(?P<number>[0-9,.]+)|(?P<first>[0-9,]+)(?P<last>[^0-9]+)")

Resolve = Callable[[str, str], str]
"""Returns the id that a text means in a layer: it may be an id, a name, an address; else the text itself."""


def parse_value(value: Any, prop: Property, *, resolve: Resolve) -> Any:
    """Return a value of the property's type; what is no text, and what does not fit, stays as it is.

    Lists are written with semicolons. A term may be given by its title, a reference by name or address.

    Raises
    ------
    ValueError
        If the text is no number, no yes or no, or no list as the property needs it, with an example.

    Examples
    --------
    >>> whole = Property("", "", "", "integer", {}, "", False, "", {})
    >>> parse_value("1,525", whole, resolve=lambda layer, text: text)
    1525
    """
    if not isinstance(value, str):
        if isinstance(value, list):
            return [_word(item, prop, resolve) if isinstance(item, str) else item for item in value]
        return value
    text = value.strip()
    if prop.type == "boolean":
        return _boolean(text)
    if prop.type in ("integer", "number"):
        return _number(text, whole=prop.type == "integer")
    if prop.type == "array":
        return _array(text, prop, resolve)
    if prop.type == "object":
        return _object(text, prop)
    return _word(text, prop, resolve)


def term_of(text: str, prop: Property) -> str:
    """Return the term that a text means, by itself or by its title; the text itself where it means none."""
    plain = text.strip().casefold()
    for term, words in prop.terms.items():
        if isinstance(term, str) and plain in (
            term.casefold(),
            words.title.casefold(),
            term.replace("_", " "),
        ):
            return term
    return text


def _word(text: str, prop: Property, resolve: Resolve) -> str:
    if prop.terms:
        return term_of(text, prop)
    return resolve(prop.references, text) if prop.references else text


def _boolean(text: str) -> bool:
    if text.casefold() in (*_YES, *_NO):
        return text.casefold() in _YES
    raise ValueError(f"{text[:40]!r} is neither yes nor no")


def _number(text: str, *, whole: bool) -> int | float:
    if _WHOLE.fullmatch(text):
        return int(text.replace(",", ""))
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", ""))
        return int(number) if number.is_integer() else number
    kind = "a whole number, such as 260" if whole else "a number, such as 3.5"
    raise ValueError(f"{text[:40]!r} is not {kind}; leave it out if it is not known")


def _array(text: str, prop: Property, resolve: Resolve) -> list:
    if text.startswith("["):
        return parse_value(_json(text), prop, resolve=resolve)
    parts = [part.strip() for part in text.split(";") if part.strip()]
    items = prop.schema.get("items", {})
    if isinstance(items, Mapping) and items.get("properties"):
        return [_small_object(part, prop, resolve) for part in parts]
    if isinstance(items, Mapping) and items.get("type") in (["number", "null"], "number"):
        return [None if part in ("-", "null") else _number(part, whole=False) for part in parts]
    return [_word(part, prop, resolve) for part in parts]


def _small_object(text: str, prop: Property, resolve: Resolve) -> dict:
    """Return an object of a list, written as its required members in their order: ``OFAC 2025-05-05``."""
    inner = inner_properties(prop)
    wanted = [name for name, one in inner.items() if one.required]
    if "date" in inner and _DATED.search(text):  # also where it is not needed
        wanted = list(dict.fromkeys([*wanted, "date"]))
    words = text.split(None, len(wanted) - 1) if len(wanted) > 1 else [text]
    if not wanted or len(words) != len(wanted):
        example = " ".join(wanted) or "[{...}]"
        raise ValueError(f"{text[:40]!r} is not written as {example!r}; several are parted by semicolons")
    return {name: _word(word, inner[name], resolve) for name, word in zip(wanted, words, strict=True)}


def _object(text: str, prop: Property) -> Any:
    if text.startswith("{"):
        return _json(text)
    if not isinstance(prop.schema.get("additionalProperties"), Mapping):
        raise ValueError(f"{text[:40]!r} is no object: write JSON, {{...}}")
    found = {}
    for part in (part.strip() for part in text.replace("\n", ";").split(";") if part.strip()):
        name, number = _counted(part)
        if name in found:
            raise ValueError(f"{part[:40]!r}: {country_name(name)} stands there twice")
        found[name] = _number(number, whole=True)
    return found


def _counted(part: str) -> tuple[str, str]:
    """Return the code of a country and the number of its people: ``Kenya 20``, ``KE: 20``, ``20 Kenya``."""
    found = _COUNTED.fullmatch(part)
    if found is None:
        raise ValueError(
            f"{part[:40]!r} is not written as 'Kenya 20' or 'ET 138'; several are parted by semicolons"
        )
    name, number = (found["name"], found["number"]) if found["name"] else (found["last"], found["first"])
    name = name.strip(" :=")
    if re.fullmatch("[A-Z]{2}", name):
        return name, number
    code = country_code(name)
    if not code:
        near = get_close_matches(
            name.casefold(), [one.casefold() for one in COUNTRIES.values()], n=1, cutoff=0.6
        )
        meant = next((one for one in COUNTRIES.values() if [one.casefold()] == near), "")
        nearest = f" (did you mean {meant}?)" if meant else ""
        raise ValueError(f"{name[:40]!r} is no country{nearest}: write its English name or its two letters")
    return code, number


def _json(text: str) -> Any:
    value, twice = parse_json(text)
    if twice:
        raise ValueError(f"the name {min(twice)[:40]!r} stands twice in it")
    return value
