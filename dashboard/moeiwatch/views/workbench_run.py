"""What the commands say of changed files, asked in a process of its own with limits of time and memory.

The files lie in a folder of this call alone, which only this user of the machine may read and which is gone
at the end. A file that eats time or memory ends that process and harms no reader of the app.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from moeiwatch.data.paths import REPOSITORY

try:
    import resource
except ImportError:  # Windows: there the limit of time alone holds
    resource = None

SECONDS = 60
"""Patience with one command."""

MEMORY_BYTES = 1_000_000_000
"""Address space of one command; with the data as it is shipped each stays under eight tenths of it."""

_NICENESS = 10

_COMMANDS = 3
"""So many commands are run for one reader: check, map, canonical form."""

_OUT_OF_MEMORY = re.compile(
    rb"MemoryError|[Cc]annot allocate memory|failed to map segment|bad_alloc|OpenBLAS"
)
"""What a command says at its end for lack of memory."""

_LONGEST_END = 4_000
"""Bytes of what a command says last that are looked at."""

LARGEST_REPORT = 30_000_000
"""Bytes of a report that is still shown."""

_BEFORE, _AFTER = "shipped-data", "changed-data"
_ONE_AT_A_TIME = threading.BoundedSemaphore(1)
_LIMITED = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@dataclass
class Answer:
    """What is to be said of changed files.

    Attributes
    ----------
    report : as ``python dashboard diff --check --format json`` writes it; {} where there is none.
    canonical : the canonical form of every file that is not as it is shipped, by file.
    page : the map of the changed data as one HTML text, "" where it could not be drawn.
    faults : sentences on what could not be done.
    """

    report: dict[str, Any] = field(default_factory=dict)
    canonical: dict[str, bytes] = field(default_factory=dict)
    page: str = ""
    faults: list[str] = field(default_factory=list)


def judge(
    files: Mapping[str, bytes], *, directory: Path, tell: Callable[[str], None] = lambda words: None
) -> Answer:
    """Return what the commands say of the data with these files in it. Never raises, whatever they hold.

    Parameters
    ----------
    files : what was changed, by file of the data's folder.
    directory : the data as it is shipped; it is only read.
    tell : is told what is being done.
    """
    answer = Answer()
    if not _ONE_AT_A_TIME.acquire(blocking=False):
        tell("Waiting until the files of another reader are done")
        if not _ONE_AT_A_TIME.acquire(timeout=_COMMANDS * SECONDS):
            answer.faults.append("Others are checking large files. Try again in a minute.")
            return answer
    try:
        with tempfile.TemporaryDirectory(prefix="moei-watch-workbench-") as temporary:
            _ask(answer, files, Path(temporary), directory=directory, tell=tell)
    except OSError as error:
        answer.faults.append(f"The files could not be laid out for the check: {error.strerror}.")
    finally:
        _ONE_AT_A_TIME.release()
    return answer


def _ask(
    answer: Answer,
    files: Mapping[str, bytes],
    folder: Path,
    *,
    directory: Path,
    tell: Callable[[str], None],
) -> None:
    after = folder / _AFTER
    for copy in (folder / _BEFORE, after):
        shutil.copytree(directory, copy)
    for name, raw in files.items():
        (after / name).parent.mkdir(exist_ok=True)
        (after / name).write_bytes(raw)
    tell("Checking, and comparing with the shipped data")
    report = folder / "report.json"
    limits = {"folder": folder, "directory": directory}
    compare = ["diff", _BEFORE, _AFTER, "--check", "--format", "json", "--out", str(report)]
    if fault := run_command(compare, what="check", **limits):
        answer.faults.append(fault)
        return
    if report.stat().st_size > LARGEST_REPORT:
        answer.faults.append("More has changed than can be shown here. Use python dashboard diff.")
        return
    answer.report = json.loads(report.read_text(encoding="utf-8"))
    tell("Drawing the map of the changed data")
    page = folder / "page.html"
    draw = ["export", str(page), "--single-file", "--geodata", _AFTER]
    if fault := run_command(draw, what="drawing of the map", **limits):
        answer.faults.append(fault)
    else:
        answer.page = page.read_text(encoding="utf-8")
    tell("Writing the canonical form")
    run_command(["format", "--geodata", _AFTER], what="canonical form", **limits)  # 1: some stay as they are
    for path in sorted(after.rglob("*.*json")):
        name = path.relative_to(after).as_posix()
        shipped = directory / name
        if name in files or not shipped.is_file() or shipped.read_bytes() != path.read_bytes():
            answer.canonical[name] = path.read_bytes()


def run_command(arguments: list[str], *, folder: Path, directory: Path, what: str) -> str:
    """Run one of the commands in a folder; return a sentence on why it gave no answer, "" where it did.

    Parameters
    ----------
    directory : the data whose schemas count.
    what : what it does, for that sentence.
    """
    command = [sys.executable, str(REPOSITORY / "dashboard"), *arguments]
    with (
        tempfile.TemporaryFile(dir=folder) as said,
        subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **_LIMITED, "MOEIWATCH_GEODATA": str(directory.resolve())},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
        ) as process,
    ):
        if hasattr(resource, "prlimit"):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        if hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)  # readers of the app go first
        try:
            code = process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return f"The {what} was stopped after {SECONDS} seconds: the file asks for too much."
        return _fault(code, said, what=what)


def _fault(code: int, said: BinaryIO, *, what: str) -> str:
    """Return a sentence on why a command ended so, "" where it ended well."""
    if not code:
        return ""
    said.seek(max(0, said.seek(0, os.SEEK_END) - _LONGEST_END))
    if code < 0 or _OUT_OF_MEMORY.search(said.read()):
        return f"The {what} gave no answer: the file asks for more memory than it is given."
    return (
        f"The {what} gave no answer, and that is a fault of ours. Use python dashboard check on your machine."
    )
