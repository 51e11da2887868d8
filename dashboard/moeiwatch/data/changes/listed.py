"""What a sentence says of a list that changed: what came and what went, by name."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from moeiwatch.data.changes.values import meaning
from moeiwatch.data.changes.wording import Names, join_items, say_value, visible
from moeiwatch.data.citations import MONTHS
from moeiwatch.data.plurals import plural
from moeiwatch.data.properties import Property, inner_properties

_MOST = 4
_MOST_SOURCES = 2
_LONGEST_ITEM = 110
"""Characters, so that the name of a record with its id is not cut."""

_LONGEST_SOURCE = 80

Members = Callable[[dict, dict, Property | None, Names], str]
"""Says how the members of an object changed."""


def list_phrase(
    title: str, old: list, new: list, prop: Property | None, names: Names, *, members: Members
) -> str:
    """Return what a sentence says of two lists that differ.

    Objects that tell of one thing (the same actor, the same authority) are one that changed, by its members.
    """
    olds, news = [meaning(item) for item in old], [meaning(item) for item in new]
    come, gone = _beyond(new, news, olds), _beyond(old, olds, news)
    if not come and not gone:
        same = f"{title} in another order"
        return same if len(old) > 1 else f"{title}: empty list {'added' if new == [] else 'taken out'}"
    if title == "months" and len(old) == len(new) == len(MONTHS):
        return _months_phrase(old, new)
    if title == "sources":
        return _sources_phrase(come, gone, names)
    pairs = _pairs(come, gone, prop)
    changed = [f"{_lead(now, prop, names)} ({members(was, now, prop, names)})" for was, now in pairs]
    come, gone = (
        [item for item in items if not any(item is one for pair in pairs for one in pair)]
        for items in (come, gone)
    )
    said = [join_items(changed)] if changed else []
    relation = prop is not None and prop.references and title.endswith((" as", " with", " of"))
    words = (("now", come), ("no longer", gone)) if relation else (("added", come), ("taken out", gone))
    for word, items in words:
        if items:
            listed = _items(items, prop, names)
            said.append(f"{word} {title} {listed}" if relation else f"{listed} {word}")
    return ", ".join(said) if relation else f"{title}: {', '.join(said)}"


def _items(items: list, prop: Property | None, names: Names) -> str:
    said = [_item_words(item, prop, names) for item in items[:_MOST]]
    return join_items(said) + (f" and {len(items) - _MOST} more" if len(items) > _MOST else "")


def _item_words(item: Any, prop: Property | None, names: Names) -> str:
    """Return one item in words: an object is known by its first member, the others stand behind it."""
    if not isinstance(item, dict):
        return visible(say_value(item, prop, names=names), limit=_LONGEST_ITEM)
    inner = inner_properties(prop) if prop is not None else {}
    lead = _first(item, inner)
    rest = []
    for name in [name for name in inner if name in item and name != lead]:
        value, title = item[name], inner[name].title.lower()
        if name == "sources" and isinstance(value, list):
            rest.append(plural(len(value), "source"))
        else:
            words = say_value(value, inner[name], names=names)
            rest.append(words if name == "note" else f"{title} {words}")
    if not lead:
        return visible(say_value(item, prop, names=names), limit=_LONGEST_ITEM)
    words = _lead(item, prop, names)
    return visible(f"{words} ({', '.join(rest)})" if rest else words, limit=2 * _LONGEST_ITEM)


def _lead(item: dict, prop: Property | None, names: Names) -> str:
    inner = inner_properties(prop) if prop is not None else {}
    name = _first(item, inner)
    return visible(say_value(item[name], inner[name], names=names), limit=_LONGEST_ITEM)


def _first(item: dict, inner: dict[str, Property]) -> str:
    """Return the member by which an object is known: the first one of the schema, "" where it lacks it."""
    name = next(iter(inner), "")
    return name if name in item else ""


def _pairs(come: list, gone: list, prop: Property | None) -> list[tuple[dict, dict]]:
    """Return the objects that stand in both lists with other members, the earlier one first."""
    inner = inner_properties(prop) if prop is not None else {}
    known = [
        [(meaning(i[n]), i) for i in items if isinstance(i, dict) and (n := _first(i, inner))]
        for items in (gone, come)
    ]
    counts = [Counter(key for key, _ in side) for side in known]
    late = dict(known[1])
    return [(was, late[key]) for key, was in known[0] if counts[0][key] == counts[1][key] == 1]


def _sources_phrase(come: list, gone: list, names: Names) -> str:
    said = []
    for items, word in ((come, "added"), (gone, "taken out")):
        if items:
            listed = [_source(item, names) for item in items[:_MOST_SOURCES]]
            more = f" and {len(items) - _MOST_SOURCES} more" if len(items) > _MOST_SOURCES else ""
            said.append(f"{plural(len(items), 'source')} {word} ({join_items(listed)}{more})")
    return ", ".join(said)


def _source(item: Any, names: Names) -> str:
    name = names("sources", item) if isinstance(item, str) else ""
    return visible(name or say_value(item, None), limit=_LONGEST_SOURCE)


def _months_phrase(old: list, new: list) -> str:
    changed = [
        f"{month} {say_value(was, None)} -> {say_value(now, None)}"
        for month, was, now in zip(MONTHS, old, new, strict=True)
        if meaning(was) != meaning(now)
    ]
    more = f" and {len(changed) - _MOST} more" if len(changed) > _MOST else ""
    return f"{len(changed)} of {len(MONTHS)} months changed: {', '.join(changed[:_MOST])}{more}"


def _beyond(items: list, meanings: list[str], others: list[str]) -> list:
    """Return the items that the other list does not hold, as often as they stand too often."""
    counts = Counter(others)
    found = []
    for item, text in zip(items, meanings, strict=True):
        counts[text] -= 1
        if counts[text] < 0:
            found.append(item)
    return found
