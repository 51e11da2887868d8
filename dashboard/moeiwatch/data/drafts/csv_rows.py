"""Rows of a table: CSV with commas, semicolons or tabs, names in the first line."""

import csv
import io

from moeiwatch.data.drafts.rows import Row, Rows
from moeiwatch.data.parsing import parse_json

_LONGITUDE = ("longitude", "lon", "lng", "long", "x")
_LATITUDE = ("latitude", "lat", "y")


def csv_rows(text: str, rows: Rows) -> Rows:
    """Return the rows of a table. Empty cells are left out: they mean that nothing is known.

    ``longitude`` and ``latitude`` (``lon``, ``lat``, ``x``, ``y``) make a point; a column ``geometry`` may
    hold GeoJSON.
    """
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        twice = sorted({name for name in header if name and header.count(name) > 1})
        if twice:
            return rows.refuse(1, "", f"the column {twice[0]!r} stands twice", "Keep one of the two.")
        for cells in reader:
            _add_row(header, cells, reader.line_num, rows)
            if rows.is_full:
                break
    except csv.Error as error:
        return rows.refuse(reader.line_num, "", f"this is no table: {error}")
    return rows


def _add_row(header: list[str], cells: list[str], line: int, rows: Rows) -> None:
    where = f"line {line}"
    if not any(cell.strip() for cell in cells):
        return
    if any(cell.strip() for cell in cells[len(header) :]):
        message = f"the line has {len(cells)} cells, the table {len(header)} columns"
        rows.refuse(line, where, message, "Put texts that hold the separator into quotation marks.")
        return
    values = {}
    for name, cell in zip(header, cells, strict=False):
        if cell.strip() and not name:
            rows.refuse(line, where, f"the cell {cell.strip()[:40]!r} stands in a column without a name")
        elif cell.strip():
            values[name] = cell.strip()
    try:
        geometry = _take_geometry(values)
    except ValueError as error:
        rows.refuse(line, where, str(error))
        return
    rows.rows.append(Row(where, line, values, geometry))


def _take_geometry(values: dict[str, str]) -> object:
    """Take the columns that say where out of the values, and return what they say."""
    if "geometry" in values:
        try:
            return parse_json(values.pop("geometry"))[0]
        except ValueError:
            raise ValueError("the geometry is not GeoJSON") from None
    found = []
    for names in (_LONGITUDE, _LATITUDE):
        name = next((n for n in values if n.casefold() in names), None)
        text = values.pop(name) if name is not None else ""
        try:
            found.append(float(text) if text else None)
        except ValueError:
            raise ValueError(
                f"the {names[0]} {text[:40]!r} is not a number: write degrees such as 98.51667"
            ) from None
    if found == [None, None]:
        return None
    if None in found:
        raise ValueError("one of longitude and latitude is missing")
    if not all(abs(value) <= 360 for value in found):
        raise ValueError("longitude or latitude is out of range")
    return {"type": "Point", "coordinates": found}
