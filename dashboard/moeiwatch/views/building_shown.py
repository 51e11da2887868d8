"""The chart of crackdown and construction on its page: its rows, the brush, and words on what is drawn."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from moeiwatch.analysis.before_after import before_and_after
from moeiwatch.analysis.growth import monthly_steps
from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.monthly_people import monthly_people
from moeiwatch.analysis.report_spans import report_spans
from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.brush import keep_brush
from moeiwatch.views.building_chart import building_chart
from moeiwatch.views.building_counts import down_rows
from moeiwatch.views.building_notes import CLOCK, LAYERS
from moeiwatch.views.building_steps import steps_rows
from moeiwatch.views.building_words import MONTHS, PIVOT
from moeiwatch.views.chart_frame import drawn, is_dark, show_downloads
from moeiwatch.views.chart_spec import chart_spec
from moeiwatch.views.chart_title import chart_title
from moeiwatch.views.take_away import view_words

_LEGEND = (
    '<p class="mw-note mw-key"><span class="mw-box observed"></span>observed '
    '<span class="mw-box claimed"></span>claimed by an authority, an armed group or a company '
    '<span class="mw-box not_stated"></span>basis not stated <span class="mw-box sand"></span>months of low '
    "water. Drag to choose a period for every page; double-click for all years.</p>"
)


def show_chart_of_building(rows: dict[str, pd.DataFrame], view: ViewState, data: Geodata) -> None:
    """Show the chart with its legend, its brush and its downloads.

    Parameters
    ----------
    rows : as `building_rows`; at least one of them holds something that has a month.
    """
    period, span = (view.since, view.until), drawn_span(rows)
    make = partial(building_chart, rows, span, low_months=library.low_months())
    st.html(_LEGEND)
    dark = is_dark()
    months = " to ".join(spell_date(month) for month in span)
    with drawn("construction", dark=dark):
        st.vega_lite_chart(
            spec=chart_spec(partial(make, period=period), dark=dark),
            key=_key(view),
            on_select=lambda: keep_brush(st.session_state[_key(view)]),
            alt="By month: steps against the compounds, reports of building and of tearing down, buildings "
            f"down, people out. {months}. All records are in the table below.",
        )
    today = date.today()
    whole = replace(view, since="", until="")  # the whole time is drawn
    filters = view_words(applied_view(whole, {layer: data.layers[layer] for layer in LAYERS}), data=data)
    title = chart_title(
        "Crackdown and construction",
        "Reports, not buildings. Filled: observed, dashed: claimed, thin: not stated. Sand: low water.",
        "People out: reports that ended in the month, not to be added; pale: begun before it; line: range.",
        CLOCK[view.mode],
        f"Filters: {filters}.",
        version=data.version,
        as_of=today,
        dark=False,
    )
    show_downloads(
        lambda dark: make(period=None, dark=dark).properties(title=title),
        name="construction",
        version=data.version,
        as_of=today,
    )


def _key(view: ViewState) -> str:
    """Return a key that is new for a new period: what was dragged before is then gone."""
    return f"building-chart-{view.since}-{view.until}"


@st.cache_data(show_spinner=False, max_entries=64)
def building_rows(_data: Geodata, version: str, view: ViewState) -> dict[str, pd.DataFrame]:
    """Return the rows of the chart, whatever the period of the view, all by its one clock; see
    `building_chart`."""
    shown, clock = library.shown(view), {"mode": view.mode, "sources": _data.sources}
    reports, steps = (shown[name] for name in ("construction_reports", "interventions"))
    names = _data.layers["compounds"]["name"]
    terms = library.schema("interventions").properties["kind"].terms
    kinds = {kind: term.title for kind, term in terms.items()}
    spans = report_spans(reports, **clock)
    people = monthly_people(shown["rescue_events"], among=_data.layers["rescue_events"], **clock)
    down = down_rows(reports, names=names)
    if view.mode == "known":
        public = known_spans(reports.loc[down.index], sources=_data.sources)["start"]
        down = down.assign(start=pd.to_datetime(public)).dropna(subset=["start"])
    return {
        "steps": steps_rows(steps, monthly_steps(steps, **clock)["month"], kinds=kinds),
        "spans": spans.assign(where=[names.get(where, where) for where in spans["where"]]),
        "down": down,
        "people": people.assign(start=pd.to_datetime(people["month"].replace("", None))),
    }


def drawn_span(rows: dict[str, pd.DataFrame]) -> tuple[str, str] | None:
    """Return the first and the last month that the chart draws anything in; None where it draws nothing."""
    spans = rows["spans"][(rows["spans"]["reach"] != "vague").to_numpy(bool)]
    starts = [frame["start"] for frame in (rows["steps"], rows["down"], rows["people"])]
    days = pd.concat([*starts, spans["start"], spans["end"]]).dropna()
    return (f"{days.min():%Y-%m}", f"{days.max():%Y-%m}") if len(days) else None


@st.cache_data(show_spinner=False, max_entries=4)
def known_in_all(_data: Geodata, version: str) -> dict:
    """Return what the words over the chart rest on: all records, whatever the filters."""
    reports = _data.layers["construction_reports"]
    spans = report_spans(reports)
    built = spans[((spans["side"] == "built") & (spans["reach"] != "vague")).to_numpy(bool)]
    newest = "" if built.empty else f"{built['end'].max():%Y-%m}"
    return {
        "found": before_and_after(reports, pivot=PIVOT, months=MONTHS),
        "down": down_rows(reports, names=_data.layers["compounds"]["name"]),
        "newest": newest,
    }
