"""Small frames for the tests of downloads, in the form of `read_geodata`."""

from datetime import date

import geopandas as gpd
import pandas as pd
from moeiwatch.data.schema import LAYERS, read_schema
from moeiwatch.data.takeaway.about import About

ABOUT = About("1f0f3cbf895f", "from February 2025", date(2026, 11, 23), "https://example.org/?from=2025-02")
SCHEMAS = {layer: read_schema(layer) for layer in LAYERS}


def layer(name: str, **rows: dict) -> gpd.GeoDataFrame:
    """Return records in the form of `read_geodata`; `at` is the geometry."""
    shapes = [row.pop("at", None) for row in rows.values()]
    columns = [column for column in SCHEMAS[name].properties if column != "id"]
    values = [[row.get(column) for column in columns] for row in rows.values()]
    frame = gpd.GeoDataFrame(
        pd.DataFrame(values, columns=columns, dtype=object), geometry=shapes, crs="EPSG:4326"
    )
    frame.index = pd.Index(list(rows), name="id", dtype=object)
    for column in columns:
        if SCHEMAS[name].properties[column].type in ("number", "integer"):
            frame[column] = pd.to_numeric(frame[column]).astype(float)
    return frame


def sources() -> pd.DataFrame:
    rows = {
        "ap-2025": {"publisher": "AP", "title": "@Raid", "url": "https://ap.example/1", "access": "original"},
        "un-2025": {"publisher": "UN", "access": "copy", "read_at": "https://copy.example/2"},
        "unused": {"publisher": "No one", "access": "original"},
    }
    frame = pd.DataFrame.from_dict(rows, orient="index", dtype=object)
    return frame.astype(object).where(frame.notna(), None)
