"""The figures in a compound's dossier: claimed beside observed, by what they are about and by month."""

from collections.abc import Iterable

import pandas as pd

from moeiwatch.analysis.figures import figures_by_subject
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.metrics import metric_words, shown_unit
from moeiwatch.data.plurals import plural
from moeiwatch.views.sources_list import short_citations
from moeiwatch.views.text import html_text, link_html, value_words

BASES = {"claimed": "Claimed", "observed": "Observed", "not_stated": "Basis not stated"}

_ALWAYS = ("claimed", "observed")
"""Bases that have a column of their own even where nothing stands in it: that is news too."""

_ALL_OPEN = 12
"""Figures up to which every subject stands open; of more only those where two kinds of word or two declared
sizes meet."""

_LAYER = "construction_reports"
_NONE = '<div class="mw-empty">No figure on buildings, land or equipment is on record.</div>'


def figures_html(reports: pd.DataFrame, *, name: str, data: Geodata) -> str:
    """Return all figures of construction reports by subject, those of one month beside each other.

    What was done and the sizes that were declared come first; targets, parts and repetitions are folded away.
    Nothing is added up.

    Parameters
    ----------
    reports : those on a compound and its parts.
    name : of the compound; a report on a part of it says so.
    """
    figures = figures_by_subject(reports)
    if figures.empty:
        return _NONE
    words = {
        record: _figure_html(record, row, reports.loc[record], name=name, data=data)
        for record, row in figures.iterrows()
    }
    is_compared = figures["is_compared"].to_numpy(bool)
    compared, rest = (_subjects_html(figures[which], words) for which in (is_compared, ~is_compared))
    head = (
        '<p class="mw-note">Every figure reported, by what it is about and by month: those in one row speak '
        "of the same time, and where they disagree nobody is preferred. Running totals hold the ones before "
        "them. A date opens the record.</p>"
    )
    if not rest:
        return head + compared
    count = plural(int((~is_compared).sum()), "figure")
    return (
        f"{head}{compared}<details><summary>Targets, parts of another figure, round repetitions and damage "
        f"on the Thai bank: {count}, in no sum</summary>{rest}</details>"
    )


def _subjects_html(figures: pd.DataFrame, words: dict[str, str]) -> str:
    return "".join(
        _subject_html(subject, rows, words, is_open=len(figures) <= _ALL_OPEN or _meets(rows))
        for subject, rows in figures.groupby("subject", sort=False)
    )


def _meets(rows: pd.DataFrame) -> bool:
    """Tell whether figures of one subject are to be compared: of two kinds of word, or of one size."""
    return rows["basis"].nunique() > 1 or (rows["role"] == "declared").sum() > 1


def _subject_html(subject: str, figures: pd.DataFrame, words: dict[str, str], *, is_open: bool) -> str:
    bases = {
        basis: title
        for basis, title in BASES.items()
        if basis in _ALWAYS or (figures["basis"] == basis).any()
    }
    rows = ""
    for period, together in figures.groupby("period", sort=True):
        by_basis = {basis: rows.index for basis, rows in together.groupby("basis")}
        cells = "".join(
            f'<td data-basis="{title}">{_listed(by_basis.get(basis, ()), words)}</td>'
            for basis, title in bases.items()
        )
        when = spell_date(period) if period else "Not dated"
        rows += f"<tr><th scope='row'>{html_text(when)}</th>{cells}</tr>"
    head = "".join(f"<th scope='col'>{title}</th>" for title in ("When", *bases.values()))
    return (
        f"<details{' open' if is_open else ''}><summary><strong>{html_text(subject)}</strong>: "
        f"{plural(len(figures), 'figure')}</summary>"
        f'<table class="mw-facts mw-sides"><thead><tr>{head}</tr></thead>{rows}</table></details>'
    )


def _listed(records: Iterable[str], words: dict[str, str]) -> str:
    items = "".join(f"<li>{words[record]}</li>" for record in records)
    return f"<ul>{items}</ul>" if items else '<span class="mw-none">none on record</span>'


def _figure_html(record: str, figure: pd.Series, report: pd.Series, *, name: str, data: Geodata) -> str:
    """Return a figure with hedge, unit, what it counts, where, when and who says so."""
    place = figure["place"] if isinstance(figure["place"], str) and figure["place"] != name else ""
    when = period_words(report["observed"], report.get("observed_end"))
    link = link_html(when, "events", layer=_LAYER, sel=f"{_LAYER}/{record}")
    return (
        f"{measured_html(figure)}{f', {html_text(place)}' if place else ''}: "
        f'<span class="mw-when">{link}</span> '
        f"<small>{short_citations(figure['sources'], data.sources)}</small>"
    )


def measured_html(row: pd.Series) -> str:
    """Return a measured value as HTML with its hedge, its unit and what it counts.

    Parameters
    ----------
    row : ``value``, ``value_max``, ``value_qualifier``, ``unit`` and ``metric``, missing where not given.
    """
    unit = shown_unit(row["unit"]) if row["metric"] else row["unit"]
    amount = value_words(row["value"], high=row["value_max"], qualifier=row["value_qualifier"], unit=unit)
    if not row["metric"]:
        return f"<b>{html_text(amount)}</b>"
    is_one = unit is None and row["value_max"] != row["value_max"]
    what = metric_words(row["metric"], row["value"] if is_one else 2)
    return f"<b>{html_text(amount)}</b>{',' if unit else ''} {html_text(what)}"


def period_words(when: str | None, until: str | None) -> str:
    """Return the time that a record speaks of, its end included.

    Examples
    --------
    >>> period_words("2025-10", None), period_words("2025-10-30", "2025-11-09"), period_words(None, None)
    ('October 2025', '30 October 2025 to 9 November 2025', 'Not dated')
    """
    ends = dict.fromkeys(spell_date(text) for text in (when, until) if isinstance(text, str))
    return " to ".join(ends) or "Not dated"
