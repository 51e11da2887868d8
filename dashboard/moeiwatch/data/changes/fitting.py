"""Lines as far as they fit, with a word on what is left out."""

from collections.abc import Iterable


def fit(lines: Iterable[str], longest: int, rest: str, *, more: int = 0) -> str:
    """Return the first lines that fit into `longest` characters, then how many are left out.

    Parameters
    ----------
    rest : the last line, with ``{}`` for the number; "" where nothing is to be said. It comes on top.
    more : lines that are not among these and are left out as well.

    Examples
    --------
    >>> fit(["one", "two", "three"], 8, "and {} more")
    'one\\ntwo\\nand 1 more\\n'
    """
    kept, used, left = [], 0, more
    is_full = False
    for line in lines:
        used += len(line) + 1
        is_full = is_full or used > longest
        if is_full:
            left += 1
        else:
            kept.append(line)
    if left and rest:
        kept.append(rest.format(f"{left:,}"))
    return "\n".join(kept) + "\n" if kept else ""
