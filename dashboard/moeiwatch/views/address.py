"""The address of the app: one view state and, beside it, keys of single pages. The address is the truth."""

from collections.abc import Mapping

import streamlit as st

from moeiwatch.data.viewstate import FIELDS, ViewState, address, parse_address

VIEW_KEYS = tuple(field["name"] for field in FIELDS)
"""The keys of an address that stand for the view; all others belong to a page or to the host."""

TOLD_KEYS = ("story", "step", "present", "v")
"""The map page's keys beside the view: story and step, presentation, the data that a link was made on."""

PAGE_KEYS = (
    "compound", "actor", "source", "layer", "kind", "sanctioned", "scope", "access", "language", "search",
    "country", "cite", "only", *TOLD_KEYS,
)  # fmt: skip
"""The keys that belong to one page: they do not go along to another one."""

_VIEW = "moeiwatch_view"


def read_view() -> ViewState:
    """Return the view that the address asks for, and keep it for callbacks under a key of no widget."""
    view = parse_address(raw_view_query())
    st.session_state[_VIEW] = view
    return view


def kept_view() -> ViewState:
    """Return the view of the run before, for a callback, which runs before the page does."""
    return st.session_state.get(_VIEW) or parse_address(raw_view_query())


def keep_view(view: ViewState, **page_keys: str) -> None:
    """Write a view to the address, which adds a step to the reader's history if it is a new one.

    Parameters
    ----------
    view : what is to be shown from now on.
    page_keys : keys of the page with their new values; "" takes one away. Others stay as they are.
    """
    st.session_state[_VIEW] = view
    others = {key: st.query_params.get_all(key) for key in st.query_params if key not in VIEW_KEYS}
    others.update({key: [value] if value else [] for key, value in page_keys.items()})
    wanted = {**{key: values for key, values in others.items() if values}, **address(view)}
    if wanted != {key: _as_written(st.query_params.get_all(key), key) for key in st.query_params}:
        st.query_params.from_dict(wanted)


def link_query(view: ViewState, **page_keys: str) -> dict[str, str | list[str]]:
    """Return the query of a link to another page: the view, the keys given, and keys that are not ours."""
    kept = {
        key: st.query_params.get_all(key)
        for key in st.query_params
        if key not in VIEW_KEYS and key not in PAGE_KEYS
    }
    return {**kept, **{key: value for key, value in page_keys.items() if value}, **address(view)}


def raw_view_query() -> Mapping[str, str]:
    """Return the keys of the view as they stand in the address, valid or not; of several values the first."""
    return {key: st.query_params.get_all(key)[0] for key in VIEW_KEYS if key in st.query_params}


def _as_written(values: list[str], key: str) -> list[str] | str:
    return values[0] if key in VIEW_KEYS and values else values
