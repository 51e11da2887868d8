"""What the check finds, for the top of the report on GitHub."""

from moeiwatch.data.changes.escaping import escape_markdown
from moeiwatch.data.problems import ERROR, Problem

_MOST = 25
"""Problems that are listed; the annotations of the pull request show all of them on their lines."""

_LONGEST = 600


def verdict_parts(problems: list[Problem] | None) -> list[str]:
    """Return the paragraphs: errors with their remedies, and how many warnings; [] if nothing was checked."""
    if problems is None:
        return []
    errors = [problem for problem in problems if problem.severity == ERROR]
    warnings = len(problems) - len(errors)
    beside = f" and {warnings:,} warning{'' if warnings == 1 else 's'}" if warnings else ""
    if not errors:
        return [f"**✅ The check finds no error**{beside}."]
    count = f"{len(errors):,} error{'' if len(errors) == 1 else 's'}"
    listed = [f"- {escape_markdown(str(problem)[:_LONGEST])}" for problem in errors[:_MOST]]
    if len(errors) > _MOST:
        listed.append(f"- and {len(errors) - _MOST:,} more.")
    return [f"**❌ The check finds {count}**{beside}.", "\n".join(listed)]
