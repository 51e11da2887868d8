"""A state of the data by the name that people give it: a revision, or a folder."""

from pathlib import Path

from moeiwatch.data.changes.revisions import RevisionError, read_revision_state
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
