"""What happened at a compound in order of time; where there is much to tell, the years are folded."""

import pandas as pd

from moeiwatch.analysis.dossier import Dossier, timeline
from moeiwatch.analysis.records import is_missing
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.schema import LayerSchema
from moeiwatch.views.dossier_figures import BASES, measured_html, period_words
from moeiwatch.views.sources_list import short_citations
from moeiwatch.views.text import html_text, link_html

_ALL_OPEN = 25
"""Records up to which every year stands open; of more only the newest."""

_UNDATED = "Not dated"


def timeline_html(dossier: Dossier, *, schemas: dict[str, LayerSchema], data: Geodata) -> str:
    """Return what happened by year: from when to when, kind, basis, number, words, sources."""
    told = timeline(dossier)
    if told.empty:
        return '<div class="mw-empty">No report, event or policy step names this compound.</div>'
    years = told["when"].map(lambda when: when[:4] if isinstance(when, str) else _UNDATED)
    newest = max(years[years != _UNDATED], default=_UNDATED)
    parts = []
    for year, rows in told.groupby(years, sort=False):
        items = "".join(_item(record, row, schemas, data) for record, row in rows.iterrows())
        is_open = " open" if len(told) <= _ALL_OPEN or year == newest else ""
        parts.append(
            f"<details{is_open}><summary><strong>{html_text(year)}</strong>: {plural(len(rows), 'record')}"
            f'</summary><ul class="mw-list mw-timeline">{items}</ul></details>'
        )
    return "".join(parts)


def _item(record: str, row: pd.Series, schemas: dict[str, LayerSchema], data: Geodata) -> str:
    layer = row["layer"]
    kinds = schemas[layer].properties["kind"].terms
    kind = kinds[row["kind"]].title if row["kind"] in kinds else row["kind"]
    link = link_html(kind, "events", layer=layer, sel=f"{layer}/{record}")
    return (
        f'<li><span class="mw-when">{html_text(period_words(row["when"], row["until"]))}</span> '
        f"<strong>{link}</strong> {basis_tag(row['basis'])} {_measured(row)}{html_text(row['summary'])} "
        f"<small>{short_citations(row['sources'], data.sources)}</small></li>"
    )


def basis_tag(basis: str | None) -> str:
    """Return a basis as a small label, its line drawn as on the map; "" where there is none."""
    return f'<span class="mw-tag {basis}">{BASES[basis].lower()}</span>' if basis in BASES else ""


def _measured(row: pd.Series) -> str:
    """Return what a record measured as HTML; "" where it gives no number."""
    if is_missing(row["value"]) and is_missing(row["value_max"]):
        return ""
    is_one = (row["unit"], row["value"], row["value_max"]) == ("people", 1, 1)
    return f"{measured_html({**row, 'unit': 'person'} if is_one else row)}. "
