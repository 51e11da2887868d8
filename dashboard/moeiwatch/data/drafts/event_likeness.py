"""In what two events agree: day, place, people, source."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from moeiwatch.data.changes.places import distance_m
from moeiwatch.data.checks.duplicates import plain_text
from moeiwatch.data.checks.places import point_of
from moeiwatch.data.contents import Record
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.drafts.lookup import names_of

NEAR_M = 300.0
RELATION = "counted_in"
"""The property by which an event says that another one counts its people already."""

_NEAR_DAYS = timedelta(days=3)
_NUMBERS = ("people_best", "people_min", "people_max", "value")
_DAY, _PLACE, _NUMBER, _SOURCE = "about the same day", "the same place", "the same number", "the same source"


def event_reasons(new: Record, old: Record, *, compounds: Mapping[str, Record]) -> list[str]:
    """Return in what two events agree.

    Events of two kinds agree in nothing, unless they may count the same people: as many, on about the same
    day or by the same source, and neither says already that the other counts them.
    """
    facts, others = new.properties, old.properties
    is_one_kind = facts.get("kind") == others.get("kind")
    is_told = old.id in _relations(facts) or new.id in _relations(others)
    if not is_one_kind and (is_told or _people(facts) is None or not _same_number(facts, others)):
        return []
    reasons = [*_facts_agree(new, old, compounds=compounds), *_texts_agree(facts, others)]
    return reasons if is_one_kind or not {_DAY, _SOURCE}.isdisjoint(reasons) else []


def metres_apart(new: Record, old: Record) -> float | None:
    """Return the distance of two records, None where one has no point on the globe."""
    points = point_of(new), point_of(old)
    if None in points or any(abs(value) > 360 for point in points for value in point):
        return None
    return distance_m(*map(list, points))


def _facts_agree(new: Record, old: Record, *, compounds: Mapping[str, Record]) -> Iterator[str]:
    facts, others = new.properties, old.properties
    if _same_days(facts, others):
        yield _DAY
    if _same_place(new, old, compounds=compounds):
        yield _PLACE
    if _same_number(facts, others):
        yield _NUMBER
    sources = [v if isinstance(v, list) else [] for v in (facts.get("sources"), others.get("sources"))]
    if any(isinstance(id_, str) and id_ in sources[1] for id_ in sources[0]):
        yield _SOURCE


def _texts_agree(facts: Mapping[str, Any], others: Mapping[str, Any]) -> Iterator[str]:
    for name in ("summary", "finding", "target"):
        if _same_text(facts.get(name), others.get(name)):
            yield f"the same {name}"


def _same_text(text: Any, other: Any) -> bool:
    both = isinstance(text, str) and isinstance(other, str) and text != ""
    return both and plain_text(text) == plain_text(other)


def _same_number(facts: Mapping[str, Any], others: Mapping[str, Any]) -> bool:
    same = any(name in facts and facts[name] == others.get(name) for name in _NUMBERS)
    return same or (_people(facts) is not None and _people(facts) == _people(others))


def _people(facts: Mapping[str, Any]) -> Any:
    """Return the number by which an event is known: the best one, else the lowest, else the highest."""
    return next((facts[name] for name in _NUMBERS[:3] if facts.get(name) is not None), None)


def _relations(facts: Mapping[str, Any]) -> list:
    """Return the events of which an event says already that they may hold the same people."""
    overlaps = facts.get("overlaps")
    return [facts.get(RELATION), *(overlaps if isinstance(overlaps, list) else [])]


def _same_days(facts: Mapping[str, Any], others: Mapping[str, Any]) -> bool:
    spans = [_span(record) for record in (facts, others)]
    if None in spans:
        return False
    (start, end), (other_start, other_end) = spans
    return _shifted(start, -_NEAR_DAYS) <= other_end and other_start <= _shifted(end, _NEAR_DAYS)


def _span(facts: Mapping[str, Any]) -> tuple[date, date] | None:
    begin = facts.get("date", facts.get("observed"))
    finish = facts.get("date_end", facts.get("observed_end", begin))
    try:
        first, last = parse_partial_date(begin), parse_partial_date(finish)
    except (ValueError, TypeError):
        return None
    is_year = first.precision == "year" or last.precision == "year"
    return None if is_year else (first.start, last.end)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day


def _same_place(new: Record, old: Record, *, compounds: Mapping[str, Record]) -> bool:
    facts, others = new.properties, old.properties
    first, second = facts.get("compound"), others.get("compound")
    place, other = (found.get("place", found.get("target")) for found in (facts, others))
    if first is not None and second is not None:
        return first == second or second in _wider(first, compounds) or first in _wider(second, compounds)
    at, named = (first, other) if first is not None else (second, place)
    if at is not None:
        return isinstance(named, str) and plain_text(named) in _names(at, compounds)
    if _same_text(place, other):
        return True
    metres = metres_apart(new, old)
    return metres is not None and metres <= NEAR_M


def _wider(id_: Any, compounds: Mapping[str, Record]) -> list:
    """Return the compound of which one is a part, if it is one."""
    record = compounds.get(id_) if isinstance(id_, str) else None
    return [record.properties["part_of"]] if record is not None and "part_of" in record.properties else []


def _names(id_: Any, compounds: Mapping[str, Record]) -> set[str]:
    """Return the names, folded, of a compound and of the one of which it is a part."""
    ids = [at for at in (id_, *_wider(id_, compounds)) if isinstance(at, str) and at in compounds]
    return {plain_text(name) for at in ids for name in names_of(compounds[at].properties)}
