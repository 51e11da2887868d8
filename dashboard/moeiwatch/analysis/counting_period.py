"""People in a period: which events count in it, and which only reach beyond it.

An event counts under one date, that of its end (`date_end`, else `date`), also where the map shows it in
every month that it spans. So it counts in one month and in one year, and years add up. As it was known, an
event counts under the date on which it became public.

- An event counts in a period if its counting date, with all the days that it can mean, lies in it.
- What is shown in the period but ends after it, or is dated too vaguely to say, reaches beyond it. A running
  total does so in each month but its last. It is not counted; it is named beside the number.
- A wider event that counts before the period has counted these people already: events within it that come
  later (the same people, flown home) are not counted again. That holds for events that no other filter hides.
- A wider event that counts after the period does not hold the events within it. They are counted, put
  together as where it is hidden.
- An event counted may have begun before the period, as every running total did: its people may have left
  before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from moeiwatch.analysis.counting import held_by
from moeiwatch.analysis.event_tree import EventTree, PeopleRange, counting_dates
from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import happened_spans, overlap
from moeiwatch.analysis.records import parse_cell, select_standing
from moeiwatch.data.dates import parse_partial_date


@dataclass(frozen=True)
class Period:
    """The period of a view, in which people are counted.

    Attributes
    ----------
    since, until : first and last day as partial dates; "" is open.
    mode : ``happened`` or ``known``.
    sources : dates of publication, for mode "known"; without them only what records say of themselves counts.
    """

    since: str = ""
    until: str = ""
    mode: str = "happened"
    sources: pd.DataFrame | None = field(default=None, compare=False)

    @property
    def is_open(self) -> bool:
        """True where it is all years."""
        return not (self.since or self.until)

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        first = parse_partial_date(self.since).start if self.since else date.min
        return first, parse_partial_date(self.until).end if self.until else date.max


ALL_YEARS = Period()


@dataclass(frozen=True)
class Placed:
    """Events by their place in a period.

    Attributes
    ----------
    inside : ids of those whose counting date lies in it.
    already : ids of these whose people a wider event counted before it.
    beyond : ids of those shown in it that are not inside, and whose people no wider event counts in it or
        before it.
    covered : ids of those shown in it that are not inside, and whose people a wider event does count so.
    """

    inside: frozenset[str]
    already: frozenset[str]
    beyond: frozenset[str]
    covered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Beside:
    """What stands beside the number of people in a period.

    Attributes
    ----------
    beyond : people of the events that reach beyond the period and are not counted in it.
    begun_before : people of the events counted in the period that began before it.
    covered : ids of the events that reach beyond the period and whose people a wider event counts in it or
        before it, sorted.
    """

    beyond: PeopleRange
    begun_before: PeopleRange
    covered: tuple[str, ...] = ()


def place_events(events: pd.DataFrame, tree: EventTree, *, period: Period) -> Placed:
    """Return which events count in a period.

    Parameters
    ----------
    events : all events that the other filters let pass, of any time; withdrawn and merged ones are left out.
    tree : holds these events and those wider than they are.
    """
    standing = select_standing(events)
    if period.is_open:
        return Placed(frozenset(standing.index), frozenset(), frozenset())
    spans = list(zip(standing.index, *counting_spans(standing, period=period), strict=True))
    inside, before = split_by_date(spans, period=period)
    shown = standing.index[_is_shown(standing, period=period).to_numpy()]
    outside = set(shown) - inside
    covered = _held_in(before | inside, outside, tree)
    already = already_counted(inside, before, tree)
    return Placed(*map(frozenset, (inside, already, outside - covered, covered)))


def split_by_date(
    spans: Iterable[tuple[str, date | None, date | None]], *, period: Period
) -> tuple[set[str], set[str]]:
    """Return the ids whose counting date, with all the days that it can mean, lies in a period and before it.

    Parameters
    ----------
    spans : id, first and last day that its counting date can mean; see `counting_spans`.
    """
    first, last = period.days
    dated = [(record, start, end) for record, start, end in spans if start and end]
    inside = {record for record, start, end in dated if first <= start and end <= last}
    return inside, {record for record, _, end in dated if end < first}


def already_counted(inside: set[str], before: set[str], tree: EventTree) -> set[str]:
    """Return which events inside a period hold people whom a wider event before it has counted."""
    return _held_in(before, inside, tree)


def _held_in(wider: set[str], events: set[str], tree: EventTree) -> set[str]:
    """Return which events one of those wider than they are, given with a number, holds."""
    numbers = {record: tree.numbers[record] for record in wider & tree.numbers.keys()}
    return events & held_by(events | wider, parents=tree.parents, numbers=numbers)


def beside_period(events: pd.DataFrame, *, among: pd.DataFrame | None = None, period: Period) -> Beside:
    """Return what has to be said beside the number of people in a period.

    Parameters
    ----------
    events, among, period : as in `moeiwatch.analysis.tally.people_range`.
    """
    tree = EventTree(events if among is None else among, events)
    placed = place_events(events, tree, period=period)
    counted = tree.range_of(placed.inside, already=placed.already).records
    starts = happened_spans(events.loc[list(counted)])["start"].to_dict()
    begun = begun_before(counted, starts, period=period)
    return Beside(tree.range_of(placed.beyond), tree.range_of(begun), tuple(sorted(placed.covered)))


def begun_before(records: Iterable[str], starts: Mapping[str, date | None], *, period: Period) -> list[str]:
    """Return the ids of events that can have begun before a period; none as it was known.

    Parameters
    ----------
    starts : first day on which each can have happened, by its id.
    """
    if period.mode == "known" or not period.since:
        return []
    return [record for record in records if (start := starts[record]) is not None and start < period.days[0]]


def counting_spans(standing: pd.DataFrame, *, period: Period) -> tuple[list, list]:
    """Return the first and the last day that each counting date can mean, None for one that is not known.

    Parameters
    ----------
    period : by whose clock; its ends do not matter.
    """
    if period.mode == "known":
        spans = known_spans(standing, sources=period.sources)
        return spans["start"].tolist(), spans["end"].tolist()
    moments = [parse_cell(text) for text in counting_dates(standing)]
    return [one and one.start for one in moments], [one and one.end for one in moments]


def _is_shown(standing: pd.DataFrame, *, period: Period) -> pd.Series:
    is_known = period.mode == "known"
    spans = known_spans(standing, sources=period.sources) if is_known else happened_spans(standing)
    return overlap(spans, since=period.since, until=period.until)
