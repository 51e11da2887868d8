"""The chosen row of a table and the address: each follows the other."""

import streamlit as st


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
