"""The choices on the page of publications: those behind what is shown, kind, access, language, words."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from moeiwatch.analysis.search import fold
from moeiwatch.data.country_names import language_name
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.properties import inner_properties
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.facets import restore_choice
from moeiwatch.views.filters import ask_filters
from moeiwatch.views.search_box import ask_words

_ALL = ""
_FACETS = {"kind": "Type", "access": "Access", "language": "Language"}
"""Columns of the publications that a reader can choose by, which are keys of the address too."""

_SCOPES = {"all": "All publications", "shown": "Behind the records shown"}


def ask_scope(view: ViewState, data: Geodata) -> str:
    """Show the choice of publications, all or behind the records shown, and return it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        keep = restore_choice("scope", widget="sources-scope", options=_SCOPES, default="all")
        scope = st.segmented_control(
            "Publications",
            list(_SCOPES),
            format_func=_SCOPES.get,
            required=True,
            key="sources-scope",
            on_change=keep,
            label_visibility="collapsed",
        )
        if scope == "shown":
            ask_filters(view, data=data)
    return scope


def ask_facets(sources: pd.DataFrame, everything: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Let the reader choose among the publications; return those left, and in words what was chosen.

    Parameters
    ----------
    everything : all publications: what one of them has may be asked for, also where none is left.
    """
    told = []
    titles = term_titles()
    names = {"kind": titles["kind"].get, "access": titles["access"].get, "language": language_name}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = ask_words("sources", placeholder="Words in publisher, title, id")
        for column, label in _FACETS.items():
            chosen = _ask_facet(column, label, sources[column], everything[column], names[column])
            if chosen:
                sources = sources[(sources[column] == chosen).to_numpy(bool)]
                told.append(f"{label.lower()}: {names[column](chosen)}")
    wanted = fold(words).split()
    texts = [
        fold(" ".join(map(str, row)))
        for row in zip(sources.index, sources["publisher"], sources["title"], strict=True)
    ]
    told += [f"words: {words}"] if words else []
    return sources[[all(word in text for word in wanted) for text in texts]], told


def _ask_facet(
    column: str, label: str, values: pd.Series, known: pd.Series, name: Callable[[str], str]
) -> str:
    """Let the reader choose one value of a column, "" for all; each with how many have it."""
    counts = values.value_counts()
    keep = restore_choice(column, widget=f"sources-{column}", options=set(known.dropna()))
    asked = st.session_state[f"sources-{column}"]
    options = [_ALL, *counts.index, *([asked] if asked and asked not in counts.index else [])]
    return st.selectbox(
        label,
        options,
        format_func=lambda one: f"{name(one)} ({counts.get(one, 0)})" if one else "All",
        key=f"sources-{column}",
        on_change=keep,
        width=230,
    )


def term_titles() -> dict[str, dict[str, str]]:
    """Return the title of each term of ``kind`` and ``access``."""
    custom = inner_properties(library.schema("sources").properties["custom"])
    return {
        name: {term: known.title for term, known in custom[name].terms.items()} for name in ("kind", "access")
    }
