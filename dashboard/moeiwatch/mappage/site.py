"""What the exported folder holds beside the map: data to take away, pages on data, method and privacy."""

from datetime import date
from pathlib import Path

from moeiwatch.analysis.compound_words import compound_words
from moeiwatch.analysis.staleness import stale_after_months
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.schema import read_schema
from moeiwatch.data.settings import Settings
from moeiwatch.data.takeaway.about import About
from moeiwatch.data.takeaway.bundle import zip_file
from moeiwatch.data.takeaway.filters import ALL
from moeiwatch.data.takeaway.harm import select_publishable
from moeiwatch.data.takeaway.workbook import excel_file
from moeiwatch.data.viewstate import ViewState
from moeiwatch.mappage.site_pages import ABOUT, DOWNLOADS, PRIVACY, WHOLE_MAP, about_page, privacy_page


def write_site(
    geodata: Geodata,
    folder: Path,
    *,
    as_of: date,
    schemas: Path | None = None,
    settings: Settings | None = None,
) -> None:
    """Write downloads and the pages on data, method and privacy into the folder of an exported page.

    Where the map lies there as one file (`WHOLE_MAP`), it is among the downloads.

    Records whose place may not be published are told at the place that may, as in every download.

    Parameters
    ----------
    as_of : the day that the files name as theirs.
    schemas : folder of the schemas; by default that of the project's own data.
    settings : title, contact and more; by default those of a host that set nothing.
    """
    settings = settings or Settings()
    known = {layer: read_schema(layer, schemas) for layer in geodata.layers}
    words = compound_words(
        geodata.layers,
        ViewState(),
        sources=geodata.sources,
        as_of=as_of,
        stale_after=stale_after_months(known["compounds"]),
    )
    told = {**geodata.layers, "compounds": geodata.layers["compounds"].join(words)}
    layers = {layer: select_publishable(records, schema=known[layer]) for layer, records in told.items()}
    about = About(geodata.version, ALL, as_of)
    held = {layer: len(records) for layer, records in geodata.layers.items()}
    given = {"schemas": known, "sources": geodata.sources, "about": about, "held": held}
    made = [
        zip_file(layers, form="geojson", **given),
        zip_file(layers, form="csv", **given),
        excel_file(layers, **given),
    ]
    (folder / "data").mkdir(exist_ok=True)
    for name, content in zip(DOWNLOADS, made, strict=True):
        (folder / name).write_bytes(content)
    lying = [name for name in (*DOWNLOADS, WHOLE_MAP) if (folder / name).is_file()]
    sizes = {name: (folder / name).stat().st_size for name in lying}
    html = about_page(known, about=about, counts=held, sizes=sizes, settings=settings)
    (folder / ABOUT).write_text(html, encoding="utf-8")
    (folder / PRIVACY).write_text(privacy_page(settings), encoding="utf-8")
