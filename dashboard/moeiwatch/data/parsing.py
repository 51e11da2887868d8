"""JSON text to a value, stricter than the `json` module, and with the place of what is wrong."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from moeiwatch.data.mistypings import mistyping
from moeiwatch.data.positions import STRING

DEEPEST = 100
"""Levels of nesting. Canonical data needs less than ten."""

MOST_BRACKETS = 3_000_000
"""Opening brackets in a text: more than ten times what 100,000 records need."""

_TINY = 1e-300
"""Below this even a short number may have more digits than a float holds."""

_WRITE_A_NUMBER = "Write the number as it is meant, or leave the property out if it is unknown."


class JsonFault(ValueError):
    """What keeps a text from being read, with the offset of the character where it stands (None: unknown)."""

    def __init__(self, message: str, offset: int | None, remedy: str = "") -> None:
        super().__init__(message)
        self.offset = offset
        self.remedy = remedy


class ExactNumber(float):
    """A number with more digits than Python's own hold; `text` is how it was written."""

    def __new__(cls, text: str) -> "ExactNumber":
        """Return the nearest number, with the text from which it was read."""
        number = super().__new__(cls, text)
        number.text = text
        return number


def parse_json(text: str) -> tuple[Any, set[str]]:
    """Return the value of a JSON text, and the names that stand twice in one of its objects.

    Raises
    ------
    JsonFault
        For all that is no JSON, and for what `json` lets through or dies of: NaN and infinite numbers,
        numbers of thousands of digits, nesting deeper than `DEEPEST`, halves of characters.
    """
    if text.count("{") + text.count("[") > MOST_BRACKETS:
        remedy = "Take out what is no data: a hundred thousand records need far fewer."
        raise JsonFault(f"the text holds more than {MOST_BRACKETS:,} objects and lists", None, remedy)
    twice: set[str] = set()

    def members(pairs: list[tuple[str, Any]]) -> dict:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice.update(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        return found

    def constant(word: str) -> None:
        offset = _find(rf"(?<![\w.-]){word}", text)
        raise JsonFault(f"{word} is not a number that JSON knows", offset, _WRITE_A_NUMBER)

    def number(word: str) -> float:
        value = float(word)
        if value in (float("inf"), float("-inf")):
            raise JsonFault(
                f"the number {word[:20]} is too large", _find(re.escape(word), text), _WRITE_A_NUMBER
            )
        return value if len(word) <= 15 and abs(value) > _TINY else _exact(word, value)

    try:
        value = json.loads(text, object_pairs_hook=members, parse_constant=constant, parse_float=number)
    except JsonFault:
        raise
    except json.JSONDecodeError as error:
        raise JsonFault(*mistyping(text, error)) from None
    except RecursionError:
        raise _too_deep(text) from None
    except ValueError:
        offset = _find("[0-9]{4000,}", text)
        raise JsonFault("a number has thousands of digits", offset, _WRITE_A_NUMBER) from None
    if _is_deep(value):
        raise _too_deep(text)
    if "\\u" in text and (half := _half_character(value)):
        message = f"half a character (\\u{ord(half):04x}, a lone surrogate) stands in a text"
        at = max(text.lower().find(f"\\u{ord(half):04x}"), 0)
        raise JsonFault(message, at, "Write the whole character.")
    return value, twice


def _exact(word: str, value: float) -> float:
    """Return the number, with its text if it has more digits than a float holds."""
    try:
        exact = Decimal(word) == Decimal(repr(value))
    except InvalidOperation:
        exact = False
    return value if exact else ExactNumber(word)


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        inner = [v for v in level if type(v) is dict for v in v.values() if type(v) in (dict, list)]
        inner += [w for v in level if type(v) is list for w in v if type(w) in (dict, list)]
        if not inner:
            return False
        level = inner
    return True


def _too_deep(text: str) -> JsonFault:
    depth, offset = 0, None
    for found in outside_strings(r"[{}\[\]]", text):
        depth += 1 if found.group() in "{[" else -1
        if depth > DEEPEST:
            offset = found.start()
            break
    remedy = "Records need less than ten: look for brackets that are opened and never closed."
    return JsonFault(f"the text is nested deeper than {DEEPEST} levels", offset, remedy)


def _half_character(value: Any) -> str:
    """Return the first lone surrogate in a value: it could be read but never written."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            try:
                item.encode()
            except UnicodeEncodeError as error:
                return item[error.start]
        elif isinstance(item, dict):
            waiting += item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += (v for v in item if type(v) in (str, dict, list))
    return ""


def outside_strings(pattern: str, text: str) -> Iterator[re.Match]:
    """Yield the matches of a pattern in a JSON text that do not stand inside its strings."""
    found = re.finditer(f"{STRING}|{pattern}", text, re.DOTALL)
    return (match for match in found if match.group()[0] != '"')


def _find(pattern: str, text: str) -> int | None:
    return next((found.start() for found in outside_strings(pattern, text)), None)
