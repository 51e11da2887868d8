"""Crackdown and construction: what was built, torn down and who got out, beside the steps against it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.analysis.growth import monthly_people, monthly_reports
from moeiwatch.analysis.river.low_water import low_water_months
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.building_chart import building_chart
from moeiwatch.views.building_words import show_answers
from moeiwatch.views.filters import ask_filters
from moeiwatch.views.record_table import show_record_table
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.take_away import show_take_away

_KEY = "building-chart"
_LAYERS = ("construction_reports", "rescue_events", "interventions")


def show_building() -> None:
    """Show the chart, what it answers, and the records behind it."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Crackdown and construction", anchor=False)
    st.html(
        '<p class="mw-note">Did rescues, raids and cuts of power and fuel slow the building? Reports a month of '
        "building above the line and of tearing down below it, people who got out along the foot. Much-watched "
        "months have more reports: a tall bar is much seen, not surely much built.</p>"
    )
    ask_filters(view, data=data)
    whole = library.shown(replace(view, since="", until=""))
    if all(whole[layer].empty for layer in _LAYERS):
        st.html('<div class="mw-empty">Nothing is left by these filters.</div>')
        return
    chart = building_chart(
        _reports(whole, view, data),
        monthly_people(whole["rescue_events"]),
        whole["interventions"],
        low_months=low_water_months(data.layers["hydrology"]),
        view=view,
        dark=st.context.theme.type == "dark",
    )
    st.altair_chart(chart, key=f"{_KEY}-{view.since}-{view.until}", on_select=_keep_brush(view))
    shown = library.shown(view)
    show_answers(shown, view, data=data)
    _show_records(shown, view, data)


def brushed_months(state: dict) -> tuple[str, str] | None:
    """Return the first and last month that a reader brushed on the chart; None where nothing is chosen.

    Parameters
    ----------
    state : the chart's state, as Streamlit keeps it: the ends of the brush in milliseconds since 1970.
    """
    ends = state.get("selection", {}).get("period", {}).get("month")
    if not isinstance(ends, list) or len(ends) != 2:
        return None
    first, last = (pd.Timestamp(end, unit="ms") for end in sorted(ends))
    return f"{first:%Y-%m}", f"{last:%Y-%m}"


def _keep_brush(view: ViewState):
    key = f"{_KEY}-{view.since}-{view.until}"

    def keep() -> None:
        months = brushed_months(st.session_state[key])
        if months:
            keep_view(replace(kept_view(), since=months[0], until=months[1]))

    return keep


def _reports(shown: dict[str, pd.DataFrame], view: ViewState, data: Geodata) -> pd.DataFrame:
    return monthly_reports(
        shown["construction_reports"], shown["rescue_events"], mode=view.mode, sources=data.sources
    )


def _show_records(shown: dict[str, pd.DataFrame], view: ViewState, data: Geodata) -> None:
    st.subheader("The records behind the chart", anchor="records")
    layer = st.segmented_control(
        "Kind of record",
        _LAYERS,
        format_func=lambda name: f"{library.schema(name).title} {len(shown[name])}",
        default=_LAYERS[0],
        label_visibility="collapsed",
        required=True,
        key="building-layer",
    )
    show_record_table(layer, shown[layer], view, data=data, key="building")
    with st.container(horizontal=True, vertical_alignment="center"):
        show_take_away({name: shown[name] for name in _LAYERS}, view, data=data, name="building")
        show_link("events", "Read them one by one", view, layer=layer)
