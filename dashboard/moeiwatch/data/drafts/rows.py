"""What a file offers as new records, before it is made to fit a layer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from moeiwatch.data.problems import Problem

MOST_ROWS = 5_000
"""Records of one file. More than that is not a contribution that anybody reads."""


MOST_FAULTS = 200
"""Problems of one file that are told."""


@dataclass(frozen=True)
class Row:
    """One record to be, as the file gives it.

    Attributes
    ----------
    where : its place in the file, for messages: ``line 3``, ``feature 2``, ``entry smith2020``.
    line : the line, None where it is not known.
    values : its properties by the names that the file uses; texts where the file knows nothing else.
    geometry : a GeoJSON geometry, None where the file gives none.
    said : what was left out or changed on the way, to be told.
    """

    where: str
    line: int | None
    values: Mapping[str, Any]
    geometry: Any = None
    said: tuple[str, ...] = ()


@dataclass
class Rows:
    """What could be read of a file, and what keeps the rest from being read."""

    file: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """True where reading on makes no sense: too many rows, or too many faults to be read by anybody."""
        return len(self.rows) > MOST_ROWS or len(self.problems) >= MOST_FAULTS

    def refuse(self, line: int | None, where: str, message: str, remedy: str = "") -> "Rows":
        """Note a problem, and return the rows themselves."""
        self.problems.append(Problem(self.file, line, where, "", message, remedy=remedy))
        return self


def one_line(text: str) -> str:
    """Return a text with every run of white space as one space, and none at its ends.

    Examples
    --------
    >>> one_line(" a\\n b ")
    'a b'
    """
    return " ".join(text.split())
