"""The changes as the lines that are told: what many records have in common is one line."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from moeiwatch.data.changes.compare import Changes
from moeiwatch.data.changes.record_change import RecordChange
from moeiwatch.data.changes.sentences import record_phrase
from moeiwatch.data.plurals import plural

MOST_ALIKE = 3
"""So many records of a layer that say the same are told one by one; more of them in one line."""

_NAMED = 3


@dataclass(frozen=True)
class Line:
    """One line of what changed.

    Attributes
    ----------
    layer, kind : of the records, as `RecordChange` has them.
    name : what people call the record, or how many there are.
    phrase : what happened to it, without the name.
    changes : the records of the line.
    """

    layer: str
    kind: str
    name: str
    phrase: str
    changes: tuple[RecordChange, ...]

    @property
    def id(self) -> str:
        """The id of the one record, "" where it has none or where they are many."""
        return self.changes[0].id if len(self.changes) == 1 else ""


def lines_by_layer(changes: Changes) -> Iterator[tuple[str, list[Line]]]:
    """Yield each layer of which something is told, with its lines."""
    for layer, found in groupby(told_lines(changes), key=lambda line: line.layer):
        yield layer, list(found)


def heading(layer: str) -> str:
    """Return what a layer is called above its lines.

    Examples
    --------
    >>> heading("rescue_events"), heading("base/places")
    ('Rescue events', 'base/places')
    """
    return layer if "/" in layer else layer.replace("_", " ").capitalize()


def told_lines(changes: Changes) -> Iterator[Line]:
    """Yield the lines by layer, then kind; records that only move with their compound are told there."""
    for layer, found in groupby((c for c in changes.records if not c.only_follows), key=lambda c: c.layer):
        groups: dict[tuple, list[RecordChange]] = {}
        for number, change in enumerate(found):
            alone = number if change.kind != "changed" and not layer.startswith("base/") else None
            groups.setdefault((change.kind, record_phrase(change), alone), []).append(change)
        for (kind, phrase, _), alike in groups.items():
            if len(alike) > MOST_ALIKE:
                yield Line(layer, kind, plural(len(alike), "record"), _sum(phrase, alike), tuple(alike))
            else:
                yield from (Line(layer, kind, change.name, phrase, (change,)) for change in alike)


def _sum(phrase: str, alike: list[RecordChange]) -> str:
    names = "; ".join(change.name for change in alike[:_NAMED])
    more = f"; and {len(alike) - _NAMED:,} more" if len(alike) > _NAMED else ""
    return f"{phrase} ({names}{more})"
