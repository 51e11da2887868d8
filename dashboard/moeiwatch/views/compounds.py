"""The compounds as a table, and the dossier of the one that the address names."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.compound_counts import compound_counts, published_counts
from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import read_view
from moeiwatch.views.choice_table import show_choice_table
from moeiwatch.views.cite import cite_as
from moeiwatch.views.compound_dossier import show_dossier
from moeiwatch.views.compounds_table import NAMING, compounds_table
from moeiwatch.views.filters import ask_filters
from moeiwatch.views.hidden import hidden_words, is_hidden
from moeiwatch.views.only import only_words, records_link, select_only
from moeiwatch.views.shell import show_problems
from moeiwatch.views.sources_list import short_citations
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
    cited = applied_view(view, {layer: data.layers[layer] for layer in ("compounds", *NAMING)})
    cite_as(cited, besides=only_words())
    _show_counts(shown, view, data)
    shown = select_only(shown, among=data.layers["compounds"])
    _show_table(shown, view, data)
    show_take_away({"compounds": shown}, view, data=data, name="compounds", besides=only_words())


def show_asked_dossier(view: ViewState, data: Geodata) -> bool:
    """Show the dossier that the address names; return False if it names none that there is."""
    asked = st.query_params.get("compound", "")
    if asked not in data.layers["compounds"].index:
        return False
    words = library.with_words(data.layers["compounds"].loc[[asked]], ViewState()).loc[asked]
    show_dossier(asked, view, data=data, not_confirmed_since=words["not_confirmed_since"])
    return True


def open_dossier(compound: str) -> None:
    """Open the dossier of the row that a reader chose."""
    if compound:
        st.query_params["compound"] = compound


def _show_counts(shown: pd.DataFrame, view: ViewState, data: Geodata) -> None:
    if is_hidden("compounds", view):
        st.html(f'<div class="mw-empty">{html_text(hidden_words("compounds", view))}</div>')
        return
    counts = compound_counts(shown, among=data.layers["compounds"])
    own = "".join(
        f"<tr><th scope='row'>{html_text(row.title)}</th><td><strong>"
        f"{records_link(number(row['count']), row['records'], view, page='compounds')}</strong></td>"
        f"<td class='mw-words'>{html_text(row.definition)}</td></tr>"
        for _, row in counts.iterrows()
    )
    others = "".join(
        f"<tr><th scope='row'>{html_text(spell_date(row.observed or ''))}</th>"
        f"<td><strong>{html_text(published_words(row))}</strong></td>"
        f"<td class='mw-words'>{html_text(row.summary)} "
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


def _show_table(shown: pd.DataFrame, view: ViewState, data: Geodata) -> None:
    if is_hidden("compounds", view):
        return
    if shown.empty:
        st.html('<div class="mw-empty">No compound is in the period and the filters shown.</div>')
        return
    words = (
        '<p class="mw-note mw-screen">A click on a name opens its dossier; on the keyboard, Shift and space '
        "in its row. In order of the names; a click on a heading sorts by that column.</p>"
    )
    if view.until:
        words += (
            '<p class="mw-note">Status, newest word and "not confirmed since" are those of the end of '
            f"{html_text(spell_date(view.until))}; reports and events are counted in the period. The rest, "
            "the summary included, is the record as it stands today.</p>"
        )
    st.html(words)
    table = compounds_table(shown, view, data=data)
    show_choice_table(table, key="table-compounds", chosen=None, choose=open_dossier, most=20)
