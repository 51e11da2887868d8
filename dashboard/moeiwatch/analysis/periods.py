"""When a record happened, as the span of days that its partial dates can mean."""

from datetime import date

import pandas as pd

from moeiwatch.analysis.records import column, parse_cell
from moeiwatch.data.dates import PartialDate, parse_partial_date

DATES = (("observed", "observed_end"), ("date", "date_end"), ("first_reported", ""))
"""Properties that say when a thing began and ended; a frame is read by the first pair that it has."""

_COARSENESS = ("day", "month", "year")


def said_dates(frame: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return when each record began and when it ended, as it is written; None where that is not said.

    What is shown is this text: a span of days is for sorting and for periods, and its first day is one that
    no record gives.
    """
    begins, ends = next(((first, last) for first, last in DATES if first in frame), ("", ""))
    return column(frame, begins), column(frame, ends)


def happened_spans(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the days on which each record may have happened.

    A period runs from the first day that its beginning can mean to the last that its end can mean.

    Returns
    -------
    DataFrame, index as given, columns ``start``, ``end`` (`datetime.date`, both inclusive; None for a record
    without a date) and ``precision`` (day, month or year: that of the vaguer end; None likewise).
    """
    rows = [_span(known) for known in _dates(frame)]
    return pd.DataFrame(rows, index=frame.index, columns=["start", "end", "precision"], dtype=object)


def begun_by(frame: pd.DataFrame) -> pd.Series:
    """Return the last day on which each record can have begun (`datetime.date`), None without a date.

    What is dated '2023' to '2023-10' began in October at the latest.
    """
    days = [min((moment.end for moment in known), default=None) for known in _dates(frame)]
    return pd.Series(days, index=frame.index, dtype=object)


def overlap(spans: pd.DataFrame, *, since: str = "", until: str = "") -> pd.Series:
    """Tell for each span of days whether any of its days lies in a period.

    Parameters
    ----------
    spans : columns ``start`` and ``end``, as `happened_spans` gives them; an end that is None is open.
    since, until : first and last day of the period as partial dates; "" is open.
    """
    first = parse_partial_date(since).start if since else date.min
    last = parse_partial_date(until).end if until else date.max
    pairs = zip(spans["start"].tolist(), spans["end"].tolist(), strict=True)
    inside = [(start is None or start <= last) and (end is None or end >= first) for start, end in pairs]
    return pd.Series(inside, index=spans.index, dtype=bool)


def select_period(frame: pd.DataFrame, *, since: str = "", until: str = "") -> pd.DataFrame:
    """Return the records that may have happened in a period, those without a date included.

    A record dated '2025' is in any window of 2025: the date is the span that it can mean, never its first
    day.
    """
    return frame[overlap(happened_spans(frame), since=since, until=until).to_numpy()]


def count_vague(frame: pd.DataFrame) -> int:
    """Return how many records are dated by month or by year only."""
    return int(happened_spans(frame)["precision"].isin(["month", "year"]).sum())


def _dates(frame: pd.DataFrame) -> list[list[PartialDate]]:
    """Return for each record the dates of its beginning and its end, those that it has."""
    rows = zip(*said_dates(frame), strict=True)
    return [[moment for moment in map(parse_cell, row) if moment is not None] for row in rows]


def _span(known: list[PartialDate]) -> tuple:
    if not known:
        return None, None, None
    start, end = known[0].start, known[-1].end
    return start, max(start, end), max((moment.precision for moment in known), key=_COARSENESS.index)
