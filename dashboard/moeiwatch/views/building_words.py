"""The chart's answers in words: before and after the power cut of February 2025, from the records alone."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.before_after import before_and_after
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.shell import show_link
from moeiwatch.views.text import html_text, plural

_PIVOT = "2025-02"
_MONTHS = 12


def show_answers(shown: dict[str, pd.DataFrame], view: ViewState, *, data: Geodata) -> None:
    """Show how many reports of building and tearing down there are before and after a month, and the caveat."""
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
    st.subheader(f"Did building stop after {spell_date(_PIVOT)}?", anchor="answer")
    after = counts["after"].groupby("side").sum()
    st.html(
        f"<p>No. In the {_MONTHS} months from {html_text(spell_date(_PIVOT))} on, when Thailand cut power, fuel and "
        f"internet, there are {plural(int(after.get('built', 0)), 'report')} of building and "
        f"{plural(int(after.get('torn_down', 0)), 'report')} of tearing down.</p>"
        f'<table class="mw-facts mw-counts"><thead><tr><th>Reports in the {_MONTHS} months</th>{head}</tr></thead>'
        f"<tr><th></th>{whens}</tr>{rows}</table>"
        '<p class="mw-note">These are reports, not buildings: more people looked after the cut than before it, so '
        "the counts cannot say that building grew. They show that it went on. What is not known: most sites have "
        "no image between two reports, and nearly nothing is on record after March 2026.</p>"
    ) if int(after.get("built", 0)) else None
    show_link("events", "The reports", view, layer="construction_reports")


_WHENS = ("before", "after")
