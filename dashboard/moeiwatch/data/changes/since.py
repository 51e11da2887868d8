"""How many records changed since earlier versions of the data, for links that were made on these."""

import hashlib
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from moeiwatch.data.changes.revisions import git_lines, read_commit_states
from moeiwatch.data.changes.sides import named_layer
from moeiwatch.data.changes.states import Entry, State, read_folder_state
from moeiwatch.data.geodata import VERSION_LENGTH, has_version
from moeiwatch.data.parsing import JsonFault, parse_json
from moeiwatch.data.schema import LAYERS, TABLES

MOST_REVISIONS = 1000
"""Each costs the page some twenty bytes."""

MOST_SECONDS = 10.0
"""Export and the first start of the app on new data wait for it: 66 revisions of 1,400 records took 1 s."""

Records = dict[tuple[str, str], str]
"""What each record says, by layer and id."""


def changes_since(
    directory: Path, *, most: int = MOST_REVISIONS, seconds: float = MOST_SECONDS
) -> dict[str, int]:
    """Return, by earlier version of the data, how many records were added, changed or taken away since.

    A version is what `geodata.data_version` says of the folder. Unlike `compare` this counts by id alone, and
    reads a file of many versions once. Where this is no git repository, or git is missing, nothing is known
    and nothing is returned; of a version with a layer that cannot be read nothing is said.

    Parameters
    ----------
    directory : the data's folder in the work tree.
    most, seconds : how many revisions that touched the folder are looked at, and for how long; the newest
        come first, and one at least is looked at.
    """
    found: dict[str, int] = {}
    end = time.monotonic() + seconds
    memory = _Memory()
    try:
        now = memory.records(read_folder_state(directory, label="now"))
        commits = git_lines(["log", f"-n{most}", "--format=%H", "--", "."], directory)
        for state in read_commit_states(commits, directory=directory):
            then = memory.records(state)
            if now is not None and then is not None:
                found.setdefault(memory.version(state), _count(then, now))
            if time.monotonic() > end:
                break
    except (ValueError, OSError):
        return found
    return found


def state_version(state: State) -> str:
    """Return what `geodata.data_version` would say of a folder with these files."""
    return _Memory().version(state)


@dataclass(frozen=True)
class _File:
    """What is kept of a file: the digest of its bytes, and its records, None where it cannot be read."""

    digest: bytes
    records: Records | None


class _Memory:
    """Files that were read, by what git calls their bytes: most stay the same from version to version."""

    def __init__(self) -> None:
        self._files: dict[str, _File] = {}

    def records(self, state: State) -> Records | None:
        """Return all records of a state; None where one of its layers cannot be read."""
        self._read(state)
        found: Records = {}
        for entry in state.entries.values():
            if _is_layer(entry.path):
                records = None if entry.fault else self._files[entry.digest].records
                if records is None:
                    return None
                found |= records
        return found

    def version(self, state: State) -> str:
        """Return what `geodata.data_version` would say of a folder with these files."""
        self._read(state)
        digest = hashlib.sha256()
        for entry in sorted(_versioned(state), key=lambda entry: PurePosixPath(entry.path)):
            digest.update(entry.path.encode() + b"\0")
            file = self._files.get(entry.digest)
            digest.update(file.digest if file else hashlib.sha256(b"").digest())
        return digest.hexdigest()[:VERSION_LENGTH]

    def _read(self, state: State) -> None:
        wanted = {e.digest: e for e in _versioned(state) if not e.fault and e.digest not in self._files}
        contents = state.read(entry.handle for entry in wanted.values())
        for name, entry in wanted.items():
            raw = contents.get(entry.handle, b"")
            records = _parse_records(raw, layer=named_layer(entry.path)) if _is_layer(entry.path) else None
            self._files[name] = _File(hashlib.sha256(raw).digest(), records)


def _versioned(state: State) -> Iterable[Entry]:
    return [entry for entry in state.entries.values() if has_version(PurePosixPath(entry.path))]


def _is_layer(path: str) -> bool:
    return named_layer(path) in (*LAYERS, *TABLES) and has_version(PurePosixPath(path))


def _parse_records(raw: bytes, *, layer: str) -> Records | None:
    """Return the records of a file; None where it is no JSON or has no list of records with ids."""
    try:
        value, _ = parse_json(raw.decode("utf-8-sig"))
        listed = value if layer == "sources" else value["actors" if layer == "actors" else "features"]
        return {(layer, str(record["id"])): json.dumps(record, sort_keys=True) for record in listed}
    except (JsonFault, ValueError, KeyError, TypeError, RecursionError):
        return None


def _count(then: Records, now: Records) -> int:
    return sum(then.get(key) != now.get(key) for key in then.keys() | now.keys())
