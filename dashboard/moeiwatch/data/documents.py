"""One JSON file read whole: its value, or the problem that keeps it from being read. Never raises."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from moeiwatch.data.positions import STRING, Positions, find_offsets
from moeiwatch.data.problems import Problem, shorten

LARGEST_FILE = 100_000_000
"""Bytes. The whole of the data is about one megabyte: what is larger than this is something else."""

DEEPEST = 100
"""Levels of nesting. Canonical data needs less than ten."""


@dataclass
class Document:
    """A file as it was found.

    Attributes
    ----------
    file : name for messages, relative to the data's folder.
    text : the text, "" where it could not be read.
    value : what the JSON says; None where `broken`.
    broken : True if the file could not be read as JSON at all.
    marked : True if the file begins with a byte order mark, which is no part of the text.
    problems : why it is broken, or which names stand twice.
    """

    file: str
    text: str = ""
    value: Any = None
    broken: bool = False
    marked: bool = False
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def positions(self) -> Positions:
        """Where things stand, found when first asked for."""
        return Positions(self.text)


def read_document(path: Path, *, file: str | None = None) -> Document:
    """Return the document in a file; whatever is wrong with it is in its `problems`."""
    file = file or path.name
    try:
        if path.is_dir():
            return _broken(file, None, "this is a folder, not a file", "Put a JSON file in its place.")
        if path.stat().st_size > LARGEST_FILE:
            size = path.stat().st_size // 1_000_000
            remedy = f"Files of up to {LARGEST_FILE // 1_000_000} MB are read."
            return _broken(file, None, f"the file holds {size} MB", remedy)
        raw = path.read_bytes()
    except FileNotFoundError:
        return _broken(file, None, "the file is missing", "Restore it, if need be as an empty layer.")
    except (OSError, ValueError) as error:
        return _broken(file, None, f"the file cannot be opened: {error}", "")
    return parse_document(raw, file=file)


def parse_document(raw: bytes, *, file: str) -> Document:
    """Return the document in these bytes, as `read_document` does from a file."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"the text is not UTF-8 (byte 0x{raw[error.start]:02x})"
        return _broken(file, line, message, "Save the file as UTF-8.")
    if not text.strip():
        return _broken(
            file, 1, "the file is empty", 'Write at least {"type": "FeatureCollection", "features": []}.'
        )
    document = Document(file, text, marked=raw.startswith(b"\xef\xbb\xbf"))
    try:
        document.value = _load(document)
    except _NotAllowed as problem:
        return _broken(file, document.positions.line_at(text.find(problem.word)), str(problem), "", text=text)
    except json.JSONDecodeError as error:
        return _broken(file, error.lineno, f"this is not JSON: {_plain(error)}", _MEND, text=text)
    except RecursionError:
        return _too_deep(file, text)
    except ValueError:
        where = next((found.start() for found in _outside_strings("[0-9]{4000,}", text)), 0)
        return _broken(
            file, document.positions.line_at(where), "a number has thousands of digits", "", text=text
        )
    if _is_deep(document.value):
        return _too_deep(file, text)
    if "\\u" in text and (surrogate := _find_surrogate(document.value)):
        at = max(text.lower().find(f"\\u{ord(surrogate):04x}"), 0)
        message = f"half a character (\\u{ord(surrogate):04x}, a lone surrogate) stands in a text"
        return _broken(file, document.positions.line_at(at), message, "Write the whole character.", text=text)
    return document


_MEND = "Look at the end of the line before, too: a missing or superfluous comma or quote is the usual cause."


class ExactNumber(float):
    """A number with more digits than Python's own hold; `text` is how it was written."""

    def __new__(cls, text: str) -> "ExactNumber":
        """Return the nearest number, with the text from which it was read."""
        number = super().__new__(cls, text)
        number.text = text
        return number


class _NotAllowed(Exception):
    def __init__(self, message: str, word: str) -> None:
        super().__init__(message)
        self.word = word


def _load(document: Document) -> Any:
    twice: list[str] = []

    def members(pairs: list[tuple[str, Any]]) -> dict:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice.extend(sorted({name for name in names if names.count(name) > 1}))
        return found

    def constant(word: str) -> None:
        raise _NotAllowed(f"{word} is not a number that JSON knows", word)

    def number(word: str) -> float:
        value = float(word)
        if value in (float("inf"), float("-inf")):
            raise _NotAllowed(f"the number {word[:20]} is too large", word)
        if len(word) > 15 and Decimal(word) != Decimal(repr(value)):
            return ExactNumber(word)
        return value

    value = json.loads(document.text, object_pairs_hook=members, parse_constant=constant, parse_float=number)
    if twice:
        document.problems.extend(_duplicates(document, set(twice)))
    return value


def _duplicates(document: Document, names: set[str]) -> Iterator[Problem]:
    offsets = find_offsets(document.text)
    found = [path for path in offsets if path and path[-1] == "(first)" and path[:-1] in offsets]
    for path in found:
        line, first = (document.positions.line_at(offsets[p]) for p in (path[:-1], path))
        message = f"the name {shorten(path[-2])} stands twice in one object, first on line {first}"
        yield Problem(document.file, line, "", str(path[-2]), message, remedy="Keep one of the two.")
    for name in sorted(names - {path[-2] for path in found}):
        message = f"the name {shorten(name)} stands twice in one object"
        yield Problem(document.file, None, "", name, message, remedy="Keep one of the two.")


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        inner = [v for v in level if type(v) is dict for v in v.values() if type(v) in (dict, list)]
        inner += [w for v in level if type(v) is list for w in v if type(w) in (dict, list)]
        if not inner:
            return False
        level = inner
    return True


def _find_surrogate(value: Any) -> str:
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


def _too_deep(file: str, text: str) -> Document:
    depth = 0
    for found in _outside_strings(r"[{}\[\]]", text):
        depth += 1 if found.group() in "{[" else -1
        if depth > DEEPEST:
            line = Positions(text).line_at(found.start())
            return _broken(file, line, f"the text is nested deeper than {DEEPEST} levels", "", text=text)
    return _broken(file, 1, f"the text is nested deeper than {DEEPEST} levels", "", text=text)


def _outside_strings(pattern: str, text: str) -> Iterator[re.Match]:
    found = re.finditer(f"{STRING}|{pattern}", text, re.DOTALL)
    return (match for match in found if match.group()[0] != '"')


def _plain(error: json.JSONDecodeError) -> str:
    words = error.msg[0].lower() + error.msg[1:]
    if words == "extra data":
        words = "something stands after the end"
    return f"{words} (column {error.colno})"


def _broken(file: str, line: int | None, message: str, remedy: str, *, text: str = "") -> Document:
    return Document(file, text, broken=True, problems=[Problem(file, line, "", "", message, remedy=remedy)])
