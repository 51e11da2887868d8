"""How wide the columns of a table are, and how its numbers are written."""

from collections.abc import Collection

import pandas as pd
import streamlit as st

from moeiwatch.views.text import number

MOST_PX = 300
"""Width of a column of words at most: what is longer is cut, and stands in full in the record."""

WIDE_PX = 400
"""The same for sentences."""

SENTENCES = ("Summary", "Summary (of today)", "Finding", "What was found", "Counted in")
"""Columns of sentences in the tables of records."""

_PADDING_PX, _HEAD_PX = 24, 24
_NARROW_SIGNS = frozenset(" .,:;'|!()[]-/fijlrtI1")
_NARROW, _PLAIN, _CAPITAL, _FULL = 4.2, 7.0, 8.6, 13.5


def fit_columns(table: pd.DataFrame, *, wide: Collection[str] = SENTENCES) -> dict[str, dict]:
    """Return a configuration of every column, as wide as its longest cell.

    Left alone, Streamlit looks at the first rows only, and cuts what is longer further down. Thousands are
    set apart: by a comma, and in a column with decimals as the reader's browser has it, for want of another.

    Parameters
    ----------
    wide : names of columns of sentences.
    """
    return {name: _column(table[name], name, WIDE_PX if name in wide else MOST_PX) for name in table.columns}


def text_px(text: str) -> float:
    """Return about how many pixels a text takes at the font size of a table's cells.

    Examples
    --------
    >>> text_px("ill") < text_px("own") < text_px("OWN") < text_px("三个字")
    True
    """
    return sum(map(_sign_px, text))


def _column(cells: pd.Series, name: str, most: float) -> dict:
    head = text_px(str(name)) + _HEAD_PX
    if pd.api.types.is_numeric_dtype(cells) and not pd.api.types.is_bool_dtype(cells):
        known = cells.dropna()
        is_whole = bool((known % 1 == 0).all() and (known >= 0).all())
        format_, step = ("accounting", 1) if is_whole else ("localized", None)
        width = max([head, *(text_px(number(value)) + _PADDING_PX for value in known)])
        return st.column_config.NumberColumn(width=int(width + 1), format=format_, step=step)
    longest = max((text_px(text) for text in {str(one) for one in cells if one is not None}), default=0)
    return st.column_config.Column(width=int(max(head, min(longest + _PADDING_PX, most)) + 1))


def _sign_px(sign: str) -> float:
    if sign in _NARROW_SIGNS:
        return _NARROW
    if ord(sign) >= 0x2E80:
        return _FULL
    return _CAPITAL if sign.isupper() or sign in "mw@%" else _PLAIN
