"""What can be dropped into the workbench: which file of the data a file stands for, and what is refused."""

import re
from pathlib import Path, PurePosixPath

from moeiwatch.data.schema import LAYERS, TABLES

LARGEST_MB = 8
"""Of all files together; the whole of the data is about one. The app's own limit for one file is the same."""

MOST_FILES = 20

_SCHEMA = re.compile(rb'"\$schema"\s*:\s*"(?:[^"\\]{0,200}/)?schema/([a-z_]{1,40})\.json"')
_COPY = re.compile(r"( ?\(\d+\)|[-_ ]copy|~)+$", re.IGNORECASE)
_STORY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER_FORMS = {
    b"PK\x03\x04": "a ZIP archive or an Excel file",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"BZh": "a compressed file (bzip2)",
    b"\xfd7zXZ": "a compressed file (xz)",
    b"7z\xbc\xaf": "a 7z archive",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"<?xml": "XML, such as KML or GPX",
    b"<!DOC": "a web page",
    b"SQLite": "a database (GeoPackage)",
}


def known_files(directory: Path) -> list[str]:
    """Return the files that can be replaced: layers, tables, and the stories that there are."""
    stories = sorted(path.name for path in (directory / "stories").glob("*.json"))
    return [
        *(f"{layer}.geojson" for layer in LAYERS),
        *(f"{table}.json" for table in TABLES),
        *(f"stories/{name}" for name in stories),
    ]


def target_of(name: str, raw: bytes, *, known: list[str]) -> str:
    """Return the file of the data that a dropped file stands for, "" where it does not say.

    Its name says it, as downloads and copies name it; else the address of the schema at its top.

    Examples
    --------
    >>> target_of("compounds (1).geojson", b"{}", known=["compounds.geojson"])
    'compounds.geojson'
    >>> target_of("map.geojson", b'{"$schema": "schema/compounds.json"}', known=["compounds.geojson"])
    'compounds.geojson'
    """
    path = PurePosixPath(name.replace("\\", "/"))
    stem, suffix = _COPY.sub("", path.stem), path.suffix.lower()
    by_name = {PurePosixPath(file).stem: file for file in known}
    file = by_name.get(stem, "")
    if file and (suffix == PurePosixPath(file).suffix or suffix in (".json", ".geojson", ".txt", "")):
        return file
    found = _SCHEMA.search(raw[:5000])
    if found is None:
        return ""
    schema = found[1].decode()
    if schema == "story":
        return f"stories/{stem}.json" if _STORY.fullmatch(stem) and len(stem) <= 80 else ""
    return by_name.get(schema, "")


def refusal(name: str, raw: bytes) -> str:
    """Return why a file is not looked into at all, as a sentence; "" where it is."""
    shown = repr(PurePosixPath(name.replace("\\", "/")).name[:80])
    for start, form in _OTHER_FORMS.items():
        if raw.startswith(start):
            return f"{shown} is {form}. Only GeoJSON and JSON are read: take the file out, or convert it."
    if len(raw) > LARGEST_MB * 1_000_000:
        size = f"{shown} holds {len(raw) / 1_000_000:.0f} MB, and up to {LARGEST_MB} MB are read here."
        return f"{size} Use python dashboard check on your own machine."
    if not raw.strip():
        return f"{shown} is empty."
    if b"\0" in raw[:4000]:
        return f"{shown} is not text in UTF-8. Save it as UTF-8."
    return ""
