"""Files written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

written: list[Path] = []
"""The files that `write_whole` has put into place since the program began, in their order."""


def write_whole(path: Path, data: bytes) -> None:
    """Put these bytes into a file so that at any moment it holds either the old content or the new.

    They go to a temporary file beside it, down to the disk, and are then moved into place in one step.

    Raises
    ------
    OSError
        If the file cannot be written; it is then as it was before.
    """
    path = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o7777 if path.exists() else 0o644
        Path(name).chmod(mode)
        Path(name).replace(path)
        written.append(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Have the move itself on disk; where the system cannot open folders, it does so in its own time."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
