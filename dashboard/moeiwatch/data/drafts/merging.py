"""Two descriptions of one publication made into one: nothing that stands is overwritten, nothing is lost."""

from collections.abc import Mapping
from typing import Any

from moeiwatch.data.changes.values import meaning
from moeiwatch.data.problems import shorten


def merge_publication(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the old record with what only the new one knows, and what was taken or not taken, to be told.

    Examples
    --------
    >>> merge_publication({"id": "a", "title": "T"}, {"title": "t", "language": "en"})
    ({'id': 'a', 'title': 'T', 'language': 'en'}, ['added language "en"', 'kept title "T", not "t"'])
    """
    merged = dict(old)
    taken, kept = [], []
    is_copy = _custom(old).get("access") == "copy"
    for name, value in new.items():
        if name == "custom":
            continue
        if name not in merged and not (name == "URL" and is_copy):
            merged[name] = value
            taken.append(f"added {name} {shorten(value, limit=60)}")
        elif name == "issued" and _is_finer(merged.get(name), value):
            merged[name] = value
            taken.append("took the more exact date of publication")
        elif name != "type" and name in merged and meaning(merged[name]) != meaning(value):
            kept.append(f"kept {name} {shorten(merged[name], limit=60)}, not {shorten(value, limit=60)}")
    return merged, taken + kept


def _is_finer(old: Any, new: Any) -> bool:
    """Return True if a date says the same as another one and more: 2025-02-12 after 2025-02."""
    parts = [_parts(value) for value in (old, new)]
    return None not in parts and len(parts[1]) > len(parts[0]) and parts[1][: len(parts[0])] == parts[0]


def _parts(value: Any) -> list | None:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    return parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else None


def _custom(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return item["custom"] if isinstance(item.get("custom"), dict) else {}
