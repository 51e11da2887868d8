"""The data at a git revision, read through git without a shell and without a checkout."""

import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from moeiwatch.data.changes.states import Entry, State, display_path, size_fault
from moeiwatch.data.schema import LAYERS

_SECONDS = 120
"""Patience with git, for a repository on a slow disk."""

_REGULAR = (b"100644", b"100755")
_KINDS = {
    b"120000": "this is a link to another file, which is not followed",
    b"160000": "this is a submodule",
}


class RevisionError(ValueError):
    """A revision that cannot be read, with what to do about it."""


class _NothingFound(RevisionError):
    """Git was asked and has no such thing; other errors say themselves what is the matter."""


def read_revision_state(revision: str, *, directory: Path) -> State:
    """Return the files of the data at a revision.

    Where the folder did not exist yet, or had another name, the folder that holds the files of the layers is
    looked for in the whole tree of the revision; `State.notes` says so.

    Parameters
    ----------
    revision : a branch, a tag, a commit or an expression such as ``HEAD~1``.
    directory : the data's folder in the work tree.

    Raises
    ------
    RevisionError
        If the name is refused, if it names no commit, or if this is no git repository.
    """
    commit = parse_revision(revision, directory=directory)
    top, prefix = _place(directory)
    entries = _entries(commit, prefix, top)
    notes: tuple[str, ...] = ()
    if prefix and not any(map(_is_layer_file, entries)):
        everything = _entries(commit, "", top)
        place = _data_folder(everything)
        if place is not None:
            entries = {
                path.removeprefix(place): e for path, e in everything.items() if path.startswith(place)
            }
            entries = {path: replace(entry, path=path) for path, entry in entries.items()}
            notes = (f"at {revision} the data lay in {place.rstrip('/') or 'the top folder'}",)
        elif not entries:
            notes = (f"at {revision} there was no data",)
    short = _text(_git(["rev-parse", "--short", commit], top))
    label = revision if short.startswith(revision) or revision.startswith(short) else f"{revision} ({short})"
    return State(label, entries, lambda handles: _read_blobs(handles, top), notes, revision)


def read_commit_states(commits: Iterable[str], *, directory: Path) -> Iterator[State]:
    """Yield the files of the data at each commit, by its full id; other folders are not looked for.

    Raises
    ------
    RevisionError
        If git does not answer, or knows no such commit.
    """
    top, prefix = _place(directory)
    for commit in commits:
        yield State(commit, _entries(commit, prefix, top), lambda handles: _read_blobs(handles, top))


def parse_revision(revision: str, *, directory: Path) -> str:
    """Return the full id of the commit that a revision names; RevisionError where there is none."""
    shown = display_path(os.fsencode(revision))[:100]
    if not revision or revision.startswith("-") or not revision.isprintable() or len(revision) > 250:
        raise RevisionError(f"{shown!r} is not the name of a revision")
    if ".." in revision:
        raise RevisionError(f"{shown!r} is a range: write its two ends with a space between them")
    wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    try:
        return _text(_git(wanted, _existing(directory)))
    except _NothingFound:
        remedy = "If this clone is shallow, fetch it: git fetch --unshallow."
        raise RevisionError(
            f"{shown!r} is neither a revision of this repository nor a folder. {remedy}"
        ) from None
    except RevisionError as error:
        if not str(error).startswith("error: "):
            raise
        raise RevisionError(f"{shown!r} is no commit: give a branch, a tag, a commit or a folder") from None


def git_lines(arguments: list[str], directory: Path) -> list[str]:
    """Return the lines that git answers in the data's folder; RevisionError where it cannot."""
    return os.fsdecode(_git(arguments, _existing(directory))).splitlines()


def _place(directory: Path) -> tuple[str, str]:
    """Return the top of the repository, and the data's folder below it as git names it, "" for the top."""
    top = _text(_git(["rev-parse", "--show-toplevel"], _existing(directory)))
    inside = PurePosixPath(os.path.relpath(directory.resolve(), Path(top).resolve()))
    return top, "" if inside == PurePosixPath(".") else f"{inside}/"


def _entries(commit: str, prefix: str, top: str) -> dict[str, Entry]:
    listed = _git(
        ["ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *([prefix] if prefix else [])], top
    )
    entries = {}
    for line in listed.split(b"\0"):
        if not line:
            continue
        facts, _, raw = line.partition(b"\t")
        mode, _, digest, size = facts.split()
        path = display_path(raw).removeprefix(prefix)
        fault = "" if mode in _REGULAR else _KINDS.get(mode, "this is no regular file")
        if not fault and size.isdigit():
            fault = size_fault(int(size))
        entries[path] = Entry(path, "" if fault else digest.decode(), fault, digest.decode())
    return entries


def _is_layer_file(path: str) -> bool:
    file = PurePosixPath(path)
    return file.name in ("sources.json", "actors.json") or (file.suffix == ".geojson" and file.stem in LAYERS)


def _data_folder(paths: Iterable[str]) -> str | None:
    """Return the folder, ending in ``/``, that holds the files of most layers; None where there are none.

    Of folders with as many, the one whose schemas lie beside them is meant, then the one nearest to the top.
    """
    known = set(paths)
    folders = Counter(path.rpartition("/")[0] for path in known if _is_layer_file(path))
    if not folders:
        return None
    beside = {path.partition("/schema/")[0] for path in known if "/schema/" in path}
    folder = min(folders, key=lambda name: (-folders[name], name not in beside, name.count("/"), name))
    return f"{folder}/" if folder else ""


def read_blobs(handles: Iterable[str], *, directory: Path) -> dict[str, bytes]:
    """Return the bytes of files by the names that git gives to their content."""
    return _read_blobs(handles, str(_existing(directory)))


def _read_blobs(handles: Iterable[str], top: str) -> dict[str, bytes]:
    wanted = list(dict.fromkeys(handles))
    if not wanted:
        return {}
    answer = _git(["cat-file", "--batch"], top, given="".join(f"{oid}\n" for oid in wanted).encode())
    found, at = {}, 0
    for oid in wanted:
        end = answer.find(b"\n", at)
        facts = answer[at:end].split()
        at = end + 1
        if len(facts) == 3 and facts[2].isdigit():
            size = int(facts[2])
            found[oid] = answer[at : at + size]
            at += size + 1
    return found


def _git(arguments: list[str], folder: Path | str, *, given: bytes = b"") -> bytes:
    """Return what git answers. The command is a list: no shell reads it."""
    environment = {
        k: v for k, v in os.environ.items() if k not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
    }
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "--no-pager", "--literal-pathspecs", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=_SECONDS, env=environment, check=False
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed: give two folders instead") from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise RevisionError(f"git does not answer: {error}") from None
    if done.returncode:
        words = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise RevisionError(words[0][:300]) if words else _NothingFound("git found nothing")
    return done.stdout


def _text(raw: bytes) -> str:
    return os.fsdecode(raw.rstrip(b"\r\n"))


def _existing(directory: Path) -> Path:
    """Return the folder, or the nearest one above it that exists: the data may be gone from the work tree."""
    directory = directory.resolve()
    return next((folder for folder in (directory, *directory.parents) if folder.is_dir()), directory)
