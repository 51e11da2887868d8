"""The brush on a chart of time, which sets the period everywhere."""

from dataclasses import replace

import pandas as pd

from moeiwatch.views.address import keep_view, kept_view

PERIOD, ALL_YEARS = "period", "all_years"
"""Names of what a reader can do on a chart: drag over some months, and double-click."""


def brushed_months(state: dict) -> tuple[str, str] | None:
    """Return the first and last month that a reader brushed on the chart; None where nothing is chosen.

    Parameters
    ----------
    state : the chart's state, as Streamlit keeps it: the ends of the brush in milliseconds since 1970.
    """
    ends = state.get("selection", {}).get(PERIOD, {}).get("start")
    if not isinstance(ends, list) or len(ends) != 2:
        return None
    first, last = (pd.Timestamp(end, unit="ms") for end in sorted(ends))
    return f"{first:%Y-%m}", f"{last:%Y-%m}"


def keep_brush(state: dict) -> None:
    """Make the months that a reader brushed the period of the view, or open it after a double click."""
    months = brushed_months(state)
    if months:
        keep_period(*months)
    elif state.get("selection", {}).get(ALL_YEARS):
        keep_period("", "")


def keep_period(since: str, until: str) -> None:
    """Write a period (YYYY-MM, "" for open) to the address."""
    keep_view(replace(kept_view(), since=since, until=until))
