"""The geometry under the symbols, made small enough for a page: simplified, rounded, and as steps."""

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from moeiwatch.mappage.ground_border import meet, without

FINE_DEGREES = 0.0001
"""About 11 m: the border and the river, whose own accuracy is 100 m (geodata/README.md)."""

COARSE_DEGREES = 0.003
"""About 330 m: coasts and neighbours, which are drawn at small scale only."""

DISTRICT_DEGREES = 0.0006
"""About 65 m: districts and townships, accurate to 400 m at best."""

FINE_DECIMALS = 5
COARSE_DECIMALS = 3


def land(countries: gpd.GeoDataFrame, *, left_out: frozenset = frozenset()) -> list[dict]:
    """Return all land as one coarse shape ``land`` and Myanmar, with the fine border, as ``MM`` above it.

    The border is drawn once, as the edge of Myanmar: two polygons that meet would show a seam.

    Parameters
    ----------
    left_out : positions that the border as it is drawn leaves out.
    """
    whole = shapely.union_all(shapely.make_valid(countries.geometry.to_numpy()))
    shapes = [_shape("land", whole.simplify(COARSE_DEGREES), decimals=COARSE_DECIMALS)]
    myanmar = countries[countries["country"] == "MM"]
    if len(myanmar):
        shapes.append(_shape("MM", without(myanmar.geometry.iloc[0], left_out).simplify(FINE_DEGREES)))
    return shapes


def neighbours(countries: gpd.GeoDataFrame) -> list[dict]:
    """Return the land borders between countries other than that of Myanmar and Thailand, coarse."""
    lines = []
    edges = {row.country: row.geometry.boundary for row in countries.itertuples()}
    codes = sorted(edges)
    for number, one in enumerate(codes):
        for other in codes[number + 1 :]:
            if {one, other} != {"MM", "TH"}:
                shared = shapely.line_merge(edges[one].intersection(edges[other]))
                if shared.length > 0:
                    lines.append(
                        _shape(f"{one}-{other}", shared.simplify(COARSE_DEGREES), decimals=COARSE_DECIMALS)
                    )
    return lines


def border(fine: gpd.GeoDataFrame | None, coarse: gpd.GeoDataFrame | None) -> list[dict]:
    """Return the border of Myanmar and Thailand in its segments, the coarse ones after the fine."""
    lines = [] if fine is None else [line.simplify(FINE_DEGREES) for line in fine.geometry]
    lines += [line.simplify(COARSE_DEGREES / 3) for line in meet(fine, coarse)[0]]
    return [_shape(f"border-{number}", line) for number, line in enumerate(lines)]


def districts(frame: gpd.GeoDataFrame, *, border_lines: gpd.GeoDataFrame | None) -> list[dict]:
    """Return the lines between districts, once each and without those along the border."""
    edges = shapely.union_all(frame.geometry.boundary.to_numpy())
    if border_lines is not None:
        edges = edges.difference(shapely.union_all(border_lines.geometry.to_numpy()).buffer(0.004))
    merged = shapely.line_merge(edges) if edges.geom_type == "MultiLineString" else edges
    return [_shape("districts", merged.simplify(DISTRICT_DEGREES), decimals=4)]


def river(reaches: gpd.GeoDataFrame) -> list[dict]:
    """Return the reaches of the river that have a line, by their id."""
    placed = reaches[reaches.geometry.notna()]
    return [
        _shape(str(reach), line.simplify(FINE_DEGREES))
        for reach, line in zip(placed.index, placed.geometry, strict=True)
    ]


def towns(base: dict[str, pd.DataFrame]) -> list[dict]:
    """Return places to name on the map: cities, towns and villages, those with more people first.

    Each has id (that of its gazetteer, as a slug), name, local name where known, others (names in further
    scripts and spellings), country, kind (city, town, village, tambon_label, airport), lon, lat and
    population (0 where not known). Label points of subdistricts are for the search, not for the map.
    """
    found = []
    for name, fallback in (("cities", "city"), ("places", "village")):
        frame = base.get(name)
        for index, row in (frame if frame is not None else pd.DataFrame()).iterrows():
            people = row.get("population")
            found.append(
                {
                    "id": _slug(
                        _text(row.get("place_id")) or (index if isinstance(index, str) else row["name"])
                    ),
                    "name": row["name"],
                    "local": _text(row.get("name_local")),
                    "others": _texts(row.get("names_other")),
                    "country": _text(row.get("country")),
                    "kind": _text(row.get("kind")) or fallback,
                    "lon": round(row.geometry.x, FINE_DECIMALS),
                    "lat": round(row.geometry.y, FINE_DECIMALS),
                    "population": int(people) if people is not None and people == people else 0,
                }
            )
    rank = {"city": 0, "town": 1, "airport": 2, "village": 3}
    seen: dict[tuple[str, float, float], dict] = {}
    for place in sorted(found, key=lambda p: (rank.get(p["kind"], 4), -p["population"], p["name"])):
        seen.setdefault((place["name"], round(place["lon"], 1), round(place["lat"], 1)), place)
    return list(seen.values())


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _shape(name: str, geometry: BaseGeometry, *, decimals: int = FINE_DECIMALS) -> dict:
    """Return a geometry as steps: whole numbers of 1 / scale of a degree, a third of what a GeoJSON takes.

    Each line or ring is a flat list: longitude and latitude of its first position, then how far each next
    one lies from the one before it. Steps that are rounded away are left out.
    """
    scale = 10**decimals
    return {"id": name, "scale": scale, "lines": [_steps(line, scale) for line in _lines(geometry)]}


def _lines(geometry: BaseGeometry) -> list[BaseGeometry]:
    parts = shapely.get_parts(geometry)
    return [
        line
        for part in parts
        for line in (shapely.get_rings(part) if part.geom_type == "Polygon" else [part])
    ]


def _steps(line: BaseGeometry, scale: int) -> list[int]:
    positions = np.rint(shapely.get_coordinates(line) * scale).astype(int)
    steps = np.diff(positions, axis=0, prepend=[[0, 0]])
    moves = steps[:1].tolist() + [step for step in steps[1:].tolist() if step != [0, 0]]
    return [number for step in moves for number in step]
