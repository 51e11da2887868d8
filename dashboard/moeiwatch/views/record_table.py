"""The table of records: what a view shows of one layer, row by row; the map's equal for those who read."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view
from moeiwatch.views.row_choice import chosen_id, mark_row
from moeiwatch.views.tables import record_table

_ROW_PX = 35
_MOST_ROWS = 14

_WIDE = ("Summary", "Finding", "What was found")
_NARROW = ("Sources", "Value", "Unit", "Confidence", "Basis")


def show_record_table(layer: str, records: pd.DataFrame, view: ViewState, *, data: Geodata, key: str) -> None:
    """Show records as a table that scrolls; a chosen row becomes the view's selection, and the other way.

    Parameters
    ----------
    layer : name of the layer.
    records : the records to show; the index is their id.
    key : makes the table's key unique on the page.
    """
    if records.empty:
        st.html(
            '<div class="mw-empty">No record of this layer is in the period and the filters shown. '
            "Widen the period, or show hidden kinds again in the legend.</div>"
        )
        return
    table = _table(layer, tuple(records.index), records, data, data.version)
    widget = f"table-{key}-{layer}"
    chosen, _, record = view.selected.partition("/")
    mark_row(widget, list(table.index), record if chosen == layer else "")
    st.dataframe(
        table,
        key=widget,
        hide_index=True,
        height=_ROW_PX * (min(len(table), _MOST_ROWS) + 1) + 3,
        column_config={name: _column(name) for name in table.columns},
        placeholder="",
        on_select=lambda: choose_row(st.session_state[widget], layer, list(table.index)),
        selection_mode="single-row",
    )


def choose_row(state: dict, layer: str, ids: list[str]) -> None:
    """Make the row that a reader chose in a table the selection of the view; none takes the selection away.

    Parameters
    ----------
    state : the table's state, as Streamlit keeps it.
    ids : the ids of the table's rows, in the order in which it was given.
    """
    record = chosen_id(state, ids)
    keep_view(replace(kept_view(), selected=f"{layer}/{record}" if record else ""))


@st.cache_data(show_spinner=False, max_entries=128)
def _table(
    layer: str, ids: tuple[str, ...], _records: pd.DataFrame, _data: Geodata, version: str
) -> pd.DataFrame:
    return record_table(layer, _records, schema=library.schema(layer), data=_data)


def _column(name: str):
    if name in _WIDE:
        return st.column_config.TextColumn(width="large")
    return st.column_config.Column(width="small" if name in _NARROW else None)
