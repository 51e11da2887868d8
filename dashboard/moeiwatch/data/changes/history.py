"""The versions of the data, newest first, each with what changed in it, told from git history."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path, PurePosixPath

from moeiwatch.data.changes.compare import Changes, compare
from moeiwatch.data.changes.lines import Line, told_lines
from moeiwatch.data.changes.report import told_files
from moeiwatch.data.changes.revisions import git_lines, read_revision_state
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.sentences import file_phrase, notes, summary
from moeiwatch.data.changes.since import state_version
from moeiwatch.data.changes.wording import visible
from moeiwatch.data.geodata import has_version

RELEASE_TAGS = "data-*"
"""Names of the tags that stand at a release of the data, such as ``data-2026-03-05-1f0f3cbf895f``."""

MOST_VERSIONS = 12
MOST_RECORDS = 500
"""Of one version so many records are told by name; `Version.left_out` counts the others."""

_LONGEST_PHRASE = 400
_MOST_NOTES = 20


@dataclass(frozen=True)
class Told:
    """What happened to one record, or to many that say the same.

    Attributes
    ----------
    layer, id : where it stands; ``id`` is "" where it has none, and for many.
    name : what people call it, or how many they are.
    change : ``added``, ``changed``, ``merged``, ``withdrawn`` or ``removed``.
    phrase : the same in words, without the name: ``status active -> raided (2026-03-05)``.
    """

    layer: str
    id: str
    name: str
    change: str
    phrase: str


@dataclass(frozen=True)
class Version:
    """One version of the data, and what changed from the version before it.

    Attributes
    ----------
    version : short hash of the data files, as `geodata.data_version`.
    date : the day of its commit, ``2026-03-05``.
    revision : its commit, shortened; "" where it is not known.
    since : the version before it, "" for the first one of all.
    summary : the whole in one line, without a full stop.
    counts : how many records were added, changed and so on; what did not happen is missing.
    records : the records, by layer, then change, then id.
    left_out : how many more records changed.
    notes : what else should be said, such as files that could not be read, and what changed in files that
        hold no records.
    """

    version: str
    date: str
    revision: str
    since: str
    summary: str
    counts: dict[str, int] = field(default_factory=dict)
    records: tuple[Told, ...] = ()
    left_out: int = 0
    notes: tuple[str, ...] = ()


def read_history(directory: Path, *, most: int = MOST_VERSIONS, since: str = "") -> list[Version]:
    """Return the versions of the data up to the commit that is checked out, newest first.

    A version is a release (a tag named as `RELEASE_TAGS`) or, where nothing was released yet, a commit of the
    main line that touches the data. Where this is no git repository, or git is missing, [] is returned.

    Parameters
    ----------
    directory : the data's folder in the work tree.
    most : how many versions are told.
    since : a revision; only one version is told then, with all that changed since that revision.
    """
    try:
        commits = ["HEAD", since] if since else _boundaries(directory, 2 * most + 1)
        return list(islice(_versions(commits, directory), most))
    except (ValueError, OSError):
        return []


def last_release(directory: Path) -> str:
    """Return the newest tag of a release before the commit that is checked out, "" where there is none."""
    try:
        return next(iter(_released(directory)), "")
    except ValueError:
        return ""


def _released(directory: Path) -> list[str]:
    """Return one tag of a release for each commit of the main line that has one, newest first."""
    listed = ["log", "--first-parent", "--simplify-by-decoration", "--format=%D"]
    refs = git_lines([*listed, f"--decorate-refs=refs/tags/{RELEASE_TAGS}"], directory)
    return [line.split(", ")[0].removeprefix("tag: ") for line in refs if line.startswith("tag: ")]


def _boundaries(directory: Path, most: int) -> list[str]:
    """Return the revisions between which changes are told, newest first."""
    if tags := _released(directory):
        return ["HEAD", *(f"refs/tags/{tag}" for tag in tags)][:most]
    return git_lines(["log", "--first-parent", f"-n{most}", "--format=%H", "--", "."], directory)


def _versions(revisions: list[str], directory: Path) -> Iterator[Version]:
    schemas = read_schemas(directory)
    after = after_version = after_revision = None
    for revision in revisions:
        before = read_revision_state(revision, directory=directory)
        version = state_version(before)
        if after is not None and version == after_version:
            after_revision = revision
            continue
        if after is not None:
            changes = compare(before, after, schemas=schemas)
            yield _version(changes, after_version, _day(after_revision, directory), since=version)
        after, after_version, after_revision = before, version, revision


def _version(changes: Changes, version: str, day: tuple[str, str], *, since: str) -> Version:
    lines = list(told_lines(changes))
    told = [tell(line) for line in lines[:MOST_RECORDS]]
    return Version(
        version,
        *day,
        since=since,
        summary=summary(changes),
        counts=changes.counts,
        records=tuple(told),
        left_out=sum(len(line.changes) for line in lines[MOST_RECORDS:]),
        notes=(*notes(changes)[:_MOST_NOTES], *_file_notes(changes)[:_MOST_NOTES]),
    )


def _file_notes(changes: Changes) -> list[str]:
    """Return what changed in files of the data that are not told record by record: a story, a schema."""
    files = [file for file in told_files(changes) if has_version(PurePosixPath(file.path))]
    return [visible(f"{file.path}: {file_phrase(file)}", limit=_LONGEST_PHRASE) for file in files]


def tell(line: Line) -> Told:
    """Return what happened to a record, or to many alike, in words that fit a page or a file."""
    phrase = visible(line.phrase, limit=_LONGEST_PHRASE)
    return Told(line.layer, visible(line.id, limit=100), line.name, line.kind, phrase)


def _day(revision: str, directory: Path) -> tuple[str, str]:
    """Return the day and the short id of a commit."""
    said = git_lines(["log", "-1", "--format=%cs %h", revision, "--"], directory)
    day, _, short = said[0].partition(" ")
    return day, short
