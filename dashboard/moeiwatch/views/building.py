"""Crackdown and construction: what was built, torn down and who got out, beside the steps against it."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from moeiwatch.analysis.growth import monthly_people, monthly_reports, monthly_steps
from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.building_chart import brush_months, building_charts, one_picture, time_span
from moeiwatch.views.building_words import show_answers
from moeiwatch.views.chart_frame import drawn, is_dark, show_downloads
from moeiwatch.views.chart_spec import chart_specs
from moeiwatch.views.chart_title import chart_title
from moeiwatch.views.cite import cite_as
from moeiwatch.views.filters import ask_filters, filter_words
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import show_record_table
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.take_away import show_take_away

_LEGEND = (
    '<p class="mw-note mw-key"><span class="mw-box observed"></span>observed '
    '<span class="mw-box claimed"></span>claimed by an authority, an armed group or a company '
    '<span class="mw-box not_stated"></span>basis not stated '
    '<span class="mw-box sand"></span>months of low water. Thin line: range of people.</p>'
)
_CLOCK = {
    "happened": "Everything stands in the month in which it happened.",
    "known": "Everything stands in the month in which it first became public.",
}
_LAYERS = ("construction_reports", "rescue_events", "interventions")


def show_building() -> None:
    """Show the chart, what it answers, and the records behind it."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Crackdown and construction", anchor=False)
    st.html(
        '<p class="mw-note">Did rescues, raids and cuts of power slow the building? Reports a month '
        "of building above the line and of tearing down below it, people who got out along the foot. "
        f"{_CLOCK[view.mode]} "
        "Much-watched months have more reports: a tall bar is much seen, not surely much built. Drag over "
        "the bars to choose a period for every page.</p>"
    )
    ask_filters(view, data=data)
    cite_as(applied_view(view, {layer: data.layers[layer] for layer in _LAYERS}))
    whole = library.shown(replace(view, since="", until=""))
    if all(whole[layer].empty for layer in _LAYERS):
        st.html('<div class="mw-empty">Nothing is left by these filters.</div>')
        return
    choice = replace(view, since="", until="", selected="", viewport=None, theme="", base="", month=0)
    reports, people, steps = _by_month(data, data.version, choice)
    low_months = library.low_months()
    make = partial(
        building_charts, reports, people, steps, low_months=low_months, period=(view.since, view.until)
    )
    drawn_months = brush_months((view.since, view.until), time_span(reports, people, steps))
    dark = is_dark()
    rows = chart_specs(make, dark=dark)
    st.html(_LEGEND)
    with drawn("construction", dark=dark):
        st.vega_lite_chart(spec=rows["steps"], alt="Steps against the compounds by month, by kind.")
        st.vega_lite_chart(
            spec=rows["reports"],
            key=_key(view),
            on_select=lambda: keep_brush(st.session_state[_key(view)], drawn=drawn_months),
            alt="Reports of building above the line, of tearing down below it, by month.",
        )
        st.vega_lite_chart(spec=rows["people"], alt="People who got out, by month, with the range.")
    today = date.today()
    filters = filter_words(replace(view, since="", until=""), data=data)  # the whole time is drawn
    title = chart_title(
        "Crackdown and construction",
        "Reports a month: building above the line, tearing down below; filled: observed, dashed: claimed.",
        "People out: range and best value of the largest kind.",
        _CLOCK[view.mode],
        f"Filters: {filters}.",
        version=data.version,
        as_of=today,
        dark=False,
    )
    show_downloads(
        lambda dark: one_picture(make(dark=dark), title),
        name="construction",
        version=data.version,
        as_of=today,
    )
    shown = library.shown(view)
    show_answers(data)
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


def _key(view: ViewState) -> str:
    """Return a key that is new for a new period: a chart keeps its first brush otherwise."""
    return f"building-chart-{view.since}-{view.until}"


def keep_brush(state: dict, *, drawn: tuple[str, str]) -> None:
    """Make the months that a reader brushed the period of the view.

    Parameters
    ----------
    state : the chart's state, as Streamlit keeps it.
    drawn : months of the brush as it was drawn: the chart tells these by itself when it opens, and a period
        that is open would be closed by nobody's hand.
    """
    months = brushed_months(state)
    if months and months != drawn:
        keep_view(replace(kept_view(), since=months[0], until=months[1]))


@st.cache_data(show_spinner=False, max_entries=64)
def _by_month(_data: Geodata, version: str, view: ViewState) -> tuple[pd.DataFrame, ...]:
    """Return reports, people and steps by month, whatever the period of the view; all by its one clock."""
    shown = library.shown(view)
    reports, events = shown["construction_reports"], shown["rescue_events"]
    clock = {"mode": view.mode, "sources": _data.sources}
    return (
        monthly_reports(reports, events, **clock),
        monthly_people(events, **clock),
        monthly_steps(shown["interventions"], **clock),
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
    chosen, _, record = view.selected.partition("/")
    is_chosen = chosen == layer and record in shown[layer].index
    table, detail = st.columns([2.1, 1], gap="medium") if is_chosen else (st.container(), None)
    with table:
        show_record_table(layer, shown[layer], view, data=data, key="building")
    if detail is not None:
        with detail:
            show_record(layer, record, data=data)
    with st.container(horizontal=True, vertical_alignment="center"):
        show_take_away({name: shown[name] for name in _LAYERS}, view, data=data, name="building")
        show_link("events", "Read them one by one", view, layer=layer)
