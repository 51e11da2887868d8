"""Which problems a change brings, and which were there before it: an old fault blocks nobody."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from moeiwatch.data.changes.compare import Changes, compare
from moeiwatch.data.changes.cut_off import by_base, cut_off_layers, cut_off_problem, references_to_lost
from moeiwatch.data.changes.identities import check_identities
from moeiwatch.data.changes.promises import lost_ids, lost_with_broken_files
from moeiwatch.data.changes.renames import renamed_ids, without_consequences
from moeiwatch.data.changes.restore import write_state
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.sides import Side
from moeiwatch.data.changes.states import State, read_folder_state
from moeiwatch.data.changes.statuses import check_statuses
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import Contents, read_contents
from moeiwatch.data.problems import ERROR, WARNING, Problem, causes_first

Records = frozenset[tuple[str, str]]
"""Records by file and by what a problem calls them."""


@dataclass(frozen=True)
class Finding:
    """A problem, and what it means for the one who changes the data.

    Attributes
    ----------
    was_there : True if the data had it before.
    blocks : True if the check fails for it.
    """

    problem: Problem
    was_there: bool
    blocks: bool

    def as_dict(self) -> dict[str, Any]:
        """Return the members of the problem, and what it means, for JSON."""
        return self.problem.as_dict() | {"was_there": self.was_there, "blocks": self.blocks}


def findings_of(problems: Iterable[Problem], *, strict: bool = False) -> list[Finding]:
    """Return what all problems mean where nothing is known of before: errors block, warnings if `strict`."""
    return [Finding(problem, False, _blocks(problem, strict)) for problem in problems]


def judge(
    problems: list[Problem],
    *,
    contents: Contents,
    directory: Path,
    before: State,
    as_of: date,
    strict: bool = False,
) -> list[Finding]:
    """Return what each problem of a folder means, seen from an earlier state of the data.

    An id that disappeared is a problem of its own, and so are a new status that nothing new shows, an id that
    another record was given, and a withdrawal that was taken back. What was there before never
    blocks. Of the rest errors block, and warnings where they speak of a record that was added or changed;
    notices never do. References to an id that was only renamed are no problems of their own: they are right
    again when the id is.

    Parameters
    ----------
    problems : what the check finds in the folder.
    contents : the folder, read.
    before : the earlier state; it is checked by today's rules and by its own schemas.
    strict : True if every new warning blocks.
    """
    changes, side = _changes(directory, before), Side(before, schemas={})
    changed = _changed_records(changes, contents)
    renamed, cut = renamed_ids(changes, contents), cut_off_layers(side, contents)
    lost = [key for key in _lost(changes, contents, side) if key not in renamed]
    own = [
        *renamed.values(),
        *_lost_problems(lost, contents, before=side, cut=cut),
        *check_statuses(changes, contents),
        *check_identities(changes, contents),
    ]
    found = [Finding(problem, False, True) for problem in own]
    problems = without_consequences(problems, renamed)
    problems = references_to_lost(problems, lost, contents=contents, cut=cut)
    problems = by_base(_with_cut_off(problems, contents, before=side, cut=cut), base=before.revision)
    known = Counter(_keys(_problems_of(before, as_of=as_of), changed) if problems else [])
    for problem, key in zip(problems, _keys(problems, changed), strict=True):
        was_there = known[key] > 0
        known[key] -= was_there
        blocks = _blocks(problem, strict or _speaks_of(problem, changed))
        found.append(Finding(problem, was_there, blocks and not was_there))
    return sorted(found, key=lambda f: (f.was_there, not f.blocks, causes_first(f.problem)))


def changed_records(contents: Contents, directory: Path, before: State) -> Records:
    """Return the records of a folder that were added or changed since an earlier state."""
    return _changed_records(_changes(directory, before), contents)


def _lost(changes: Changes, contents: Contents, before: Side) -> list[tuple[str, str]]:
    """Return layer and id of what disappeared. A file that cannot be read loses nothing."""
    unread = {layer for layer, collection in contents.collections.items() if not collection.is_read}
    gone = [change for change in changes.records if change.breaks_promise and change.layer not in unread]
    lost = [(change.layer, change.before.id) for change in gone]
    return [*lost, *lost_with_broken_files(before, contents)]


def _lost_problems(
    lost: list[tuple[str, str]], contents: Contents, *, before: Side, cut: Mapping[str, list[str]]
) -> Iterator[Problem]:
    """Yield the problems of ids that disappeared, by layer; of a file that was cut off one for all."""
    for layer in dict.fromkeys(layer for layer, _ in lost):
        if layer in cut:
            end = Problem(contents.collections[layer].file, None, "", "", "")
            yield cut_off_problem(end, cut[layer], before=before)
        else:
            ids = [id_ for at, id_ in lost if at == layer]
            yield from lost_ids(layer, ids, base=before.state.revision)


def _with_cut_off(
    problems: Iterable[Problem], contents: Contents, *, before: Side, cut: Mapping[str, list[str]]
) -> list[Problem]:
    """Return the problems, those of files that end too early as what they are."""
    broken = [layer for layer in cut if not contents.collections[layer].is_read]
    ends = {p: cut[layer] for layer in broken for p in contents.collections[layer].document.problems}
    return [cut_off_problem(p, ends[p], before=before) if p in ends else p for p in problems]


def _changes(directory: Path, before: State) -> Changes:
    after = read_folder_state(directory, label="the data")
    return compare(before, after, schemas=read_schemas(directory))


def _changed_records(changes: Changes, contents: Contents) -> Records:
    collections = contents.collections
    return frozenset(
        (collections[change.layer].file, collections[change.layer].label(change.after))
        for change in changes.records
        if change.after is not None and change.layer in collections
    )


def _problems_of(state: State, *, as_of: date) -> list[Problem]:
    with tempfile.TemporaryDirectory(prefix="moei-watch-") as folder:
        write_state(state, Path(folder))
        return check_contents(read_contents(Path(folder)), as_of=as_of)


def _keys(problems: Iterable[Problem], changed: Records) -> list[tuple]:
    """Return for each problem what stays the same as long as it does, wherever its lines move.

    In a record that did not change no number counts either: sums over other records may have changed.
    """
    keys = []
    for problem in problems:
        pattern = r"\bline \d+" if (problem.file, problem.record) in changed else r"\d[\d,.]*"
        message = re.sub(pattern, "#", problem.message)
        record = re.sub(r"\[\d+\]$", "[]", problem.record)
        keys.append((problem.file, record, problem.field, message, problem.severity))
    return keys


def _blocks(problem: Problem, warnings_too: bool) -> bool:
    return problem.severity == ERROR or (warnings_too and problem.severity == WARNING)


def _speaks_of(problem: Problem, changed: Records) -> bool:
    """Return True if a warning is of a changed record, or names one as what it cannot stand beside.

    That one may stand in another layer: who withdraws a compound has to look at the reports that refer to it.
    """
    if not problem.record:
        return False
    if (problem.file, problem.record) in changed:
        return True
    named = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", problem.message))
    return any(record in named for _, record in changed)
