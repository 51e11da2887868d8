"""Numbers that lead to exactly the records they count: the key ``only`` of the address names these."""

import re
from collections.abc import Iterable

import pandas as pd
import streamlit as st

from moeiwatch.analysis.records import select_standing
from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views.address import keep_view, kept_view, link_query
from moeiwatch.views.text import html_text, link_html

_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST = 500
"""Records that an address may name: a number that counts more is no number to read one by one."""


def records_link(words: str, records: Iterable[str], view: ViewState, *, page: str, layer: str = "") -> str:
    """Return a number as a link, HTML, to the records that it counts; as it is where it counts none.

    Parameters
    ----------
    words : the number in words; plain text.
    records : ids of the records counted.
    view : under which they were counted: the page shows the records named that this view shows.
    page : path of the page that lists them: ``events``, ``compounds`` or ``actors``.
    layer : on the page of events, their layer.
    """
    named = ",".join(records)
    if not named:
        return html_text(words)
    return link_html(words, page, **link_query(view, layer=layer, only=named))


def asked_only() -> tuple[str, ...]:
    """Return the ids that the address names; () where it names none, and all records are shown."""
    named = st.query_params.get("only", "").split(",")[:_MOST]
    return tuple(dict.fromkeys(one for one in named if _ID.fullmatch(one)))


def only_words() -> str:
    """Return what a citation says where only the records behind one number are shown, else ""."""
    named = len(asked_only())
    return f"only {plural(named, 'record')} named by id" if named else ""


def select_named(records: pd.DataFrame) -> pd.DataFrame:
    """Return the records that the address names, all where it names none."""
    named = asked_only()
    return records[records.index.isin(named)] if named else records


def select_only(records: pd.DataFrame, *, among: pd.DataFrame) -> pd.DataFrame:
    """Return what `select_named` does; where records are named, say so, and offer the others.

    Parameters
    ----------
    records : those shown.
    among : the whole layer, which tells what the filters leave out from what is not in the data.
    """
    named = asked_only()
    if not named:
        return records
    chosen = select_named(records)
    held = select_standing(among).index.intersection(named)
    left_out, unknown = len(held) - len(chosen), len(named) - len(held)
    words = f"Only the {plural(len(named), 'record')} behind one number."
    absent = f"{'is' if unknown == 1 else 'are'} not in the data, or no longer."
    if left_out:
        words += f" {left_out} of them the filters leave out."
    if unknown:
        words += f" {unknown} of them {absent}"
    if not len(held):
        words = f"The {plural(unknown, 'record')} that the address names {absent}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            f'<p class="mw-note">{html_text(words)}</p>',
            width="content",
        )
        st.button("Show all", type="tertiary", on_click=lambda: keep_view(kept_view(), only=""))
    return chosen
