"""Rules on counts of people: their order, and the wider events that hold them."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import NOTICE, Problem

_MOST = 10**9
"""More people than this are no count; the schema's own limit is told by `checks.values`."""

_MOST_OVERLAPS = 20

_ORDER = ("people_min", "people_best", "people_max")


def check_people_order(contents: Contents) -> list[Problem]:
    """Report counts that are not in order: at least, best, at most."""
    events, problems = contents.collections["rescue_events"], []
    for record in events.records:
        counts = [(name, count) for name in _ORDER if (count := _count(record, name)) is not None]
        for (lower, fewer), (upper, more) in pairwise(counts):
            if fewer > more:
                message = f"{upper} ({more:,}) is less than {lower} ({fewer:,})"
                remedy = "Order them people_min <= people_best <= people_max."
                problems.append(events.problem(record, upper, message, remedy=remedy))
                break
    return problems


def check_people_in_parents(contents: Contents) -> list[Problem]:
    """Report an event with more people than the wider event that is said to hold them can have.

    The best count of the narrower event is compared (else its lowest) with ``people_max`` of the wider one; a
    wider event without ``people_max`` is open upwards and holds any number.
    """
    events, problems = contents.collections["rescue_events"], []
    for record in events.records:
        parent, count = parent_of(events, record), _surest(record)
        most = _count(parent, "people_max") if parent else None
        if count is not None and most is not None and count > most:
            name = events.label(parent)
            message = f"{count:,} people are counted in {name}, which has at most {most:,}"
            remedy = "Mend one of the counts, or the id of the wider event."
            problems.append(events.problem(record, "counted_in", message, remedy=remedy))
    return problems


def check_people_sums(contents: Contents) -> list[Problem]:
    """Tell where events of one kind that are counted in a wider one add up to more people than it has.

    Kinds overlap (the same people are found in a raid, handed over and flown home), so they are not added. A
    notice: running totals overlap, so the data may be as it should.
    """
    events, problems = contents.collections["rescue_events"], []
    sums: dict[tuple[str, str], list[int]] = defaultdict(list)
    for record in events.records:
        parent, count = parent_of(events, record), _surest(record)
        if (
            parent is not None
            and count is not None
            and not {"withdrawn", "merged_into"} & set(record.properties)
        ):
            sums[parent.id, str(record.properties.get("kind"))].append(count)
    for (id_, kind), counts in sums.items():
        most = _count(events.by_id[id_], "people_max")
        if most is not None and len(counts) > 1 and sum(counts) > most:
            message = (
                f"the {len(counts)} events of kind {kind} counted in it add up to {sum(counts):,} people, "
                f"more than {most:,}"
            )
            record = events.by_id[id_]
            remedy = "Running totals overlap, so this may be right; look whether one belongs inside another."
            problems.append(events.problem(record, "people_max", message, severity=NOTICE, remedy=remedy))
    return problems


def check_overlaps(contents: Contents) -> list[Problem]:
    """Report an event that may overlap with itself, or with one of which either is counted in the other."""
    events, problems = contents.collections["rescue_events"], []
    for record in events.records:
        for other in _named(record, events):
            if other == record.id or other in _wider(events, record.id) or record.id in _wider(events, other):
                message = f"{other} is the event itself, or one is counted in the other"
                remedy = "Take it out of overlaps: such people are counted once as it is."
                problems.append(events.problem(record, "overlaps", message, remedy=remedy))
                break
    return problems


def _named(record: Record, events: Collection) -> list[str]:
    """Return the events that a record may overlap with, as many of them as the schema allows."""
    value = record.properties.get("overlaps")
    listed = value[:_MOST_OVERLAPS] if isinstance(value, list) else []
    return [id_ for id_ in listed if isinstance(id_, str) and id_ in events.by_id]


def _wider(events: Collection, id_: str | None) -> list[str]:
    """Return the events in which one is counted, the next wider first; a ring is followed once."""
    above: dict[str, None] = {}
    record = events.by_id.get(id_)
    while record and (record := parent_of(events, record)) and record.id not in above:
        above[record.id] = None
    return list(above)


def parent_of(events: Collection, record: Record) -> Record | None:
    """Return the wider event that is said to hold the people of one, None where none is named or known."""
    id_ = record.properties.get("counted_in")
    return events.by_id.get(id_) if isinstance(id_, str) else None


def _surest(record: Record) -> int | None:
    best = _count(record, "people_best")
    return _count(record, "people_min") if best is None else best


def _count(record: Record, name: str) -> int | None:
    value: Any = record.properties.get(name)
    return value if type(value) is int and 0 <= value <= _MOST else None
