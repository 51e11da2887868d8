"""Who got out of compounds and who was sent home, by country, as far as it was published."""

from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from moeiwatch.analysis.counting_period import ALL_YEARS, Period
from moeiwatch.analysis.nationalities import Coverage, nationality_coverage, people_by_nationality
from moeiwatch.analysis.people_words import people_words
from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.country_names import country_name
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
from moeiwatch.views.nationalities_chart import nationalities_chart
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import show_record_table
from moeiwatch.views.shell import show_link, show_problems
from moeiwatch.views.take_away import show_take_away, view_words
from moeiwatch.views.text import html_text, number

HOME = "repatriation"
"""The kind of event by which people are sent home; all other kinds are ways out of a compound."""

SIDES = {"out": "Got out of a compound", "home": "Sent home"}
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
    _show_coverage(of_all_years, **counted)
    show_link("events", f"See the {plural(len(events), 'event')}", view, layer="rescue_events")
    if table.empty:
        st.html('<div class="mw-empty">No record in the period and the filters shown names a country.</div>')
        return
    today = date.today()
    chart = partial(
        nationalities_chart,
        _charted(table),
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
        _show_records(chosen, table, of_all_years, view, data)
    show_take_away(
        {"rescue_events": events},
        view,
        data=data,
        name="nationalities",
        tables=lambda scope: _file_tables(table, scope=scope, everything=everything),
    )


def nationality_table(
    events: pd.DataFrame, *, among: pd.DataFrame, period: Period = ALL_YEARS
) -> pd.DataFrame:
    """Return people by country, those who got out beside those sent home; most people first.

    Parameters
    ----------
    events, among, period : as in `moeiwatch.analysis.tally.people_range`.

    Returns
    -------
    DataFrame, index the country's code, columns ``country`` (name) and, for each of `SIDES`, ``<side>_low``,
    ``<side>_best``, ``<side>_high`` (persons; NaN where no record names the country), ``<side>_open_above``
    (True where the highest is open upwards) and ``<side>_records`` (ids; an empty tuple for none).
    """
    parts = []
    for side, chosen in _sides(events).items():
        counted = people_by_nationality(chosen, among=among, period=period)
        parts.append(counted.add_prefix(f"{side}_"))
    table = parts[0].join(parts[1], how="outer")
    for side in SIDES:
        table[f"{side}_open_above"] = table[f"{side}_open_above"].eq(True)
        ids = table[f"{side}_records"]
        table[f"{side}_records"] = pd.Series(
            [one if isinstance(one, tuple) else () for one in ids], index=table.index, dtype=object
        )
    table.insert(0, "country", [country_name(code) for code in table.index])
    most = table[["out_best", "home_best"]].max(axis=1)
    return table.loc[most.sort_values(ascending=False, kind="stable").index]


def choose_country(code: str) -> None:
    """Write the country that a reader chose to the address."""
    keep_view(replace(kept_view(), selected=""), country=code)


def coverage_words(coverage: Coverage) -> str:
    """Return for how many people a country is on record, in words."""
    if not coverage.share:
        return f"Of {plural(coverage.people, 'person', 'people')} counted, no country is on record."
    return (
        f"For {number(coverage.known)} of {number(coverage.people)} people counted, "
        f"{percent(coverage)} percent, a country is on record. Where reports overlap, each is taken down in "
        "proportion."
    )


def percent(coverage: Coverage) -> str:
    """Return the share with a country on record in percent; 100 only where it is everybody.

    Examples
    --------
    >>> percent(Coverage(13130, 13102, 13102 / 13130)), percent(Coverage(3, 2, 2 / 3))
    ('99.8', '67')
    >>> percent(Coverage(90000, 89999, 89999 / 90000)), percent(Coverage(7, 7, 1.0))
    ('99.9', '100')
    """
    if coverage.known == coverage.people:
        return "100"
    share = 100 * coverage.known / coverage.people
    return f"{share:.0f}" if share < 99.5 else f"{min(share, 99.9):.1f}"


def _file_tables(table: pd.DataFrame, *, scope: str, everything: pd.DataFrame) -> dict[str, pd.DataFrame]:
    told = table if scope == "shown" else nationality_table(everything, among=everything)
    return {"people_by_country": country_rows(told, sides=tuple(SIDES))}


def _sides(events: pd.DataFrame) -> dict[str, pd.DataFrame]:
    is_home = (events["kind"] == HOME).to_numpy(bool)
    return {"out": events[~is_home], "home": events[is_home]}


def _show_coverage(events: pd.DataFrame, *, among: pd.DataFrame, period: Period) -> None:
    columns = st.columns(2, gap="large")
    for column, (side, chosen) in zip(columns, _sides(events).items(), strict=True):
        coverage = nationality_coverage(chosen, among=among, period=period)
        share = "-" if coverage.share is None else f"{percent(coverage)} %"
        with column:
            st.html(
                f'<div class="mw-figure"><h3>{SIDES[side]}: share with a country on record</h3>'
                f'<p class="mw-value">{share}</p><p>{html_text(coverage_words(coverage))}</p></div>'
            )


def _charted(table: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each country and side that has people, for the chart."""
    top = table.head(_CHARTED)
    rows = [
        {
            "country": row["country"],
            "side": title,
            **{end: row[f"{side}_{end}"] for end in ("low", "best", "high")},
            "words": _range(row, side),
        }
        for _, row in top.iterrows()
        for side, title in SIDES.items()
        if row[f"{side}_best"] == row[f"{side}_best"]
    ]
    return pd.DataFrame(rows)


def _range(row: pd.Series, side: str) -> str | None:
    """Return the range of a country on one side in words, None where no record names it."""
    low, high = row[f"{side}_low"], row[f"{side}_high"]
    return people_words(int(low), int(high), open_above=row[f"{side}_open_above"]) if low == low else None


def _show_table(table: pd.DataFrame) -> str:
    codes = list(table.index)
    shown = pd.DataFrame({"Country": table["country"], "Code": table.index}, index=table.index)
    for side, title in SIDES.items():
        shown[f"{title}, best"] = table[f"{side}_best"]
        shown[f"{title}, range"] = [_range(row, side) for _, row in table.iterrows()]
        shown[f"{title}, records"] = [len(ids) for ids in table[f"{side}_records"]]
    st.html('<p class="mw-note">Choose a row to see the records that were counted.</p>')
    asked = st.query_params.get("country", "")
    show_choice_table(shown, key="table-nationalities", chosen=asked, choose=choose_country)
    return asked if asked in codes else ""


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
