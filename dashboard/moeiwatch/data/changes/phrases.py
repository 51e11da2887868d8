"""What a sentence says of one value that changed."""

from collections import Counter
from typing import Any

from moeiwatch.data.changes.values import ABSENT, differ, meaning
from moeiwatch.data.changes.wording import Lookup, say_value, visible
from moeiwatch.data.properties import Property

_LONG_TEXT = 60
"""Characters. A longer text is said to be changed; the table shows how."""


def value_phrase(
    title: str, old: Any, new: Any, before: str, after: str, prop: Property | None, lookup: Lookup
) -> str:
    """Return what a sentence says of a value that changed; `ABSENT` stands for none.

    Parameters
    ----------
    title : the property, as it stands inside a sentence.
    before, after : the values in words.
    """
    if old is not ABSENT and new is not ABSENT and isinstance(old, list) and isinstance(new, list):
        return _list_phrase(title, old, new, prop, lookup)
    if isinstance(old, list) or isinstance(new, list):
        gone, come = (value if isinstance(value, list) else [] for value in (old, new))
        rest = f", {title} {before or after}" if ABSENT not in (old, new) else ""
        return _list_phrase(title, gone, come, prop, lookup) + rest
    if isinstance(old, dict) and isinstance(new, dict) and "date-parts" not in new:
        return _members_phrase(title, old, new)
    if new is ABSENT:
        return f"{title} taken out" + (f" (was {before})" if len(before) <= _LONG_TEXT else "")
    if old is ABSENT:
        return f"{title} {after}" if len(after) <= _LONG_TEXT else f"{title} added"
    if max(len(before), len(after)) > _LONG_TEXT or before == after:
        return f"{title} changed"
    return f"{title} {before} -> {after}"


def _list_phrase(title: str, old: list, new: list, prop: Property | None, lookup: Lookup) -> str:
    olds, news = [meaning(item) for item in old], [meaning(item) for item in new]
    come, gone = _beyond(new, news, olds), _beyond(old, olds, news)
    if not come and not gone:
        return f"{title} in another order"
    if len(old) == len(new) == 12 and title == "months":
        return f"{sum(a != b for a, b in zip(olds, news, strict=True))} months changed"
    if title == "sources":
        parts = [(come, "added"), (gone, "taken out")]
        said = [f"{len(v)} source{'s' if len(v) > 1 else ''} {word}" for v, word in parts if v]
        return ", ".join(said)
    said = [
        f"{word} {say_value(v, prop, lookup=lookup)}" for v, word in ((come, "with"), (gone, "without")) if v
    ]
    if sum(map(len, said)) > 2 * _LONG_TEXT or any(isinstance(item, dict) for item in (*come, *gone)):
        said = [f"{len(v)} {word}" for v, word in ((come, "added"), (gone, "taken out")) if v]
    return f"{title} {', '.join(said)}"


def _members_phrase(title: str, old: dict, new: dict) -> str:
    names = [n for n in dict.fromkeys([*old, *new]) if differ(old.get(n, ABSENT), new.get(n, ABSENT))]
    said = [
        f"{visible(name, limit=30)} {_short(old.get(name, ABSENT))} -> {_short(new.get(name, ABSENT))}"
        for name in names[:4]
    ]
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return f"{title} {', '.join(said)}{more}"


def _short(value: Any) -> str:
    return "none" if value is ABSENT else visible(say_value(value, None), limit=40)


def _beyond(items: list, meanings: list[str], others: list[str]) -> list:
    """Return the items that the other list does not hold, as often as they stand too often."""
    counts = Counter(others)
    found = []
    for item, text in zip(items, meanings, strict=True):
        counts[text] -= 1
        if counts[text] < 0:
            found.append(item)
    return found
