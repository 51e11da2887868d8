"""Say what changed in the data between two git revisions, or two folders.

Each of the two is a revision (a branch, a tag, a commit) or a folder of data; the second one is the work tree
if it is left out. Exit code 0 whatever changed, 1 with --strict if an id disappeared or a file could not be
read, 2 if one of the two does not exist.
"""

import argparse
import datetime
import json
import sys
import tempfile
from pathlib import Path

_MARK = "moei-watch-comparison"
"""Name of the file by which a folder is known as one that was written here."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("base", metavar="BASE", help="the earlier state: a revision or a folder")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the later state (default: the work tree)")
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="how to report"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the report into a file")
    parser.add_argument("--html", type=Path, metavar="OUT", help="write a folder with both maps")
    parser.add_argument("--check", action="store_true", help="say in the report what the check finds in HEAD")
    parser.add_argument(
        "--maintainer", action="store_true", help="with --check: the schemas and base layers may change"
    )
    parser.add_argument("--progress", action="store_true", help="tell how far it is, on no terminal too")
    parser.add_argument(
        "--strict", action="store_true", help="fail on ids that disappeared and on broken files"
    )


def run(args: argparse.Namespace) -> int:
    """Compare two states and print what changed."""
    from moeiwatch.commands._progress import progress
    from moeiwatch.data.changes.compare import compare
    from moeiwatch.data.changes.named import read_named_state, refuse_as_earlier
    from moeiwatch.data.changes.schemas import read_schemas
    from moeiwatch.data.changes.states import read_folder_state
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import GeodataError
    from moeiwatch.data.writing import write_whole

    directory = args.geodata or GEODATA
    if args.check and args.head is not None and not Path(args.head).is_dir():
        print("python dashboard diff: --check needs a folder or the work tree as HEAD", file=sys.stderr)
        return 2
    try:
        before = read_named_state(args.base, directory=directory)
        refuse_as_earlier(args.base, before, judged=Path(args.head) if args.head else directory)
        after = (
            read_named_state(args.head, directory=directory)
            if args.head is not None
            else read_folder_state(directory, label="the work tree")
        )
    except ValueError as error:
        print(f"python dashboard diff: {error}", file=sys.stderr)
        return 2
    show = progress("comparing, file", always=args.progress)
    changes = compare(before, after, schemas=read_schemas(directory), progress=show)
    show(0, 0)
    verdict = _check(args, before) if args.check else None
    report = _report(changes, args.format, verdict)
    try:
        if args.out is not None:
            write_whole(args.out, report.encode())
        if args.html is not None:
            print(f"{_write_page(changes, before, after, args.html)} shows both maps.", file=sys.stderr)
        if args.out is None:
            sys.stdout.buffer.write(report.encode())
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, GeodataError) as error:
        print(f"python dashboard diff: the report cannot be written: {error}", file=sys.stderr)
        return 2
    failed = bool(changes.unreadable) or any(change.breaks_promise for change in changes.records)
    return 1 if args.strict and failed else 0


def _write_page(changes, before, after, out: Path) -> Path:
    """Write the page with both maps into a folder that is new, empty or was written here; return the page."""
    from moeiwatch.data.changes.restore import write_state
    from moeiwatch.data.changes.web_page import comparison_page
    from moeiwatch.data.geodata import read_geodata
    from moeiwatch.mappage.build import write_page

    out = out.absolute()
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise OSError(f"{out} is no folder")
    if out.is_dir() and any(out.iterdir()) and not (out / _MARK).is_file():
        raise OSError(f"{out} holds other files: name a new folder")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".diff-") as temporary:
        built = Path(temporary) / "built"
        drawn = {}
        for name, state in (("before", before), ("after", after)):
            data = Path(temporary) / name
            write_state(state, data)
            drawn[name] = read_geodata(data)
            write_page(drawn[name], built / name, as_of=datetime.date.today())
        (built / "index.html").write_text(comparison_page(changes, drawn=drawn), encoding="utf-8")
        (built / _MARK).write_text("Written by python dashboard diff --html; it may be replaced.\n")
        if out.is_dir():
            out.replace(Path(temporary) / "old")
        built.replace(out)
    return out / "index.html"


def _check(args: argparse.Namespace, before) -> list:
    """Return what the check finds in the later state, seen from the earlier one."""
    from moeiwatch.commands._progress import progress
    from moeiwatch.data.changes.judging import judge
    from moeiwatch.data.changes.law import read_by_law
    from moeiwatch.data.checks.all import check_contents
    from moeiwatch.data.paths import GEODATA

    folder = Path(args.head) if args.head is not None else args.geodata or GEODATA
    today = datetime.date.today()
    contents, rules = read_by_law(folder, before=before, maintainer=args.maintainer)
    show = progress("checking, rule", always=args.progress)
    problems = check_contents(contents, as_of=today, progress=show) + rules
    show(0, 0)
    return judge(problems, contents=contents, directory=folder, before=before, as_of=today)


def _report(changes, form: str, verdict: list | None) -> str:
    from moeiwatch.data.changes.markdown import markdown_report
    from moeiwatch.data.changes.report import json_report, text_report
    from moeiwatch.data.changes.summing import sum_up
    from moeiwatch.data.changes.wording import visible

    if form == "markdown":
        return markdown_report(changes, verdict=verdict)
    if form == "json":
        problems = {} if verdict is None else {"problems": [finding.as_dict() for finding in verdict]}
        found = json_report(changes) | problems
        return json.dumps(found, ensure_ascii=True, indent=2) + "\n"
    lines = [*text_report(changes)]
    if verdict is not None:
        new = sum_up(finding for finding in verdict if not finding.was_there)
        lines += ["", *(visible(str(finding.problem)) for finding in new)]
    return "".join(f"{line}\n" for line in lines)
