"""Report everything that is wrong with the data, with file, line, record, field and remedy.

Exit code 0 when there is no error, 1 with errors (with --strict: warnings too), 2 for wrong usage.
"""

import argparse
import datetime
import json
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--geodata", type=Path, metavar="DIR", help="folder of the data (default: geodata/)")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how to report")
    parser.add_argument("--strict", action="store_true", help="fail on warnings, too")


def run(args: argparse.Namespace) -> int:
    """Check the data and print what was found."""
    from moeiwatch.data.checks.all import check_contents
    from moeiwatch.data.contents import read_contents
    from moeiwatch.data.paths import GEODATA
    from moeiwatch.data.problems import ERROR

    directory = args.geodata or GEODATA
    if not directory.is_dir():
        print(f"python dashboard check: {directory} is not a folder", file=sys.stderr)
        return 2
    contents = read_contents(directory)
    problems = check_contents(contents, as_of=datetime.date.today(), progress=_progress)
    _progress(0, 0)
    counts = {name: len(collection.records) for name, collection in contents.collections.items()}
    errors = sum(problem.severity == ERROR for problem in problems)
    warnings = len(problems) - errors
    report = {"text": _text_report, "json": _json_report, "github": _github_report}[args.format]
    for line in report(problems, counts, directory):
        print(line)
    return 1 if errors or (args.strict and warnings) else 0


def _progress(done: int, rules: int) -> None:
    """Show on a terminal how far the check has come; with no rules, wipe the line."""
    if sys.stderr.isatty():
        words = f"checking, rule {done + 1} of {rules}" if rules else ""
        print(f"\r{words:<40}\r", end="", file=sys.stderr, flush=True)


def _text_report(problems: list, counts: dict[str, int], directory: Path) -> list[str]:
    return [*map(str, problems), *([""] if problems else []), *_summary(problems, counts)]


def _json_report(problems: list, counts: dict[str, int], directory: Path) -> list[str]:
    report = {"problems": [problem.as_dict() for problem in problems], "records": counts}
    return [json.dumps(report, ensure_ascii=True, indent=2)]


def _github_report(problems: list, counts: dict[str, int], directory: Path) -> list[str]:
    from moeiwatch.data.annotations import annotation

    return [
        *(annotation(problem, folder=_from_root(directory)) for problem in problems),
        *_summary(problems, counts),
    ]


def _summary(problems: list, counts: dict[str, int]) -> list[str]:
    from moeiwatch.data.problems import ERROR

    errors = sum(problem.severity == ERROR for problem in problems)
    warnings = len(problems) - errors
    width = max(map(len, counts))
    listed = [f"{name:<{width}}  {count:>5,}" for name, count in counts.items()]
    return [
        "Records:",
        *listed,
        f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}.",
    ]


def _from_root(directory: Path) -> str:
    """Return the data's folder as seen from the repository, where GitHub looks for the files."""
    from moeiwatch.data.paths import REPOSITORY

    try:
        return directory.resolve().relative_to(REPOSITORY).as_posix()
    except ValueError:
        return directory.as_posix()
