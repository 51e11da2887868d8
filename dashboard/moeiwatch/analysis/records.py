"""What every analysis shares: which records stand, and how to read a cell that may be missing."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

import pandas as pd

from moeiwatch.data.dates import PartialDate, parse_partial_date


def select_standing(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the records that stand: neither withdrawn nor merged into another one.

    A merged record keeps its id so that links hold, but its facts are counted with the record that took it
    in.
    """
    stands = pd.Series(True, index=frame.index)
    for column in ("merged_into", "withdrawn"):
        if column in frame:
            stands &= frame[column].isna()
    return frame[stands]


def column(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return a column as plain objects, None where a value is missing or the frame has no such column.

    Lists and dictionaries are values and pass unchanged.
    """
    if name not in frame:
        return pd.Series([None] * len(frame), index=frame.index, dtype=object)
    values = [None if is_missing(value) else value for value in frame[name].tolist()]
    return pd.Series(values, index=frame.index, dtype=object)


def is_missing(value: object) -> bool:
    """Tell whether a cell is empty: None, NaN, NaT or NA, but not an empty list."""
    if value is None:
        return True
    if isinstance(value, str | list | tuple | dict | set):
        return False
    missing = pd.isna(value)
    return missing if isinstance(missing, bool) else False


def parse_cell(value: object) -> PartialDate | None:
    """Return the partial date of a cell, None where it is missing or is no date.

    Frames come from checked files, so what is no date here is a fault that the check has already named.
    """
    return _parse(value) if isinstance(value, str) else None


@lru_cache(maxsize=16_384)
def _parse(text: str) -> PartialDate | None:
    try:
        return parse_partial_date(text)
    except ValueError:
        return None


def months_later(day: date, months: int) -> date:
    """Return the day some months later (earlier if negative), cut to the length of that month.

    Examples
    --------
    >>> months_later(date(2025, 1, 31), 1)
    datetime.date(2025, 2, 28)
    >>> months_later(date(2025, 1, 15), -2)
    datetime.date(2024, 11, 15)
    """
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
