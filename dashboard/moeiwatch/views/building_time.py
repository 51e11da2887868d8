"""The axis of time of the chart of crackdown and construction, and the period upon it."""

import altair as alt
import pandas as pd

NARROW_PX = 560
"""A chart whose plot is narrower shows part of the time, so that a month is not a hair."""

_NARROW_MONTHS = 36
_LEAST_MONTHS = 12
_SHORT_MONTHS = 24


def narrow_from(span: tuple[str, str], period: tuple[str, str]) -> tuple[str, str]:
    """Return the first and last month that a narrow screen shows: of the period, or the last three years.

    At least a year, at most three; a period that lies beyond the axis is none.

    Examples
    --------
    >>> narrow_from(("2018-07", "2026-09"), ("", ""))
    ('2023-10', '2026-09')
    >>> narrow_from(("2018-07", "2026-09"), ("2025-02", "2025-03"))
    ('2024-09', '2025-08')
    """
    start, end = (pd.Period(month, freq="M") for month in span)
    first, last = (pd.Period(month, freq="M") for month in brush_months(period, span))
    if last < start or first > end:
        first, last = start, end
    last = min(last, end)
    first = max(first, start, last - _NARROW_MONTHS + 1)
    missing = _LEAST_MONTHS - ((last - first).n + 1)
    if missing > 0:
        last = min(last + missing // 2, end)
        first = max(last - _LEAST_MONTHS + 1, start)
        last = min(first + _LEAST_MONTHS - 1, end)
    return str(first), str(last)


def brush_months(period: tuple[str, str], span: tuple[str, str]) -> tuple[str, str]:
    """Return the first and the last month of the brush; an open end of the period is that of the axis."""
    return period[0] or span[0], period[1] or span[1]


def time_axis(span: tuple[str, str]) -> alt.Axis:
    """Return years, or months where the span is too short to hold the beginnings of two years.

    On a narrow screen, which may show one year of many, Vega chooses: years, and months between them.
    """
    first, last = (pd.Period(month, freq="M") for month in span)
    if (last - first).n < _SHORT_MONTHS:
        return alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True, grid=False)
    return alt.Axis(tickCount=alt.ExprRef(f"width < {NARROW_PX} ? 4 : {(last - first).n // 12}"), grid=False)


def lies_in(starts: pd.Series, ends: pd.Series, period: tuple[str, str]) -> bool:
    """Tell whether anything lies in a period, its months included.

    Parameters
    ----------
    starts, ends : first and last day of each thing (datetime64); ends may be the starts.
    period : first and last month (YYYY-MM, "" for open).
    """
    first = pd.Timestamp(period[0]) if period[0] else pd.Timestamp.min
    after = pd.Timestamp(period[1]) + pd.offsets.MonthBegin(1) if period[1] else pd.Timestamp.max
    return bool(((starts < after) & (ends >= first)).any())
