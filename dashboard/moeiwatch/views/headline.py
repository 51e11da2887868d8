"""The headline numbers beside the map: each with one line that says what was counted, and a way to it."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from moeiwatch.analysis.buildings import DOWN, demolition_side_by_side, parts_of_total
from moeiwatch.analysis.compound_counts import compound_counts, published_counts, published_range
from moeiwatch.analysis.counting_period import beside_period
from moeiwatch.analysis.newest import newest_record
from moeiwatch.analysis.people_words import (
    beside_words,
    counting_words,
    people_words,
    range_words,
    twice_words,
)
from moeiwatch.analysis.tally import people_range
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.metrics import spell_metric
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import link_query
from moeiwatch.views.headline_key_figures import show_key_figures
from moeiwatch.views.headline_parts import chosen_words, figure
from moeiwatch.views.hidden import hidden_words, is_hidden
from moeiwatch.views.only import records_link
from moeiwatch.views.period import age_words
from moeiwatch.views.shell import show_link
from moeiwatch.views.text import html_text, link_html, number, value_words

_BASIS = {"claimed": "claimed", "observed": "observed", "not_stated": "basis not stated"}


def show_headline(shown: dict[str, pd.DataFrame], view: ViewState, *, data: Geodata, as_of: date) -> None:
    """Show the numbers of what a view shows."""
    with st.container():
        _show_people(shown["rescue_events"], view, data=data)
    with st.container():
        _show_compounds(shown, view, data=data)
    with st.container():
        _show_demolition(shown["construction_reports"], view, data=data)
    with st.container():
        show_key_figures(shown["interventions"], view, data=data)
    with st.container():
        _show_newest(view, data=data, as_of=as_of)


def _show_people(events: pd.DataFrame, view: ViewState, *, data: Geodata) -> None:
    counted = {"among": data.layers["rescue_events"], "period": library.counting_period(view)}
    of_all_years = library.of_all_years(view)["rescue_events"]
    people = people_range(of_all_years, **counted)
    beside = beside_words(beside_period(of_all_years, **counted), people)
    words = " ".join(filter(None, [counting_words(people, of_all_years), beside, twice_words(people)]))
    value = range_words(people)
    if is_hidden("rescue_events", view):
        value, words = "", hidden_words("rescue_events", view)
    st.html(figure(f"People who left compounds, {chosen_words('rescue_events', view, data)}", value, words))
    if len(events):
        show_link("events", f"See the {plural(len(events), 'report')}", view, layer="rescue_events")


def _show_compounds(shown: dict[str, pd.DataFrame], view: ViewState, *, data: Geodata) -> None:
    counts = compound_counts(shown["compounds"], among=data.layers["compounds"])
    of_period = ViewState(since=view.since, until=view.until, mode=view.mode)
    published = published_counts(library.shown(of_period)["construction_reports"])
    if hidden := is_hidden("compounds", view):
        counts = counts.iloc[:0]
    rows = "".join(
        f'<tr title="{html_text(row.definition)}"><td>{html_text(row.title)}</td>'
        f"<td>{records_link(number(row['count']), row['records'], view, page='compounds')}</td></tr>"
        for _, row in counts.iterrows()
    )
    for who, group in _published(published):
        low, high, open_above = published_range(group)
        value = people_words(low, high, open_above=open_above)
        link = records_link(value, group.index, of_period, page="events", layer="construction_reports")
        rows += f"<tr><td>Published by {who}</td><td>{link}</td></tr>"
    words = "No rule gives the one number; published totals follow rules of their own."
    if hidden:
        words = hidden_words("compounds", view)
    st.html(figure("Compounds, by rule", "", words, table=f"<table>{rows}</table>"))
    show_link("compounds", "See the compounds", view)


def _published(published: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the newest totals that others published, those of ASPI apart, with words for who and when."""
    dated = published.dropna(subset=["value", "observed"])
    is_aspi = dated["summary"].str.startswith("ASPI", na=False).to_numpy(bool)
    groups = []
    for who, rows in (("ASPI", dated[is_aspi]), ("others", dated[~is_aspi])):
        newest = rows[rows["observed"].str[:4] == rows["observed"].str[:4].max()]
        if len(newest):
            groups.append((f"{who}, {newest['observed'].iloc[0][:4]}", newest))
    return groups


def _show_demolition(reports: pd.DataFrame, view: ViewState, *, data: Geodata) -> None:
    table = demolition_side_by_side(reports)
    rows = _largest_by_basis(table)
    if rows.empty:
        hidden = is_hidden("construction_reports", view, terms=DOWN)
        words = hidden_words("construction_reports", view) if hidden else "Nothing reported in what is shown."
        st.html(figure("Buildings down, claimed and observed", "", words))
        return
    names = data.layers["compounds"]["name"]
    cells = "".join(_down_html(row, table, view, names=names) for _, row in rows.iterrows())
    words = "The largest total of each kind of word. They count different things and are not subtracted."
    st.html(figure("Buildings down, claimed and observed", "", words, table=f"<table>{cells}</table>"))
    show_link("building", "See crackdown and construction", view)


def _down_html(row: pd.Series, table: pd.DataFrame, view: ViewState, *, names: pd.Series) -> str:
    """Return a total of buildings down: who says so, where, when, what it counts and of what it is made."""
    where = row["place"] or names.get(row["compound"], row["compound"])
    parts = parts_of_total(row, table)
    made_of = " and ".join(f"{_value(part)} {_thing(part['metric'])}" for _, part in parts.iterrows())
    what = spell_metric(row["metric"]) + (f": {made_of}" if made_of else "")
    records = [*row["records"], *(record for part in parts["records"] for record in part)]
    link = records_link(_value(row), records, view, page="events", layer="construction_reports")
    said = f"{_BASIS[row['basis']].capitalize()}, {where}, {spell_date(row['observed'])}"
    return f"<tr><td>{html_text(said)}<br><small>{html_text(what)}</small></td><td>{link}</td></tr>"


def _thing(metric: str) -> str:
    """Return what a metric counts, without what it says of the count."""
    return spell_metric(metric).partition(",")[0]


def _value(row: pd.Series) -> str:
    return value_words(row["value"], high=row["value_max"], qualifier=row["value_qualifier"])


def _largest_by_basis(table: pd.DataFrame) -> pd.DataFrame:
    largest = table.sort_values("value", ascending=False, kind="stable").drop_duplicates("basis")
    return largest.sort_values("basis", kind="stable")


def _show_newest(view: ViewState, *, data: Geodata, as_of: date) -> None:
    ground, layer, record = newest_record(data.layers, as_of=as_of)
    step, _, taken = newest_record(data.layers, as_of=as_of, among=("interventions",))
    newest = [("From the ground", html_text(spell_date(ground)))] if ground else []
    if step:  # all filters off: the newest step is that of all records
        chosen = link_query(ViewState(selected=f"interventions/{taken}"), layer="interventions")
        newest.append(("Policy steps", link_html(spell_date(step), "events", **chosen)))
    cells = "".join(f"<tr><td>{words}</td><td>{told}</td></tr>" for words, told in newest)
    age = age_words(ground, as_of=as_of) if ground else "no date"
    words = f"The newest word from the ground: {age}. What came later is missing here, not absent there."
    st.html(figure("Newest record", "", words, table=f"<table>{cells}</table>"))
    with st.container(horizontal=True):
        if layer == "compounds":
            show_link("compounds", "Read the newest", view, compound=record)
        elif layer:
            chosen = replace(view, selected=f"{layer}/{record}")
            show_link("events", "Read the newest", chosen, layer=layer)
        show_link("method", "What is missing", view)
