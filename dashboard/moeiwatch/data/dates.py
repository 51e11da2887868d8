"""Partial dates: a year, a month or a day, read as the span of days that they can mean."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class PartialDate:
    """A date cut to what is known.

    Attributes
    ----------
    text : the date as written, ``2023``, ``2023-05`` or ``2023-05-14``.
    start : the first day it can mean.
    end : the last day it can mean, inclusive: an end is never rounded down.
    precision : ``year``, ``month`` or ``day``.
    """

    text: str
    start: date
    end: date
    precision: str


def parse_partial_date(text: str) -> PartialDate:
    """Return the span of days that a partial date can mean.

    Raises
    ------
    ValueError
        If the text is not of the form YYYY, YYYY-MM or YYYY-MM-DD, or no such day exists (2023-02-30).

    Examples
    --------
    >>> parse_partial_date("2024-02").end
    datetime.date(2024, 2, 29)
    >>> parse_partial_date("2024").precision
    'year'
    """
    form = _FORM.fullmatch(text) if isinstance(text, str) else None
    if form is None:
        raise ValueError(f"{_shorten(text)} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in form.groups())
    if year < 1:
        raise ValueError(f"{text!r} is not a date: there is no year 0")
    if month is None:
        return PartialDate(text, date(year, 1, 1), date(year, 12, 31), "year")
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r} is not a date: months run from 01 to 12")
    days = calendar.monthrange(year, month)[1]
    if day is None:
        return PartialDate(text, date(year, month, 1), date(year, month, days), "month")
    if not 1 <= day <= days:
        raise ValueError(f"{text!r} is not a date: {year:04}-{month:02} has the days 01 to {days}")
    exact = date(year, month, day)
    return PartialDate(text, exact, exact, "day")


def parse_full_date(text: str) -> date:
    """Return the day that a full date (YYYY-MM-DD) names; ValueError for anything less or else."""
    partial = parse_partial_date(text)
    if partial.precision != "day":
        raise ValueError(f"{text!r} is not a full date: write YYYY-MM-DD")
    return partial.start


def _shorten(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 60 else written[:57] + "..."
