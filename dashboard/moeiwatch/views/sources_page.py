"""The publications: what each says of whom, how it was read, and which records rest on it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.analysis.backlinks import records_by_source
from moeiwatch.data.citations import link
from moeiwatch.data.country_names import language_name
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.choice_table import show_choice_table
from moeiwatch.views.cite import cite_as
from moeiwatch.views.shell import show_problems
from moeiwatch.views.source_detail import show_source
from moeiwatch.views.sources_facets import ask_facets, ask_scope, term_titles
from moeiwatch.views.table_columns import fit_columns
from moeiwatch.views.take_away import show_take_away, view_words
from moeiwatch.views.text import html_text


def show_sources() -> None:
    """Show the publications as a table with facets, and the one that the address names."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Sources", anchor=False)
    scope = ask_scope(view, data)
    behind = _behind(data, data.version, None) if scope == "all" else _behind_view(data, view)
    sources = data.sources if scope == "all" else data.sources[data.sources.index.isin(behind["source"])]
    sources, told = ask_facets(sources, data.sources)
    if scope == "shown":
        told.insert(0, view_words(view, data=data, besides="publications behind the records shown"))
    besides = "; ".join(told)
    cite_as(ViewState(), besides=besides)
    table = sources_table(sources, behind, titles=term_titles())
    _say_counts(table, data)
    asked = st.query_params.get("source", "")
    chosen = asked if asked in data.sources.index else ""
    if asked and not chosen:
        st.html(f'<div class="mw-empty">There is no publication with the id {html_text(asked[:80])}.</div>')
    left, right = st.columns([1.7, 1], gap="medium") if chosen else (st.container(), None)
    with left:
        _show_table(table, chosen)
        show_take_away(
            {"sources": data.sources.loc[table.index]},
            ViewState(),
            data=data,
            name="sources",
            besides=besides,
            tables=lambda which: _file_tables(table.index if which == "shown" else None, behind, data),
        )
    if right is not None:
        with right:
            show_source(chosen, view, behind=_behind(data, data.version, None), data=data)


def sources_table(
    sources: pd.DataFrame, behind: pd.DataFrame, *, titles: dict[str, dict[str, str]]
) -> pd.DataFrame:
    """Return the publications as rows for people, newest first; index the id.

    Parameters
    ----------
    behind : as `records_by_source` returns it.
    titles : title of each term of ``kind`` and ``access``.
    """
    counts = behind["source"].value_counts()
    rows = {
        "Published": sources["published"],
        "Publisher": sources["publisher"],
        "Title": sources["title"],
        "Records": [int(counts.get(one, 0)) for one in sources.index],
        "Type": [titles["kind"].get(kind, kind) for kind in sources["kind"]],
        "Access": [titles["access"].get(access, access) for access in sources["access"]],
        "Language": [language_name(code) for code in sources["language"]],
        "Link": [link(source) for _, source in sources.iterrows()],
    }
    table = pd.DataFrame(rows, index=sources.index)
    return table.sort_values("Published", ascending=False, kind="stable", na_position="last")


@st.cache_data(show_spinner=False, max_entries=8)
def _behind(_data: Geodata, version: str, view: ViewState | None) -> pd.DataFrame:
    if view is None:
        return records_by_source(_data.layers, _data.actors)
    return records_by_source(library.shown(view))


def _behind_view(data: Geodata, view: ViewState) -> pd.DataFrame:
    return _behind(data, data.version, replace(view, viewport=None, base="", theme="", selected=""))


def _file_tables(shown: pd.Index | None, behind: pd.DataFrame, data: Geodata) -> dict[str, pd.DataFrame]:
    """Return which records rest on the publications shown, by the filters; all of them for None."""
    if shown is None:
        return {"records_by_source": _behind(data, data.version, None)}
    return {"records_by_source": behind[behind["source"].isin(shown)]}


def _say_counts(table: pd.DataFrame, data: Geodata) -> None:
    copies = int((data.sources.loc[table.index, "access"] == "copy").sum())
    unused = int((table["Records"] == 0).sum())
    read, held = data.counts["sources"]
    words = f"{plural(len(table), 'publication')} of {read if held is None else held:,}."
    if held is None:
        words += " None could be read: sources.json is broken."
    elif read < held:
        words += f" Could not be read and are left out: {held - read:,}."
    if copies:
        words += f" Read in a copy on another host, and so cited but not linked: {copies}."
    if unused:
        words += f" Without a record that rests on it: {unused}."
    st.html(f'<p class="mw-note">{html_text(words)} Choose a row to see the records that rest on it.</p>')


def _show_table(table: pd.DataFrame, chosen: str) -> None:
    if table.empty:
        st.html('<div class="mw-empty">No publication fits the search and the facets.</div>')
        return
    show_choice_table(
        table,
        key="table-sources",
        chosen=chosen,
        choose=lambda source: keep_view(kept_view(), source=source),
        columns={
            **fit_columns(table, wide=("Title",)),
            "Records": st.column_config.NumberColumn(
                width="small", help="How many records rest on it.", format="accounting", step=1
            ),
            "Link": st.column_config.LinkColumn(width="small", display_text="open"),
        },
        most=16,
    )
