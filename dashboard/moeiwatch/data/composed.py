"""Texts with their accents composed: Unicode can write one word in several ways that look the same."""

import unicodedata
from typing import Any


def composed(text: str) -> str:
    """Return a text in NFC, the form in which most keyboards write.

    Examples
    --------
    >>> composed("Cafe\\u0301") == "Caf\\u00e9"
    True
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def composed_value(value: Any) -> Any:
    """Return a JSON value with all its texts in NFC; names of members stay, two might become one."""
    if isinstance(value, str):
        return composed(value)
    if isinstance(value, dict):
        return {name: composed_value(inner) for name, inner in value.items()}
    return [composed_value(inner) for inner in value] if isinstance(value, list) else value
