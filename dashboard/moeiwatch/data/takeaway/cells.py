"""A value as a cell of a table: plain, and without effect in a spreadsheet."""

import json
import re
from typing import Any

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")

LONGEST = 32_767
"""Characters that a cell of Excel can hold."""


def is_missing(value: Any) -> bool:
    """Tell whether a value is not known: None or NaN. An empty text is none of these."""
    return value is None or (isinstance(value, float) and value != value)


def defuse(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe before it where it would.

    A text that begins with ``=``, ``+``, ``-``, ``@`` (their wide forms as well, also after white space), a
    tab or a line end is run by spreadsheets. A text that is a plain number stays as it is: it has no effect.

    Examples
    --------
    >>> defuse("=HYPERLINK(...)"), defuse("-5"), defuse("- about five")
    ("'=HYPERLINK(...)", '-5', "'- about five")
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def cell(value: Any) -> str | int | float | None:
    """Return a value of the data as one cell; None where it is not known.

    Numbers stay numbers, also negative ones; whole numbers have no decimals. A list of texts is written with
    ``; `` between them, anything nested as JSON. Texts are freed of control characters and defused.
    """
    if is_missing(value):
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return int(value) if float(value).is_integer() else float(value)
    return defuse(_CONTROL.sub("\ufffd", value if isinstance(value, str) else _joined(value)))


def shortened(value: str | int | float | None) -> str | int | float | None:
    """Return a cell cut to what Excel can hold; a cut text says so."""
    if not isinstance(value, str) or len(value) <= LONGEST:
        return value
    end = " (cut: see the CSV)"
    return value[: LONGEST - len(end)] + end


def _joined(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(part, str) and ";" not in part for part in value):
        return "; ".join(value)
    return json.dumps(value, ensure_ascii=False)
