"""The files of a release of the data, the same bytes for the same commit."""

import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

from moeiwatch.data.changes.history import Version, read_history
from moeiwatch.data.changes.history_file import FILE, history_text
from moeiwatch.data.changes.history_markdown import changes_markdown
from moeiwatch.data.changes.revisions import git_lines, read_revision_state
from moeiwatch.data.changes.since import state_version
from moeiwatch.data.contents import read_contents
from moeiwatch.data.geodata import data_version

CHANGES = "CHANGES.md"
SUMS = "SHA256SUMS"


def release_files(directory: Path, *, since: str, today: date) -> tuple[str, dict[str, bytes]]:
    """Return the name of a release, ``data-DAY-VERSION``, and its files by name.

    Parameters
    ----------
    directory : the data's folder, as it was committed.
    since : the last release, or any revision; "" where this is the first one.
    today : the day of the release where there is no history to name the day of the commit.
    """
    day = _commit_day(directory) or today.isoformat()
    name = f"data-{day}-{data_version(directory)}"
    versions = _versions(directory, since)
    newest = versions[0] if since and versions else _first(directory, day)
    changes = changes_markdown(newest, since=since).encode()
    history = history_text(versions).encode()
    archive = f"moei-watch-{name}.zip"
    held = {CHANGES: changes, FILE: history, **_data_files(directory)}
    files = {archive: _zip(held, day), CHANGES: changes, FILE: history}
    sums = "".join(f"{hashlib.sha256(files[file]).hexdigest()}  {file}\n" for file in sorted(files))
    return name, {**files, SUMS: sums.encode()}


def released_version(revision: str, *, directory: Path) -> str:
    """Return the version of the data at a revision, "" where there is no such revision or no repository."""
    try:
        return state_version(read_revision_state(revision, directory=directory))
    except ValueError:
        return ""


def _versions(directory: Path, since: str) -> list[Version]:
    """Return the versions, the newest one with all that changed since `since`."""
    history = read_history(directory)
    newest = read_history(directory, since=since) if since else history[:1]
    base = newest[0].since if newest else ""
    older = [number for number, version in enumerate(history) if version.version == base]
    return [*newest, *(history[older[0] :] if since and older else [] if since else history[1:])]


def _first(directory: Path, day: str) -> Version:
    """Return the first release of all: how many records it holds."""
    collections = read_contents(directory).collections
    counts = {name: len(collection.records) for name, collection in collections.items()}
    listed = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    total = sum(counts.values())
    said = f"{total:,} records ({listed})"
    return Version(data_version(directory), day, "", "", said, {"added": total})


def _commit_day(directory: Path) -> str:
    try:
        return next(iter(git_lines(["log", "-1", "--format=%cs"], directory)), "")
    except ValueError:
        return ""


def _data_files(directory: Path) -> dict[str, bytes]:
    """Return all files of the data under ``geodata/``; links and hidden files are no data."""
    found = {}
    for path in sorted(directory.rglob("*")):
        inside = path.relative_to(directory)
        if path.is_file() and not path.is_symlink() and not any(p.startswith(".") for p in inside.parts):
            found[f"geodata/{inside.as_posix()}"] = path.read_bytes()
    return found


def _zip(files: dict[str, bytes], day: str) -> bytes:
    year, month, number = (int(part) for part in day.split("-"))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(year, month, number, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return written.getvalue()
