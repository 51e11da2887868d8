"""Records as rows of plain cells, the same for CSV and Excel."""

from collections.abc import Iterator

import pandas as pd
from shapely.geometry.base import BaseGeometry

from moeiwatch.data.derived import DERIVED
from moeiwatch.data.properties import Property, inner_properties
from moeiwatch.data.schema import LayerSchema
from moeiwatch.data.takeaway.cells import cell
from moeiwatch.data.takeaway.harm import select_publishable

SOURCE_COLUMNS = ("publisher", "title", "published", "url", "access", "kind", "language", "type", "note")
"""The columns of the publications that leave: not ``read_at``, since a copy is never linked."""

_IN_CSL = {"published": "issued", "url": "URL"}

PLACES = {"": (), "Point": ("longitude", "latitude"), "LineString": ("wkt",)}
"""The columns that tell where a record is, by the geometry of its layer."""

Rows = tuple[list[str], list[list]]
"""Names of the columns, and the rows of cells."""


def column_names(records: pd.DataFrame, *, schema: LayerSchema) -> list[str]:
    """Return the columns of a layer that are told: the record's own, then those worked out for a view."""
    names = (*schema.properties, *DERIVED.get(schema.name, ()))
    return [name for name in names if name in records and name != "id"]


def layer_rows(records: pd.DataFrame, *, schema: LayerSchema) -> Rows:
    """Return a layer, or a table without places, as columns and rows: id, `column_names`, then the place.

    A point stands in ``longitude`` and ``latitude`` (degrees, WGS 84), a line in ``wkt``. Where no place is
    known these are empty. Publications have the columns of `source_rows`.
    """
    if schema.name == "sources":
        return source_rows(records)
    publishable = select_publishable(records, schema=schema)
    names = column_names(publishable, schema=schema)
    places = PLACES[schema.geometry]
    shapes = publishable.geometry if places else [None] * len(publishable)
    rows = []
    columns = [publishable[name].tolist() for name in names]
    for number, (record, shape) in enumerate(zip(publishable.index, shapes, strict=True)):
        known = shape is not None and not shape.is_empty
        cells = [cell(column[number]) for column in columns]
        rows.append([cell(record), *cells, *(_place(shape) if known else [None] * len(places))])
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


def source_properties(schema: LayerSchema) -> dict[str, Property]:
    """Return what the schema of the publications says of each column of `source_rows`."""
    known = {**schema.properties, **inner_properties(schema.properties["custom"])}
    return {name: known[_IN_CSL.get(name, name)] for name in SOURCE_COLUMNS}


def frame_rows(table: pd.DataFrame) -> Rows:
    """Return any plain table as columns and rows, without its index."""
    columns = [table[name].tolist() for name in table.columns]
    rows = [list(map(cell, row)) for row in zip(*columns, strict=True)] if len(table) else []
    return [str(name) for name in table.columns], rows


def used_sources(layers: dict[str, pd.DataFrame], sources: pd.DataFrame) -> pd.DataFrame:
    """Return the publications on which the records of these layers rest, in their order.

    Those of a part of a record, such as one sanction of several, are among them.
    """
    used = {
        source
        for records in layers.values()
        for name in records.columns
        for value in records[name]
        if isinstance(value, list)
        for source in _stated(name, value)
    }
    return sources[sources.index.isin(used)]


def _stated(name: str, values: list) -> Iterator[str]:
    if name == "sources":
        yield from values
    for part in values:
        if isinstance(part, dict):
            yield from part.get("sources") or ()


def _place(shape: BaseGeometry) -> list[str | float]:
    return [shape.wkt] if shape.geom_type == "LineString" else [shape.x, shape.y]
