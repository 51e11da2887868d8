"""Reports, events and policy steps as tables that can be cut down and searched."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.analysis.periods import count_vague
from moeiwatch.analysis.search import select_matching
from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.cite import cite_as
from moeiwatch.views.facets import ask_layer
from moeiwatch.views.filters import ask_filters
from moeiwatch.views.only import only_words, select_named, select_only
from moeiwatch.views.people_counted import show_people_counted
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import held_words, show_record_table
from moeiwatch.views.search_box import ask_words
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.take_away import show_take_away
from moeiwatch.views.text import html_text

LAYERS = ("rescue_events", "construction_reports", "interventions", "crossings", "season_evidence")


def show_events() -> None:
    """Show one layer's records as a table with facets and search."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Events", anchor=False)
    layer = ask_layer(
        LAYERS, view, widget="events-layer", show=lambda name: library.schema(name).title, search="", only=""
    )
    unhidden = replace(view, hide=tuple(name for name in view.hide if name != layer))  # asked for by name
    shown = library.shown(unhidden)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        ask_filters(view, data=data)
        _ask_kinds(layer, view)
        words = ask_words("events", placeholder="Words in place, summary, actors", width=320)
    besides = "; ".join(filter(None, (only_words(), f"words: {words}" if words else "")))
    cite_as(
        applied_view(unhidden, {layer: data.layers[layer]}),
        what=f"Events: {library.schema(layer).title}",
        besides=besides,
    )
    records = select_matching(select_only(shown[layer], among=data.layers[layer]), words)
    _say_counts(layer, records, data)
    if layer == "rescue_events":
        of_all_years = select_matching(select_named(library.of_all_years(unhidden)[layer]), words)
        show_people_counted(of_all_years, period=library.counting_period(view), data=data)
    table, detail = st.columns([2.1, 1], gap="medium") if _is_chosen(layer, view) else (st.container(), None)
    with table:
        show_record_table(layer, records, view, data=data, key="events")
        show_take_away({layer: records}, unhidden, data=data, name=layer, besides=besides)
    if detail is not None:
        with detail:
            show_link("map", "Show on the map", view)
            show_record(layer, view.selected.partition("/")[2], data=data)


def _ask_kinds(layer: str, view: ViewState) -> None:
    """Let the reader hide kinds: the same as the map's legend does."""
    known = library.schema(layer).properties.get("kind")
    if known is None or not known.terms:
        return
    hidden = {name.partition(".")[2] for name in view.hide if name.startswith(f"{layer}.")}
    key = f"events-kinds-{layer}"
    st.session_state[key] = [term for term in known.terms if term not in hidden] if hidden else []

    def keep() -> None:
        chosen = st.session_state[key]
        kept = {name for name in kept_view().hide if not name.startswith(f"{layer}.")}
        if chosen:
            kept |= {f"{layer}.{term}" for term in known.terms if term not in chosen}
        keep_view(replace(kept_view(), hide=tuple(sorted(kept))))

    st.multiselect(
        known.title,
        list(known.terms),
        key=key,
        format_func=lambda term: known.terms[term].title,
        on_change=keep,
        placeholder="All kinds",
        width=360,
    )


def _say_counts(layer: str, records: pd.DataFrame, data: Geodata) -> None:
    vague = count_vague(records)
    words = f"{plural(len(records), 'record')} of {held_words(data.layers[layer])}"
    unplaced = int(records.geometry.isna().sum())
    if unplaced:
        words += f" {unplaced} without a known place are not on the map."
    if vague:
        dated = f"{plural(vague, 'is', 'are')} dated by month or year only"
        words += f" {dated}: each is shown in any period that it may lie in."
    st.html(f'<p class="mw-note">{html_text(words)}</p>')


def _is_chosen(layer: str, view: ViewState) -> bool:
    return view.selected.partition("/")[0] == layer
