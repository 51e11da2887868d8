"""The filters that every page shares: they are the view, and the view is in the address."""

from dataclasses import replace

import streamlit as st

from moeiwatch.analysis.periods import happened_spans
from moeiwatch.analysis.records import select_standing
from moeiwatch.data.citations import spell_date
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view
from moeiwatch.views.period import period_words

_MODES = {"happened": "As it happened", "known": "As it was known"}


def filter_words(view: ViewState, *, data: Geodata) -> str:
    """Return what a view leaves out, in words; the period comes first.

    Examples
    --------
    ``all years`` or ``from February 2025, as it was known, observed only, 2 kinds hidden``
    """
    parts = [period_words(view)]
    if view.mode == "known":
        parts.append("as it was known")
    for field, terms in (("basis", view.basis), ("confidence", view.confidence)):
        if terms:
            known = library.schema("construction_reports").properties[field].terms
            parts.append(" or ".join(known[term].title.lower() for term in terms) + f" {field} only")
    if view.group:
        parts.append(f"with {data.actors['name'].get(view.group, view.group)}")
    if view.hide:
        parts.append("1 layer or kind hidden" if len(view.hide) == 1 else f"{len(view.hide)} hidden")
    return ", ".join(parts)


def ask_filters(view: ViewState, *, data: Geodata) -> None:
    """Show what the view leaves out, and let the reader change it."""
    months = _months(data, data.version)
    with st.popover(f"Filters: {filter_words(view, data=data)}"):
        left, right = st.columns(2)
        with left:
            _ask("since", "First month", ["", *months], view, format_func=_month("from the first record"))
        with right:
            _ask("until", "Last month", ["", *months[::-1]], view, format_func=_month("to the newest record"))
        _ask("mode", "Time", list(_MODES), view, format_func=_MODES.get)
        properties = library.schema("construction_reports").properties
        for field in ("basis", "confidence"):
            _ask_terms(field, properties[field], view)
        standing = select_standing(data.actors)
        groups = [actor for actor, row in standing.iterrows() if row["kind"] == "armed_group"]
        names = data.actors["name"]
        _ask("group", "Armed group", ["", *groups], view, format_func=lambda one: names.get(one, "all"))
        if view != ViewState(
            viewport=view.viewport, selected=view.selected, theme=view.theme, base=view.base
        ):
            st.button("Show everything again", on_click=_reset, type="tertiary")


def _ask(field: str, label: str, options: list, view: ViewState, *, format_func) -> None:
    """Show a select box that holds one field of the view."""
    key = f"filter-{field}"
    value = getattr(view, field)
    st.session_state[key] = value if value in options else options[0]
    st.selectbox(
        label,
        options,
        key=key,
        format_func=format_func,
        on_change=lambda: keep_view(replace(kept_view(), **{field: st.session_state[key]})),
    )


def _ask_terms(field: str, known, view: ViewState) -> None:
    key = f"filter-{field}"
    st.session_state[key] = list(getattr(view, field))

    def keep() -> None:
        chosen = st.session_state[key]
        kept = tuple(term for term in known.terms if term in chosen)
        keep_view(replace(kept_view(), **{field: kept if len(kept) < len(known.terms) else ()}))

    st.pills(
        known.title,
        list(known.terms),
        selection_mode="multi",
        key=key,
        format_func=lambda term: known.terms[term].title,
        help="None chosen: all are shown.",
        on_change=keep,
    )


def _reset() -> None:
    view = kept_view()
    keep_view(ViewState(viewport=view.viewport, selected=view.selected, theme=view.theme, base=view.base))


def _month(empty: str):
    return lambda month: spell_date(month) if month else empty


@st.cache_data(show_spinner=False, max_entries=4)
def _months(_data: Geodata, version: str) -> list[str]:
    """Return every month from the first event to the newest."""
    starts, ends = [], []
    for layer in ("construction_reports", "rescue_events", "interventions"):
        spans = happened_spans(_data.layers[layer]).dropna()
        starts += list(spans["start"])
        ends += list(spans["end"])
    if not starts:
        return []
    first, last = min(starts), max(ends)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = (first.year * 12 + first.month - 1 + step for step in range(count))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
