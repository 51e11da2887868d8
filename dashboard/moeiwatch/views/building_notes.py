"""Words around the chart of crackdown and construction: what it holds, how it is read, what is missing."""

import pandas as pd
import streamlit as st

from moeiwatch.data.plurals import plural
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.building_rows import SIDES
from moeiwatch.views.building_steps import steps_words
from moeiwatch.views.building_time import lies_in
from moeiwatch.views.only import records_link
from moeiwatch.views.period import period_words
from moeiwatch.views.text import html_text

CLOCK = {
    "happened": "Everything stands in the month in which it happened.",
    "known": "Everything stands in the month in which it first became public.",
}
"""By which of two times everything stands, in words, by the mode of the view."""

LAYERS = ("construction_reports", "rescue_events", "interventions")
"""Layers behind the chart."""


def show_what_is_missing(
    rows: dict[str, pd.DataFrame], whole: dict[str, pd.DataFrame], view: ViewState
) -> None:
    """Say which layers have no row, and where the period holds nothing that could be drawn.

    Parameters
    ----------
    rows : as `building_rows`.
    whole : the records of each layer that the filters leave, whatever the period.
    """
    parts = []
    for layer in LAYERS:
        if whole[layer].empty:
            title = html_text(library.schema(layer).title.lower())
            parts.append(f"<strong>No {title} are left by these filters:</strong> their row is not drawn.")
    period = (view.since, view.until)
    ends = [(frame["start"], frame["end"] if "end" in frame else frame["start"]) for frame in rows.values()]
    if any(period) and not any(lies_in(starts, lasts, period) for starts, lasts in ends):
        drawn = any(lies_in(starts, lasts, ("", "")) for starts, lasts in ends)
        parts.append(
            "<strong>Nothing that could be drawn lies in the period chosen, "
            f"{html_text(period_words(view))}.</strong>"
            # How many months there is room for, only the chart knows.
            f"{' The months that the chart shows stand above its rows.' if drawn else ''}"
        )
    if parts:
        st.html(f'<div class="mw-empty">{"<br>".join(parts)}</div>')


def show_what_is_drawn(rows: dict[str, pd.DataFrame], view: ViewState, *, steps: int) -> None:
    """Say how the chart is to be read, and which records it cannot hold.

    Parameters
    ----------
    rows : as `building_rows`.
    steps : number of interventions that the filters leave.
    """
    spans, parts = rows["spans"], [CLOCK[view.mode]]
    if (spans["reach"] == "months").any():
        parts.append(
            "A report that speaks of several months is a line over all of them, for it cannot say in which "
            "of them the work was; a bar holds reports of that month alone. Much-watched months have more "
            "reports."
        )
    vague = spans[(spans["reach"] == "vague").to_numpy(bool)]
    told = [
        records_link(
            f"{plural(len(records), 'report')} of {SIDES[side]}",
            records,
            ViewState(mode=view.mode),
            page="events",
            layer="construction_reports",
        )
        for side, records in vague.groupby("side").groups.items()
    ]
    if told:
        parts.append(f"Dated by year only and in no row: {' and '.join(told)}.")
    parts.append(_people_words(rows["people"], view))
    parts.append(html_text(steps_words(rows["steps"], among=steps)))
    st.html(f'<p class="mw-note">{" ".join(part for part in parts if part)}</p>')


def _people_words(people: pd.DataFrame, view: ViewState) -> str:
    """Return what the numbers of people stand for, and a link to the events that stand in no month."""
    if people.empty:
        return ""
    words = (
        "People out are those of the reports that ended in the month, as the page Events counts them for "
        "that month: a running total stands whole in the month of its end, pale, though its people may have "
        "left before. Months overlap and are not added; what goes on past a month is not in its number."
    )
    records = [record for row in people["records"][(people["month"] == "").to_numpy(bool)] for record in row]
    if not records:
        return words
    told = f"{plural(len(records), 'report')} of people out"
    link = records_link(told, records, ViewState(mode=view.mode), page="events", layer="rescue_events")
    return f"{words} The end known to no one month, and in no bar: {link}."
