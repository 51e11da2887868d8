"""The records behind a number of people, each with its own number and sources, to be opened below it."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.views import library
from moeiwatch.views.sources_list import short_citations
from moeiwatch.views.tables import place_names, record_table
from moeiwatch.views.text import html_text, link_html


def records_html(records: Iterable[str], words: str, *, data: Geodata) -> str:
    """Return rescue events as a list that opens under the words given, most people first; "" for none."""
    wanted = set(records)
    items = "".join(line for record, line in _lines(data, data.version).items() if record in wanted)
    if not items:
        return ""
    listed = f'<ul class="mw-list">{items}</ul>'
    return f'<details class="mw-counted"><summary>{html_text(words)}</summary>{listed}</details>'


def counted_row(records: tuple[str, ...], *, columns: int, data: Geodata) -> str:
    """Return a row of a table that opens the records counted in the row above it.

    Parameters
    ----------
    columns : number of columns of the table.
    """
    listed = records_html(records, f"{plural(len(records), 'record')} counted", data=data)
    return f'<tr class="mw-behind"><td colspan="{columns}">{listed}</td></tr>' if listed else ""


@st.cache_data(show_spinner=False, max_entries=2)
def _lines(_data: Geodata, version: str) -> dict[str, str]:
    """Return a line a rescue event, most people first, then newest."""
    events = _data.layers["rescue_events"]
    told = record_table("rescue_events", events, schema=library.schema("rescue_events"), data=_data)
    most = events.loc[told.index, ["people_best", "people_min", "people_max"]].astype(float).bfill(axis=1)
    told = told.loc[most["people_best"].sort_values(ascending=False, kind="stable", na_position="last").index]
    events = events.loc[told.index]
    return {
        record: _line(record, row, people, place, _data)
        for (record, row), people, place in zip(
            events.iterrows(), told["People"], place_names(events, data=_data), strict=True
        )
    }


def _line(record: str, row: pd.Series, people: str | None, place: str | None, data: Geodata) -> str:
    terms = library.schema("rescue_events").properties["kind"].terms
    kind = terms[row["kind"]].title if row["kind"] in terms else row["kind"]
    days = [spell_date(row[name]) for name in ("date", "date_end") if row[name]]
    title = ", ".join(part for part in (kind, place) if part)
    return (
        f'<li><span class="mw-when">{html_text(" to ".join(dict.fromkeys(days)))}</span> '
        f"{link_html(title, 'events', sel=f'rescue_events/{record}')}: "
        f"{html_text(people or 'no number')} "
        f"<small>{short_citations(row['sources'], data.sources)}</small></li>"
    )
