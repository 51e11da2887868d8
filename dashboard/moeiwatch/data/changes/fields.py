"""What changed inside one record: property by property, each with the words for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from moeiwatch.data.changes.amounts import AMOUNTS, amount_phrase
from moeiwatch.data.changes.excerpts import excerpts
from moeiwatch.data.changes.moving import geometry_phrase, geometry_words
from moeiwatch.data.changes.phrases import value_phrase
from moeiwatch.data.changes.values import ABSENT, differ, geometry_meaning, meaning, record_meaning
from moeiwatch.data.changes.wording import LONGEST_VALUE, Names, lower_first, say_value, visible
from moeiwatch.data.contents import Record
from moeiwatch.data.properties import Property, inner_properties

_WHOLE = ("withdrawn", "issued")
"""Objects that are told as one thing, not member by member."""


@dataclass(frozen=True)
class FieldChange:
    """One property that changed.

    Attributes
    ----------
    name : the property, with the way inside it (``custom.kind``); ``geometry``; ``id``.
    title : the same for people.
    before, after : its values, `ABSENT` where it had none.
    before_text, after_text : these in words, "" where it had none; of long texts the part that changed.
    phrase : what a sentence says of it; "" where that of another property says it as well.
    """

    name: str
    title: str
    before: Any
    after: Any
    before_text: str
    after_text: str
    phrase: str


def field_changes(
    before: Record, after: Record, *, is_layer: bool, properties: Mapping[str, Property], names: Names
) -> list[FieldChange]:
    """Return what differs between two records, in the order of the schema; [] if they mean the same."""
    if repr(before.value) == repr(after.value):  # most records, and far cheaper to see than what they mean
        return []
    if not isinstance(before.value, dict) or not isinstance(after.value, dict):
        same = meaning(before.value) == meaning(after.value)
        return [] if same else [_change("record", "record", before.value, after.value, None, names)]
    if record_meaning(before, is_layer=is_layer) == record_meaning(after, is_layer=is_layer):
        return []
    changes = []
    if before.id != after.id:
        changes.append(_id_change(before.value.get("id", ABSENT), after.value.get("id", ABSENT)))
    found = list(_inside(before.properties, after.properties, properties, "", names))
    changes += _with_amounts(found, before.properties, after.properties, properties)
    if not is_layer:
        return changes
    old, new = (record.value.get("geometry", ABSENT) for record in (before, after))
    if differ(old, new) and geometry_meaning(_null(old)) != geometry_meaning(_null(new)):
        texts = [geometry_words(_null(value)) for value in (old, new)]
        phrase = geometry_phrase(_null(old), _null(new))
        changes.append(FieldChange("geometry", "place on the map", old, new, *texts, phrase))
    for name in dict.fromkeys([*before.value, *after.value]):
        old, new = (record.value.get(name, ABSENT) for record in (before, after))
        read = name in ("id", "geometry") or (name == "properties" and _both_objects(old, new))
        if not read and differ(old, new):
            changes.append(_change(name, f"member {visible(name, limit=60)}", old, new, None, names))
    return changes


def _inside(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    properties: Mapping[str, Property],
    way: str,
    names: Names,
) -> Iterator[FieldChange]:
    known = [name for name in properties if name != "id" and (name in before or name in after)]
    for name in dict.fromkeys([*known, *before, *after]):
        old, new = before.get(name, ABSENT), after.get(name, ABSENT)
        if (name == "id" and not way) or not differ(old, new):
            continue
        prop = properties.get(name)
        inner = inner_properties(prop) if prop is not None and prop.type == "object" else {}
        if inner and name not in _WHOLE and _both_objects(old, new):
            yield from _inside(old, new, inner, f"{way}{name}.", names)
            continue
        title = lower_first(prop.title) if prop is not None and prop.title else visible(name, limit=60)
        yield _change(f"{way}{name}", title, old, new, prop, names)


def _change(name: str, title: str, old: Any, new: Any, prop: Property | None, names: Names) -> FieldChange:
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > LONGEST_VALUE:
        before, after = map(visible, excerpts(old, new, limit=LONGEST_VALUE))
    else:
        before, after = ("" if v is ABSENT else say_value(v, prop, names=names) for v in (old, new))
    return FieldChange(name, title, old, new, before, after, value_phrase(title, old, new, prop, names))


def _with_amounts(
    changes: list[FieldChange],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    properties: Mapping[str, Property],
) -> list[FieldChange]:
    """Return the changes, properties that are one amount told in the phrase of the first of them."""
    for group in AMOUNTS:
        places = [number for number, change in enumerate(changes) if change.name in group]
        if places and (phrase := amount_phrase(group, before, after, properties)):
            for number in places:
                changes[number] = replace(changes[number], phrase=phrase if number == places[0] else "")
    return changes


def _id_change(old: Any, new: Any) -> FieldChange:
    before, after = ("" if v is ABSENT else say_value(v, None) for v in (old, new))
    phrase = f"id {before or 'missing'} -> {after or 'missing'} (ids are promises: they never change)"
    return FieldChange("id", "id", old, new, before, after, phrase)


def _both_objects(old: Any, new: Any) -> bool:
    return isinstance(old, dict) and isinstance(new, dict)


def _null(value: Any) -> Any:
    return None if value is ABSENT else value
