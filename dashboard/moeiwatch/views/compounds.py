"""The compounds as a table, and the dossier of the one that the address names."""

from datetime import date

import pandas as pd
import streamlit as st

from moeiwatch.analysis.compound_counts import compound_counts, published_counts
from moeiwatch.analysis.staleness import compound_staleness, stale_after_months
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import read_view
from moeiwatch.views.choice_table import show_choice_table
from moeiwatch.views.compound_dossier import show_dossier
from moeiwatch.views.filters import ask_filters
from moeiwatch.views.only import records_link, select_only
from moeiwatch.views.shell import show_problems
from moeiwatch.views.sources_list import short_citations
from moeiwatch.views.tables import record_table
from moeiwatch.views.take_away import show_take_away
from moeiwatch.views.text import html_text, number, value_words


def show_compounds() -> None:
    """Show the table, or one dossier."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    if show_asked_dossier(view, data):
        return
    asked = st.query_params.get("compound", "")
    st.title("Compounds", anchor=False)
    ask_filters(view, data=data)
    if asked:
        st.html(f'<div class="mw-empty">There is no compound with the id {html_text(asked[:80])}.</div>')
    shown = library.shown(view)["compounds"]
    _show_counts(shown, view, data)
    shown = select_only(shown)
    _show_table(shown, data)
    show_take_away({"compounds": shown}, view, data=data, name="compounds")


def show_asked_dossier(view: ViewState, data: Geodata) -> bool:
    """Show the dossier that the address names; return False if it names none that there is."""
    asked = st.query_params.get("compound", "")
    if asked not in data.layers["compounds"].index:
        return False
    words = newest_words(data, as_of=date.today())
    since = words["not_confirmed_since"].get(asked)
    show_dossier(asked, view, data=data, not_confirmed_since=since if isinstance(since, str) else None)
    return True


def open_dossier(compound: str) -> None:
    """Open the dossier of the row that a reader chose."""
    if compound:
        st.query_params["compound"] = compound


def _show_counts(shown: pd.DataFrame, view: ViewState, data: Geodata) -> None:
    counts = compound_counts(shown)
    own = "".join(
        f"<tr><th scope='row'>{html_text(row.title)}</th><td><strong>"
        f"{records_link(number(row['count']), row['records'], view, page='compounds')}</strong></td>"
        f"<td>{html_text(row.definition)}</td></tr>"
        for _, row in counts.iterrows()
    )
    others = "".join(
        f"<tr><th scope='row'>{html_text(spell_date(row.observed or ''))}</th>"
        f"<td><strong>{html_text(published_words(row))}</strong></td><td>{html_text(row.summary)} "
        f"<small>{short_citations(row.sources, data.sources)}</small></td></tr>"
        for row in published_counts(data.layers["construction_reports"]).dropna(subset=["value"]).itertuples()
    )
    st.html(
        '<p class="mw-note">No one number says how many compounds there are: it depends on the rule. These '
        "are the records shown, counted by three rules; published totals follow rules of their own.</p>"
        f'<table class="mw-facts mw-counts">{own}</table>'
        f"<details><summary>Totals that others published</summary>"
        f'<table class="mw-facts mw-counts">{others}</table></details>'
    )


def published_words(row) -> str:
    """Return a published total as exact as its source gives it."""
    high = None if pd.isna(row.value_max) else row.value_max
    return value_words(row.value, high=high, qualifier=row.value_qualifier)


def _show_table(shown: pd.DataFrame, data: Geodata) -> None:
    if shown.empty:
        st.html('<div class="mw-empty">No compound is in the period and the filters shown.</div>')
        return
    st.html('<p class="mw-note mw-screen">Choose a row to open its dossier. A click on a heading sorts.</p>')
    table = compounds_table(shown, data)
    show_choice_table(table, key="table-compounds", chosen=None, choose=open_dossier, most=20)


def compounds_table(compounds: pd.DataFrame, data: Geodata) -> pd.DataFrame:
    """Return the compounds' table with how many reports and events name each one itself."""
    table = record_table("compounds", compounds, schema=library.schema("compounds"), data=data)
    words = newest_words(data, as_of=date.today()).reindex(table.index)
    table.insert(4, "Not confirmed since", list(words["not_confirmed_since"]))
    table.insert(5, "Newest word", list(words["newest"]))
    for title, layer in (
        ("Construction reports", "construction_reports"),
        ("People events", "rescue_events"),
    ):
        named = data.layers[layer]["compound"].value_counts()
        table.insert(6, title, [int(named.get(record, 0)) for record in table.index])
    return table


def newest_words(data: Geodata, *, as_of: date) -> pd.DataFrame:
    """Return how old the newest word on each compound is, by the rule of the schema."""
    return compound_staleness(
        *(data.layers[layer] for layer in ("compounds", "construction_reports", "rescue_events")),
        as_of=as_of,
        stale_after=stale_after_months(library.schema("compounds")),
    )
