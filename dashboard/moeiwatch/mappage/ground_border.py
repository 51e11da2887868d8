"""Where the coarse line of the border meets the fine one: two sources, up to 3 km from each other there."""

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

FARTHEST_DEGREES = 0.05
"""About 5 km: ends that lie farther from each other do not belong together."""


def meet(fine: gpd.GeoDataFrame | None, coarse: gpd.GeoDataFrame | None) -> tuple[list[LineString], set]:
    """Return the coarse lines as they go on from the ends of the fine ones, and what is left out of them.

    A coarse line begins at the fine one's end; its positions no farther from there than its own end was are
    left out. No position is made up: without this the border would jump sideways where the fine one ends.

    Returns
    -------
    The lines in their order, and positions ``(longitude, latitude)`` as in the data. An empty list without a
    coarse border; the lines as given without a fine one.
    """
    lines = [] if coarse is None else list(coarse.geometry)
    ends = (
        [] if fine is None else [end for line in fine.geometry for end in (line.coords[0], line.coords[-1])]
    )
    left_out: set = set()
    met = []
    for line in lines:
        for _ in range(2):  # one end, then the other
            line = LineString(_begin_at(list(line.coords), ends, left_out)[::-1])
        met.append(line)
    return met, left_out


def without(geometry: BaseGeometry, positions: set) -> BaseGeometry:
    """Return an area without some of the positions on its edge, so that it ends at the line beside it."""
    if not positions:
        return geometry

    def kept(ring: LineString) -> list:
        return [position for position in ring.coords if position not in positions]

    polygons = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon([Polygon(kept(p.exterior), [kept(r) for r in p.interiors]) for p in polygons])


def _begin_at(positions: list, ends: list, left_out: set) -> list:
    """Return a line that begins at the nearest of some ends, if one is near; adds to `left_out`."""
    if not ends:
        return positions
    away = np.hypot(*(np.array(ends) - positions[0]).T)
    gap, end = float(away.min()), ends[int(away.argmin())]
    if not 0 < gap <= FARTHEST_DEGREES:
        return positions
    first = next(
        (n for n, position in enumerate(positions) if np.hypot(*np.subtract(position, end)) > gap),
        len(positions),
    )
    left_out.update(positions[:first])
    return [end, *positions[first:]] if first < len(positions) else positions
