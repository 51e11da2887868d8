"""Who got out of compounds and who was sent home, by country, as far as it was published."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from moeiwatch.analysis.counting_period import Period
from moeiwatch.analysis.nationalities import nationality_coverage
from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.country_names import COUNTRIES, country_name
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.chart_frame import show_chart
from moeiwatch.views.choice_table import show_choice_table
from moeiwatch.views.cite import cite_as
from moeiwatch.views.country_rows import country_rows
from moeiwatch.views.filters import ask_filters
from moeiwatch.views.hidden import hidden_words, is_hidden
from moeiwatch.views.nationalities_chart import nationalities_chart
from moeiwatch.views.nationality_rows import (
    SIDES,
    charted_rows,
    coverage_words,
    nationality_table,
    percent,
    side_range,
    sides_of,
)
from moeiwatch.views.only import records_link
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import show_record_table
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.table_columns import fit_columns
from moeiwatch.views.take_away import show_take_away, view_words
from moeiwatch.views.text import html_text

_CHARTED = 20


def show_nationalities() -> None:
    """Show people by country: chart, table, and the records behind a country."""
    view = read_view()
    data = library.geodata()
    show_problems(data)
    st.title("Nationalities", anchor=False)
    st.html(
        '<p class="mw-note">Who was held, as far as sources name countries for those who were found, freed '
        "or fled, and who was sent home. The two overlap, since most who got out were flown home later: they "
        "stand side by side and are never added. Countries whose embassies tell are better covered than "
        "others.</p>"
    )
    ask_filters(view, data=data)
    events = library.shown(view)["rescue_events"]
    everything = data.layers["rescue_events"]
    applied = applied_view(view, {"rescue_events": everything})
    cite_as(applied)
    of_all_years = library.of_all_years(view)["rescue_events"]
    counted = {"among": everything, "period": library.counting_period(view)}
    table = nationality_table(of_all_years, **counted)
    if is_hidden("rescue_events", view):
        st.html(f'<div class="mw-empty">{html_text(hidden_words("rescue_events", view))}</div>')
    else:
        _show_coverage(of_all_years, table, view, **counted)
        if len(events):
            show_link("events", f"See the {plural(len(events), 'event')}", view, layer="rescue_events")
        _show_countries(table, of_all_years, view, applied, data=data)
    show_take_away(
        {"rescue_events": events},
        view,
        data=data,
        name="nationalities",
        tables=lambda scope: _file_tables(table, scope=scope, everything=everything),
    )


def _show_countries(
    table: pd.DataFrame, events: pd.DataFrame, view: ViewState, applied: ViewState, *, data: Geodata
) -> None:
    """Show chart and table of the countries, and the records behind the one that is chosen."""
    if table.empty:
        st.html('<div class="mw-empty">No record in the period and the filters shown names a country.</div>')
        return
    today = date.today()
    chart = partial(
        nationalities_chart,
        charted_rows(table.head(_CHARTED)),
        sides=SIDES,
        filters=view_words(applied, data=data),
        version=data.version,
        as_of=today,
    )
    show_chart(chart, name="nationalities", version=data.version, as_of=today)
    if len(table) > _CHARTED:
        st.html(f'<p class="mw-note">The {_CHARTED} countries with most people; all are in the table.</p>')
    chosen = _show_table(table)
    if chosen:
        _show_records(chosen, table, events, view, data)


def choose_country(code: str) -> None:
    """Write the country that a reader chose to the address."""
    keep_view(replace(kept_view(), selected=""), country=code)


def _file_tables(table: pd.DataFrame, *, scope: str, everything: pd.DataFrame) -> dict[str, pd.DataFrame]:
    told = table if scope == "shown" else nationality_table(everything, among=everything)
    return {"people_by_country": country_rows(told, sides=tuple(SIDES))}


def _show_coverage(
    events: pd.DataFrame, table: pd.DataFrame, view: ViewState, *, among: pd.DataFrame, period: Period
) -> None:
    columns = st.columns(2, gap="large")
    for column, (side, chosen) in zip(columns, sides_of(events).items(), strict=True):
        coverage = nationality_coverage(chosen, among=among, period=period)
        naming = sorted({record for records in table[f"{side}_records"] for record in records})
        link = records_link(
            f"See the {plural(len(naming), 'event')} with a country on record",
            naming,
            view,
            page="events",
            layer="rescue_events",
        )
        share = "none" if coverage.share is None else f"{percent(coverage)} %"
        with column:
            st.html(
                f'<div class="mw-figure"><h3>{SIDES[side]}: share with a country on record</h3>'
                f'<p class="mw-value">{share}</p><p>{html_text(coverage_words(coverage))}</p>'
                f"{f'<p>{link}</p>' if naming else ''}</div>"
            )


def _show_table(table: pd.DataFrame) -> str:
    codes = list(table.index)
    shown = pd.DataFrame({"Country": table["country"]}, index=table.index)
    for side, title in SIDES.items():
        shown[f"{title}, best"] = table[f"{side}_best"]
        shown[f"{title}, range"] = [side_range(row, side) for _, row in table.iterrows()]
        shown[f"{title}, records"] = [len(ids) for ids in table[f"{side}_records"]]
    st.html(
        '<p class="mw-note">Choose a row to see the records that were counted. A country without a number '
        "on one side is named in no record of that side, which is not zero.</p>"
    )
    asked = st.query_params.get("country", "")
    if asked and asked not in codes:
        _say_missing(asked)
    columns = fit_columns(shown)
    for title in SIDES.values():
        columns[f"{title}, range"]["alignment"] = "right"
    show_choice_table(shown, key="table-nationalities", chosen=asked, choose=choose_country, columns=columns)
    return asked if asked in codes else ""


def _say_missing(code: str) -> None:
    """Say that the country of the address is not in the table, and offer all others."""
    words = (
        f"No record in the period and the filters shown names {country_name(code)}."
        if code in COUNTRIES
        else f"There is no country with the code {code[:20]}."
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="mw-note" role="status">{html_text(words)} All are shown.</p>', width="content")
        st.button("Show all countries", type="tertiary", on_click=choose_country, args=("",))


def _show_records(
    code: str, table: pd.DataFrame, events: pd.DataFrame, view: ViewState, data: Geodata
) -> None:
    ids = list(dict.fromkeys([*table.at[code, "out_records"], *table.at[code, "home_records"]]))
    st.subheader(f"{table.at[code, 'country']}: {plural(len(ids), 'record')} counted", anchor="records")
    left, right = st.columns([2, 1], gap="medium")
    with left:
        show_record_table("rescue_events", events.loc[ids], view, data=data, key="nationalities")
    layer, _, record = view.selected.partition("/")
    with right:
        if layer == "rescue_events" and record in ids:
            show_link("map", "Show on the map", view)
            show_record(layer, record, data=data)
        else:
            st.html('<p class="mw-note">Choose a record to read it with its sources.</p>')
