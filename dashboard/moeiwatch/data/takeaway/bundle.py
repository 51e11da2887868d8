"""Several layers as one zip archive of GeoJSON or CSV files, with a text that says what it holds."""

import io
import zipfile

import geopandas as gpd
import pandas as pd

from moeiwatch.data.schema import LayerSchema
from moeiwatch.data.takeaway.about import About, about_rows
from moeiwatch.data.takeaway.files import csv_bytes, csv_file, geojson_file
from moeiwatch.data.takeaway.tables import frame_rows, source_rows, used_sources

FORMS = {"geojson": geojson_file, "csv": csv_file}


def zip_file(
    layers: dict[str, gpd.GeoDataFrame],
    *,
    form: str,
    schemas: dict[str, LayerSchema],
    sources: pd.DataFrame,
    about: About,
    held: dict[str, int],
    tables: dict[str, pd.DataFrame] | None = None,
) -> bytes:
    """Return layers as a zip archive: a file a layer, ``sources.csv``, further tables, and ``about.txt``.

    Parameters
    ----------
    form : ``geojson`` or ``csv``.
    held, tables : as in `workbook.excel_file`.
    """
    used = used_sources(layers, sources)
    counts = {name: (len(records), held[name]) for name, records in layers.items()}
    told = about_rows(
        about,
        layers=tuple(dict.fromkeys([*layers, "sources"])),
        counts={"sources": (len(used), len(sources)), **counts},
    )
    files = {"about.txt": "\n".join(f"{name}: {words}" for name, words in told.items()).encode() + b"\n"}
    for name, records in layers.items():
        files[f"{name}.{form}"] = FORMS[form](records, schema=schemas[name], about=about, held=held[name])
    for name, table in (tables or {}).items():
        files[f"{name}.csv"] = csv_bytes(frame_rows(table))
    if "sources" not in layers:
        files["sources.csv"] = csv_bytes(source_rows(used))
    written = io.BytesIO()
    day = (about.downloaded.year, about.downloaded.month, about.downloaded.day, 0, 0, 0)
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return written.getvalue()
