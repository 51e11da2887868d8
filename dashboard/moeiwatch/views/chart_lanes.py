"""Things with two ends, put into as few lanes as hold them without one lying over another."""

from collections.abc import Iterable
from typing import Any


def lanes(spans: Iterable[tuple[Any, Any]]) -> list[int]:
    """Return the lane of each span, counted from 0: the first one that is free from its beginning on.

    Parameters
    ----------
    spans : beginning and end of each, in order of their beginnings; ends are exclusive.

    Examples
    --------
    >>> lanes([(0, 4), (1, 3), (3, 5), (4, 6)])
    [0, 1, 1, 0]
    """
    ends: list = []
    chosen = []
    for start, end in spans:
        free = next((lane for lane, last in enumerate(ends) if last <= start), len(ends))
        ends[free : free + 1] = [end]
        chosen.append(free)
    return chosen
