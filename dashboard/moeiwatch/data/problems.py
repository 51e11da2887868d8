"""What can be wrong with the data: one value for every problem, and the error that carries it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass

from moeiwatch.data.plurals import plural

ERROR = "error"
WARNING = "warning"
NOTICE = "notice"
SEVERITIES = (ERROR, WARNING, NOTICE)
"""What a problem means, the heaviest first: an error fails the check; a warning has to be mended by whoever
adds or changes its record; a notice only tells what may well be right, and never blocks."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in one place.

    Attributes
    ----------
    file : path relative to the data's folder, with ``/``: ``rescue_events.geojson``.
    line : line in the file, counted from 1; None where no line can be named (a missing file).
    record : id of the record; ``features[3]`` where it has none; "" where the file as a whole is meant.
    field : property, member or ``geometry``; "" where the record as a whole is meant.
    message : what is wrong, in one plain sentence, with the value.
    severity : one of `SEVERITIES`.
    remedy : what to do, with the terms that are allowed; "" where the message says it all.
    """

    file: str
    line: int | None
    record: str
    field: str
    message: str
    severity: str = ERROR
    remedy: str = ""

    def as_dict(self) -> dict:
        """Return the problem as a plain dict, for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        subject = " ".join(part for part in (self.record, self.field) if part)
        start = f"{place}: {self.severity}: {subject}:" if subject else f"{place}: {self.severity}:"
        return f"{start} {self.sentence}"

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, as one text."""
        return f"{self.message}. {self.remedy}" if self.remedy else self.message


class GeodataError(Exception):
    """Data that cannot be read; carries the problem, which names file, line and record."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by file and line, the heaviest first on one line, each only once."""
    return sorted(
        set(problems), key=lambda p: (p.file, p.line or 0, _weight(p), p.record, p.field, p.message, p.remedy)
    )


def severity_parts(severities: Iterable[str], *, always: Collection[str] = ()) -> list[str]:
    """Return how many there are of each severity that occurs, the heaviest first.

    Parameters
    ----------
    always : severities that are told where there are none, too.

    Examples
    --------
    >>> severity_parts(["notice", "error", "notice"], always=["warning"])
    ['1 error', '0 warnings', '2 notices']
    """
    counts = Counter(severities)
    return [plural(counts[s], s) for s in SEVERITIES if counts[s] or s in always]


def causes_first(problem: Problem) -> int:
    """Return the place of a problem among others: whole files, what stands around records, the rest."""
    if problem.severity != ERROR:
        return 3
    return 2 if problem.record else 1 if problem.field else 0


def _weight(problem: Problem) -> int:
    return SEVERITIES.index(problem.severity)


def shorten(value: object, *, limit: int = 80) -> str:
    """Return a value as it would be written in JSON, cut to `limit` characters, safe to print."""
    if isinstance(value, str):
        written = '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value[:limit]) + '"'
        return written if len(value) <= limit else written[:-1] + '..."'
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return f"an object with {len(value)} members"
    written = repr(value)
    return written if len(written) <= limit else written[:limit] + "..."


def field_name(path: tuple) -> str:
    """Return a way into a record as people write it.

    Examples
    --------
    >>> field_name(("armed_groups", 0, "actor"))
    'armed_groups[0].actor'
    """
    name = ""
    for part in path:
        if isinstance(part, int):
            name += f"[{part}]"
        else:
            plain = part if part.isprintable() and len(part) <= 60 else shorten(part, limit=60)
            name += f".{plain}" if name else plain
    return name
