"""Write the map page as a folder, or as one file, that opens from any web server and from disk.

It asks no other host for anything. What is written is made anew as a whole: beside its place, and moved there
when it is complete.
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
        "out", metavar="OUT", type=Path, help="folder or file to write: new, empty or a former export"
    )
    parser.add_argument(
        "--single-file", action="store_true", help="one HTML file (.html) with everything inside"
    )
    parser.add_argument("--geodata", metavar="DIR", type=Path, help="folder of the data (default: geodata/)")


def run(args: argparse.Namespace) -> int:
    """Write folder or file. Return 0 when it is written, 1 if it cannot be, 2 if OUT must not be replaced."""
    from moeiwatch.data.changes.since import changes_since
    from moeiwatch.data.geodata import read_geodata
    from moeiwatch.data.losses import unreadable_files
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import ERROR, GeodataError
    from moeiwatch.data.settings import read_settings
    from moeiwatch.data.stories import read_stories
    from moeiwatch.data.suggestions import record_lines
    from moeiwatch.mappage.build import write_page
    from moeiwatch.mappage.page import tile_hosts
    from moeiwatch.mappage.site import write_site
    from moeiwatch.mappage.site_pages import ABOUT, WHOLE_MAP

    out, directory = args.out.absolute(), args.geodata or GEODATA
    if args.single_file:
        out = html_name(out)
    if refusal := refuse_file(out) if args.single_file else refuse(out):
        print(refusal, file=sys.stderr)
        return 2
    if not directory.is_dir():
        print(f"There is no folder of data at {directory}.", file=sys.stderr)
        return 2
    settings = read_settings()
    try:
        geodata = read_geodata(directory)
        broken = [problem for problem in geodata.problems if problem.severity == ERROR]
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".export-") as temporary:
            built = Path(temporary) / "page"
            today, stories = date.today(), read_stories(directory)
            given = {"stories": stories, "changes": changes_since(directory), "settings": settings}
            given |= {"lines": record_lines(directory), "as_of": today}
            alone = Path(temporary) / "alone"
            write_page(geodata, alone, **given)
            whole = Path(temporary) / WHOLE_MAP
            _write_whole(alone, whole, hosts=tile_hosts(settings))
            if args.single_file:
                whole.replace(out.resolve() if out.is_symlink() else out)
            else:
                write_page(geodata, built, about=ABOUT, **given)
                whole.replace(built / WHOLE_MAP)
                write_site(geodata, built, as_of=today, settings=settings)
                _put_in_place(built, out, old=Path(temporary) / "old")
    except (OSError, ValueError, GeodataError) as error:
        print(f"The map page could not be written to {out}: {error}", file=sys.stderr)
        return 1
    read = sum(done for done, _ in geodata.counts.values())
    total = sum(count or 0 for _, count in geodata.counts.values())
    lost = unreadable_files(geodata)
    files = [out] if args.single_file else [path for path in out.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    page = out if args.single_file else out / "index.html"
    print(
        f"{page}: {read} of {total} records, {size / 1e6:.1f} MB"
        + (f"; nothing of {', '.join(lost)}" if lost else "")
    )
    for problem in (*settings.faults, *broken):
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


def html_name(out: Path) -> Path:
    """Return where a page is written that a double click shall open; a folder's name stays as it is.

    Examples
    --------
    >>> html_name(Path("talk.v2")).name, html_name(Path("talk.HTM")).name
    ('talk.v2.html', 'talk.HTM')
    """
    is_named = out.suffix.lower() in (".html", ".htm") or out.is_dir()
    return out if is_named else out.with_name(f"{out.name}.html")


def refuse_file(out: Path) -> str:
    """Return why a file must not be replaced, "" if it may: it is new or a former export."""
    from moeiwatch.mappage.build import MARK

    if not out.exists() and not out.is_symlink():
        return ""
    if out.is_dir():
        return f"{out} is a folder. Name a new file."
    try:
        former = MARK in out.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        return f"{out} cannot be read: {error}"
    return "" if former else f"{out} is no former export. Name a new file."


def _write_whole(built: Path, written: Path, *, hosts: tuple[str, ...]) -> None:
    """Write the page of a folder as one file that is known as an export."""
    from moeiwatch.mappage.build import MARK
    from moeiwatch.mappage.single_file import single_file

    html = single_file(built, tile_hosts=hosts)
    written.write_text(f"{html}<!-- {MARK} -->\n", encoding="utf-8")
    written.chmod(0o644)


def _put_in_place(built: Path, out: Path, *, old: Path) -> None:
    built.chmod(0o755)
    if out.is_symlink():
        out = out.resolve()
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    if out.exists():
        out.replace(old)
    shutil.move(built, out)
