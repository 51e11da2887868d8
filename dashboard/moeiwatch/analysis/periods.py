"""When a record happened, as the span of days that its partial dates can mean."""

from datetime import date

import pandas as pd

from moeiwatch.analysis.records import column, parse_cell
from moeiwatch.data.dates import PartialDate, parse_partial_date

DATES = (("observed", "observed_end"), ("date", "date_end"), ("first_reported", None))
"""Properties that say when a thing began and ended; a frame is read by the first pair that it has."""

_COARSENESS = ("day", "month", "year")


def happened_spans(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the days on which each record may have happened.

    A period runs from the first day that its beginning can mean to the last that its end can mean.

    Returns
    -------
    DataFrame, index as given, columns ``start``, ``end`` (`datetime.date`, both inclusive; None for a record
    without a date) and ``precision`` (day, month or year: that of the vaguer end; None likewise).
    """
    begins, ends = next(((first, last) for first, last in DATES if first in frame), (None, None))
    firsts = column(frame, begins).tolist() if begins else [None] * len(frame)
    lasts = column(frame, ends).tolist() if ends else [None] * len(frame)
    rows = [_span(parse_cell(first), parse_cell(last)) for first, last in zip(firsts, lasts, strict=True)]
    return pd.DataFrame(rows, index=frame.index, columns=["start", "end", "precision"], dtype=object)


def overlap(spans: pd.DataFrame, *, since: str = "", until: str = "") -> pd.Series:
    """Tell for each span of days whether any of its days lies in a period; a span that is not known always
    may.

    Parameters
    ----------
    spans : columns ``start`` and ``end``, as `happened_spans` gives them.
    since, until : first and last day of the period as partial dates; "" is open.
    """
    first = parse_partial_date(since).start if since else date.min
    last = parse_partial_date(until).end if until else date.max
    pairs = zip(spans["start"].tolist(), spans["end"].tolist(), strict=True)
    inside = [start is None or (start <= last and end >= first) for start, end in pairs]
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


def _span(begun: PartialDate | None, ended: PartialDate | None) -> tuple:
    known = [moment for moment in (begun, ended) if moment is not None]
    if not known:
        return None, None, None
    start, end = known[0].start, known[-1].end
    return start, max(start, end), max((moment.precision for moment in known), key=_COARSENESS.index)
