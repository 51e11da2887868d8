"""Crackdown and construction: what was built, torn down and who got out, beside the steps against it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import read_view
from moeiwatch.views.brush import keep_period
from moeiwatch.views.building_notes import LAYERS, show_what_is_drawn, show_what_is_missing
from moeiwatch.views.building_shown import (
    building_rows,
    drawn_span,
    known_in_all,
    show_chart_of_building,
)
from moeiwatch.views.building_words import show_answers, show_verdict
from moeiwatch.views.cite import cite_as
from moeiwatch.views.facets import ask_layer
from moeiwatch.views.filters import ask_filters
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import show_record_table
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.take_away import show_take_away


def show_building() -> None:
    """Show what the records say, the chart, and the records behind it."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Crackdown and construction", anchor=False)
    known = known_in_all(data, data.version)
    show_verdict(**known)
    with st.container(horizontal=True, vertical_alignment="center"):
        ask_filters(view, data=data)
        if view.since or view.until:
            st.button(
                "All years", on_click=keep_period, args=("", ""), type="tertiary", key="building-all-years"
            )
    cite_as(applied_view(view, {layer: data.layers[layer] for layer in LAYERS}))
    whole = library.shown(replace(view, since="", until=""))
    choice = replace(view, since="", until="", selected="", viewport=None, theme="", base="", month=0)
    rows = building_rows(data, data.version, choice)
    show_what_is_missing(rows, whole, view)
    if drawn_span(rows):
        show_chart_of_building(rows, view, data)
    else:
        st.html('<div class="mw-empty">Nothing is left by these filters that could be drawn.</div>')
    show_what_is_drawn(rows, view, steps=len(whole["interventions"]))
    show_answers(known["found"])
    _show_records(library.shown(view), view, data)


def _show_records(shown: dict[str, pd.DataFrame], view: ViewState, data: Geodata) -> None:
    st.subheader("The records behind the chart", anchor="records")
    layer = ask_layer(
        LAYERS,
        view,
        widget="building-layer",
        show=lambda name: f"{library.schema(name).title} {len(shown[name]):,}",
    )
    chosen, _, record = view.selected.partition("/")
    is_chosen = chosen == layer and record in shown[layer].index
    table, detail = st.columns([2.1, 1], gap="medium") if is_chosen else (st.container(), None)
    with table:
        show_record_table(layer, shown[layer], view, data=data, key="building")
    if detail is not None:
        with detail:
            show_record(layer, record, data=data)
    with st.container(horizontal=True, vertical_alignment="center"):
        show_take_away({name: shown[name] for name in LAYERS}, view, data=data, name="building")
        show_link("events", "Read them one by one", view, layer=layer)
