"""A state written out as a folder of data, for what reads folders only."""

from pathlib import Path, PurePosixPath

from moeiwatch.data.changes.sides import Side
from moeiwatch.data.changes.states import State
from moeiwatch.data.schema import TABLES


def write_state(state: State, folder: Path) -> None:
    """Write the files of a state below a folder; a layer that lay elsewhere goes where layers belong.

    Files that cannot be read are left out, and so are names that would lead out of the folder.

    Raises
    ------
    OSError
        If a file cannot be written.
    """
    placed = {path: path for path in state.entries}
    for layer, paths in Side(state, schemas={}).layers.items():
        if len(paths) == 1 and not layer.startswith("base/"):
            placed[paths[0]] = f"{layer}.json" if layer in TABLES else f"{layer}.geojson"
    wanted = {path: entry for path, entry in state.entries.items() if not entry.fault and is_inside(path)}
    read = state.read(entry.handle for entry in wanted.values())
    folder.mkdir(parents=True, exist_ok=True)
    for path, entry in wanted.items():
        if entry.handle in read:
            target = folder / placed[path]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(read[entry.handle])


def is_inside(path: str) -> bool:
    """Return True for a path that stays below the folder to which it is added.

    Examples
    --------
    >>> is_inside("base/border.geojson"), is_inside("../x"), is_inside("/etc/x"), is_inside("a\\\\b")
    (True, False, False, False)
    """
    parts = PurePosixPath(path).parts
    odd = any(part in ("", ".", "..") or part.startswith("/") or len(part) > 200 for part in parts)
    return bool(parts) and not odd and not set(path) & set("\\:\0")
