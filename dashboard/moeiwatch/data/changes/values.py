"""When two values mean the same: what a text says, not how it is written."""

import json
from typing import Any

from moeiwatch.data.canonical import canonical_geometry
from moeiwatch.data.composed import composed
from moeiwatch.data.contents import Record

ABSENT = object()
"""What stands for a property that a record does not have."""


def meaning(value: Any) -> str:
    """Return a text that is the same for values that mean the same.

    The order of members and the form of numbers and accents mean nothing; ``true`` is not ``1``, and a list
    is ordered.

    Examples
    --------
    >>> meaning({"b": 1.0, "a": 2}) == meaning({"a": 2, "b": 1})
    True
    >>> meaning([True]) == meaning([1])
    False
    """
    return json.dumps(_plain(value), sort_keys=True)


def geometry_meaning(geometry: Any) -> str:
    """Return the meaning of a geometry: to six decimals, whatever way round its rings were written."""
    return meaning(canonical_geometry(geometry))


def record_meaning(record: Record, *, is_layer: bool) -> str:
    """Return the meaning of a whole record, its id included."""
    if is_layer and isinstance(record.value, dict) and "geometry" in record.value:
        return meaning({**record.value, "geometry": canonical_geometry(record.geometry)})
    return meaning(record.value)


def content_meaning(record: Record, *, is_layer: bool) -> str:
    """Return the meaning of a record without its id, "" where it says nothing."""
    if not isinstance(record.value, dict) or not record.properties:
        return ""
    rest = {name: value for name, value in record.value.items() if name != "id"}
    if is_layer and "geometry" in rest:
        rest["geometry"] = canonical_geometry(record.geometry)
    return meaning(rest)


def differ(old: Any, new: Any) -> bool:
    """Return True if two values do not mean the same, or if only one of them is `ABSENT`."""
    if old is ABSENT or new is ABSENT:
        return old is not new
    return meaning(old) != meaning(new)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() else float(value)
    return composed(value) if isinstance(value, str) else value
