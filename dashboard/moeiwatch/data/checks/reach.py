"""Rules on where a place can be at all: on land, and a crossing at the border."""

import numpy as np

from moeiwatch.data.checks.border import METRES, shapes_of
from moeiwatch.data.checks.geometry import check_geometry
from moeiwatch.data.checks.misplaced import point_of
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import Problem

NEAR_THE_BORDER_M = 5_000.0
"""Metres. A crossing may be given as the centre of its village; the farthest lies 1.4 km off."""

_ON_LAND_DEGREES = 0.03
"""About 3 km: coasts are drawn to 600 m, and points are cut to a kilometre."""


def check_land(contents: Contents) -> list[Problem]:
    """Report places in the sea: farther than 3 km from every country of ``base/countries``."""
    import shapely

    countries = _shapes(contents, "countries")
    own = ((layer, r) for layer in contents.layers for r in layer.records if _has_own_place(r))
    found = [(layer, record, point) for layer, record in own if (point := point_of(record))]
    if not countries or not found:
        return []
    x, y = np.array([point for *_, point in found], dtype=float).T
    on_land = np.zeros(len(found), dtype=bool)
    for country in countries:
        shapely.prepare(country)
        on_land |= shapely.contains_xy(country, x, y)
    west, south, east, north = contents.frame
    on_land |= ~((west <= x) & (x <= east) & (south <= y) & (y <= north))  # out of range: told already
    remedy = "Mend the coordinates: everything of this data stands on land."
    problems = []
    for place in np.flatnonzero(~on_land):
        layer, record, point = found[place]
        if min(country.distance(shapely.Point(point)) for country in countries) > _ON_LAND_DEGREES:
            problems.append(layer.problem(record, "geometry", "the point lies in the sea", remedy=remedy))
    return problems


def check_crossings(contents: Contents) -> list[Problem]:
    """Report crossings farther than 5 km from the border between Thailand and Myanmar."""
    crossings = contents.collections["crossings"]
    found = [(r, p) for r in crossings.records if (p := point_of(r)) and _is_in_frame(contents, crossings, r)]
    border = _shapes(contents, "border")
    if not found or not border:
        return []
    lines = border + _shapes(contents, "border_coarse")
    remedy = (
        f"A crossing stands within {NEAR_THE_BORDER_M / 1000:.0f} km of the border: mend the coordinates."
    )
    problems = []
    for (record, _), metres in zip(found, _distances_m([point for _, point in found], lines), strict=True):
        if metres > NEAR_THE_BORDER_M:
            message = f"the crossing stands {metres / 1000:,.0f} km from the border"
            problems.append(crossings.problem(record, "geometry", message, remedy=remedy))
    return problems


def _has_own_place(record: Record) -> bool:
    """Return False for an event at its compound: of that the compound itself is told."""
    return "compound" not in record.properties or "location_basis" in record.properties


def _distances_m(points: list[tuple[float, float]], lines: list) -> np.ndarray:
    """Return for each point the metres to the nearest line, measured in UTM zone 47N."""
    import shapely
    from pyproj import Transformer

    project = Transformer.from_crs("EPSG:4326", METRES, always_xy=True).transform
    border = shapely.transform(shapely.union_all(lines), project, interleaved=False)
    return shapely.distance(border, shapely.points(*project(*np.array(points, dtype=float).T)))


def _is_in_frame(contents: Contents, layer: Collection, record: Record) -> bool:
    return not check_geometry(layer, record, frame=contents.frame)


def _shapes(contents: Contents, name: str) -> list:
    """Return the shapes of a layer of ``base/``; [] if one of them is missing or cannot be drawn."""
    shapes = [shape for _, shape in shapes_of(contents, name)]
    return [] if None in shapes else shapes
