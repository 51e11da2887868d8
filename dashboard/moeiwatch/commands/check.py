"""Report everything that is wrong with the data, with file, line, record, field and remedy.

With --since only what is new counts (of a branch: new since the work left it). What was there before is told
apart, and warnings on records that were added or changed must be mended as well. Notices (a publication that
nothing cites yet, say) never fail anything. The schemas of then are the law; that one of them changed is an
error, unless --maintainer says that it is meant. With --history an id that any commit had and that is gone is
an error. With --links the addresses of publications are looked at, where there is a network; a dead one fails
nothing. Exit code 0 when there is nothing to mend, 1 with errors (with --strict: warnings too), 2 for wrong
usage.
"""

import argparse
import datetime
import sys
from pathlib import Path

LINKS_S = 60.0
"""Seconds after which addresses are looked at no longer, unless another limit is given."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how to report")
    parser.add_argument("--strict", action="store_true", help="fail on warnings, too")
    parser.add_argument(
        "--since", metavar="REV", help="judge what is new since a revision, or since a folder of data"
    )
    parser.add_argument(
        "--maintainer", action="store_true", help="with --since: the schemas and base layers may change"
    )
    parser.add_argument(
        "--links",
        nargs="?",
        type=float,
        const=LINKS_S,
        metavar="SECONDS",
        help=f"look at the addresses of publications, for so long (default: {LINKS_S:.0f})",
    )
    parser.add_argument("--history", action="store_true", help="look for ids that any earlier commit had")
    parser.add_argument("--progress", action="store_true", help="tell how far it is, on no terminal too")


def run(args: argparse.Namespace) -> int:
    """Check the data and print what was found."""
    from moeiwatch.commands import _check_report
    from moeiwatch.commands._progress import progress
    from moeiwatch.data.changes.judging import findings_of, judge
    from moeiwatch.data.changes.law import read_by_law
    from moeiwatch.data.changes.named import read_base_state
    from moeiwatch.data.checks.all import check_contents
    from moeiwatch.data.contents import read_contents
    from moeiwatch.data.paths import GEODATA

    directory, today = args.geodata or GEODATA, datetime.date.today()
    if not directory.is_dir():
        return _wrong(f"{directory} is not a folder")
    if args.links is not None and not 0 < args.links <= 3600:
        return _wrong("--links takes seconds, up to 3600")
    try:
        before = None if args.since is None else read_base_state(args.since, directory=directory)
    except ValueError as error:
        return _wrong(str(error))
    for note in before.notes if before else ():
        print(f"python dashboard check: {note}", file=sys.stderr)
    show = progress("checking, rule", always=args.progress)
    rules = []
    if before is None:
        contents = read_contents(directory)
    else:
        contents, rules = read_by_law(directory, before=before, maintainer=args.maintainer)
    problems = check_contents(contents, as_of=today, progress=show) + rules
    show(0, 0)
    findings = findings_of(problems, strict=args.strict)
    if before is not None:
        given = {"contents": contents, "directory": directory, "before": before, "as_of": today}
        findings = judge(problems, **given, strict=args.strict)
    if args.history:
        findings = [*findings_of(_lost_ids(contents, directory)), *findings]
    counts = {name: len(collection.records) for name, collection in contents.collections.items()}
    report = _check_report.Report(findings, counts, directory, since=before.label if before else "")
    if args.links is not None:
        _look_at_links(report, contents, before, args)
    for line in getattr(_check_report, f"{args.format}_lines")(report):
        print(line)
    return 1 if report.fails else 0


def _lost_ids(contents, directory: Path) -> list:
    """Return the problems of ids that disappeared, and say so where the history is not all there."""
    from moeiwatch.data.changes.promises import is_shallow, lost_in_history

    try:
        if is_shallow(directory):
            said = "This clone is shallow: ids are looked for in a part of the history only. For all of it: "
            print(f"{said}git fetch --unshallow", file=sys.stderr)
        return lost_in_history(contents, directory)
    except ValueError as error:
        print(f"Ids were not looked for in history: {error}", file=sys.stderr)
        return []


def _look_at_links(report, contents, before, args: argparse.Namespace) -> None:
    """Add to the report what becomes of the addresses; since an earlier state only those that are new."""
    from moeiwatch.commands._progress import progress
    from moeiwatch.data.changes.judging import changed_records
    from moeiwatch.data.links.looking import look
    from moeiwatch.data.links.telling import addresses, link_problems, look_summary
    from moeiwatch.data.links.visiting import visitor

    only = None
    if before is not None:
        changed = changed_records(contents, report.directory, before)
        only = {record for file, record in changed if file == "sources.json"}
    wanted = [address for *_, address in addresses(contents, only=only)]
    show = progress("looking at addresses", always=args.progress)
    found = look(wanted, visit=visitor(), seconds=args.links, progress=show)
    show(0, 0)
    report.links = link_problems(contents, found, only=only)
    report.links_summary = look_summary(found)


def _wrong(message: str) -> int:
    print(f"python dashboard check: {message}", file=sys.stderr)
    return 2
