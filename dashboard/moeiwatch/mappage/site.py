"""What the exported folder holds beside the map: the data to take away, and a page on data and method."""

from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path

from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.schema import LayerSchema, read_schema
from moeiwatch.data.takeaway.about import HOW_TO_READ, About
from moeiwatch.data.takeaway.bundle import zip_file
from moeiwatch.data.takeaway.cite import cite_text
from moeiwatch.data.takeaway.filters import ALL
from moeiwatch.data.takeaway.harm import select_publishable
from moeiwatch.data.takeaway.licences import licence_words
from moeiwatch.data.takeaway.workbook import excel_file
from moeiwatch.mappage.page import TITLE

ABOUT = "about.html"
"""Name of the page on data and method, beside the map's."""

DOWNLOADS = {
    "data/moei-watch-geojson.zip": "GeoJSON, a file a layer, for QGIS and other maps",
    "data/moei-watch-csv.zip": "CSV, a file a layer, for tables and statistics",
    "data/moei-watch.xlsx": "Excel, a sheet a layer",
}

CLAIMS = (
    "It is not a count of compounds: records, sites, and sites with possible twins are three numbers.",
    "An official number is a claim, however exact; imagery of the same place often shows another.",
    "Sums of people are ranges over reports that no other report already holds.",
    "No stretch of the river is called passable: its depth and speed are not known for any day or place.",
    "Where a record says that it was not yet read twice, nobody has read its sources again since.",
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

_STYLE = """
body { margin: 0 auto; padding: 24px 20px 60px; max-width: 820px; color: #1d2733; background: #fbfaf7;
  font: 15px/1.55 "Noto Sans", "Segoe UI", system-ui, -apple-system, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 26px; } h2 { margin-top: 34px; font-size: 19px; } h3 { margin-bottom: 2px; font-size: 15px; }
a { color: #1f5f87; } dt { font-weight: 600; } dd { margin: 0 0 7px; }
.muted { color: #5b6672; font-size: 13px; }
summary { cursor: pointer; }
@media (prefers-color-scheme: dark) { body { color: #ece9e1; background: #14191f; } a { color: #8cc4e8; }
  .muted { color: #a5afba; } }
"""


def write_site(geodata: Geodata, folder: Path, *, as_of: date, schemas: Path | None = None) -> None:
    """Write downloads and the page on data and method into the folder of an exported page.

    Records whose place may not be published are told at the place that may, as in every download.

    Parameters
    ----------
    as_of : the day that the files name as theirs.
    schemas : folder of the schemas; by default that of the project's own data.
    """
    known = {layer: read_schema(layer, schemas) for layer in geodata.layers}
    layers = {
        layer: select_publishable(records, schema=known[layer]) for layer, records in geodata.layers.items()
    }
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
    sizes = {name: len(content) for name, content in zip(DOWNLOADS, made, strict=True)}
    html = about_page(known, about=about, counts=held, sizes=sizes)
    (folder / ABOUT).write_text(html, encoding="utf-8")


def about_page(
    schemas: Mapping[str, LayerSchema], *, about: About, counts: Mapping[str, int], sizes: Mapping[str, int]
) -> str:
    """Return the page on data and method as HTML that needs no script.

    Parameters
    ----------
    counts : records of each layer.
    sizes : bytes of each download.
    """
    downloads = "".join(
        f'<li><a href="{escape(name)}" download>{escape(DOWNLOADS[name])}</a>, {size / 1000:,.0f} kB</li>'
        for name, size in sizes.items()
    )
    claims = "".join(f"<li>{escape(words)}</li>" for words in CLAIMS)
    layers = "".join(_layer(schema, counts[layer]) for layer, schema in schemas.items())
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{TITLE}: data and method</title>
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
<p><a href="index.html">{TITLE}: the map</a></p>
<h1>Data and method</h1>
<p class="muted">Data version {escape(about.version)}, {escape(spell_date(about.downloaded.isoformat()))}</p>
<h2>Take the data away</h2>
<ul>{downloads}</ul>
<p>{escape(licence_words(tuple(schemas)))}</p>
<p class="muted">{escape(cite_text(about))}</p>
<h2>How to read it</h2>
<p>{escape(HOW_TO_READ)}</p>
<h2>What it does not claim</h2>
<ul>{claims}</ul>
<h2>Layers and what their columns mean</h2>
{layers}
</body>
</html>
"""


def _layer(schema: LayerSchema, count: int) -> str:
    rows = []
    for name, prop in schema.properties.items():
        unit = f", {prop.unit}" if prop.unit else ""
        terms = "".join(
            f"<li><b>{escape(words.title)}</b>: {escape(words.description)}</li>"
            for words in prop.terms.values()
        )
        listed = f"<ul>{terms}</ul>" if terms else ""
        rows.append(
            f"<dt>{escape(prop.title)} <span class='muted'>{escape(name + unit)}</span></dt>"
            f"<dd>{escape(prop.description)}{listed}</dd>"
        )
    records = f"{count:,} record" + ("" if count == 1 else "s")
    return (
        f"<h3>{escape(schema.title)}, {records}</h3><p>{escape(schema.description)}</p>"
        f"<details><summary>What the columns mean</summary><dl>{''.join(rows)}</dl></details>"
    )
