"""A state of the data by the name that people give it: a revision, or a folder."""

from dataclasses import replace
from pathlib import Path

from moeiwatch.data.changes.revisions import RevisionError, git_lines, parse_revision, read_revision_state
from moeiwatch.data.changes.states import State, read_folder_state
from moeiwatch.data.changes.wording import visible


def read_named_state(name: str, *, directory: Path) -> State:
    """Return a revision, or a folder where no revision has that name.

    Parameters
    ----------
    directory : the data's folder in the work tree, which tells the repository.

    Raises
    ------
    ValueError
        Where there is neither; the text says what to do.
    """
    folder = Path(name)
    try:
        return read_revision_state(name, directory=directory)
    except RevisionError:
        if "\0" in name or not name or name.startswith("-") or not folder.is_dir():
            raise
    return read_folder_state(folder, label=visible(name, limit=100))


def read_base_state(name: str, *, directory: Path) -> State:
    """Return the same, but of a branch that went on meanwhile the commit at which the work tree left it.

    What others merged since is neither new nor gone. Where the two have no commit in common, or a shallow
    clone does not reach back to it, the revision itself is meant, and `State.notes` says so.
    """
    try:
        commit = parse_revision(name, directory=directory)
    except RevisionError:
        return read_named_state(name, directory=directory)
    try:
        base = git_lines(["merge-base", commit, "HEAD"], directory)[0]
    except (RevisionError, IndexError):
        state = read_revision_state(name, directory=directory)
        note = f"this clone does not reach back to where your work left {state.label}: git fetch --unshallow"
        return replace(state, notes=(*state.notes, note))
    if base == commit:
        return read_revision_state(name, directory=directory)
    state = read_revision_state(base, directory=directory)
    label = f"{visible(name, limit=100)} as your work left it ({base[:7]})"
    return replace(state, label=label, revision=base[:7])
