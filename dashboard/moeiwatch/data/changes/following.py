"""Records that move with the compound whose point they take: the move is told once, at the compound."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from moeiwatch.data.changes.record_change import RecordChange
from moeiwatch.data.changes.values import geometry_meaning


def mark_following(records: Iterable[RecordChange]) -> list[RecordChange]:
    """Return the changes, those that move with a compound marked as such, and the compound with their number.

    A record takes the point of a compound if it names the compound and stood at its point, before and after.
    """
    found = list(records)
    moves = {
        change.id: _move(change) for change in found if change.layer == "compounds" and _has_moved(change)
    }
    names = {change.id: change.name for change in found if change.layer == "compounds"}
    leaders = [_leader(change, moves) for change in found]
    followers = Counter(leaders)
    return [
        replace(change, moves_with=names[leader])
        if leader
        else replace(change, followers=followers[change.id])
        if change.layer == "compounds" and followers[change.id]
        else change
        for change, leader in zip(found, leaders, strict=True)
    ]


def _leader(change: RecordChange, moves: dict[str, tuple[str, str]]) -> str:
    """Return the id of the compound with which a record moves, "" where it moves on its own or stays."""
    if change.layer == "compounds" or not _has_moved(change):
        return ""
    compound = change.after.properties.get("compound")
    if not isinstance(compound, str) or not compound or compound not in moves:
        return ""
    stayed_with = change.before.properties.get("compound") == compound
    return compound if stayed_with and _move(change) == moves[compound] else ""


def _has_moved(change: RecordChange) -> bool:
    return any(field.name == "geometry" for field in change.fields) and None not in (
        change.before,
        change.after,
    )


def _move(change: RecordChange) -> tuple[str, str]:
    return geometry_meaning(change.before.geometry), geometry_meaning(change.after.geometry)
