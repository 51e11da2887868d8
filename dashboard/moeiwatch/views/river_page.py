"""The river's year: low water, danger, crossing risk by reach and month, outlook, evidence, method."""

import calendar
from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from moeiwatch.analysis.river import (
    danger_by_month,
    exposure_from,
    low_water_by_month,
    low_water_months,
    outlook,
    reach_nearness,
    risk_from,
)
from moeiwatch.analysis.river.crossing_risk import risk_classes
from moeiwatch.data.citations import MONTHS, spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.takeaway.harm import risk_rows
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.chart_frame import show_chart
from moeiwatch.views.cite import cite_as
from moeiwatch.views.river_charts import SHORT, danger_chart, year_chart
from moeiwatch.views.river_evidence import show_evidence
from moeiwatch.views.river_heat import heat_chart, heat_rows, place_labels
from moeiwatch.views.river_method import show_method
from moeiwatch.views.river_words import LABEL, class_words, danger_words, month_words
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.take_away import show_take_away
from moeiwatch.views.text import html_text

_ENDS = {"low": "Least", "best": "Best", "high": "Most"}
_DRAWN = {
    "low": "Drawn: the lower end of the range.",
    "best": "Drawn: the best value.",
    "high": "Drawn: the upper end of the range.",
}
_SPANS = {"year": "Ordinary year", "outlook": "This month and the next five"}


def show_river() -> None:
    """Show the river's year as the model has it, and what speaks against the model."""
    view = read_view()
    data = library.geodata()
    today = date.today()
    as_of = reference_day(view, today=today)
    month = view.month or today.month
    show_problems(data)
    chosen = f"month of the river: {MONTHS[view.month - 1]}" if view.month else ""
    cite_as(ViewState(until=view.until), besides=chosen)
    st.title("The river's year", anchor=False)
    _ask_month(view, today)
    st.html(f'<p class="mw-note"><strong>{html_text(LABEL)}</strong></p>')
    _show_year(month, data, is_now=not view.month, today=today)
    _show_risk(view, month, data, as_of=as_of, today=today)
    show_evidence(view, danger=_year(data, data.version)[1], data=data, as_of=today)
    show_method(data=data, as_of=as_of)
    layers = {name: data.layers[name] for name in ("river_reaches", "hydrology", "season_evidence")}
    risk = _risk(data, data.version, as_of)
    rows = risk_rows(data.layers["river_reaches"], risk, as_of=as_of)
    show_take_away(layers, ViewState(), data=data, name="river", tables=lambda scope: {"crossing_risk": rows})


def reference_day(view: ViewState, *, today: date) -> date:
    """Return the day on which compounds are looked at: the end of the period shown, and never after today."""
    if not view.until:
        return today
    year, month = map(int, view.until.split("-"))
    return min(date(year, month, calendar.monthrange(year, month)[1]), today)


def _ask_month(view: ViewState, today: date) -> None:
    st.session_state["river-month"] = view.month
    st.segmented_control(
        "Month",
        list(range(13)),
        format_func=lambda month: SHORT[month - 1] if month else f"Now ({MONTHS[today.month - 1]})",
        key="river-month",
        label_visibility="collapsed",
        required=True,
        on_change=lambda: keep_view(replace(kept_view(), month=st.session_state["river-month"] or 0)),
    )


def _show_year(month: int, data: Geodata, *, is_now: bool, today: date) -> None:
    low_water, danger, low_months = _year(data, data.version)
    drawn = {"month": month, "version": data.version, "as_of": today}
    year = partial(year_chart, low_water, danger["floods"].map(len), low_months=low_months, **drawn)
    left, right = st.columns(2, gap="large")
    with left:
        st.html(f'<p class="mw-summary">{html_text(month_words(month, low_water, is_now=is_now))}</p>')
        show_chart(year, name="low-water", version=data.version, as_of=today)
    with right:
        st.html(f'<p class="mw-summary">{html_text(danger_words(month, danger))}</p>')
        make = partial(danger_chart, danger, **drawn)
        show_chart(make, name="danger", version=data.version, as_of=today)


def _show_risk(view: ViewState, month: int, data: Geodata, *, as_of: date, today: date) -> None:
    st.header("Crossing risk along the river", anchor="risk")
    reaches = data.layers["river_reaches"]
    risk = _risk(data, data.version, as_of)
    if reaches.empty:
        st.html('<div class="mw-empty">The data holds no reach of the river.</div>')
        return
    words = class_words(risk.xs(month, level="month")["class"])
    st.html(
        f'<p class="mw-note">{MONTHS[month - 1]}, for the compounds as known on '
        f"{spell_date(as_of.isoformat())}. {html_text(words)} One index of low water stands for the whole "
        "river; "
        "what differs from reach to reach is only how near compounds are.</p>"
    )
    with st.container(horizontal=True):
        span = st.segmented_control(
            "Months", list(_SPANS), format_func=_SPANS.get, default="year", required=True, key="river-span"
        )
        end = st.segmented_control(
            "End of the range",
            list(_ENDS),
            format_func=_ENDS.get,
            default="best",
            required=True,
            key="river-end",
        )
    if span == "outlook":
        risk = _outlook(data, data.version, today)
        months = {text: f"{spell_date(text)[:3]} {text[:4]}" for text in risk.index.unique("month")}
        title, chosen = "Outlook: no forecast, an ordinary year's water and the compounds of today", ""
        day = today
    else:
        months = dict(enumerate(SHORT, start=1))
        title, chosen = "Crossing risk by reach and month", SHORT[month - 1]
        day = as_of
    rows = heat_rows(risk.assign(**{"class": risk_classes(risk[end])}), reaches, months=months)
    heat = partial(
        heat_chart,
        rows,
        place_labels(reaches),
        title=title,
        words=(_DRAWN[end], f"Compounds as known on {spell_date(day.isoformat())}."),
        months=list(months.values()),
        chosen=chosen,
        version=data.version,
        as_of=today,
    )
    show_chart(heat, name="crossing-risk", version=data.version, as_of=today)
    show_link("map", "See the reaches on the map", view)


@st.cache_data(show_spinner=False, max_entries=2)
def _year(_data: Geodata, version: str) -> tuple[pd.DataFrame, pd.DataFrame, list[int]]:
    hydrology = _data.layers["hydrology"]
    danger = danger_by_month(hydrology, season_evidence=_data.layers["season_evidence"])
    return low_water_by_month(hydrology), danger, low_water_months(hydrology)


@st.cache_data(show_spinner=False, max_entries=16)
def _risk(_data: Geodata, version: str, as_of: date) -> pd.DataFrame:
    exposure = exposure_from(_nearness(_data, version), _data.layers["compounds"], as_of=as_of)
    return risk_from(exposure, _year(_data, version)[0])


@st.cache_data(show_spinner=False, max_entries=2)
def _nearness(_data: Geodata, version: str) -> dict[str, pd.DataFrame]:
    return reach_nearness(_data.layers["river_reaches"], _data.layers["compounds"])


@st.cache_data(show_spinner="Working out the outlook", max_entries=4)
def _outlook(_data: Geodata, version: str, as_of: date) -> pd.DataFrame:
    layers = _data.layers
    return outlook(layers["river_reaches"], layers["compounds"], layers["hydrology"], as_of=as_of)
