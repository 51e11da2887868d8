"""The law by which a change is judged: the rules as they were, until a maintainer has looked at new ones.

Whoever may change data could otherwise switch a rule off in the same change: take ``required`` out of a
schema, or a village into the list of published places.
"""

import tempfile
from pathlib import Path

from moeiwatch.data.changes.emptied import set_aside_emptied
from moeiwatch.data.changes.states import Entry, State, read_folder_state
from moeiwatch.data.changes.values import meaning
from moeiwatch.data.checks.base import RESTED_ON
from moeiwatch.data.contents import Contents, read_contents
from moeiwatch.data.documents import parse_document
from moeiwatch.data.problems import ERROR, WARNING, Problem

LABEL = "rules"
"""The label by which a maintainer says on a pull request that its rules are meant to change."""

_BASE = tuple(f"base/{name}.geojson" for name in RESTED_ON)
_REMEDY = (
    f"A maintainer has to agree: with the label {LABEL} on the pull request, or python dashboard check "
    "--maintainer, the data is judged by its own rules."
)


def read_by_law(directory: Path, *, before: State, maintainer: bool) -> tuple[Contents, list[Problem]]:
    """Return the data of a folder under the schemas that it had before, and each rule that is not as it was.

    A file that lost all its records is a problem of its own, and is none that could be read (`emptied`).

    Parameters
    ----------
    before : the earlier state; where it has no schemas, those of the folder count.
    maintainer : True if the rules are meant to change: then the folder's own count, and what changed of
        them is told as warnings that block nothing.
    """
    changed = _changed_rules(before, read_folder_state(directory, label="the data"))
    problems = [_problem(path, severity=WARNING if maintainer else ERROR) for path in changed]
    if maintainer or not any(path.startswith("schema/") for path in changed):
        contents = read_contents(directory)
    else:
        with tempfile.TemporaryDirectory(prefix="moei-watch-") as folder:
            _write(before, _schemas(before), Path(folder))
            contents = read_contents(directory, schemas=Path(folder))
    return contents, [*problems, *set_aside_emptied(contents, before)]


def _changed_rules(before: State, after: State) -> list[str]:
    """Return the schemas and base layers that do not say what they said, by path."""
    judged = [path for path in _BASE if path in before.entries]
    if schemas := _schemas(before):
        judged += sorted(schemas.keys() | _schemas(after).keys())
    return [path for path in judged if _differs(path, before, after)]


def _schemas(state: State) -> dict[str, Entry]:
    return {
        path: e for path, e in state.entries.items() if path.startswith("schema/") and path.endswith(".json")
    }


def _differs(path: str, before: State, after: State) -> bool:
    """Return True unless a file says the same in both states, however it is written."""
    pairs = [(state, state.entries.get(path)) for state in (before, after)]
    digests = {entry.digest if entry else "" for _, entry in pairs}
    if len(digests) == 1 and digests != {""}:
        return False
    raw = [
        state.read([entry.handle]).get(entry.handle, b"") for state, entry in pairs if entry and entry.digest
    ]
    documents = [parse_document(part, file=path) for part in raw]
    if len(documents) < len(pairs) or any(document.problems for document in documents):
        return True
    return meaning(documents[0].value) != meaning(documents[1].value)


def _problem(path: str, *, severity: str) -> Problem:
    what = "schema" if path.startswith("schema/") else "layer of base/ on which rules rest"
    said = "a maintainer agrees" if severity == WARNING else "the data is judged by the schemas as they were"
    return Problem(path, None, "", "", f"this {what} is not as it was: {said}", severity, _REMEDY)


def _write(state: State, wanted: dict[str, Entry], folder: Path) -> None:
    read = state.read(entry.handle for entry in wanted.values() if not entry.fault)
    for path, entry in wanted.items():
        name = path.removeprefix("schema/")
        if entry.handle in read and "/" not in name:
            (folder / name).write_bytes(read[entry.handle])
