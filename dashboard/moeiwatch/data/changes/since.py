"""How many records changed since earlier versions of the data, for links that were made on these."""

import hashlib
from pathlib import Path, PurePosixPath

from moeiwatch.data.changes.compare import compare
from moeiwatch.data.changes.revisions import git_lines, read_revision_state
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.states import State, read_folder_state
from moeiwatch.data.geodata import VERSION_LENGTH, has_version

MOST_REVISIONS = 20


def changes_since(directory: Path, *, most: int = MOST_REVISIONS) -> dict[str, int]:
    """Return, by earlier version of the data, how many records were added, changed or taken away since.

    A version is what `geodata.data_version` says of the folder. Where this is no git repository, or git is
    missing, nothing is known and nothing is returned; the same for a revision that cannot be read.

    Parameters
    ----------
    directory : the data's folder in the work tree.
    most : how many revisions that touched the folder are looked at, the newest first.
    """
    found: dict[str, int] = {}
    try:
        now = read_folder_state(directory, label="now")
        commits = git_lines(["log", f"-n{most}", "--format=%H", "--", "."], directory)
        schemas = read_schemas(directory)
        for commit in commits:
            then = read_revision_state(commit, directory=directory)
            version = state_version(then)
            if version not in found:
                found[version] = len(compare(then, now, schemas=schemas).records)
    except (ValueError, OSError):
        return found
    return found


def state_version(state: State) -> str:
    """Return what `geodata.data_version` would say of a folder with these files."""
    entries = [e for e in state.entries.values() if has_version(PurePosixPath(e.path))]
    contents = state.read(entry.handle for entry in entries)
    digest = hashlib.sha256()
    for entry in sorted(entries, key=lambda entry: PurePosixPath(entry.path)):
        digest.update(entry.path.encode() + b"\0")
        digest.update(hashlib.sha256(contents.get(entry.handle, b"")).digest())
    return digest.hexdigest()[:VERSION_LENGTH]
