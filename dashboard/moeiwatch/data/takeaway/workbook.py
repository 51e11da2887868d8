"""Records as an Excel workbook: what it is, a sheet a layer, the publications, the meaning of the columns."""

import io

import geopandas as gpd
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from moeiwatch.data.derived import DERIVED
from moeiwatch.data.schema import LayerSchema
from moeiwatch.data.takeaway.about import About, about_rows
from moeiwatch.data.takeaway.cells import cell, shortened
from moeiwatch.data.takeaway.tables import (
    Rows,
    frame_rows,
    layer_rows,
    source_properties,
    source_rows,
    used_sources,
)

_WIDTHS = {"summary": 80, "finding": 80, "note": 40, "name": 30, "title": 60, "meaning": 100, "words": 110}


def excel_file(
    layers: dict[str, gpd.GeoDataFrame],
    *,
    schemas: dict[str, LayerSchema],
    sources: pd.DataFrame,
    about: About,
    held: dict[str, int],
    tables: dict[str, pd.DataFrame] | None = None,
) -> bytes:
    """Return layers as one workbook (.xlsx).

    All texts are written as texts, never as formulas, and defused besides (see `cells.defuse`).

    Parameters
    ----------
    held : how many records the data has of each layer, shown or not.
    tables : further sheets by name, such as the crossing risk by reach and month.
    """
    book = Workbook(write_only=True)
    counts = {name: (len(records), held[name]) for name, records in layers.items()}
    used = used_sources(layers, sources)
    held_words = {"sources": (len(used), len(sources)), **counts}
    told = about_rows(about, layers=tuple(dict.fromkeys([*layers, "sources"])), counts=held_words)
    _add_sheet(book, "about", (["what", "words"], [[name, cell(words)] for name, words in told.items()]))
    for name, records in layers.items():
        _add_sheet(book, name, layer_rows(records, schema=schemas[name]))
    for name, table in (tables or {}).items():
        _add_sheet(book, name, frame_rows(table))
    if "sources" not in layers:
        _add_sheet(book, "sources", source_rows(used))
    _add_sheet(book, "columns", column_rows({name: schemas[name] for name in layers}))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def column_rows(schemas: dict[str, LayerSchema]) -> Rows:
    """Return the meaning of every column and term, from the schema and of what is worked out for a view."""
    rows = []
    for layer, schema in schemas.items():
        own = schema.properties if layer != "sources" else source_properties(schema)
        for name, known in own.items():
            rows.append([layer, name, "", known.unit or None, cell(f"{known.title}. {known.description}")])
            rows += [
                [layer, name, cell(str(value)), None, cell(f"{term.title}. {term.description}")]
                for value, term in known.terms.items()
            ]
        rows += [
            [layer, name, "", None, cell(f"{known.title}. {known.description}")]
            for name, known in DERIVED.get(layer, {}).items()
        ]
    return ["layer", "column", "term", "unit", "meaning"], rows


def _add_sheet(book: Workbook, title: str, table: Rows) -> None:
    names, rows = table
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "B2" if len(names) > 2 else "A2"
    for number, name in enumerate(names, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, 18)
    if rows and len(names) > 2:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"
    sheet.append([_written(sheet, name, bold=True) for name in names])
    for row in rows:
        sheet.append([_written(sheet, shortened(value)) for value in row])


def _written(sheet, value: str | int | float | None, *, bold: bool = False) -> Cell | None:
    if value is None or value == "":
        return None
    made = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        made.data_type = "s"  # a text that begins with '=' would become a formula
    if bold:
        made.font = Font(bold=True)
    return made
