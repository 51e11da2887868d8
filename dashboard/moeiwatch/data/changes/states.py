"""A state of the data: the files of a folder, or of a folder at a git revision, read only when asked for."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from moeiwatch.data.documents import LARGEST_FILE
from moeiwatch.data.problems import Problem


@dataclass(frozen=True)
class Entry:
    """One file of a state.

    Attributes
    ----------
    path : where it lies in the data's folder, with ``/``.
    digest : the same for the same bytes, as git names them; "" where they cannot be read.
    fault : why it cannot be read, "" where it can.
    handle : what reads it.
    """

    path: str
    digest: str
    fault: str
    handle: str


@dataclass(frozen=True)
class State:
    """All files of the data at one moment.

    Attributes
    ----------
    label : what people call it: a revision with its short id, ``the work tree``, a folder.
    entries : its files by path.
    read : returns the bytes of files, by handle; what could not be read is missing.
    notes : what should be said of it, such as that the data lay in another folder.
    revision : the name by which git brings its files back; "" for a folder.
    """

    label: str
    entries: Mapping[str, Entry]
    read: Callable[[Iterable[str]], dict[str, bytes]] = field(repr=False)
    notes: tuple[str, ...] = ()
    revision: str = ""


def read_folder_state(directory: Path, *, label: str) -> State:
    """Return the files below a folder. Links are not followed: what they lead to is not the data.

    Raises
    ------
    ValueError
        If there is no such folder.
    """
    if not directory.is_dir():
        raise ValueError(f"{directory} is not a folder")
    entries = {}
    for folder, folders, names in os.walk(directory):
        folders[:] = sorted(name for name in folders if name != ".git")
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *links]):
            entry = _folder_entry(Path(folder) / name, directory)
            if not (name.startswith(".") and name.endswith(".tmp")):
                entries[entry.path] = entry
    return State(label, entries, _read_files)


def blob_digest(data: bytes) -> str:
    """Return the name that git gives to a file with these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def size_fault(size: int) -> str:
    """Return why a file of this many bytes is not read, "" if it is."""
    if size <= LARGEST_FILE:
        return ""
    return f"the file holds {size // 1_000_000} MB; files of up to {LARGEST_FILE // 1_000_000} MB are read"


def display_path(raw: bytes) -> str:
    """Return a file name as text, whatever bytes it holds."""
    return raw.decode("utf-8", errors="backslashreplace")


def entry_problem(entry: Entry) -> Problem:
    """Return the problem of a file that cannot be read."""
    return Problem(entry.path, None, "", "", entry.fault)


def _folder_entry(path: Path, directory: Path) -> Entry:
    name = display_path(os.fsencode(path.relative_to(directory).as_posix()))
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            return Entry(name, "", "this is a link to another file, which is not followed", str(path))
        if not stat.S_ISREG(found.st_mode):
            return Entry(name, "", "this is no regular file", str(path))
        if fault := size_fault(found.st_size):
            return Entry(name, "", fault, str(path))
        return Entry(name, blob_digest(path.read_bytes()), "", str(path))
    except OSError as error:
        return Entry(name, "", f"the file cannot be opened: {error.strerror}", str(path))


def _read_files(handles: Iterable[str]) -> dict[str, bytes]:
    found = {}
    for handle in handles:
        try:
            found[handle] = Path(handle).read_bytes()
        except OSError:
            continue
    return found
