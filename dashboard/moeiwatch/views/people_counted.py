"""How many people the events shown brought out: the sum, by year and by kind, as ranges."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.counting_period import Period, beside_period
from moeiwatch.analysis.event_tree import PeopleRange
from moeiwatch.analysis.people_words import beside_words, range_words, twice_words
from moeiwatch.analysis.tally import people_by, people_range
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.views import library
from moeiwatch.views.counted_records import counted_row, records_html
from moeiwatch.views.text import html_text, number

_TABLES = {
    "year": (
        "An event counts in the year in which it ended, with all that it holds; years may be added. Where a "
        "filter hides it, what it holds stands in one year."
    ),
    "kind": (
        "Kinds overlap: the same people were found in a raid, escaped, were handed over, flown home. They "
        "must not be added."
    ),
    "basis": (
        "What an authority says of its own doing is a claim, however exact. The same people may be in a "
        "claim and in an observation: not to be added either."
    ),
}
"""The tables, each with the words under it."""


def show_people_counted(events: pd.DataFrame, *, period: Period, data: Geodata) -> None:
    """Show the range of people in these events, and how it is made up.

    Parameters
    ----------
    events : those that the filters let pass, of all years.
    period : the period in which they are counted.
    """
    counted = {"among": data.layers["rescue_events"], "period": period}
    people = people_range(events, **counted)
    beside = beside_period(events, **counted)
    beyond = (*beside.beyond.records, *beside.beyond.held, *beside.beyond.without_number)
    notes = f"{beside_words(beside, people)} {twice_words(people)}"
    st.html(
        '<div class="mw-figure"><h3>People who left compounds, in the events shown</h3>'
        f'<p class="mw-value">{range_words(people)}</p><p>{_made_of(people)}</p><p>{notes}</p>'
        + records_html(people.records, f"{plural(len(people.records), 'event')} counted", data=data)
        + records_html(beyond, f"Beyond the period: {plural(len(beyond), 'event')}", data=data)
        + records_html(
            beside.covered,
            f"Beyond it, held by a wider one: {plural(len(beside.covered), 'event')}",
            data=data,
        )
        + "</div>"
    )
    if events.empty:
        return
    with st.expander("By year, by kind, and by who says so"):
        properties = library.schema("rescue_events").properties
        for column, (by, words) in zip(st.columns(3, gap="large"), _TABLES.items(), strict=True):
            terms = properties[by].terms if by in properties else {}
            titles = {term: known.title for term, known in terms.items()}
            with column:
                st.html(_table(people_by(events, by=by, **counted), by.capitalize(), titles, data))
                st.html(f'<p class="mw-note">{words}</p>')


def _made_of(people: PeopleRange) -> str:
    words = "No event is counted"
    if people.records:
        words = (
            f"Best estimate {number(people.best)}. {plural(len(people.records), 'event')} counted once each, "
        )
        words += "as far as the records tell"
    if people.held:
        words += f"; {plural(len(people.held), 'more is', 'more are')} held within these"
    silent = len(people.without_number)
    if silent:
        words += f"; {plural(silent, 'gives', 'give')} no number, which is not zero"
    return f"{words}."


def _table(counts: pd.DataFrame, title: str, titles: dict[str, str], data: Geodata) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{html_text(titles.get(group, group) or 'not known')}</th>"
        f"<td>{number(row.low)}</td><td>{number(row.best)}</td>"
        f"<td>{number(row.high)}{' or more' if row.open_above else ''}</td></tr>"
        f"{counted_row(row.records, columns=4, data=data)}"
        for group, row in counts.iterrows()
    )
    head = "".join(f"<th scope='col'>{name}</th>" for name in (title, "Low", "Best", "High"))
    return f'<table class="mw-facts mw-counts"><thead><tr>{head}</tr></thead>{rows}</table>'
