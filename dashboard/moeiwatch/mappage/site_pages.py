"""The written pages of the exported folder: data and method, and the privacy note. HTML without scripts."""

from collections.abc import Mapping
from html import escape

from moeiwatch.data.citations import spell_date
from moeiwatch.data.derived import DERIVED
from moeiwatch.data.plurals import plural
from moeiwatch.data.schema import LayerSchema
from moeiwatch.data.settings import Settings
from moeiwatch.data.takeaway.about import About, how_to_read
from moeiwatch.data.takeaway.cite import cite_text
from moeiwatch.data.takeaway.licences import licence_words
from moeiwatch.data.takeaway.privacy import TAKE_DOWN, privacy_note
from moeiwatch.mappage.rules import WHOSE_WORDS, rules_html

ABOUT = "about.html"
"""Name of the page on data and method, beside the map's."""

PRIVACY = "privacy.html"
"""Name of the privacy note there."""

DOWNLOADS = {
    "data/moei-watch-geojson.zip": "GeoJSON, a file a layer, for QGIS and other maps",
    "data/moei-watch-csv.zip": "CSV, a file a layer, for tables and statistics",
    "data/moei-watch.xlsx": "Excel, a sheet a layer",
}

WHOLE_MAP = "moei-watch.html"
"""Name of the map as one file, beside the map's folder."""

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
.banner { margin: 0 0 16px; padding-bottom: 8px; border-bottom: 1px solid; }
summary { cursor: pointer; }
@media (prefers-color-scheme: dark) { body { color: #ece9e1; background: #14191f; } a { color: #8cc4e8; }
  .muted { color: #a5afba; } }
"""


def about_page(
    schemas: Mapping[str, LayerSchema],
    *,
    about: About,
    counts: Mapping[str, int],
    sizes: Mapping[str, int],
    settings: Settings,
) -> str:
    """Return the page on data and method as HTML that needs no script.

    Parameters
    ----------
    counts : records of each layer.
    sizes : bytes of each download, and of the map as one file if it lies there.
    """
    downloads = "".join(_download(DOWNLOADS[name], name, sizes[name]) for name in DOWNLOADS if name in sizes)
    if WHOLE_MAP in sizes:
        words = "The map with its stories as one file, for a talk or a mail without a network"
        downloads += _download(words, WHOLE_MAP, sizes[WHOLE_MAP])
    claims = "".join(f"<li>{escape(words)}</li>" for words in CLAIMS)
    layers = "".join(_layer(schema, counts[layer]) for layer, schema in schemas.items())
    body = f"""<h1>Data and method</h1>
<p class="muted">Data version {escape(about.version)}, {escape(spell_date(about.downloaded.isoformat()))}</p>
<h2>Take the data away</h2>
<ul>{downloads}</ul>
<p>{escape(licence_words(tuple(schemas)))}</p>
<p class="muted">{escape(cite_text(about))}</p>
<h2>How to read it</h2>
<p>{escape(how_to_read(tuple(schemas)))}</p>
<h2>What it does not claim</h2>
<ul>{claims}</ul>
<h2>How numbers are made</h2>
<p class="muted">{escape(WHOSE_WORDS)}</p>
{rules_html()}
<h2>Contact and contributions</h2>
{_contact(settings)}
<h2>Layers and what their columns mean</h2>
{layers}"""
    return _page("data and method", body, settings=settings)


def privacy_page(settings: Settings) -> str:
    """Return the privacy note as HTML that needs no script."""
    parts = [
        f"<h2>{escape(section.title)}</h2>"
        + "".join(f"<p>{escape(words)}</p>" for words in section.paragraphs)
        for section in privacy_note(settings)
        if not section.for_app
    ]
    return _page("privacy", "<h1>Privacy</h1>\n" + "\n".join(parts), settings=settings)


def _download(words: str, name: str, size: int) -> str:
    return f'<li><a href="{escape(name)}" download>{escape(words)}</a>, {size / 1000:,.0f} kB</li>'


def _page(title: str, body: str, *, settings: Settings) -> str:
    name = escape(settings.title)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}: {title}</title>
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
{_banner(settings)}<p><a href="index.html">{name}: the map</a> · <a href="{ABOUT}">data and method</a> ·
<a href="{PRIVACY}">privacy</a></p>
{body}
</body>
</html>
"""


def _banner(settings: Settings) -> str:
    """Return the sentence that the host has set for the top of every page, "" where there is none."""
    return f'<p class="banner" role="note">{escape(settings.banner)}</p>\n' if settings.banner else ""


def _contact(settings: Settings) -> str:
    """Return how to have something taken down or corrected, as paragraphs."""
    parts = [f"<p>{escape(TAKE_DOWN)}</p>"]
    if settings.contact:
        words, address = escape(settings.contact), escape(settings.contact_link, quote=True)
        parts.append(f'<p>Contact: <a href="{address}">{words}</a></p>')
    if settings.repository:
        address = escape(settings.repository, quote=True)
        parts.append(
            f'<p>Corrections and new reports: <a href="{address}/issues/new/choose">{address}</a></p>'
        )
    if len(parts) == 1:
        parts.append("<p>No contact is named here: ask whoever gave you this page.</p>")
    return "".join(parts)


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
    for name, told in DERIVED.get(schema.name, {}).items():
        rows.append(
            f"<dt>{escape(told.title)} <span class='muted'>{escape(name)}, worked out</span></dt>"
            f"<dd>{escape(told.description)}</dd>"
        )
    return (
        f"<h3>{escape(schema.title)}, {plural(count, 'record')}</h3><p>{escape(schema.description)}</p>"
        f"<details><summary>What the columns mean</summary><dl>{''.join(rows)}</dl></details>"
    )
