"""Which record and property a place in the text of a file belongs to, also where the text is no JSON."""

import re

from moeiwatch.data.positions import Path, find_offsets
from moeiwatch.data.problems import field_name

_LONGEST = 20_000_000
"""Characters: in a longer text nobody looks for a place by its record."""

_ID = re.compile(r'"id"\s*:\s*"([^"\\]{1,100})"')


def name_offset(text: str, offset: int) -> tuple[str, str]:
    """Return what messages call the record and the property around a character, "" where there is none.

    Examples
    --------
    >>> name_offset('[{"id": "a-b", "note": NaN}]', 23)
    ('a-b', 'note')
    """
    if len(text) > _LONGEST:
        return "", ""
    offsets = find_offsets(text)
    before = [
        (at, len(path), path) for path, at in offsets.items() if at <= offset and path[-1:] != ("(first)",)
    ]
    return name_path(text, offsets, max(before)[2]) if before else ("", "")


def name_path(text: str, offsets: dict[Path, int], path: Path) -> tuple[str, str]:
    """Return the same for a path of `positions.find_offsets`."""
    if path and isinstance(path[0], int):
        head, rest, member = path[:1], path[1:], "item"
    elif len(path) > 1 and path[0] in ("features", "actors") and isinstance(path[1], int):
        head, rest, member = path[:2], path[2:], str(path[0])
    else:
        return "", ""
    found = _ID.match(text, offsets.get((*head, "id"), len(text)))
    id_ = found[1] if found and found[1].isprintable() else f"{member}[{head[-1]}]"
    return id_, field_name(rest[1:] if rest[:1] == ("properties",) else rest)
