"""The parts of a compound's dossier as HTML; every text from the data is escaped here, once."""

from collections.abc import Iterable

import pandas as pd

from moeiwatch.analysis.buildings import DONE, metric_totals
from moeiwatch.analysis.dossier import Dossier, timeline
from moeiwatch.analysis.records import is_missing
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.schema import LayerSchema
from moeiwatch.views.sources_list import short_citations
from moeiwatch.views.tables import NOT_READ_TWICE, spell_metric
from moeiwatch.views.text import html_text, number, value_words

_SCRIPTS = {"name_my": ("my", "Burmese"), "name_zh": ("zh", "Chinese"), "name_th": ("th", "Thai")}


def names_html(compound: pd.Series) -> str:
    """Return the names in other scripts and the other names; each script marked as its language."""
    parts = [
        f'<span lang="{language}" title="{title}">{html_text(name)}</span>'
        for column, (language, title) in _SCRIPTS.items()
        for name in compound.get(column) or ()
    ]
    parts += [html_text(name) for name in compound.get("other_names") or ()]
    return f'<p class="mw-names">{" · ".join(parts)}</p>' if parts else ""


def facts_html(dossier: Dossier, *, schema: LayerSchema, data: Geodata, since: str | None) -> str:
    """Return what is known of position, control and standing as a table of two columns.

    Parameters
    ----------
    since : date of the newest word on the status where it is no longer confirmed, else None.
    """
    compound, terms = dossier.compound, {name: known.terms for name, known in schema.properties.items()}

    def term(name: str) -> str:
        value = compound.get(name)
        return html_text(terms[name][value].title if value in terms[name] else value)

    precision = compound.get("precision_m")
    within = f", within {number(precision / 1000)} km" if precision == precision and precision else ""
    rows = [
        ("Kind", term("kind")),
        ("Status", f"{term('status')}{_as_of(compound.get('status_as_of'))}{_stale(since)}"),
        ("First reported", html_text(spell_date(compound.get("first_reported") or ""))),
        ("Where", html_text(_where(compound))),
        ("Position", f"{term('location_basis')}{within}. {html_text(compound.get('location_note'))}"),
        ("Controlled by", _actors(compound.get("armed_groups"), data)),
        ("Run by", _actors(compound.get("operators"), data)),
        ("Sanctions", _sanctions(compound.get("sanctions"))),
        ("Confidence", f"{term('confidence')}, {_verified(compound)}"),
    ]
    cells = "".join(f"<tr><th scope='row'>{name}</th><td>{text}</td></tr>" for name, text in rows if text)
    return f'<table class="mw-facts">{cells}</table>'


def status_html(spans: pd.DataFrame, compound: str, *, schema: LayerSchema) -> str:
    """Return the status of a compound through time, as far as dated words tell; "" where none does.

    Parameters
    ----------
    spans : as `status.status_spans` gives them.
    """
    terms = schema.properties["status"].terms
    items = "".join(
        f'<li><span class="mw-when">'
        f"{html_text(spell_date(row.when) if row.when else 'not dated')}</span> "
        f"{html_text(terms[row.status].title if row.status in terms else row.status)}</li>"
        for row in spans[(spans["compound"] == compound).to_numpy(bool)].itertuples()
    )
    if not items:
        return ""
    words = (
        "Derived from dated words on it, each from the last day that its date can mean and until the next; "
        "silence changes nothing."
    )
    return (
        '<div class="mw-figure"><h3>Status through time</h3>'
        f'<ul class="mw-list">{items}</ul><p>{words}</p></div>'
    )


def figures_html(reports: pd.DataFrame, *, data: Geodata) -> str:
    """Return all figures of construction reports: what was done first, targets and shares folded away."""
    totals = metric_totals(reports)
    if totals.empty:
        return ""
    is_done = totals["role"].isin(DONE).to_numpy(bool)
    rest = totals_html(totals[~is_done], data=data, reports=reports)
    folded = (
        "<details><summary>Targets, shares of a whole and round repetitions: shown, and in no sum</summary>"
    )
    return (
        '<p class="mw-note">What was claimed beside what was observed. Of a running total the last word '
        f"stands.</p>{totals_html(totals[is_done], data=data, reports=reports)}"
        + (f"{folded}{rest}</details>" if rest else "")
    )


