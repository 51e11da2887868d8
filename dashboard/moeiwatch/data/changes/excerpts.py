"""The part of a long text that changed, with a few words around it."""

import re

_AROUND = 28
"""Characters of the text that stay the same and are shown on either side."""

_GAP = "…"

_LONGEST_WORD = 30
"""Characters. Thai, Burmese and Chinese set no spaces between words."""


def changed_part(old: str, new: str) -> tuple[str, str, str, str]:
    """Return what two texts begin with alike, the part of each that differs, and what both end with.

    They are cut between words, so that no word is shown in part.

    Examples
    --------
    >>> changed_part("Kenya says 24 Kenyans.", "Kenya says 25 Kenyans.")
    ('Kenya says ', '24', '25', ' Kenyans.')
    """
    shortest = min(len(old), len(new))
    start = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    start = _word_edge(start, old, new)
    most = shortest - start
    end = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    end = _word_edge(-end, old, new)
    stop_old, stop_new = len(old) - end, len(new) - end
    return old[:start], old[start:stop_old], new[start:stop_new], old[stop_old:]


def excerpts(old: str, new: str, *, limit: int) -> tuple[str, str]:
    """Return both texts around what differs, each of at most about `limit` characters.

    Examples
    --------
    >>> excerpts("A long text that says 24 Kenyans were brought home.",
    ...          "A long text that says 25 Kenyans were brought home.", limit=60)
    ('A long text that says 24 Kenyans were brought home.', 'A long text that says 25 Kenyans were brought home.')
    >>> excerpts("a " * 50 + "24" + " b" * 50, "a " * 50 + "25" + " b" * 50, limit=12)
    ('…a 24 b…', '…a 25 b…')
    """  # noqa: E501 - the texts are one line each
    if max(len(old), len(new)) <= limit:
        return old, new
    before, gone, come, after = changed_part(old, new)
    around = min(_AROUND, max(0, (limit - max(len(gone), len(come)) - 2) // 2))
    around = max(around, min(_AROUND, limit // 4))
    lead, rest = _tail(before, around), _head(after, around)
    room = max(1, limit - len(lead) - len(rest))
    return tuple(f"{lead}{_middle(part, room)}{rest}" for part in (gone, come))


def _word_edge(place: int, *texts: str) -> int:
    """Return how many characters are alike up to the edge of a word, counted as `place` is: from the start,
    or, where it is negative, from the end. Scripts without spaces are cut where they differ.
    """
    step = 1 if place < 0 else -1
    for nearer in range(place, place + step * min(abs(place), _LONGEST_WORD), step):
        inside = (text[nearer - 1 : nearer] + text[nearer : nearer + 1 or None] for text in texts)
        if not any(len(pair) == 2 and pair[0].isalnum() and pair[1].isalnum() for pair in inside):
            return abs(nearer)
    return abs(place) if abs(place) > _LONGEST_WORD else 0


def _tail(text: str, most: int) -> str:
    if len(text) <= most or (len(text) <= 2 * most and " " not in text):  # the beginning of an address
        return text
    cut = text[len(text) - most :] if most else ""
    return _GAP + re.sub(r"^\S*\s", "", cut, count=1)


def _head(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return re.sub(r"\s\S*$", "", text[:most], count=1) + _GAP


def _middle(text: str, most: int) -> str:
    """Return a text cut in its middle: its beginning and its end tell most."""
    if len(text) <= most:
        return text
    half = max(1, (most - 3) // 2)
    start, end = re.sub(r"\s\S*$", "", text[:half]), re.sub(r"^\S*\s", "", text[-half:])
    return f"{start} {_GAP} {end}"
