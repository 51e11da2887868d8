"""What changed in a schema, in sentences: its properties, its terms, what is required, which limits hold."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from moeiwatch.data.changes.phrases import value_phrase
from moeiwatch.data.changes.values import ABSENT, differ, meaning
from moeiwatch.data.changes.wording import join_items, say_value, visible

_AROUND = ("features", "actors", "properties")
"""Properties that hold the records and their facts: they are not told as part of a property's name."""

_MOST = 40
"""Sentences of one schema; how many more there are is said."""

_NAMED = 4


def is_schema(path: str) -> bool:
    """Return True if a file of the data, by its path in the data's folder, is a schema."""
    place = PurePosixPath(path)
    return place.parent.name == "schema" and place.suffix == ".json"


def schema_phrases(before: Any, after: Any) -> tuple[str, ...] | None:
    """Return what changed from one schema to another; () if they say the same, None if one is no object."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return None
    said = list(_changes(before, after, ()))
    if not said and meaning(before) != meaning(after):
        said = ["members in another form"]
    more = [f"and {len(said) - _MOST:,} more changes"] if len(said) > _MOST else []
    return tuple(said[:_MOST] + more)


def _changes(old: dict, new: dict, way: tuple[str, ...]) -> Iterator[str]:
    """Yield what changed between two schemas of one value, which is known by its way from the record."""
    for word in dict.fromkeys([*old, *new]):
        was, now = old.get(word, ABSENT), new.get(word, ABSENT)
        if not differ(was, now):
            continue
        if word in ("properties", "$defs") and _are(dict, was, now):
            yield from _inside(was, now, way, what="definition" if word == "$defs" else "property")
        elif word == "required" and _are(list, was, now):
            yield from _required(was, now, way)
        elif word in ("oneOf", "anyOf") and _are(list, was, now) and _terms(was) and _terms(now):
            yield from _term_changes(_terms(was), _terms(now), way)
        elif word == "items" and _are(dict, was, now):
            yield from _changes(was, now, way)
        else:
            yield _said(way, value_phrase(visible(word, limit=40), was, now, None, _no_name))


def _inside(old: dict, new: dict, way: tuple[str, ...], *, what: str) -> Iterator[str]:
    for name in dict.fromkeys([*old, *new]):
        shown = visible(name, limit=60)
        if name not in old or name not in new:
            yield _said(way, f"{what} {shown} {'added' if name in new else 'taken out'}")
        elif _are(dict, old[name], new[name]):
            yield from _changes(old[name], new[name], way if name in _AROUND else (*way, shown))
        elif differ(old[name], new[name]):
            yield _said(way, f"{what} {shown} changed")


def _required(old: list, new: list, way: tuple[str, ...]) -> Iterator[str]:
    for one, other, words in ((new, old, "now required"), (old, new, "no longer required")):
        found = [say_value(name, None) for name in one if name not in other]
        if found:
            more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
            yield _said(way, f"{join_items(found[:_NAMED])}{more} {words}")


def _term_changes(old: dict, new: dict, way: tuple[str, ...]) -> Iterator[str]:
    for name in dict.fromkeys([*old, *new]):
        if name not in old or name not in new:
            yield _said(way, f"term {name} {'added' if name in new else 'taken out'}")
        elif differ(old[name], new[name]):
            yield from _changes(old[name], new[name], (*way, f"term {name}"))
    if list(old) != list(new) and set(old) == set(new):
        yield _said(way, "terms in another order")


def _terms(choices: list) -> dict[str, dict]:
    """Return the terms by their value; {} where the choices are no list of terms."""
    terms = {
        visible(say_value(c["const"], None), limit=60): c
        for c in choices
        if isinstance(c, dict) and "const" in c
    }
    return terms if len(terms) == len(choices) else {}


def _are(kind: type, *values: Any) -> bool:
    return all(isinstance(value, kind) for value in values)


def _said(way: tuple[str, ...], words: str) -> str:
    return f"{', '.join(way)}: {words}" if way else words


def _no_name(layer: str, id_: str) -> str:
    """Stand for the names of records, of which a schema has none."""
    return ""
