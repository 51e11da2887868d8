"""Distances on the map, in words."""

import math

_EARTH_M = 6_371_008.8
"""Metres: the mean radius of the earth (IUGG)."""


def distance_m(start: list, end: list) -> float:
    """Return the metres between two positions (longitude, latitude) on a sphere, good to half a percent."""
    (x1, y1), (x2, y2) = ([math.radians(float(value)) for value in p[:2]] for p in (start, end))
    half = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * _EARTH_M * math.asin(math.sqrt(min(1.0, max(0.0, half))))


def spell_distance(metres: float) -> str:
    """Return a distance as people write it: ``40 m``, ``850 m``, ``1.1 km``, ``320 km``."""
    if metres < 1:
        return "less than a metre"
    if metres < 1000:
        return f"{metres:.0f} m" if metres < 100 else f"{round(metres, -1):,.0f} m"
    return f"{metres / 1000:.1f} km" if metres < 100_000 else f"{metres / 1000:,.0f} km"
