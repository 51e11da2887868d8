"""How far a record moved on the map, in words."""

import math
from typing import Any

from moeiwatch.data.checks.geometry import positions_of, shape_fault

_EARTH_M = 6_371_008.8
"""Metres: the mean radius of the earth (IUGG)."""


def geometry_phrase(before: Any, after: Any) -> str:
    """Return what a sentence says of two geometries that differ.

    Examples
    --------
    >>> point = {"type": "Point", "coordinates": [98.5, 16.7]}
    >>> geometry_phrase(point, {"type": "Point", "coordinates": [98.5, 16.71]})
    'moved by 1.1 km'
    """
    if before is None:
        return f"put on the map{_at(after)}"
    if after is None:
        return "taken off the map"
    if shape_fault(before) is not None or shape_fault(after) is not None:
        return "geometry changed"
    old, new = before["type"], after["type"]
    if old != new:
        return f"geometry {old} -> {new}"
    if old != "Point":
        counts = [sum(1 for _ in positions_of(g)) for g in (before, after)]
        return f"redrawn ({counts[0]:,} -> {counts[1]:,} positions)"
    metres = distance_m(before["coordinates"], after["coordinates"])
    return f"moved by {spell_distance(metres)}"


def distance_m(start: list, end: list) -> float:
    """Return the metres between two positions (longitude, latitude) on a sphere, good to half a percent."""
    (x1, y1), (x2, y2) = ([math.radians(float(value)) for value in p[:2]] for p in (start, end))
    half = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * _EARTH_M * math.asin(math.sqrt(min(1.0, max(0.0, half))))


def spell_distance(metres: float) -> str:
    """Return a distance as people write it: ``40 m``, ``1.1 km``, ``320 km``."""
    if metres < 1:
        return "less than a metre"
    if metres < 1000:
        return f"{metres:.0f} m"
    return f"{metres / 1000:.1f} km" if metres < 100_000 else f"{metres / 1000:,.0f} km"


def _at(geometry: Any) -> str:
    if shape_fault(geometry) is not None or geometry["type"] != "Point":
        return ""
    longitude, latitude = geometry["coordinates"][:2]
    return f" at {longitude:.5g}, {latitude:.5g}"
