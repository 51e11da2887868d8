"""Many findings that say the same told as one: a cause does not drown among its consequences."""

from collections.abc import Iterable
from dataclasses import replace

from moeiwatch.data.changes.judging import Finding

MOST_ALIKE = 3
"""So many findings of one file that say the same are told one by one; of more the first, with a sum."""

_NAMED = 10


def sum_up(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in their order, those of one file that say the same as one."""
    groups: dict[tuple, list[Finding]] = {}
    for finding in findings:
        problem = finding.problem
        alike = (
            problem.file,
            problem.message,
            problem.remedy,
            problem.severity,
            finding.was_there,
            finding.blocks,
        )
        groups.setdefault(alike if problem.record else (*alike, problem), []).append(finding)
    told = []
    for found in groups.values():
        told += found if len(found) <= MOST_ALIKE else [_sum(found)]
    return told


def _sum(found: list[Finding]) -> Finding:
    first, *others = found
    names = [finding.problem.record for finding in others]
    more = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else "")
    message = f"{first.problem.message} (so in {len(found):,} places of this file; the others: {more})"
    return replace(first, problem=replace(first.problem, message=message))
