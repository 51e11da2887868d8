"""Small frames in the form in which the data floor hands them out."""

import geopandas as gpd
import pandas as pd
from shapely import LineString, Point


def frame(rows: dict[str, dict], columns: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return records by id; a property that a row does not name is missing."""
    made = pd.DataFrame.from_dict(rows, orient="index", dtype=object)
    made = made.reindex(columns=[*columns, *[name for name in made.columns if name not in columns]])
    made.index.name = "id"
    return made


def compounds(**rows: dict) -> gpd.GeoDataFrame:
    """Return compounds by id; each row may give `at` (longitude, latitude), by default on the river."""
    defaults = {"status": "active", "first_reported": "2022", "status_as_of": "2025-03", "precision_m": 0.0}
    made = {name: {**defaults, **row} for name, row in rows.items()}
    points = [Point(*row.pop("at", (98.5, 16.5))) for row in made.values()]
    return gpd.GeoDataFrame(frame(made), geometry=points, crs=4326)


def reaches(count: int = 3, *, lon: float = 98.5, lat: float = 16.5) -> gpd.GeoDataFrame:
    """Return reaches r1, r2 ... of 0.05 degrees in a straight line to the north."""
    lines = [LineString([(lon, lat + 0.05 * i), (lon, lat + 0.05 * (i + 1))]) for i in range(count)]
    index = pd.Index([f"r{i + 1}" for i in range(count)], name="id")
    return gpd.GeoDataFrame({"river": ["Moei"] * count}, geometry=lines, index=index, crs=4326)


RUNOFF = [402, 277, 237, 202, 305, 533, 1001, 1836, 1834, 1293, 779, 536]
RAIN = [6.4, 6.0, 16.8, 63.2, 174.5, 190.5, 226.9, 239.3, 199.0, 114.5, 44.9, 10.4]


def hydrology(**rows: dict) -> pd.DataFrame:
    """Return hydrology records; without any, runoff and rain as in the data."""
    if not rows:
        rows = {
            "runoff": {"variable": "runoff_mcm", "months": RUNOFF, "sources": ["onwr"]},
            "rain": {"variable": "rainfall_mm", "months": RAIN, "sources": ["tmd"]},
        }
    return frame({name: {"name": name, "statistic": "mean", **row} for name, row in rows.items()})
