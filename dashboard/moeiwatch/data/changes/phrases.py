"""What a sentence says of one value that changed."""

from typing import Any

from moeiwatch.data.changes.excerpts import excerpts
from moeiwatch.data.changes.listed import list_phrase
from moeiwatch.data.changes.values import ABSENT, differ
from moeiwatch.data.changes.wording import Names, say_number, say_value, unit_of, visible
from moeiwatch.data.country_names import country_name
from moeiwatch.data.properties import Property, inner_properties

LONG_TEXT = 60
"""Characters. Of a longer text a sentence shows the part that changed."""

_LONGEST_SIDE = 90
"""Characters of each side of a long text that a sentence shows."""

_MOST_MEMBERS = 6
_RELATIONS = (" in", " of", " as", " with")
"""Titles that end so stand before what they lead to: "counted in", "possibly the same as"."""

_KINDS = {bool: "yes or no", int: "a number", float: "a number", str: "a text", list: "a list"}


def value_phrase(title: str, old: Any, new: Any, prop: Property | None, names: Names) -> str:
    """Return what a sentence says of a value that changed; `ABSENT` stands for none.

    Parameters
    ----------
    title : the property, as it stands inside a sentence.
    """
    given = [value for value in (old, new) if value is not ABSENT]
    if all(isinstance(value, list) for value in given):
        lists = ([] if value is ABSENT else value for value in (old, new))
        return list_phrase(title, *lists, prop, names, members=members_phrase)
    if all(isinstance(value, dict) and "date-parts" not in value for value in given):
        objects = ({} if value is ABSENT else value for value in (old, new))
        said = members_phrase(*objects, prop, names)
        return f"{title}: {said}" if said else f"{title}: {'taken out' if new is ABSENT else 'added'}, empty"
    related = prop is not None and prop.references and title.endswith(_RELATIONS)
    if old is ABSENT or new is ABSENT:
        value = _shown(given[0], prop, names)
        if related:
            return f"{'no longer' if new is ABSENT else 'now'} {title} {value}"
        if new is ABSENT:
            return f"{title} taken out (was {value})"
        return f"{title} added: {value}" if value.startswith("'") else f"{title} set to {value}"
    return f"{title} {_sides(old, new, prop, names)}"


def members_phrase(old: dict, new: dict, prop: Property | None, names: Names) -> str:
    """Return how the members of an object changed, the first few of them; "" where they mean the same."""
    inner = inner_properties(prop) if prop is not None else {}
    known = [name for name in inner if name in old or name in new]
    changed = [
        name
        for name in dict.fromkeys([*known, *old, *new])
        if differ(old.get(name, ABSENT), new.get(name, ABSENT))
    ]
    said = [
        _member(name, old.get(name, ABSENT), new.get(name, ABSENT), inner.get(name), names)
        for name in changed[:_MOST_MEMBERS]
    ]
    more = f" and {len(changed) - _MOST_MEMBERS} more" if len(changed) > _MOST_MEMBERS else ""
    return f"{', '.join(said)}{more}"


def _member(name: str, old: Any, new: Any, prop: Property | None, names: Names) -> str:
    """Return what is said of one member, by its title; what no schema tells of may be a country's code."""
    title = visible(country_name(name), limit=40) if prop is None else prop.title.lower()
    if old is ABSENT or new is ABSENT:
        value, what = (new, "added") if old is ABSENT else (old, "taken out")
        return f"{title} {_shown(value, prop, names)} {what}"
    return f"{title} {_sides(old, new, prop, names)}"


def _sides(old: Any, new: Any, prop: Property | None, names: Names) -> str:
    """Return ``before -> after``: a unit is said once, of long texts what differs is shown."""
    if isinstance(old, str) and isinstance(new, str):
        if max(len(old), len(new)) > LONG_TEXT and not (prop and (prop.terms or prop.references)):
            was, now = excerpts(old, new, limit=_LONGEST_SIDE)
            return f"'{visible(was)}' -> '{visible(now)}'"
    elif all(isinstance(v, int | float) and not isinstance(v, bool) for v in (old, new)):
        return f"{say_number(old, prop)} -> {say_number(new, prop)} {unit_of(new, prop)}".rstrip()
    was, now = (_shown(value, prop, names) for value in (old, new))
    if was == now:
        was, now = (f"{words} ({_KINDS.get(type(v), 'other')})" for words, v in ((was, old), (now, new)))
    return f"{was} -> {now}"


def _shown(value: Any, prop: Property | None, names: Names) -> str:
    """Return a value in words, a long text in quotes and cut."""
    if isinstance(value, str) and len(value) > LONG_TEXT and not (prop and (prop.terms or prop.references)):
        return f"'{visible(value, limit=_LONGEST_SIDE)}'"
    limit = None if isinstance(value, str) else _LONGEST_SIDE
    return visible(say_value(value, prop, names=names), limit=limit)
