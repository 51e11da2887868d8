"""Write the data in canonical form, and the totals and the data dictionary into geodata/README.md.

With --check nothing is written: the changes are printed as a unified diff. Exit code 0 when all is in form
(or was brought into it), 1 with --check when something is not, or when a file cannot be read, 2 for wrong
usage.
"""

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument("--check", action="store_true", help="write nothing, print what would change")


def run(args: argparse.Namespace) -> int:
    """Bring every file into canonical form, or say what would change."""
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import GeodataError
    from moeiwatch.data.writing import write_whole

    directory = args.geodata or GEODATA
    if not directory.is_dir():
        print(f"python dashboard format: {directory} is not a folder", file=sys.stderr)
        return 2
    refused = changed = 0
    for path, read, wanted in _wanted_texts(directory):
        if isinstance(wanted, GeodataError):
            print(f"{wanted}\n{wanted.problem.file} was left as it is.", file=sys.stderr)
            refused += 1
            continue
        old, new = path.read_bytes(), wanted.encode()
        if old == new:
            continue
        changed += 1
        name = path.relative_to(directory).as_posix()
        if old != read:
            print(f"{name} was changed in the meantime and left as it is: try again.", file=sys.stderr)
            refused += 1
            continue
        if args.check:
            sys.stdout.writelines(_diff(old, wanted, name))
            continue
        try:
            write_whole(path, new)
        except OSError as error:
            print(f"{name} could not be written: {error}", file=sys.stderr)
            refused += 1
        else:
            print(f"{name} is now in canonical form")
    return 1 if refused or (args.check and changed) else 0


def _wanted_texts(directory: Path) -> Iterator[tuple[Path, bytes, object]]:
    """Yield each file with its bytes as read, and the text that it should have or why it is left alone."""
    from moeiwatch.data.canonical import canonical_text
    from moeiwatch.data.contents import read_contents
    from moeiwatch.data.problems import GeodataError, Problem

    contents = read_contents(directory)
    for collection in contents.collections.values():
        path = directory / collection.file
        if not path.exists():
            continue
        try:
            if collection.schema is None:
                message = "the schema of this file cannot be read"
                raise GeodataError(
                    Problem(collection.file, None, "", "", message, remedy="Mend the schema first.")
                )
            yield path, collection.document.raw, canonical_text(collection, contents=contents)
        except GeodataError as error:
            yield path, b"", error
    readme = directory / "README.md"
    if readme.is_file():
        raw = readme.read_bytes()
        yield readme, raw, _readme_text(raw, directory)


def _readme_text(raw: bytes, directory: Path) -> object:
    from moeiwatch.commands import _totals
    from moeiwatch.data import dictionary
    from moeiwatch.data.geodata import read_geodata
    from moeiwatch.data.marked_block import with_block
    from moeiwatch.data.problems import GeodataError, Problem

    schemas = directory / "schema"
    try:
        text = raw.decode()
        words = dictionary.dictionary(schemas if schemas.is_dir() else None)
        text = with_block(text, words, name=dictionary.NAME)
        data = read_geodata(directory)
        if data.problems:
            message = f"the totals cannot be made while records are broken: {data.problems[0]}".rstrip(".")
            return GeodataError(Problem("README.md", None, "", "", message, remedy="Run the check."))
        return with_block(text, _totals.totals_block(data), name=_totals.NAME)
    except GeodataError as error:
        return error
    except ValueError as error:
        message = f"a part that is written here has no place: {error}"
        return GeodataError(Problem("README.md", None, "", "", message, remedy="Write the two markers."))


def _diff(old: bytes, wanted: str, name: str) -> Iterator[str]:
    before = old.decode(errors="backslashreplace").splitlines(keepends=True)
    after = wanted.splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
