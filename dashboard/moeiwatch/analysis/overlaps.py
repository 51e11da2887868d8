"""People who may be counted twice, as the records themselves say.

`overlaps` of an event names others that may hold some of the same people and of which neither is counted in
the other: of the people found in a raid, many may have crossed the river some days later, when the gates had
been opened. How many is not told.

The sum is made by the rule of the counting tree all the same, and beside it stands how many of its least may
be counted twice. For two tops that is never more than the smaller of their leasts, nor more than the events
that overlap can share, each pair at most the smaller of its two most. The least without these is sure, as far
as the records tell; the most stays the sum, since nobody may be the same.
"""

from collections.abc import Iterable, Mapping

from moeiwatch.analysis.counting import Numbers, Part, chain


def people_twice(
    tops: Mapping[str, Part],
    pairs: Iterable[tuple[str, str]],
    *,
    parents: Mapping[str, str | None],
    numbers: Mapping[str, Numbers],
    bounds: Mapping[str, float],
) -> float:
    """Return how many people of the least may be counted twice.

    Parameters
    ----------
    tops : what is counted under each top, as `moeiwatch.analysis.counting.count_tops` gives it.
    pairs : ids of events that may hold some of the same people.
    parents, numbers, bounds : as in `count_tops`.
    """
    shared: dict[tuple[str, str], float] = {}
    for pair in pairs:
        one, other = sorted(chain(record, parents)[-1] for record in pair)
        if one == other or not {one, other} <= tops.keys():
            continue
        if all(_is_counted(record, tops, parents) for record in pair):
            most = min(_most(record, numbers, bounds) for record in pair)
            shared[one, other] = shared.get((one, other), 0.0) + most
    twice = sum(min(most, *(tops[top].low for top in both)) for both, most in shared.items())
    lows = [part.low for part in tops.values()]
    return min(twice, sum(lows) - max(lows, default=0.0))


def _is_counted(record: str, tops: Mapping[str, Part], parents: Mapping[str, str | None]) -> bool:
    """Tell whether an event is counted: itself, in a wider one, or in part by one within it."""
    wider = chain(record, parents)
    counted = tops[wider[-1]].records
    return not set(wider).isdisjoint(counted) or any(record in chain(one, parents) for one in counted)


def _most(record: str, numbers: Mapping[str, Numbers], bounds: Mapping[str, float]) -> float:
    most = numbers[record][2] if record in numbers else bounds.get(record)
    return float("inf") if most is None else most
