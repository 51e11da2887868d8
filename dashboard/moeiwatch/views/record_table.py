"""The table of records: what a view shows of one layer, row by row; the map's equal for those who read."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.analysis.records import select_standing
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view
from moeiwatch.views.choice_table import show_choice_table
from moeiwatch.views.compounds_table import compounds_table
from moeiwatch.views.table_columns import fit_columns
from moeiwatch.views.tables import record_table

_OWN_CHOICE = "moeiwatch_row"


def show_record_table(layer: str, records: pd.DataFrame, view: ViewState, *, data: Geodata, key: str) -> None:
    """Show records as a table that scrolls; a chosen row becomes the view's selection, and the other way.

    What was chosen elsewhere, as on the map, is the first row: a table cannot be scrolled to a row from here.

    Parameters
    ----------
    layer : name of the layer.
    records : the records to show; the index is their id.
    key : makes the table's key unique on the page.
    """
    if records.empty:
        st.html(
            '<div class="mw-empty">No record of this layer is in the period, the filters and the words '
            "searched for. Widen the period, or take back a filter, a hidden kind or a word.</div>"
        )
        return
    if layer == "compounds":
        table = compounds_table(records, view, data=data)
    else:
        table = _table(layer, tuple(records.index), records, data, data.version)
    widget = f"table-{key}-{layer}"
    chosen, _, record = view.selected.partition("/")
    if chosen == layer and view.selected != st.session_state.get(_OWN_CHOICE):
        table = table.loc[sorted(table.index, key=lambda one: one != record)]
    show_choice_table(
        table,
        key=widget,
        chosen=record if chosen == layer else "",
        choose=lambda record: choose_record(layer, record),
        columns=_columns(table),
    )


def held_words(layer: pd.DataFrame) -> str:
    """Return how many records a layer has to show, as the end of a sentence, and how many it will never show.

    Examples
    --------
    >>> held_words(pd.DataFrame({"withdrawn": [None, None, {"date": "2026-01-05"}]}))
    '2. 1 more is withdrawn or merged into another, and never shown.'
    """
    standing = len(select_standing(layer))
    gone = len(layer) - standing
    verb = "is" if gone == 1 else "are"
    more = f" {gone:,} more {verb} withdrawn or merged into another, and never shown." if gone else ""
    return f"{standing:,}.{more}"


def choose_record(layer: str, record: str) -> None:
    """Make a record the selection of the view; "" takes the selection away."""
    st.session_state[_OWN_CHOICE] = f"{layer}/{record}" if record else ""
    keep_view(replace(kept_view(), selected=st.session_state[_OWN_CHOICE]))


@st.cache_data(show_spinner=False, max_entries=128)
def _table(
    layer: str, ids: tuple[str, ...], _records: pd.DataFrame, _data: Geodata, version: str
) -> pd.DataFrame:
    return record_table(layer, _records, schema=library.schema(layer), data=_data)


def _columns(table: pd.DataFrame) -> dict[str, dict]:
    columns = fit_columns(table)
    if "People" in columns:
        columns["People"]["alignment"] = "right"
    return columns
