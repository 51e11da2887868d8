"""What the check finds, for the top of the report on GitHub."""

from moeiwatch.data.changes.escaping import escape_markdown
from moeiwatch.data.changes.judging import Finding
from moeiwatch.data.plurals import plural
from moeiwatch.data.problems import ERROR

_MOST = 25
"""Problems that are listed; the annotations of the pull request show all of them on their lines."""

_LONGEST = 600


def verdict_parts(findings: list[Finding] | None) -> list[str]:
    """Return the paragraphs: what to mend, with remedies, and how much else; [] if nothing was checked."""
    if findings is None:
        return []
    mend = [finding.problem for finding in findings if finding.blocks]
    before = sum(finding.was_there for finding in findings)
    told = len(findings) - before - len(mend)
    errors = sum(problem.severity == ERROR for problem in mend)
    beside = f" and {plural(told, 'warning')} to look at" if told else ""
    old = f" {plural(before, 'problem')} there before: nobody has to mend them here." if before else ""
    if not mend:
        return [f"**✅ The check finds no error**{beside}.{old}"]
    said = [plural(errors, "error")] if errors else []
    if strict := len(mend) - errors:
        said.append(f"{plural(strict, 'warning')} on what changed, to be mended as well")
    listed = [f"- {escape_markdown(str(problem)[:_LONGEST])}" for problem in mend[:_MOST]]
    if len(mend) > _MOST:
        listed.append(f"- and {len(mend) - _MOST:,} more.")
    return [f"**❌ The check finds {' and '.join(said)}**{beside}.{old}", "\n".join(listed)]
