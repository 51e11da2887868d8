"""What `check` found, as text for people, as JSON, and as commands for GitHub."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BLOCKING_WARNING = "warning, to mend"
"""What a warning is called that fails the check."""

_WHAT_FAILS = " Errors have to be mended; warnings only inform (with --strict they fail the check, too)."
_WHAT_BLOCKS = (
    f" To be mended are errors, and each '{BLOCKING_WARNING}', which speaks of what you added or changed; "
    "other warnings only inform (with --strict they fail the check, too)."
)


@dataclass
class Report:
    """All that is told.

    Attributes
    ----------
    findings : the problems, and what each of them means.
    counts : records by layer.
    directory : the data's folder.
    since : what the earlier state is called, "" where none was named.
    links : warnings about addresses; they fail nothing.
    links_summary : one line on all addresses, "" where none was looked at.
    """

    findings: list
    counts: dict[str, int]
    directory: Path
    since: str = ""
    links: list = field(default_factory=list)
    links_summary: str = ""

    @property
    def fails(self) -> bool:
        """True if anything blocks."""
        return any(finding.blocks for finding in self.findings)


def text_lines(report: Report) -> Iterator[str]:
    """Yield the lines for a terminal: what blocks, what else is new, what was there before, the sums."""
    from moeiwatch.data.changes.summing import sum_up

    new = [f for f in report.findings if not f.was_there]
    told = [_line(finding) for finding in sum_up(new)] + [str(problem) for problem in report.links]
    yield from told
    before = [str(f.problem) for f in sum_up(f for f in report.findings if f.was_there)]
    if before:
        yield from ["", f"These were there before ({report.since}) and hold nobody up:", *before]
    yield from [""] if told or before else []
    yield from _summary(report)


def _line(finding: Any) -> str:
    """Return a problem as one line; a warning that fails the check says so."""
    from moeiwatch.data.problems import WARNING

    line, problem = str(finding.problem), finding.problem
    if finding.blocks and problem.severity == WARNING:
        return line.replace(": warning: ", f": {BLOCKING_WARNING}: ", 1)
    return line


def json_lines(report: Report) -> Iterator[str]:
    """Yield the report as JSON; with an earlier state each problem says whether it was there and blocks."""
    value: dict[str, Any] = {"problems": [], "records": report.counts}
    for finding in report.findings:
        value["problems"].append((finding if report.since else finding.problem).as_dict())
    if report.since:
        value["since"] = report.since
    if report.links_summary:
        value |= {
            "links": [problem.as_dict() for problem in report.links],
            "links_summary": report.links_summary,
        }
    yield json.dumps(value, ensure_ascii=True, indent=2)


def github_lines(report: Report) -> Iterator[str]:
    """Yield notes on the lines of a pull request: GitHub shows ten of a level, so what blocks comes first."""
    from moeiwatch.data.annotations import annotation
    from moeiwatch.data.changes.summing import sum_up
    from moeiwatch.data.problems import causes_first

    folder = _from_root(report.directory)
    order = sorted(report.findings, key=lambda f: (f.was_there, not f.blocks, causes_first(f.problem)))
    for finding in sum_up(order):
        level = "notice" if finding.was_there else "error" if finding.blocks and report.since else ""
        prefix = "Was there before, holds nobody up: " if finding.was_there else ""
        yield annotation(finding.problem, folder=folder, level=level, prefix=prefix)
    yield from (annotation(problem, folder=folder, level="notice") for problem in report.links)
    yield from _summary(report)


def _summary(report: Report) -> Iterator[str]:
    from moeiwatch.data.plurals import plural
    from moeiwatch.data.problems import ERROR, WARNING, severity_parts

    width = max(map(len, report.counts))
    yield "Records:"
    yield from (f"{name:<{width}}  {count:>5,}" for name, count in report.counts.items())
    if report.links_summary:
        yield report.links_summary
    new = [f for f in report.findings if not f.was_there]
    said = ", ".join(severity_parts((f.problem.severity for f in new), always=(ERROR, WARNING)))
    if not report.since:
        yield f"{said}.{_WHAT_FAILS if any(f.problem.severity in (ERROR, WARNING) for f in new) else ''}"
        return
    blocking = sum(finding.blocks for finding in new)
    yield (
        f"New since {report.since}: {said}; {plural(blocking, 'problem')} to mend. "
        f"There before: {plural(len(report.findings) - len(new), 'problem')}."
        f"{_WHAT_BLOCKS if new else ''}"
    )


def _from_root(directory: Path) -> str:
    """Return the data's folder as seen from the repository, where GitHub looks for the files."""
    from moeiwatch.data.paths import REPOSITORY

    try:
        return directory.resolve().relative_to(REPOSITORY).as_posix()
    except ValueError:
        return directory.as_posix()
