"""A JSON value on one line, the same value always in the same words."""

from json.encoder import encode_basestring
from typing import Any

from moeiwatch.data.parsing import ExactNumber

_WHOLE = 2**53
"""Up to here every whole number of type float is exact, and is written without a point."""

_WORDS = {None: "null", True: "true", False: "false"}


def inline(value: Any) -> str:
    """Return a value on one line. Whole numbers have no point; others as many digits as they need."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is list:
        return f"[{', '.join(map(inline, value))}]"
    if kind is dict:
        return f"{{{', '.join(f'{encode_basestring(name)}: {inline(v)}' for name, v in value.items())}}}"
    if kind is ExactNumber:
        return value.text
    if kind is float and value == int(value) and abs(value) < _WHOLE:
        return str(int(value))
    return _WORDS[value] if value is None or kind is bool else repr(value)
