"""Write a release of the data: the files in one archive, what changed since the last release, checksums.

OUT becomes a folder with the archive, CHANGES.md, changes.json (the changes for programs; the archive holds
it too, beside geodata/, where the app reads it) and SHA256SUMS. Printed is the name of the release, or
nothing if the data is that of the last release, which is the newest tag data-*. Exit code 0 when all is done,
1 when the data has errors, is not committed, or cannot be written, 2 for wrong usage.
"""

import argparse
import datetime
import sys
import tempfile
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("out", metavar="OUT", type=Path, help="folder to write; it must be new or empty")
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument(
        "--since",
        metavar="REV",
        default="",
        help="tell the changes since this revision, not the last release",
    )


def run(args: argparse.Namespace) -> int:
    """Check the data, then write its release whole or not at all."""
    from moeiwatch.data.changes.history import last_release
    from moeiwatch.data.changes.releasing import release_files, released_version
    from moeiwatch.data.changes.revisions import parse_revision
    from moeiwatch.data.checks.all import check_contents
    from moeiwatch.data.contents import read_contents
    from moeiwatch.data.geodata import data_version
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import ERROR

    directory, today, out = args.geodata or GEODATA, datetime.date.today(), args.out.absolute()
    if not directory.is_dir():
        return _refuse(f"{directory} is not a folder", 2)
    if out.is_symlink() or (out.exists() and (not out.is_dir() or any(out.iterdir()))):
        return _refuse(f"{out} is there already: name a new or an empty folder", 2)
    try:
        if args.since:
            parse_revision(args.since, directory=directory)
    except ValueError as error:
        return _refuse(str(error), 2)
    since = args.since or last_release(directory)
    problems = check_contents(read_contents(directory), as_of=today)
    errors = [str(problem) for problem in problems if problem.severity == ERROR]
    if errors:
        return _refuse(f"the data has errors, and is not released. The first: {errors[0]}", 1)
    version = data_version(directory)
    committed = released_version("HEAD", directory=directory)
    if committed not in ("", version):
        return _refuse("the data is not as it was committed: commit it first", 1)
    if since and released_version(since, directory=directory) == version:
        print(f"Nothing changed since {since}.", file=sys.stderr)
        return 0
    name, files = release_files(directory, since=since, today=today)
    try:
        _write(files, out)
    except OSError as error:
        return _refuse(f"{out} cannot be written: {error}", 1)
    print(name)
    return 0


def _write(files: dict[str, bytes], out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".release-") as temporary:
        built = Path(temporary) / "built"
        built.mkdir()
        for name, content in files.items():
            (built / name).write_bytes(content)
        if out.is_dir():
            out.rmdir()
        built.replace(out)


def _refuse(message: str, code: int) -> int:
    print(f"python dashboard release: {message}", file=sys.stderr)
    return code
