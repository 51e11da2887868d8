"""How a record moved on the map, in words."""

from typing import Any

from moeiwatch.data.changes.places import distance_m, spell_distance
from moeiwatch.data.changes.redrawn import redrawn_phrase
from moeiwatch.data.checks.geometry import positions_of, shape_fault
from moeiwatch.data.plurals import plural


def geometry_phrase(before: Any, after: Any) -> str:
    """Return what a sentence says of two geometries that differ.

    Examples
    --------
    >>> point = {"type": "Point", "coordinates": [98.5, 16.7]}
    >>> geometry_phrase(point, {"type": "Point", "coordinates": [98.5, 16.71]})
    'position moved 1.1 km'
    >>> geometry_phrase(None, point), geometry_phrase(point, None)
    ('put on the map at 98.5, 16.7', 'taken off the map (was at 98.5, 16.7)')
    """
    if before is None:
        return "put on the map" + (f" at {at}" if (at := geometry_words(after)) else "")
    if after is None:
        return "taken off the map" + (f" (was at {at})" if (at := geometry_words(before)) else "")
    if shape_fault(before) is not None or shape_fault(after) is not None:
        return "place on the map changed"
    if before["type"] == after["type"] == "Point":
        return f"position moved {spell_distance(distance_m(before['coordinates'], after['coordinates']))}"
    return redrawn_phrase(before, after)


def geometry_words(geometry: Any) -> str:
    """Return a geometry for a table: the position of a point, how many positions a line has."""
    if geometry is None or shape_fault(geometry) is not None:
        return ""
    if geometry["type"] == "Point":
        longitude, latitude = geometry["coordinates"][:2]
        return f"{longitude:.8g}, {latitude:.8g}"
    return f"{geometry['type']}, {plural(sum(1 for _ in positions_of(geometry)), 'position')}"
