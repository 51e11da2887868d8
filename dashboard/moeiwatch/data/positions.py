"""On which line of a JSON text each record and each property stands.

The `json` module parses, and it alone decides what is valid; it keeps no positions. This scanner only looks
for places, when there is a problem to be placed. It walks over tokens without recursion, so neither depth nor
size harms it, and on a text that is not JSON it gives the places found so far.
"""

import json
import re
from bisect import bisect_right
from functools import cached_property

Path = tuple[str | int, ...]

_DEEPEST = 10
"""Places are kept down to this depth: a property of an object in a list in a record's property is at 8."""

_MOST = 2_000_000
"""So many places are kept at most; what stands after them is placed at what is around it."""

# The possessive quantifiers (*+) keep the matcher from remembering a way back for every character.
STRING = r'"(?:[^"\\]++|\\.)*+"?'
_TOKEN = re.compile(STRING + r'|\[[-+.eE0-9,\s]*+\]|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)
"""A list of numbers is one token: its members are placed where the list begins."""


class Positions:
    """The lines on which the values of one JSON text begin.

    Parameters
    ----------
    text : the text of the file.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _offsets(self) -> dict[Path, int]:
        return find_offsets(self._text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    def line_at(self, offset: int) -> int:
        """Return the line, counted from 1, of a character offset."""
        return bisect_right(self._line_starts, offset)

    def line(self, path: Path = ()) -> int:
        """Return the line of the value at a path, or of the nearest value around it that is known.

        Examples
        --------
        >>> Positions('{\\n "a": [\\n  "x",\\n  "y"]}').line(("a", 1))
        4
        """
        while path and path not in self._offsets:
            path = path[:-1]
        return self.line_at(self._offsets.get(path, 0))


def find_offsets(text: str) -> dict[Path, int]:
    """Return where each value begins (for a member of an object: where its name begins).

    Of a member that stands twice the last one counts, as it does for the `json` module; the first is kept
    under the path with an added ``"(first)"``.
    """
    offsets: dict[Path, int] = {}
    path: list[str | int] = []  # the key or index reached in each open container, cut at _DEEPEST
    kinds: list[str] = []  # "{" or "[" of each open container
    name_next = False  # the next string is the name of a member
    expects_value = True
    for found in _TOKEN.finditer(text):
        token, start = found.group(), found.start()
        depth = len(kinds)
        if token[0] in "{[" or (token not in "]},:" and not name_next):
            in_object = bool(kinds) and kinds[-1] == "{"
            if expects_value and depth <= _DEEPEST and not in_object and len(offsets) < _MOST:
                offsets[tuple(path)] = start
            expects_value = False
            if token in ("{", "["):
                kinds.append(token)
                name_next = token == "{"
                expects_value = token == "["
                if depth < _DEEPEST:
                    path.append("" if token == "{" else 0)
        elif token in ("}", "]"):
            if kinds:
                kinds.pop()
                del path[len(kinds) :]
            name_next = expects_value = False
        elif token == ",":
            name_next = bool(kinds) and kinds[-1] == "{"
            expects_value = not name_next
            if kinds and not name_next and depth <= _DEEPEST:
                path[depth - 1] += 1
        elif token == ":":
            expects_value = True
        elif depth <= _DEEPEST:
            path[depth - 1] = _name(token)
            here = tuple(path)
            if here in offsets:
                offsets.setdefault((*here, "(first)"), offsets[here])
            if len(offsets) < _MOST:
                offsets[here] = start
            name_next = False
        else:
            name_next = False
    return offsets


def _name(token: str) -> str:
    """Return the name that a quoted token means; of a broken one, what stands between the quotes."""
    if "\\" not in token:
        return token[1:-1]
    try:
        return json.loads(token, strict=False)
    except ValueError:
        return token[1:-1]
