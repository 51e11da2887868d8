"""The chart's answers in words: before and after the power cut of February 2025, from the records alone."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.before_after import WHENS
from moeiwatch.data.citations import spell_date
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.building_rows import SIDES
from moeiwatch.views.only import records_link
from moeiwatch.views.text import html_text

PIVOT = "2025-02"
"""Month of the power cut, with which the time after it begins."""

MONTHS = 12
"""Length of the time before it and of that after."""

_WHENS = ("before", "after")


def show_verdict(found: pd.DataFrame, *, down: pd.DataFrame, newest: str) -> None:
    """Show what the records say on the question of the page, and beside it what is not known.

    Parameters
    ----------
    found : as `before_and_after`, of all records, around `PIVOT`.
    down : as `building_counts.down_rows`, of all records.
    newest : month of the newest report of building (YYYY-MM), "" where there is none.
    """
    sums = {when: found[when].groupby("side").sum() for when in WHENS}
    after = {side: _link(ids, plural(len(ids), "report")) for side, ids in sums["after"].items()}
    before = {
        side: f"{_link(ids)} in the {MONTHS} before{_across_words(sums['across'][side])}"
        for side, ids in sums["before"].items()
    }
    since = html_text(spell_date(PIVOT))
    went_on = "Building went on" if sums["after"]["built"] else "No report tells of building"
    largest = down.loc[[down["value"].idxmax()], "compound"].iloc[0] if len(down) else ""
    said = _down_words(down[(down["compound"] == largest).to_numpy(bool)], largest)
    st.html(
        '<div class="mw-verdict"><div><h2>Did it slow the building? What the records say</h2>'
        f"<p><strong>{went_on} after {since},</strong> when Thailand cut power, fuel and internet: in the "
        f"{MONTHS} months from then on there are {after['built']} of building ({before['built']}) and "
        f"{after['torn_down']} of tearing down ({before['torn_down']}).{said} <em>From all records, whatever "
        "the filters.</em></p></div>"
        "<div><h2>What is not known</h2><p>Whether building slowed or grew: more people looked after the "
        "cuts than before, and most sites have no image between two reports. "
        f"{f'The newest report of building is from {html_text(spell_date(newest))}; ' if newest else ''}"
        "an empty month is one without a report, not one without building.</p></div></div>"
    )


def _across_words(records: list[str]) -> str:
    if not records:
        return ""
    more = _link(records, f"{len(records)} more")
    return f"; {more} {'tells' if len(records) == 1 else 'tell'} of works that began before and went on after"


def _down_words(down: pd.DataFrame, name: str) -> str:
    """Return the numbers of buildings down at one compound, each leading to its report."""
    down = down[(down["label"] != "").to_numpy(bool)].sort_values("value", ascending=False, kind="stable")
    labels = [_link([report], label) for report, label in down["label"].items()]
    return f" Buildings down at {html_text(name)}: {'; '.join(labels)}." if labels else ""


def show_answers(found: pd.DataFrame) -> None:
    """Show how many reports of building and tearing down there are before and after, and what they can say.

    Each number leads to the reports that it counts.

    Parameters
    ----------
    found : as in `show_verdict`.
    """
    since = html_text(spell_date(PIVOT))
    st.subheader(f"Reports before and after {since}", anchor="answer")
    st.html(
        f'{_table(found)}<p class="mw-note">These are reports, not buildings, from all records whatever the '
        "filters, by the month in which their works end. Works that began before the cut and ended after it "
        "are neither before nor after, and stand apart; what is dated by year only is in no column. More "
        "people looked after the cut than before it, so the counts cannot say that building grew. They show "
        "that it went on. A report of building says that something was put up, begun, grew or was being "
        "built; one of tearing down, that something was blown up or pulled down. Counts and states of sites, "
        "plans, supply of power and internet, finds of raids, denials, targets, parts of a total and damage "
        "are neither.</p>"
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
        f"<th>Reports in {MONTHS} months</th>{head}</tr><tr><td></td>{whens}</tr></thead>{rows}</table>"
        f'<p class="mw-note">Before: {html_text(before)}. After: {html_text(after)}. '
        f"{_across_told(found['across'].groupby('side').sum())}</p>"
    )


def _across_told(across: pd.Series) -> str:
    """Return how many reports stand in no column, since their works reach over the cut."""
    told = [
        _link(across[side], f"{plural(len(across[side]), 'report')} of {words}")
        for side, words in SIDES.items()
        if across[side]
    ]
    return f"Begun before and ended after, in no column: {' and '.join(told)}." if told else ""


def _link(records: list[str], words: str = "") -> str:
    """Return how many records there are, as a link to exactly these, all filters off."""
    words = words or str(len(records))
    return records_link(words, records, ViewState(), page="events", layer="construction_reports")


def _spans() -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the first and the last month of the time before and of that after."""
    pivot = pd.Period(PIVOT, freq="M")
    ends = ((pivot - MONTHS, pivot - 1), (pivot, pivot + MONTHS - 1))
    return tuple((str(first), str(last)) for first, last in ends)
