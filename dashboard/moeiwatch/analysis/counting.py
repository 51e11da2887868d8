"""The counting tree: people are counted once, whatever part of the records is shown.

`counted_in` names the wider event that already holds the people of an event. Sums therefore go over the tops
of the tree. When a filter hides a wider event and shows those within it, they stand in for it, but they may
overlap each other (the same people detained, handed over and flown home), so a plain sum would count people
twice. The rule:

- A shown event with a number counts, unless a wider event that is shown and has a number holds it. Its least
  is never less than that of an event within it, however vague its own words are ('about 7,000' of a wave in
  which 9,086 were found).
- Events that stand in for a hidden wider event are put together as a range: at least the largest of them (the
  others may be the same people), at most their sum, and never more than the wider event itself allows. In
  between, the best value adds up within one kind and takes the largest kind, since kinds overlap and are
  never added. What stands in for a wider event that gives a number stands as of its kind, as it would itself:
  flights home that stand in for people handed over are not added to other flights home.
- So whoever shows more records, or a longer time, never sees fewer people.
- Different tops are different people, as far as the records tell, and are added. Where they are of more than
  one kind, the same person may all the same stand in two: found in a raid, and escaped some days later.
- An event that gives only an upper bound holds nothing by itself: what is known of the events within it
  counts, and its bound is the upper end.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field

Numbers = tuple[float, float, float | None]
"""Least, best and most; most is None where it is open upwards."""


@dataclass
class Part:
    """What is counted under one event.

    Attributes
    ----------
    low, high : the range; where `open_above`, high is what is known at least.
    kinds : best value by kind of event.
    records : ids of the events that were counted.
    """

    low: float = 0.0
    high: float = 0.0
    kinds: dict[Hashable, float] = field(default_factory=dict)
    open_above: bool = False
    records: list[str] = field(default_factory=list)

    @property
    def best(self) -> float:
        """The best value: that of the largest kind, inside the range."""
        return min(max([self.low, *self.kinds.values()]), max(self.high, self.low))


def count_tops(
    shown: Iterable[str],
    *,
    parents: Mapping[str, str | None],
    numbers: Mapping[str, Numbers],
    bounds: Mapping[str, float],
    kinds: Mapping[str, Hashable],
    limits: Mapping[str, Numbers],
) -> dict[str, Part]:
    """Return what is counted under each top of the tree, for the events shown.

    Parameters
    ----------
    shown : ids of the events shown.
    parents : wider event of each event, shown or not, free of rings; an id without an entry has none.
    numbers : least, best and most of each event that has a number.
    bounds : upper bound of each event that has nothing else.
    kinds : kind of each event.
    limits : least, best and most of wider events that are not shown, which what stands in for them cannot
    exceed.
    """
    shown = set(shown)
    order = _deepest_first(shown, parents)
    waiting: dict[str, list[Part]] = {record: [] for record in order}
    tops: dict[str, Part] = {}
    for record in order:
        part = _part(record, waiting[record], shown, numbers, bounds, kinds, limits)
        wider = parents.get(record)
        if wider is None:
            tops[record] = part
        else:
            waiting[wider].append(part)
    return tops


def held_by(
    shown: Iterable[str], *, parents: Mapping[str, str | None], numbers: Mapping[str, Numbers]
) -> set[str]:
    """Return the shown events that a wider event, shown and with a number, holds."""
    shown = set(shown)
    holds: dict[str | None, bool] = {None: False}  # whether an event, or a wider one, is shown with a number
    for record in reversed(_deepest_first(shown, parents)):
        holds[record] = holds[parents.get(record)] or (record in shown and record in numbers)
    return {record for record in shown if holds[parents.get(record)]}


def chain(record: str, parents: Mapping[str, str | None]) -> list[str]:
    """Return an event and those wider than it, the top of its tree last."""
    above = [record]
    while (wider := parents.get(above[-1])) is not None:
        above.append(wider)
    return above


def top_of_each(records: Collection[str], parents: Mapping[str, str | None]) -> dict[str, str]:
    """Return the top of the tree in which each event stands."""
    tops: dict[str, str] = {}
    for record in records:
        path, last = [], record
        while last not in tops and (wider := parents.get(last)) is not None:
            path.append(last)
            last = wider
        tops |= dict.fromkeys([*path, last], tops.get(last, last))
    return {record: tops[record] for record in records}


def without_rings(parents: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return the same tree with every ring (which the check forbids) opened at its smallest id."""
    opened = dict(parents)
    safe: set[str] = set()
    for record in parents:
        above: list[str] = []
        seen: set[str] = set()
        last: str | None = record
        while last is not None and last not in safe and last not in seen:
            above.append(last)
            seen.add(last)
            last = opened.get(last)
        if last is not None and last in seen:
            opened[min(above[above.index(last) :])] = None
        safe |= seen
    return opened


def _part(record, below, shown, numbers, bounds, kinds, limits) -> Part:
    part = _put_together(below)
    if record in shown and record in numbers:
        low, best, high = numbers[record]
        low = max(low, part.low) if high is None else max(low, min(part.low, high))
        best = max(best, low)
        return Part(low, best if high is None else high, {kinds.get(record): best}, high is None, [record])
    if record in shown and record in bounds:
        part.high, part.open_above = max(bounds[record], part.best), False
        part.records.append(record)
    elif record not in shown and record in limits and part.records:
        _, best, high = limits[record]
        part.kinds = {kinds.get(record): min(part.best, max(best, part.low))}
        if high is not None:
            part.open_above &= part.high < high
            part.high = max(min(part.high, high), part.low)
    return part


def _put_together(parts: list[Part]) -> Part:
    whole = Part()
    for part in parts:
        whole.low = max(whole.low, part.low)
        whole.high += part.high
        whole.open_above |= part.open_above
        whole.records += part.records
        for kind, value in part.kinds.items():
            whole.kinds[kind] = whole.kinds.get(kind, 0.0) + value
    return whole


def _deepest_first(shown: set[str], parents: Mapping[str, str | None]) -> list[str]:
    depths: dict[str, int] = {}
    for record in shown:
        path, last = [], record
        while last is not None and last not in depths:
            path.append(last)
            last = parents.get(last)
        depth = -1 if last is None else depths[last]
        for above in reversed(path):
            depth += 1
            depths[above] = depth
    return sorted(depths, key=lambda record: (-depths[record], record))
