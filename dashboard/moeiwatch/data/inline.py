"""A JSON value on one line, the same value always in the same words."""

import json
from typing import Any

from moeiwatch.data.parsing import ExactNumber

_WHOLE = 2**53
"""Up to here every whole number of type float is exact, and is written without a point."""


def inline(value: Any) -> str:
    """Return a value on one line. Whole numbers have no point; others as many digits as they need."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(
                f"{json.dumps(name, ensure_ascii=False)}: {inline(inner)}" for name, inner in value.items()
            )
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, ExactNumber):
        return value.text
    if isinstance(value, float) and value == int(value) and abs(value) < _WHOLE:
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)
