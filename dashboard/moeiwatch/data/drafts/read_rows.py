"""A file that somebody brings: which form it has, and its rows. Never raises, whatever it holds."""

from collections.abc import Callable
from pathlib import Path

from moeiwatch.data.drafts.bibtex_rows import bibtex_rows
from moeiwatch.data.drafts.csv_rows import csv_rows
from moeiwatch.data.drafts.json_rows import json_rows
from moeiwatch.data.drafts.ris_rows import ris_rows
from moeiwatch.data.drafts.rows import MOST_ROWS, Rows

LARGEST = 20_000_000
"""Bytes. A file of new records holds a few thousand of them at most."""

_TEXT_FORMS: dict[str, Callable[[str, Rows], Rows]] = {
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".txt": ris_rows,
    ".ris": ris_rows,
    ".bib": bibtex_rows,
    ".bibtex": bibtex_rows,
}
_BIBLIOGRAPHIC = (".ris", ".txt", ".bib", ".bibtex")


def read_rows(path: Path, *, layer: str) -> Rows:
    """Return what a file offers for a layer; its form is told by the end of its name.

    CSV and GeoJSON for every layer; CSL-JSON, BibTeX and RIS for ``sources``.
    """
    rows = Rows(path.name)
    try:
        if path.exists() and not path.is_file():
            return rows.refuse(None, "", "this is no regular file", "Save what it holds in a file.")
        if path.stat().st_size > LARGEST:
            return rows.refuse(None, "", f"the file holds more than {LARGEST // 1_000_000} MB")
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        return rows.refuse(None, "", f"the file cannot be opened: {error}")
    return parse_rows(raw, file=path.name, layer=layer)


def parse_rows(raw: bytes, *, file: str, layer: str) -> Rows:
    """Return what these bytes offer for a layer, as `read_rows` does from a file."""
    rows, ending = Rows(file), Path(file).suffix.lower()
    if ending in _BIBLIOGRAPHIC and layer != "sources":
        return rows.refuse(None, "", f"{ending} files hold publications: add them to sources, not to {layer}")
    if ending in (".json", ".geojson"):
        rows = json_rows(raw, rows, layer=layer)
    elif ending in _TEXT_FORMS:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            return rows.refuse(
                line, "", "the text is not UTF-8", "Save the file as UTF-8 (in Excel: CSV UTF-8)."
            )
        rows = _TEXT_FORMS[ending](text.replace("\r\n", "\n").replace("\r", "\n"), rows)
    else:
        forms = ".csv, .geojson" + (", .json (CSL-JSON), .bib, .ris" if layer == "sources" else "")
        return rows.refuse(
            None, "", f"files that end in {ending or 'nothing'} are not read", f"Known are {forms}."
        )
    if len(rows.rows) > MOST_ROWS:
        rows.refuse(None, "", f"the file holds more than {MOST_ROWS:,} records")
        rows.rows = []
    elif not rows.rows and not rows.problems:
        rows.refuse(None, "", "the file holds no record")
    return rows
