"""A state of the data by the name that people give it: a revision, or a folder."""

from dataclasses import replace
from pathlib import Path

from moeiwatch.data.changes.revisions import RevisionError, git_lines, parse_revision, read_revision_state
from moeiwatch.data.changes.sides import Side
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


def refuse_as_earlier(name: str, state: State, *, judged: Path | None) -> None:
    """Refuse a folder that nothing can be compared with: one without data, or the later state itself.

    Parameters
    ----------
    name : what the person wrote.
    state : what was found under it; a revision passes.
    judged : the folder of the later state, None where it is a revision.

    Raises
    ------
    ValueError
        The text says what to do.
    """
    shown = visible(name, limit=100)
    if state.revision:
        return
    if not Side(state, schemas={}).layers:
        raise ValueError(f"{shown} holds no data: give a revision, or a folder with the files of layers")
    if judged is not None and Path(name).resolve() == judged.resolve():
        raise ValueError(
            f"{shown} is the folder that is judged itself: nothing would be new. Give an earlier state"
        )


def read_base_state(name: str, *, directory: Path) -> State:
    """Return the same, but of a branch that went on meanwhile the commit at which the work tree left it.

    What others merged since is neither new nor gone. Where the two have no commit in common, or a shallow
    clone does not reach back to it, the revision itself is meant, and `State.notes` says so. ValueError
    as for the other, and where `refuse_as_earlier` refuses a folder.
    """
    try:
        commit = parse_revision(name, directory=directory)
    except RevisionError:
        folder = read_named_state(name, directory=directory)
        refuse_as_earlier(name, folder, judged=directory)
        return folder
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
