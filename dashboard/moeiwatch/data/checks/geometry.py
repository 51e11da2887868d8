"""Rules on geometry: its shape, its range, the order of its rings, lines that cross themselves."""

import math
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any

from moeiwatch.data.checks.hints import position_hint
from moeiwatch.data.checks.walk import check_records
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import Problem, shorten

Frame = tuple[float, float, float, float]
"""West, south, east, north in degrees (``x-frame`` of common.json): what lies outside is a mistake."""

_NESTING = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}


def check_geometries(contents: Contents) -> list[Problem]:
    """Report every geometry that cannot be drawn, or that lies where nothing of ours can lie."""
    collections = [*contents.layers, *contents.base.values()]
    return check_records(collections, partial(check_geometry, frame=contents.frame))


def check_geometry(collection: Collection, record: Record, *, frame: Frame) -> list[Problem]:
    """Report what is wrong with one record's geometry, at most one problem of each kind."""
    if not isinstance(record.value, dict) or "geometry" not in record.value:
        return []
    geometry, schema = record.geometry, collection.schema
    if geometry is None:
        if schema is None or schema.nullable:
            return []
        message = "the place is missing (the geometry is null)"
        remedy = f"Every record of this layer is a {schema.geometry}: give its coordinates."
        return [collection.problem(record, "geometry", message, remedy=remedy)]
    fault = shape_fault(geometry)
    if fault is None and schema is not None and schema.geometry != geometry["type"]:
        fault = (
            f"the geometry is a {geometry['type']}",
            f"This layer holds geometries of type {schema.geometry}.",
        )
    if fault is None:
        fault = _range_fault(geometry, frame) or _line_fault(geometry)
    if fault:
        return [collection.problem(record, "geometry", fault[0], remedy=fault[1])]
    if geometry["type"] in ("Polygon", "MultiPolygon"):
        faults = _polygon_faults(geometry)
        return [collection.problem(record, "geometry", what, remedy=remedy) for what, remedy in faults]
    return []


def positions_of(geometry: Any) -> Iterator[list]:
    """Yield the positions of a geometry whose shape is known to be right."""
    level = [geometry["coordinates"]]
    for _ in range(_NESTING[geometry["type"]]):
        level = [inner for outer in level for inner in outer]
    yield from level


def shape_fault(geometry: Any) -> tuple[str, str] | None:
    kinds = ", ".join(_NESTING)
    if not isinstance(geometry, dict):
        return f"the geometry is {shorten(geometry)}", "Write an object with type and coordinates, or null."
    kind = geometry.get("type")
    if not isinstance(kind, str) or kind not in _NESTING:
        return f"{shorten(kind)} is no type of geometry used here", f"Allowed are: {kinds}."
    level = [geometry.get("coordinates")]
    for _ in range(_NESTING[kind]):
        if not all(isinstance(part, list) and part for part in level):
            return f"the coordinates of the {kind} are not nested as they should be", _nesting_remedy(kind)
        level = [inner for outer in level for inner in outer]
    for position in level:
        if not (isinstance(position, list) and len(position) in (2, 3) and all(map(is_number, position))):
            remedy = position_hint(position) or _nesting_remedy(kind)
            return f"{shorten(position)} is not a position of the {kind}", remedy
        if len(position) == 3:
            return "a position has a height", "Write longitude and latitude only."
    if kind.endswith("LineString"):
        lines = [geometry["coordinates"]] if kind == "LineString" else geometry["coordinates"]
        if any(len(line) < 2 for line in lines):
            return "a line has fewer than two positions", "Give at least two."
    return None


def _nesting_remedy(kind: str) -> str:
    example = "[98.51667, 16.69083]"
    for _ in range(_NESTING[kind]):
        example = f"[{example}, ...]"
    return f"Write longitude and latitude as numbers: {example}."


def is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _range_fault(geometry: Any, frame: Frame) -> tuple[str, str] | None:
    west, south, east, north = frame
    for x, y in positions_of(geometry):
        if west <= x <= east and south <= y <= north:
            continue
        written = f"{shorten(x)}, {shorten(y)}"
        if west <= y <= east and south <= x <= north:
            remedy = f"Longitude comes first: [{shorten(y)}, {shorten(x)}]."
            return f"longitude and latitude are swapped ({written})", remedy
        remedy = f"Longitude lies between {west:g} and {east:g}, latitude between {south:g} and {north:g}."
        return f"the position {written} is out of range", remedy
    return None


def _line_fault(geometry: Any) -> tuple[str, str] | None:
    lines = {"LineString": [geometry["coordinates"]], "MultiLineString": geometry["coordinates"]}
    if any(all(position == line[0] for position in line) for line in lines.get(geometry["type"], [])):
        return (
            "a line has no length: all its positions are the same",
            "Give at least two places along the line.",
        )
    return None


def _polygon_faults(geometry: Any) -> Iterator[tuple[str, str]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    if any(len(ring) < 4 or ring[0] != ring[-1] for polygon in polygons for ring in polygon):
        yield "a ring is not closed", "A ring has at least four positions, and the last one equals the first."
        return
    if any(
        (signed_area(ring) > 0) != (place == 0) for polygon in polygons for place, ring in enumerate(polygon)
    ):
        remedy = (
            "Outer rings run anticlockwise, holes clockwise (RFC 7946): python dashboard format turns them."
        )
        yield "the ring order is wrong", remedy
    from shapely.geometry import shape
    from shapely.validation import explain_validity

    reason = explain_validity(shape(geometry))
    if reason != "Valid Geometry":
        what = reason.partition("[")
        where = f" at {what[2].rstrip(']')}" if what[2] else ""
        if what[0].strip() in ("Self-intersection", "Ring Self-intersection"):
            yield f"the polygon crosses itself{where}", "Move or remove the vertices around that point."
        else:
            yield (
                f"the polygon is not valid: {what[0].strip().lower()}{where}",
                "Draw it anew around that point.",
            )


def signed_area(ring: list) -> float:
    """Return the area inside a closed ring in square degrees: above 0 if it runs anticlockwise."""
    x0, y0 = ring[0]
    corners = [(x - x0, y - y0) for x, y in ring]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(corners)) / 2
