"""What `add` prints: what comes of each record, what is wrong, what was written and what comes next."""

import sys
from collections.abc import Iterable


def say(text: str = "") -> None:
    """Print a text, each line without what cannot be seen."""
    from moeiwatch.data.changes.wording import visible

    for line in text.split("\n"):
        print(visible(line))


def say_problems(problems: Iterable) -> None:
    """Print the problems under what they mean: errors keep all from being written, warnings do not."""
    from moeiwatch.data.changes.wording import visible
    from moeiwatch.data.problems import ERROR

    errors = [problem for problem in problems if problem.severity == ERROR]
    warnings = [problem for problem in problems if problem.severity != ERROR]
    if errors:
        print("Errors: as long as there is one, nothing is written.", file=sys.stderr)
    for problem in errors:
        print(f"  {visible(str(problem))}", file=sys.stderr)
    if warnings:
        say("Warnings: they stop nothing here, but have to be mended before a pull request is green.")
    for problem in warnings:
        say(f"  {problem}")


def say_drafts(drafts: Iterable[tuple]) -> int:
    """Print what becomes of each draft; return how many look so much like a record that they may be one."""
    doubtful = 0
    for layer, draft in drafts:
        say(f"{draft.row.where}: {'completes' if draft.merged else 'new'} {layer}/{draft.id}")
        for line in draft.said:
            say(f"  {line}")
        for like in draft.alike:
            doubtful += like.strong
            what = "Looks like" if like.strong else "Compare"
            say(f"  {what} {like.id}{like.advice}: {', '.join(like.reasons)}")
    return doubtful


def say_written(count: int, files: Iterable[str]) -> None:
    """Print what was written and what comes next."""
    from moeiwatch.data.plurals import plural

    say(f"Written: {plural(count, 'record')} in {', '.join(sorted(files))}.")
    say("Next: python dashboard format (the totals in README.md), then git add, commit and a pull request.")
