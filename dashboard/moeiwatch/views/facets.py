"""Choices of a single page that stand in the address: a link brings them back, and Back takes one back."""

from collections.abc import Callable, Collection
from dataclasses import replace

import streamlit as st

from moeiwatch.data.viewstate import ViewState
from moeiwatch.views.address import keep_view, kept_view

_YES = "yes"


def restore_choice(
    key: str, *, widget: str, options: Collection[str], default: str | None = ""
) -> Callable[[], None]:
    """Set a widget to what the address says, and return what writes the reader's choice back to it.

    Parameters
    ----------
    key : of the address, one of `address.PAGE_KEYS`.
    widget : key of the widget; its options are terms or ids.
    options : what may be chosen; anything else in the address counts as not given.
    default : what is chosen where the address says nothing; it is never written.
    """
    asked = st.query_params.get(key, "")
    st.session_state[widget] = asked if asked in options else default

    def keep() -> None:
        chosen = st.session_state[widget] or ""
        keep_view(kept_view(), **{key: "" if chosen == default else chosen})

    return keep


def ask_switch(key: str, label: str, *, widget: str) -> bool:
    """Show a switch that the address turns on, and return whether it is on."""
    st.session_state[widget] = st.query_params.get(key, "") == _YES

    def keep() -> None:
        keep_view(kept_view(), **{key: _YES if st.session_state[widget] else ""})

    return st.toggle(label, key=widget, on_change=keep)


def ask_layer(
    layers: Collection[str], view: ViewState, *, widget: str, show: Callable[[str], str], **others: str
) -> str:
    """Show the kinds of record to choose from, and return the one chosen.

    Without a word in the address it is that of the selected record, else the first. With another kind the
    selection goes.

    Parameters
    ----------
    show : returns the words for a layer.
    others : keys of the address that change with it, "" for those that go.
    """
    asked = st.query_params.get("layer", "")
    layer = asked if asked in layers else view.selected.partition("/")[0]
    st.session_state[widget] = layer if layer in layers else next(iter(layers))

    def keep() -> None:
        keep_view(replace(kept_view(), selected=""), layer=st.session_state[widget], **others)

    return st.segmented_control(
        "Kind of record",
        layers,
        format_func=show,
        key=widget,
        on_change=keep,
        label_visibility="collapsed",
        required=True,
    )
