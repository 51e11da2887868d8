"""One layer as a file: GeoJSON or CSV."""

import csv
import io
import json
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import mapping

from moeiwatch.data.schema import LayerSchema
from moeiwatch.data.takeaway.about import About, about_rows
from moeiwatch.data.takeaway.cells import defuse, is_missing
from moeiwatch.data.takeaway.harm import select_publishable
from moeiwatch.data.takeaway.tables import Rows, column_names, layer_rows

ABOUT_COLUMNS = ("data_version", "downloaded", "filters", "licence", "how_to_read")
"""Columns that end every row of a CSV, so that a row still says where it comes from once it is copied."""


def geojson_file(records: gpd.GeoDataFrame, *, schema: LayerSchema, about: About, held: int) -> bytes:
    """Return a layer as GeoJSON (RFC 7946) with a member ``about``; properties that are not known are absent.

    Parameters
    ----------
    held : how many records the data has of this layer, shown or not.
    """
    publishable = select_publishable(records, schema=schema)
    names = column_names(publishable, schema=schema)
    features = []
    columns = [publishable[name].tolist() for name in names]
    for number, (record, shape) in enumerate(zip(publishable.index, publishable.geometry, strict=True)):
        properties = {
            name: _plain(column[number])
            for name, column in zip(names, columns, strict=True)
            if not is_missing(column[number])
        }
        geometry = None if shape is None or shape.is_empty else mapping(shape)
        features.append({"type": "Feature", "id": record, "properties": properties, "geometry": geometry})
    counts = {schema.name: (len(features), held)}
    document = {
        "type": "FeatureCollection",
        "name": schema.name,
        "about": about_rows(about, layers=(schema.name,), counts=counts),
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def csv_file(records: pd.DataFrame, *, schema: LayerSchema, about: About, held: int) -> bytes:
    """Return a layer as CSV (RFC 4180, UTF-8 with a mark so that Excel reads Burmese, Thai and Chinese)."""
    names, rows = layer_rows(records, schema=schema)
    told = about_rows(about, layers=(schema.name,), counts={schema.name: (len(rows), held)})
    own = [defuse(told[name]) for name in ABOUT_COLUMNS]
    return csv_bytes(([*names, *ABOUT_COLUMNS], [[*row, *own] for row in rows]))


def csv_bytes(table: Rows) -> bytes:
    """Return columns and rows as CSV."""
    names, rows = table
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([["" if value is None else value for value in row] for row in rows])
    return text.getvalue().encode("utf-8-sig", "replace")


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