def totals_html(totals: pd.DataFrame, *, data: Geodata, reports: pd.DataFrame) -> str:
    """Return figures by metric, what was claimed beside what was observed; "" where there are none."""
    if totals.empty:
        return ""
    rows = []
    for (metric, unit, place), group in totals.groupby(["metric", "unit", "place"], sort=True, dropna=False):
        cells = {basis: _figures(group[group["basis"] == basis], reports, data) for basis in _BASES}
        rows.append(
            f"<tr><th scope='row'>{html_text(spell_metric(str(metric)))}, {html_text(unit)}"
            f"<br><small>{html_text(place)}</small></th>"
            + "".join(f"<td>{cells[basis] or '-'}</td>" for basis in _BASES)
            + "</tr>"
        )
    head = "".join(f"<th scope='col'>{title}</th>" for title in ("What", *_BASES.values()))
    return f'<table class="mw-facts mw-sides"><thead><tr>{head}</tr></thead>{"".join(rows)}</table>'


def timeline_html(dossier: Dossier, *, schemas: dict[str, LayerSchema], data: Geodata) -> str:
    """Return what happened in order of time: from when to when, kind, basis, number, words, sources."""
    items = []
    for row in timeline(dossier).itertuples():
        kinds = schemas[row.layer].properties["kind"].terms
        kind = kinds[row.kind].title if row.kind in kinds else row.kind
        items.append(
            f'<li><span class="mw-when">{html_text(_period(row.when, row.until))}</span> '
            f"<strong>{html_text(kind)}</strong> {basis_tag(row.basis)} {_measured(row)}"
            f"{html_text(row.summary)} "
            f"<small>{short_citations(row.sources, data.sources)}</small></li>"
        )
    return f'<ul class="mw-list mw-timeline">{"".join(items)}</ul>'


def basis_tag(basis: str | None) -> str:
    """Return a basis as a small label, its line drawn as on the map; "" where there is none."""
    return f'<span class="mw-tag {basis}">{_BASES[basis].lower()}</span>' if basis in _BASES else ""


_BASES = {"claimed": "Claimed", "observed": "Observed", "not_stated": "Basis not stated"}


def _period(when: str | None, until: str | None) -> str:
    """Return the time that a record speaks of, its end included."""
    ends = dict.fromkeys(spell_date(text) for text in (when, until) if text)
    return " to ".join(ends) or "Not dated"


def _measured(row) -> str:
    """Return what a record measured as HTML, behind the name of the metric; "" where it gives no number."""
    if is_missing(row.value) and is_missing(row.value_max):
        return ""
    is_one = (row.unit, row.value, row.value_max) == ("people", 1, 1)
    words = _words(row, unit="person" if is_one else row.unit)
    metric = f"{html_text(spell_metric(row.metric).capitalize())}: " if row.metric else ""
    return f"{metric}<b>{words}</b>. "


def _figures(rows: pd.DataFrame, reports: pd.DataFrame, data: Geodata) -> str:
    return "<br>".join(
        f"<strong>{_words(row)}</strong> "
        f"<span class='mw-when'>{html_text(spell_date(row.observed or ''))}</span> "
        f"<small>{short_citations(_sources_of(row.records, reports), data.sources)}</small>"
        for row in rows.itertuples()
    )


def _words(row, unit: str | None = None) -> str:
    return html_text(value_words(row.value, high=row.value_max, qualifier=row.value_qualifier, unit=unit))


def _sources_of(records: Iterable[str], reports: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(one for record in records for one in reports["sources"].get(record) or ()))


def _where(compound: pd.Series) -> str:
    town = f"{compound['township']} township" if compound.get("township") else ""
    facing = compound.get("facing_thai_place") or []
    return ", ".join(part for part in (town, f"opposite {', '.join(facing)}" if facing else "") if part)


def _as_of(text: str | None) -> str:
    return f" as of {html_text(spell_date(text))}" if text else ", no date"


def _stale(since: str | None) -> str:
    return f" <strong>Not confirmed since {html_text(spell_date(since))}.</strong>" if since else ""


def _verified(record: pd.Series) -> str:
    read = record.get("verified")
    return f"read again {html_text(spell_date(read))}" if read else NOT_READ_TWICE


def _actors(entries: list[dict] | None, data: Geodata) -> str:
    names = data.actors["name"]
    return "<br>".join(
        html_text(names.get(entry["actor"], entry["actor"]))
        + (f" until {html_text(spell_date(entry['until']))}" if entry.get("until") else "")
        + (f" <small>({html_text(entry['note'])})</small>" if entry.get("note") else "")
        for entry in entries or ()
    )


def _sanctions(entries: list[dict] | None) -> str:
    return "<br>".join(
        f"{html_text(entry['authority'])}, {html_text(spell_date(entry['date']))}" for entry in entries or ()
    )
