"""How far a command has come, on standard error, so that what it prints can be piped."""

import sys
from collections.abc import Callable

Progress = Callable[[int, int], None]


def progress(words: str, *, always: bool = False) -> Progress:
    """Return a function that shows how much of how many is done; called with 0 of 0 it wipes the line.

    On a terminal one line is written over and over. Elsewhere nothing is shown, or, if `always`, a line for
    each tenth of the way.
    """
    terminal = sys.stderr.isatty()
    told = -1

    def show(done: int, of: int) -> None:
        nonlocal told
        if terminal:
            line = f"{words}, {done:,} of {of:,}" if of else ""
            print(f"\r{line:<60}\r", end="", file=sys.stderr, flush=True)
        elif always and of and (tenth := 10 * done // of) != told:
            told = tenth
            print(f"{words}, {done:,} of {of:,}", file=sys.stderr, flush=True)

    return show
