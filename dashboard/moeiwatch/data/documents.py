"""One JSON file read whole: its value, or the problem that keeps it from being read. Never raises."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from moeiwatch.data.parsing import JsonFault, parse_json
from moeiwatch.data.placing import name_offset, name_path
from moeiwatch.data.positions import Positions, find_offsets
from moeiwatch.data.problems import Problem, field_name, shorten

LARGEST_FILE = 100_000_000
"""Bytes. The whole of the data is about two megabytes: what is larger than this is something else."""

_SAVE_AS = "Save the file as UTF-8 ('Save as' or 'Save with encoding' in an editor), and look at its accents."

_MOST_DUPLICATES = 100


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

    @property
    def raw(self) -> bytes:
        """The bytes of the file, where its text could be read."""
        return (b"\xef\xbb\xbf" if self.marked else b"") + self.text.encode()

    @cached_property
    def positions(self) -> Positions:
        """Where things stand, found when first asked for."""
        return Positions(self.text)


def read_document(path: Path, *, file: str | None = None) -> Document:
    """Return the document in a file; whatever is wrong with it is in its `problems`."""
    file = file or path.name
    try:
        if path.is_symlink():
            return _broken(
                file,
                None,
                "this is a link to another file, which is not followed",
                "Put a file in its place.",
            )
        if path.is_dir():
            return _broken(file, None, "this is a folder, not a file", "Put a JSON file in its place.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            remedy = f"Files of up to {LARGEST_FILE // 1_000_000} MB are read."
            return _broken(file, None, f"the file holds {size // 1_000_000} MB", remedy)
        raw = path.read_bytes()
    except FileNotFoundError:
        return _broken(file, None, "the file is missing", f"Bring it back: {checkout(file)}.")
    except (OSError, ValueError) as error:
        return _broken(file, None, f"the file cannot be opened: {error}", "")
    return parse_document(raw, file=file)


def parse_document(raw: bytes, *, file: str) -> Document:
    """Return the document in these bytes, as `read_document` does from a file."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return _broken(file, 1, "the text is UTF-16, not UTF-8", _SAVE_AS)
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"the text is not UTF-8 (byte 0x{raw[error.start]:02x})"
        return _broken(file, line, message, _SAVE_AS)
    if "\0" in text[:200]:
        return _broken(file, 1, "the text is UTF-16, not UTF-8", _SAVE_AS)
    if not text.strip():
        return _broken(file, 1, "the file is empty", f"Bring back what stood in it: {checkout(file)}.")
    document = Document(file, text, marked=raw.startswith(b"\xef\xbb\xbf"))
    try:
        document.value, twice = parse_json(text)
    except JsonFault as fault:
        line, (record, name) = None, ("", "")
        if fault.offset is not None:
            line = document.positions.line_at(fault.offset)
            record, name = name_offset(text, fault.offset)
        return _broken(file, line, str(fault), fault.remedy, text=text, record=record, name=name)
    if twice:
        document.problems.extend(_duplicates(document, twice))
    return document


def checkout(file: str, *, base: str = "") -> str:
    """Return the command that brings a file of the data back as a revision, else the project, has it."""
    return f"git checkout {base or 'origin/main'} -- geodata/{file}"


def _duplicates(document: Document, names: set[str]) -> Iterator[Problem]:
    """Yield a problem for each name that stands twice in one object, up to a hundred."""
    offsets = find_offsets(document.text)
    found = [path for path in offsets if path and path[-1] == "(first)" and path[:-1] in offsets]
    for path in found[:_MOST_DUPLICATES]:
        line, first = (document.positions.line_at(offsets[p]) for p in (path[:-1], path))
        record, _ = name_path(document.text, offsets, path[:-1])
        yield _duplicate(document, path[-2], line, f", first on line {first}", record=record)
    placed = {path[-2] for path in found}
    for name in sorted(names - placed)[:_MOST_DUPLICATES]:
        yield _duplicate(document, name, None, "")


def _duplicate(
    document: Document, name: str | int, line: int | None, where: str, *, record: str = ""
) -> Problem:
    message = f"the name {shorten(name)} stands twice in one object{where}"
    return Problem(document.file, line, record, field_name((name,)), message, remedy="Keep one of the two.")


def _broken(
    file: str,
    line: int | None,
    message: str,
    remedy: str,
    *,
    text: str = "",
    record: str = "",
    name: str = "",
) -> Document:
    problem = Problem(file, line, record, name, message, remedy=remedy)
    return Document(file, text, broken=True, problems=[problem])
