"""What the check finds, for the top of the report on GitHub."""

from moeiwatch.data.changes.escaping import escape_within
from moeiwatch.data.changes.fitting import fit
from moeiwatch.data.changes.judging import Finding
from moeiwatch.data.changes.summing import sum_up
from moeiwatch.data.plurals import plural
from moeiwatch.data.problems import ERROR, severity_parts

_MOST = 25
"""Problems that are listed; the annotations of the pull request show all of them on their lines."""

_LONGEST = 600
"""Characters of one problem as it is written, escapes among them."""


def verdict_parts(findings: list[Finding] | None, *, longest: int) -> list[str]:
    """Return the paragraphs: what to mend, with remedies, and how much else; [] if nothing was checked.

    Parameters
    ----------
    longest : characters that the list of problems may have; how many are left out is said.
    """
    if findings is None:
        return []
    mend = [finding.problem for finding in findings if finding.blocks]
    before = sum(finding.was_there for finding in findings)
    told = severity_parts(f.problem.severity for f in findings if not (f.blocks or f.was_there))
    errors = sum(problem.severity == ERROR for problem in mend)
    beside = f" and {' and '.join(told)} to look at" if told else ""
    old = f" {plural(before, 'problem')} there before: nobody has to mend them here." if before else ""
    if not mend:
        return [f"**✅ The check finds no error**{beside}.{old}"]
    said = [plural(errors, "error")] if errors else []
    if strict := len(mend) - errors:
        said.append(f"{plural(strict, 'warning')} on what changed, to be mended as well")
    summed = sum_up(finding for finding in findings if finding.blocks)
    lines = [f"- {escape_within(str(finding.problem), _LONGEST)}" for finding in summed[:_MOST]]
    listed = fit(lines, longest, "- and {} more.", more=len(summed) - len(lines))
    return [f"**❌ The check finds {' and '.join(said)}**{beside}.{old}", listed.rstrip("\n")]
