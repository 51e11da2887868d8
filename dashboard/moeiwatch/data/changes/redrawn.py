"""How a line or an area was redrawn, in words: how far it moved, and what became of its length or size."""

import math
from typing import Any

from moeiwatch.data.changes.places import spell_distance
from moeiwatch.data.checks.border import METRES
from moeiwatch.data.checks.geometry import positions_of

_MOST_POSITIONS = 3_000
"""Of lines with more positions the farthest move is not looked for: it takes the square of their number."""

_NOT_MOVED = "moved by less than a metre"

_KINDS = {
    "Point": "point",
    "LineString": "line",
    "MultiLineString": "line",
    "Polygon": "area",
    "MultiPolygon": "area",
}


def redrawn_phrase(before: Any, after: Any) -> str:
    """Return what a sentence says of two lines or areas that differ; both are of right shape.

    Distances are measured on EPSG:32647, between each position of one and the nearest place on the other.
    """
    kinds = [_KINDS.get(geometry["type"], "shape") for geometry in (before, after)]
    if kinds[0] != kinds[1]:
        return f"drawn as {_article(kinds[1])}, no longer as {_article(kinds[0])}"
    kind = kinds[0]
    if (
        before["type"] == after["type"] == "LineString"
        and before["coordinates"] == after["coordinates"][::-1]
    ):
        return "line turned round: the same course, from its other end"
    said = _measured(kind, before, after)
    if said == [_NOT_MOVED]:
        counts = [sum(1 for _ in positions_of(geometry)) for geometry in (before, after)]
        said.append(f"{counts[0]:,} -> {counts[1]:,} positions")
    return f"{kind} redrawn: {', '.join(said)}" if said else f"{kind} redrawn"


def _measured(kind: str, before: Any, after: Any) -> list[str]:
    """Return how far a shape moved and what became of its size, as far as it can be measured."""
    import geopandas
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        shapes = geopandas.GeoSeries([shape(before), shape(after)], crs="EPSG:4326").to_crs(METRES)
        outlines = shapes.boundary if kind == "area" else shapes
        few = sum(1 for geometry in (before, after) for _ in positions_of(geometry)) <= _MOST_POSITIONS
        metres = outlines.iloc[0].hausdorff_distance(outlines.iloc[1]) if few else math.nan
        sizes = list(shapes.area / 1e6 if kind == "area" else shapes.length / 1e3)
    except (ValueError, TypeError, ShapelyError):
        return []
    said = []
    if math.isfinite(metres):
        said.append(f"moved by at most {spell_distance(metres)}" if metres >= 1 else _NOT_MOVED)
    if kind == "shape" or not all(map(math.isfinite, sizes)):
        return said
    was, now = (f"{size:,.0f}" if size >= 1000 else f"{size:.3g}" for size in sizes)
    unit, what = ("km²", "size") if kind == "area" else ("km", "length")
    return said if was == now else [*said, f"{what} {was} -> {now} {unit}"]


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
