"""Armed groups, companies and named persons: sanctions, and the compounds they are named with."""

import pandas as pd
import streamlit as st

from moeiwatch.analysis.backlinks import compounds_by_actor, sanction_rows
from moeiwatch.analysis.key_figures import KeyFigures, key_figures
from moeiwatch.analysis.records import select_standing
from moeiwatch.analysis.search import select_matching
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.properties import inner_properties
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.actor_detail import show_actor
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.choice_table import show_choice_table
from moeiwatch.views.cite import cite_as
from moeiwatch.views.facets import ask_switch, restore_choice
from moeiwatch.views.only import only_words, select_only
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import show_record_table
from moeiwatch.views.search_box import ask_words
from moeiwatch.views.shell import show_problems
from moeiwatch.views.take_away import show_take_away
from moeiwatch.views.text import html_text


def show_actors() -> None:
    """Show the actors as a table, and the one that the address names."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Actors", anchor=False)
    st.html(f'<p class="mw-note">{html_text(library.schema("actors").description)}</p>')
    figures = key_figures(data.layers["interventions"], data.actors)
    _show_figures(figures)
    actors, chosen_by = _facets(data)
    besides = "; ".join(chosen_by)
    cite_as(ViewState(), besides=besides)
    asked = st.query_params.get("actor", "")
    chosen = asked if asked in data.actors.index else ""
    if asked and not chosen:
        st.html(f'<div class="mw-empty">There is no actor with the id {html_text(asked[:80])}.</div>')
    left, right = st.columns([1.5, 1], gap="medium") if chosen else (st.container(), None)
    with left:
        _show_table(actors, chosen, data)
        show_take_away(
            {"actors": actors},
            ViewState(),
            data=data,
            name="actors",
            besides=besides,
            tables=lambda scope: _file_tables(actors if scope == "shown" else data.actors, data),
        )
    if right is not None:
        with right:
            show_actor(chosen, view, data=data)
    _show_steps(figures, view, data)


def actors_table(actors: pd.DataFrame, *, data: Geodata, titles: dict[str, dict[str, str]]) -> pd.DataFrame:
    """Return the actors as rows for people; index the id.

    Parameters
    ----------
    titles : title of each term of ``kind`` and of ``authority``.
    """
    named = compounds_by_actor(data.layers["compounds"])
    sanctions = sanction_rows(actors)
    names = data.layers["compounds"]["name"]
    rows = []
    for actor, row in actors.iterrows():
        own = sanctions[sanctions["actor"] == actor]
        at = list(dict.fromkeys(named["compound"][named["actor"] == actor]))
        rows.append(
            {
                "Name": row["name"],
                "Kind": titles["kind"].get(row["kind"], row["kind"]),
                "Sanctioned by": ", ".join(
                    dict.fromkeys(titles["authority"].get(one, one) for one in own["authority"])
                )
                or None,
                "First sanctioned": min(own["date"].dropna(), default=None),
                "Named with": ", ".join(names.get(one, one) for one in at) or None,
                "Summary": row["summary"],
            }
        )
    columns = ["Name", "Kind", "Sanctioned by", "First sanctioned", "Named with", "Summary"]
    return pd.DataFrame(rows, index=actors.index, columns=columns, dtype=object)


def _file_tables(actors: pd.DataFrame, data: Geodata) -> dict[str, pd.DataFrame]:
    named = compounds_by_actor(data.layers["compounds"])
    return {"named_with": named[named["actor"].isin(actors.index)]}


def _titles() -> dict[str, dict[str, str]]:
    properties = library.schema("actors").properties
    authority = inner_properties(properties["sanctions"])["authority"]
    return {
        name: {term: words.title for term, words in known.terms.items()}
        for name, known in (("kind", properties["kind"]), ("authority", authority))
    }


def _show_steps(figures: KeyFigures, view: ViewState, data: Geodata) -> None:
    """Show the records behind the numbers of arrests, orders to extradite, extraditions and sanctions."""
    ids = [*figures.arrested, *figures.ordered, *figures.extradited, *figures.sanctions]
    if not ids:
        return
    st.subheader("Steps against people at the top", anchor="steps")
    words = (
        f"Arrests: {len(figures.arrested)}; orders to extradite: {len(figures.ordered)}; "
        f"extraditions carried out: {len(figures.extradited)}; sanctions, each with any number of names: "
        f"{len(figures.sanctions)}. These are steps, not people: several may be against one man. Choose one "
        "to read it with its sources."
    )
    st.html(f'<p class="mw-note">{html_text(words)}</p>')
    steps = data.layers["interventions"].loc[ids]
    show_record_table("interventions", steps, view, data=data, key="actors")
    layer, _, record = view.selected.partition("/")
    if layer == "interventions" and record in ids:
        show_record(layer, record, data=data)


def _show_figures(figures: KeyFigures) -> None:
    words = (
        f"Under sanctions: {plural(len(figures.people), 'person', 'people')} and "
        f"{plural(len(figures.organisations), 'organisation')} (companies, armed groups), each counted once, "
        "whatever the number of authorities."
    )
    st.html(f'<p class="mw-note">{html_text(words)}</p>')


def _facets(data: Geodata) -> tuple[pd.DataFrame, list[str]]:
    """Let the reader choose among the actors; return those left, and in words what was chosen."""
    titles = _titles()["kind"]
    keep = restore_choice("kind", widget="actors-kind", options=titles, default=None)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = ask_words("actors", placeholder="Words in names and summary")
        kind = st.pills(
            "Kind",
            [kind for kind in titles if kind in set(data.actors["kind"])],
            format_func=titles.get,
            key="actors-kind",
            on_change=keep,
        )
        listed = ask_switch("sanctioned", "Under sanctions only", widget="actors-sanctioned")
    actors = select_matching(select_only(select_standing(data.actors), among=data.actors), words)
    if kind:
        actors = actors[actors["kind"] == kind]
    if listed:
        actors = actors[[bool(entries) for entries in actors["sanctions"]]]
    told = [
        only_words(),
        f"words: {words}" if words else "",
        f"kind: {titles[kind].lower()}" if kind else "",
        "under sanctions only" if listed else "",
    ]
    return actors, [one for one in told if one]


def _show_table(actors: pd.DataFrame, chosen: str, data: Geodata) -> None:
    if actors.empty:
        st.html('<div class="mw-empty">No actor fits the search and the facets.</div>')
        return
    table = actors_table(actors, data=data, titles=_titles())
    show_choice_table(
        table,
        key="table-actors",
        chosen=chosen,
        choose=lambda actor: keep_view(kept_view(), actor=actor),
        most=16,
    )
