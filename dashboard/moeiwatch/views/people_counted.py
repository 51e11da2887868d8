"""How many people the events shown brought out: the sum, by year and by kind, as ranges."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.tally import people_by, people_range, people_words
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.views import library
from moeiwatch.views.text import html_text, number


def show_people_counted(events: pd.DataFrame, *, data: Geodata) -> None:
    """Show the range of people in these events, and how it is made up."""
    everything = data.layers["rescue_events"]
    people = people_range(events, among=everything)
    words = people_words(people.low, people.high, open_above=people.open_above)
    st.html(
        '<div class="mw-figure"><h3>People who left compounds, in the events shown</h3>'
        f'<p class="mw-value">{words}</p>'
        f"<p>Best estimate {number(people.best)}. {plural(len(people.records), 'event')} counted; "
        f"{len(people.held)} more are held within these; {len(people.without_number)} give no number and are "
        "not taken for zero.</p></div>"
    )
    with st.expander("By year, by kind, and by who says so"):
        years, kinds, bases = st.columns(3, gap="large")
        properties = library.schema("rescue_events").properties
        terms = properties["kind"].terms
        with years:
            st.html(_table(people_by(events, by="year", among=everything), "Year", {}))
            st.html(
                '<p class="mw-note">An event counts in the year in which it ended; years may be added.</p>'
            )
        with kinds:
            titles = {kind: term.title for kind, term in terms.items()}
            st.html(_table(people_by(events, by="kind", among=everything), "Kind", titles))
            st.html(
                '<p class="mw-note">Kinds overlap: the same people were released, handed over, flown home. '
                "They must not be added.</p>"
            )
        with bases:
            titles = {basis: term.title for basis, term in properties["basis"].terms.items()}
            st.html(_table(people_by(events, by="basis", among=everything), "Basis", titles))
            st.html(
                '<p class="mw-note">What an authority says of its own doing is a claim, however exact. The '
                "same people may be in a claim and in an observation: not to be added either.</p>"
            )


def _table(counts: pd.DataFrame, title: str, titles: dict[str, str]) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{html_text(titles.get(group, group) or 'not known')}</th>"
        f"<td>{number(row.low)}</td><td>{number(row.best)}</td>"
        f"<td>{number(row.high)}{' or more' if row.open_above else ''}</td></tr>"
        for group, row in counts.iterrows()
    )
    head = "".join(f"<th scope='col'>{name}</th>" for name in (title, "Low", "Best", "High"))
    return f'<table class="mw-facts mw-counts"><thead><tr>{head}</tr></thead>{rows}</table>'
