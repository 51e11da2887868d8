"""Write the map page as a folder that opens from any web server and from disk, and asks no other host.

The folder is made anew as a whole: it is written beside its place and moved there when it is complete.
"""

import argparse
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "out", metavar="OUT", type=Path, help="folder to write: new, empty or a former export"
    )
    parser.add_argument("--geodata", metavar="DIR", type=Path, help="folder of the data (default: geodata/)")


def run(args: argparse.Namespace) -> int:
    """Write the folder. Return 0 when it is written, 1 when it cannot be, 2 when OUT must not be replaced."""
    from moeiwatch.data.geodata import read_geodata
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import ERROR, GeodataError
    from moeiwatch.mappage.build import write_page

    out, directory = args.out.absolute(), args.geodata or GEODATA
    if refusal := refuse(out):
        print(refusal, file=sys.stderr)
        return 2
    if not directory.is_dir():
        print(f"There is no folder of data at {directory}.", file=sys.stderr)
        return 2
    try:
        geodata = read_geodata(directory)
        broken = [problem for problem in geodata.problems if problem.severity == ERROR]
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".export-") as temporary:
            built = Path(temporary) / "page"
            write_page(geodata, built, as_of=date.today())
            _put_in_place(built, out, old=Path(temporary) / "old")
    except (OSError, GeodataError) as error:
        print(f"The map page could not be written to {args.out}: {error}", file=sys.stderr)
        return 1
    read = sum(done for done, _ in geodata.counts.values())
    total = sum(count for _, count in geodata.counts.values())
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{out / 'index.html'}: {read} of {total} records, {size / 1e6:.1f} MB")
    for problem in broken:
        print(problem, file=sys.stderr)
    return 0


def refuse(out: Path) -> str:
    """Return why a folder must not be replaced, "" if it may: it is new, empty, or a former export."""
    from moeiwatch.mappage.build import MARK

    if not out.exists() and not out.is_symlink():
        return ""
    if not out.is_dir():
        return f"{out} is a file, not a folder. Name a new folder."
    if any(out.iterdir()) and not (out / MARK).is_file():
        return f"{out} holds other files and is no former export. Name a new or an empty folder."
    return ""


def _put_in_place(built: Path, out: Path, *, old: Path) -> None:
    built.chmod(0o755)
    if out.is_symlink():
        out = out.resolve()
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    if out.exists():
        out.replace(old)
    shutil.move(built, out)
