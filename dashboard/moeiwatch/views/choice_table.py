"""A table of which a reader chooses one row, and the address: each follows the other."""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from moeiwatch.views.table_columns import fit_columns

ROW_PX = 33
"""Pixels. Height of a row of a table at the base font size of .streamlit/config.toml."""

MOST_ROWS = 14
"""Rows of a table that are seen at once; the others are scrolled to."""


def show_choice_table(
    table: pd.DataFrame,
    *,
    key: str,
    chosen: str | None,
    choose: Callable[[str], None],
    columns: Mapping[str, object] | None = None,
    most: int = MOST_ROWS,
) -> None:
    """Show a table of which one row can be chosen: by its first cell, its box, or Shift and space on it.

    Parameters
    ----------
    table : a row a thing; the index is its id, the first column what it is called.
    key : of the widget; one on a page.
    chosen : the id whose row is marked, "" for none; None where the table is left alone.
    choose : called with the id that a reader chose, "" for none, before the page runs again.
    columns : Streamlit's configuration of columns by name, before that of `fit_columns`.
    most : rows seen at once.
    """
    ids = list(table.index)
    if chosen is not None:
        mark_row(key, ids, chosen)
    first = table.columns[0]
    columns = {**fit_columns(table), **(columns or {})}
    if not pd.api.types.is_numeric_dtype(table[first]):
        table = table.assign(**{first: [_as_label(words) for words in table[first]]})
        columns[first] = _opener(first, columns[first], key=f"{key}-opened", ids=ids, choose=choose)
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        height=table_height(len(table), most=most),
        column_config=columns,
        placeholder="",
        on_select=lambda: choose(chosen_id(st.session_state[key], ids)),
        selection_mode="single-row",
    )


def _opener(title: str, config: Mapping, *, key: str, ids: list[str], choose: Callable[[str], None]):
    """Return a column whose words choose their row when they are clicked."""

    def open_row() -> None:
        row = st.session_state[key]["row"]
        choose(ids[row] if row < len(ids) else "")

    return st.column_config.ButtonColumn(
        title,
        width=config.get("width"),
        type="tertiary",
        alignment="left",
        on_click=open_row,
        key=key,
    )


def _as_label(words: object) -> object:
    """Return words that Streamlit reads no icon into."""
    return words.replace(":material/", ":\u2060material/") if isinstance(words, str) else words


def table_height(rows: int, *, most: int = MOST_ROWS) -> int:
    """Return the height of a table in pixels, its head included, so that no empty row is seen."""
    return ROW_PX * (min(rows, most) + 1) + 3


def chosen_id(state: dict, ids: list[str]) -> str:
    """Return the id of the row that a reader chose; "" for none, or for a row that is no longer there.

    Parameters
    ----------
    state : the table's state, as Streamlit keeps it.
    ids : the ids of the table's rows, in the order in which it was given.

    Examples
    --------
    >>> chosen_id({"selection": {"rows": [1]}}, ["a", "b"]), chosen_id({"selection": {"rows": [7]}}, ["a"])
    ('b', '')
    """
    rows = state["selection"]["rows"]
    return ids[rows[0]] if rows and rows[0] < len(ids) else ""


def mark_row(key: str, ids: list[str], chosen: str) -> None:
    """Mark the row that the address names in the table with this key, before the table is shown.

    The address is the truth: after Back the table's own state is that of the later step.
    """
    rows = [ids.index(chosen)] if chosen in ids else []
    state = st.session_state.get(key)
    if (state is None and rows) or (state is not None and list(state["selection"]["rows"]) != rows):
        st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
