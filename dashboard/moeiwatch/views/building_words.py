"""The chart's answers in words: before and after the power cut of February 2025, from the records alone."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.before_after import before_and_after
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.shell import show_link
from moeiwatch.views.text import html_text

_PIVOT = "2025-02"
_MONTHS = 12


def show_answers(data: Geodata) -> None:
    """Show how many reports of building and tearing down there are before and after, and the caveat."""
    counts = before_and_after(data.layers["construction_reports"], pivot=_PIVOT, months=_MONTHS)
    terms = library.schema("construction_reports").properties["basis"].terms
    rows = "".join(
        f"<tr><th scope='row'>{html_text(words)}</th>"
        + "".join(f"<td>{int(counts.loc[(side, basis), when])}</td>" for basis in terms for when in _WHENS)
        + "</tr>"
        for side, words in (("built", "Building"), ("torn_down", "Tearing down"))
    )
    head = "".join(
        f"<th scope='colgroup' colspan='2'>{html_text(terms[basis].title)}</th>" for basis in terms
    )
    whens = "".join(f"<td>{when}</td>" for _ in terms for when in _WHENS)
    after = counts["after"].groupby("side").sum()
    built, torn_down = int(after.get("built", 0)), int(after.get("torn_down", 0))
    since = html_text(spell_date(_PIVOT))
    st.subheader(f"Did building stop after {since}?", anchor="answer")
    st.html(
        f"<p>{'Reports of building went on' if built else 'There is no report of building'}: in the "
        f"{_MONTHS} months from {since} on, when Thailand cut power, fuel and internet, there are "
        f"{plural(built, 'report')} of building and {plural(torn_down, 'report')} of tearing down.</p>"
        '<table class="mw-facts mw-counts"><thead><tr>'
        f"<th>Reports in {_MONTHS} months</th>{head}</tr>"
        f"<tr><td></td>{whens}</tr></thead>{rows}</table>"
        '<p class="mw-note">These are reports, not buildings, from all records whatever the filters: '
        "more people looked after the cut than before it, so the counts cannot say that building grew. They "
        "show that it went on. What is not known: most sites have no image between two reports, and nearly "
        "nothing is on record after March 2026.</p>"
    )
    with st.container(horizontal=True):
        for when, (first, last) in zip(_WHENS, _spans(), strict=True):
            label = f"The reports {when}: {spell_date(first)} to {spell_date(last)}"
            show_link("building", label, ViewState(since=first, until=last))


def _spans() -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the first and the last month of the time before and of that after."""
    pivot = pd.Period(_PIVOT, freq="M")
    ends = ((pivot - _MONTHS, pivot - 1), (pivot, pivot + _MONTHS - 1))
    return tuple((str(first), str(last)) for first, last in ends)


_WHENS = ("before", "after")
