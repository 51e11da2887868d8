"""Files that were cut off: the end of what they held is missing, and comes back with the file alone."""

from collections.abc import Container, Iterable
from dataclasses import replace

from moeiwatch.data.changes.promises import EDITS_LOST, ID_MEMBER, MOST_LOST
from moeiwatch.data.changes.sides import Side
from moeiwatch.data.contents import Contents
from moeiwatch.data.documents import checkout
from moeiwatch.data.mistypings import unclosed
from moeiwatch.data.problems import Problem, shorten


def cut_off_layers(before: Side, contents: Contents) -> dict[str, list[str]]:
    """Return the ids that are missing at the end of each layer whose file was cut off.

    A file was cut off if the last records that it had are missing, and no others: all of them where brackets
    were left open, more than a few where somebody closed them.
    """
    found = {}
    for layer, collection in contents.collections.items():
        text, is_broken = collection.document.text, bool(collection.document.problems)
        if not text.strip() or not (is_broken or collection.by_id):
            continue
        least = 1 if is_broken and unclosed(text) else MOST_LOST + 1
        had = list(dict.fromkeys(at.record.id for at in before.records(layer) if at.record.id is not None))
        kept = set(ID_MEMBER.findall(text)) if is_broken else collection.by_id.keys()
        gone = [id_ for id_ in had if id_ not in kept]
        if len(gone) >= least and gone == had[-len(gone) :]:
            found[layer] = gone
    return found


def cut_off_problem(problem: Problem, gone: list[str], *, before: Side) -> Problem:
    """Return the problem of a file that was cut off, in the place of what the parser stuck at.

    Parameters
    ----------
    problem : where it ends.
    gone : the ids that are missing.
    before : the state that has them.
    """
    count = f"{len(gone):,} record{'' if len(gone) == 1 else 's'}"
    message = (
        f"the file was cut off: {count} of {before.state.label} {'is' if len(gone) == 1 else 'are'} missing "
        f"(from {shorten(gone[0])} on)"
    )
    back = checkout(problem.file, base=before.state.revision)
    remedy = f"Do not close it, bring it back: {back} (that is the whole file, {EDITS_LOST})."
    return replace(problem, message=message, remedy=remedy)


def references_to_lost(
    problems: Iterable[Problem], lost: Iterable[tuple[str, str]], *, contents: Contents, cut: Container[str]
) -> list[Problem]:
    """Return the problems with the remedy that is right for a reference to an id that was there before.

    The nearest other id is never meant. References into a file that was cut off are right again with it.

    Parameters
    ----------
    lost : layer and id of all that disappeared.
    cut : the layers whose files were cut off.
    """
    missing = {f"{shorten(id_)} is no id in {contents.collections[at].file}": at for at, id_ in lost}
    remedy = "It was one before this change: put its record back, or name another one here."
    return [
        replace(problem, remedy=remedy) if problem.message in missing else problem
        for problem in problems
        if missing.get(problem.message) not in cut
    ]


def by_base(problems: Iterable[Problem], *, base: str) -> list[Problem]:
    """Return the problems with the revision that was given in the commands that bring files back."""
    default, given = (checkout("", base=name) for name in ("", base))
    return [replace(p, remedy=p.remedy.replace(default, given)) if base else p for p in problems]
