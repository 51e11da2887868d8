"""Frames as columns for the page: one list a property, numbers for dates and terms, repeated words once."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from moeiwatch.analysis.records import is_missing
from moeiwatch.data.schema import LayerSchema

EPOCH = date(1970, 1, 1).toordinal()
"""Dates go to the page as days since 1970-01-01."""

NONE = 255
"""Code of a term, basis or confidence that a record does not have."""

PRECISIONS = {"day": 1, "month": 2, "year": 3}
"""Code of how well a date is known; 0 is a record without a date."""


def day_number(day: date) -> int:
    """Return a day as days since 1970-01-01."""
    return day.toordinal() - EPOCH


def code_column(values: Iterable[Any], *, terms: Iterable[str]) -> list[int]:
    """Return the place of each value among the terms, `NONE` for what is missing or not among them."""
    codes = {term: number for number, term in enumerate(terms)}
    return [codes.get(value, NONE) if isinstance(value, str) else NONE for value in values]


def number_column(values: pd.Series) -> list[float | int | None]:
    """Return numbers, whole ones without a point, None where missing."""
    return [None if is_missing(value) else _number(value) for value in values.tolist()]


def text_columns(frame: pd.DataFrame, *, schema: LayerSchema, without: Iterable[str]) -> dict[str, Any]:
    """Return what is left to tell of the records, by property; properties that no record has are left out.

    A column is a list with None where missing; where words repeat, ``{"words": [...], "at": [...]}`` with the
    place of each word, -1 where missing.
    """
    left_out = set(without)
    result: dict[str, Any] = {}
    for name in schema.properties:
        if name in left_out or name not in frame:
            continue
        values = [_plain(value) for value in frame[name].tolist()]
        if any(value is not None for value in values):
            result[name] = _share(values)
    return result


def _share(values: list) -> Any:
    words = [value for value in values if isinstance(value, str)]
    if not words or any(value is not None and not isinstance(value, str) for value in values):
        return values
    distinct = sorted(set(words))
    if len(distinct) * 2 > len(words):
        return values
    places = {word: number for number, word in enumerate(distinct)}
    return {"words": distinct, "at": [places.get(value, -1) for value in values]}


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if is_missing(value):
        return None
    if isinstance(value, bool | np.bool_):
        return bool(value)
    return value if isinstance(value, str) else _number(value)


def _number(value: Any) -> float | int:
    number = float(value)
    return int(number) if number.is_integer() else number
