"""The chart's answers in words: before and after the power cut of February 2025, from the records alone."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.before_after import before_and_after
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.only import records_link
from moeiwatch.views.text import html_text

_PIVOT = "2025-02"
_MONTHS = 12
_WHENS = ("before", "after")


def show_answers(data: Geodata) -> None:
    """Show how many reports of building and tearing down there are before and after, and the caveat.

    Each number leads to the reports that it counts.
    """
    found = before_and_after(data.layers["construction_reports"], pivot=_PIVOT, months=_MONTHS)
    after = found["after"].groupby("side").sum()
    built, torn_down = after["built"], after["torn_down"]
    since = html_text(spell_date(_PIVOT))
    st.subheader(f"Did building stop after {since}?", anchor="answer")
    st.html(
        f"<p>{'Reports of building went on' if built else 'There is no report of building'}: in the "
        f"{_MONTHS} months from {since} on, when Thailand cut power, fuel and internet, there are "
        f"{_link(built, plural(len(built), 'report'))} of building and "
        f"{_link(torn_down, plural(len(torn_down), 'report'))} of tearing down.</p>{_table(found)}"
        '<p class="mw-note">These are reports, not buildings, from all records whatever the filters, by the '
        "month of the works: more people looked after the cut than before it, so the counts cannot say that "
        "building grew. They show that it went on. A report of building says that something was put up, "
        "begun, grew or was being built; one of tearing down, that something was blown up or pulled down. "
        "Counts and states of sites, plans, supply of power and internet, finds of raids, denials, targets, "
        "parts of a total and damage are neither. What is not known: most sites have no image between two "
        "reports, and nearly nothing is on record after March 2026.</p>"
    )


def _table(found: pd.DataFrame) -> str:
    terms = library.schema("construction_reports").properties["basis"].terms
    rows = "".join(
        f"<tr><th scope='row'>{words}</th>"
        + "".join(f"<td>{_link(found.at[(side, basis), when])}</td>" for basis in terms for when in _WHENS)
        + "</tr>"
        for side, words in (("built", "Building"), ("torn_down", "Tearing down"))
    )
    head = "".join(
        f"<th scope='colgroup' colspan='2'>{html_text(terms[basis].title)}</th>" for basis in terms
    )
    whens = "".join(f"<td>{when}</td>" for _ in terms for when in _WHENS)
    before, after = (f"{spell_date(first)} to {spell_date(last)}" for first, last in _spans())
    return (
        '<table class="mw-facts mw-counts"><thead><tr>'
        f"<th>Reports in {_MONTHS} months</th>{head}</tr><tr><td></td>{whens}</tr></thead>{rows}</table>"
        f'<p class="mw-note">Before: {html_text(before)}. After: {html_text(after)}.</p>'
    )


def _link(records: list[str], words: str = "") -> str:
    """Return how many records there are, as a link to exactly these, all filters off."""
    words = words or str(len(records))
    return records_link(words, records, ViewState(), page="events", layer="construction_reports")


def _spans() -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the first and the last month of the time before and of that after."""
    pivot = pd.Period(_PIVOT, freq="M")
    ends = ((pivot - _MONTHS, pivot - 1), (pivot, pivot + _MONTHS - 1))
    return tuple((str(first), str(last)) for first, last in ends)
