"""Records as rows of plain cells, the same for CSV and Excel."""

import geopandas as gpd
import pandas as pd
from shapely.geometry.base import BaseGeometry

from moeiwatch.data.derived import DERIVED
from moeiwatch.data.schema import LayerSchema
from moeiwatch.data.takeaway.cells import cell
from moeiwatch.data.takeaway.harm import select_publishable

SOURCE_COLUMNS = ("publisher", "title", "published", "url", "access", "kind", "language", "type", "note")
"""The columns of the publications that leave: not ``read_at``, since a copy is never linked."""

Rows = tuple[list[str], list[list]]
"""Names of the columns, and the rows of cells."""


def column_names(records: pd.DataFrame, *, schema: LayerSchema) -> list[str]:
    """Return the columns of a layer that are told: the record's own, then those worked out for a view."""
    names = (*schema.properties, *DERIVED.get(schema.name, ()))
    return [name for name in names if name in records and name != "id"]


def layer_rows(records: gpd.GeoDataFrame, *, schema: LayerSchema) -> Rows:
    """Return a layer as columns and rows: id, the columns of `column_names`, then the place.

    A point stands in ``longitude`` and ``latitude`` (degrees, WGS 84), a line in ``wkt``. Where no place is
    known these are empty.
    """
    publishable = select_publishable(records, schema=schema)
    names = column_names(publishable, schema=schema)
    is_line = schema.geometry == "LineString"
    places = ["wkt"] if is_line else ["longitude", "latitude"]
    rows = []
    columns = [publishable[name].tolist() for name in names]
    for number, (record, shape) in enumerate(zip(publishable.index, publishable.geometry, strict=True)):
        known = shape is not None and not shape.is_empty
        cells = [cell(column[number]) for column in columns]
        rows.append([cell(record), *cells, *(_place(shape, is_line) if known else [None] * len(places))])
    return ["id", *names, *places], rows


def source_rows(sources: pd.DataFrame) -> Rows:
    """Return publications as columns and rows."""
    names = [name for name in SOURCE_COLUMNS if name in sources]
    columns = [sources[name].tolist() for name in names]
    rows = [
        [cell(record), *[cell(column[number]) for column in columns]]
        for number, record in enumerate(sources.index)
    ]
    return ["id", *names], rows


def frame_rows(table: pd.DataFrame) -> Rows:
    """Return any plain table as columns and rows, without its index."""
    columns = [table[name].tolist() for name in table.columns]
    rows = [list(map(cell, row)) for row in zip(*columns, strict=True)] if len(table) else []
    return [str(name) for name in table.columns], rows


def used_sources(layers: dict[str, pd.DataFrame], sources: pd.DataFrame) -> pd.DataFrame:
    """Return the publications on which the records of these layers rest, in their order."""
    used = {
        source
        for records in layers.values()
        if "sources" in records
        for ids in records["sources"]
        if isinstance(ids, list)
        for source in ids
    }
    return sources[sources.index.isin(used)]


def _place(shape: BaseGeometry, is_line: bool) -> list[str | float]:
    return [shape.wkt] if is_line else [shape.x, shape.y]
