"""Rules on texts: they can be seen, were read in the right encoding, hold no markup, and lead to nobody."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from moeiwatch.data.checks.privacy import privacy_fault
from moeiwatch.data.checks.walk import check_records
from moeiwatch.data.checks.words import MOST_PROBLEMS
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import Problem, shorten

_SUSPECT = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffd"
    "\U000e0000-\U000e0fff]"
)
_MARKUP = re.compile(
    r"<[a-zA-Z/!?][^<>]*>?"  # a tag, closed or not
    # a character written as its HTML name or number
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
    r"|!?\[[^\[\]\n]{0,200}\]\([^)\s]"  # a link as Markdown writes it
)
_MISREAD = re.compile(
    # UTF-8 read as Windows-1252: Latin letters with accents, typographic signs, Thai, Burmese, emoji
    "[\u00c2\u00c3][\u0080-\u00bf\u20ac\u201a-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2018-\u201d\u2122]"
    "|\u00e2\u20ac|\u00e0\u00b8|\u00e0\u00b9|\u00e1\u20ac|\u00f0\u0178"
)
_ADDRESSES = ("URL", "read_at")
_PRINTED = ("title", "container-title", "publisher")
"""Properties of a publication whose words are not ours."""

_TEXTS = 1 << 18
"""So many texts are looked at once: names, ids and terms stand in every record, and most texts in both states
of the data where a change is judged."""

Fault = tuple[str, str]
"""What is wrong, and what to do."""

_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def check_texts(contents: Contents) -> list[Problem]:
    """Report characters that cannot be seen or turn the writing round, markup, and what leads to a person."""
    return check_records(contents.collections.values(), check_record_texts)


def check_record_texts(collection: Collection, record: Record) -> Iterator[Problem]:
    """Return what is wrong with the texts of one record, names of its members among them."""
    is_source = collection.name == "sources"
    found = (
        collection.problem(record, path, message, remedy=remedy)
        for path, text in _texts(record.properties)
        for message, remedy in _faults(
            text, is_address=path[-1] in _ADDRESSES, is_printed=is_source and path[-1] in _PRINTED
        )
    )
    return islice(found, MOST_PROBLEMS)


def _texts(value: Any, path: tuple = ()) -> Iterator[tuple[tuple, str]]:
    """Yield each text inside a value, names of members among them."""
    if isinstance(value, str):
        if path:
            yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield (*path, name), name
            yield from _texts(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


@lru_cache(maxsize=_TEXTS)
def _faults(text: str, *, is_address: bool, is_printed: bool) -> tuple[Fault, ...]:
    """Return all that is wrong with the text of a property (or with the property's name)."""
    found: list[Fault] = []
    if not text.isprintable() or not text.isascii() or _MARKUP.search(text):
        found += writing_faults(text, is_address=is_address)
    if not is_address and (fault := privacy_fault(text, is_printed=is_printed)):
        found.append(fault)
    return tuple(found)


def _is_unseen(text: str) -> bool:
    return bool(text.strip()) and all(unicodedata.category(c)[0] in "CZ" for c in text)


def writing_faults(text: str, *, is_address: bool = False) -> Iterator[Fault]:
    """Yield what is wrong with how a text is written, one fault of each sort."""
    if found := _SUSPECT.search(text):
        character = found.group()
        name = unicodedata.name(character, "a control character")
        if character in _DIRECTION:
            kind, remedy = (
                "a character that changes the direction of writing",
                "Delete it: text may hide behind it.",
            )
        elif character == "\ufffd":
            kind, remedy = (
                "a character that was lost in a change of encoding",
                "Write the character that is meant.",
            )
        elif character in "\n\r\t":
            kind, remedy = "a line break or a tab", "Write the text in one line."
        else:
            kind, remedy = "a control character or one that cannot be seen", "Delete it."
        where = f"U+{ord(character):04X}, {name.lower()}, at character {found.start() + 1}"
        yield f"the text holds {kind} ({where})", remedy
    elif _is_unseen(text):
        yield "the text holds nothing that can be seen", "Write the text, or leave the property out."
    if found := _MISREAD.search(text):
        yield (
            f"the text was read in a wrong encoding: {shorten(text[found.start() : found.start() + 12])}",
            "Write the characters that are meant.",
        )
    if not is_address and (found := _MARKUP.search(text)):
        yield (
            f"the text holds markup: {shorten(found.group(), limit=40)}",
            "Write plain text; nothing is rendered.",
        )
