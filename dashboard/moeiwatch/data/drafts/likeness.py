"""Records that may be the new one already: alike by name, date, place, people or source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Any

from moeiwatch.data.changes.places import distance_m
from moeiwatch.data.checks.duplicates import plain_text
from moeiwatch.data.checks.places import point_of
from moeiwatch.data.contents import Contents, Record
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.drafts.lookup import names_of

_NEAR_NAME = 0.85
_NEAR_M = 300.0
_NEAR_DAYS = timedelta(days=3)
MOST_ALIKE = 5
"""Of one record so many that may be the same are told."""


@dataclass(frozen=True)
class Likeness:
    """A record that may be the same.

    Attributes
    ----------
    id : of the record.
    reasons : in what the two agree.
    strong : True if they agree in so much that the new one is not written unless somebody says so.
    """

    id: str
    reasons: tuple[str, ...]
    strong: bool


def near_duplicates(layer: str, new: Record, contents: Contents, *, other_than: str = "") -> list[Likeness]:
    """Return the records of the layer that may be the new one, the most alike first, at most five.

    Compounds, crossings and actors are alike by name or by place. Events are alike when they agree in two or
    more of day (give or take three), place, people, and source; in three or more they are taken for one.
    """
    found = []
    for record in contents.collections[layer].records:
        if record.id is None or record.id == other_than or "merged_into" in record.properties:
            continue
        reasons = tuple(_named(new, record) if "name" in new.properties else _events(new, record))
        needed = 1 if "name" in new.properties else 2
        if len(reasons) >= needed:
            strong = "the same name" in reasons or len(reasons) >= 3
            found.append(Likeness(record.id, reasons, strong))
    return sorted(found, key=lambda like: (not like.strong, -len(like.reasons), like.id))[:MOST_ALIKE]


def _named(new: Record, old: Record) -> Iterator[str]:
    pairs = [
        (plain_text(a), plain_text(b)) for a in names_of(new.properties) for b in names_of(old.properties)
    ]
    same_kind = [new.properties.get(n) == old.properties.get(n) for n in ("variable", "statistic", "period")]
    if any(a == b for a, b in pairs) and all(same_kind):
        yield "the same name"
    elif all(same_kind) and any(_similar(a, b) for a, b in pairs):
        yield "a similar name"
    if (
        (metres := _distance(new, old)) is not None
        and metres <= _NEAR_M
        and _is_exact(new)
        and _is_exact(old)
    ):
        yield f"{metres:.0f} m apart"


def _similar(first: str, second: str) -> bool:
    if min(len(first), len(second)) < 4 or abs(len(first) - len(second)) > 4:
        return False
    if [c for c in first if c.isdigit()] != [c for c in second if c.isdigit()]:
        return False
    matcher = SequenceMatcher(None, first[:100], second[:100], autojunk=False)
    return matcher.quick_ratio() >= _NEAR_NAME and matcher.ratio() >= _NEAR_NAME


def _events(new: Record, old: Record) -> Iterator[str]:
    facts, others = new.properties, old.properties
    if facts.get("kind") != others.get("kind") and "kind" in facts:
        return
    if _same_days(facts, others):
        yield "about the same day"
    if _same_place(new, old):
        yield "the same place"
    for name in ("people_best", "value"):
        if name in facts and facts[name] == others.get(name):
            yield "the same number"
    sources = [v if isinstance(v, list) else [] for v in (facts.get("sources"), others.get("sources"))]
    if any(isinstance(id_, str) and id_ in sources[1] for id_ in sources[0]):
        yield "the same source"
    for name in ("summary", "finding", "target"):
        texts = (facts.get(name), others.get(name))
        if all(isinstance(text, str) and text for text in texts) and plain_text(texts[0]) == plain_text(
            texts[1]
        ):
            yield f"the same {name}"


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


def _same_place(new: Record, old: Record) -> bool:
    facts, others = new.properties, old.properties
    compound, place = facts.get("compound"), facts.get("place", facts.get("target"))
    if compound is not None or others.get("compound") is not None:
        return compound == others.get("compound")
    other = others.get("place", others.get("target"))
    if isinstance(place, str) and isinstance(other, str) and plain_text(place) == plain_text(other):
        return True
    metres = _distance(new, old)
    return metres is not None and metres <= _NEAR_M


def _distance(new: Record, old: Record) -> float | None:
    points = point_of(new), point_of(old)
    if None in points or any(abs(value) > 360 for point in points for value in point):
        return None
    return distance_m(*map(list, points))


def _is_exact(record: Record) -> bool:
    return record.properties.get("location_basis") in ("published_coordinates", "map_in_report")
