"""How many people left compounds, month by month: for each month the number of that month as a period."""

import pandas as pd

from moeiwatch.analysis.counting_period import (
    Period,
    already_counted,
    begun_before,
    counting_spans,
    split_by_date,
)
from moeiwatch.analysis.event_tree import EventTree
from moeiwatch.analysis.periods import happened_spans
from moeiwatch.analysis.records import select_standing

_COLUMNS = ("low", "best", "high", "open_above")


def monthly_people(
    events: pd.DataFrame,
    *,
    among: pd.DataFrame | None = None,
    mode: str = "happened",
    sources: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return how many people left compounds in each month, as `people_range` counts them in it as a period.

    What ended in the month, by the rule of `moeiwatch.analysis.counting_period`. A running total stands whole
    in the month of its end, though its people may have left in months before, and these have a number of
    their own: months **must not be added**. Those of `moeiwatch.analysis.tally.people_by` may.

    Parameters
    ----------
    events, among : as in `moeiwatch.analysis.tally.people_range`.
    mode : "happened", or "known": by the month in which a thing became public.
    sources : dates of publication, for mode "known".

    Returns
    -------
    DataFrame, one row a month in which anything counts: ``month`` (YYYY-MM), ``low``, ``best``, ``high``
    (persons), ``open_above``, ``begun`` (persons, best value: those of events that began before the month)
    and ``records`` (ids counted). First of all a row with the month "" for events whose counting date lies in
    no one month, if there are any.
    """
    tree = EventTree(events if among is None else among, events)
    standing = select_standing(events)
    counting = counting_spans(standing, period=Period(mode=mode, sources=sources))
    spans = list(zip(standing.index, *counting, strict=True))
    starts = happened_spans(standing)["start"].to_dict()
    by_month: dict[str, set[str]] = {}
    for record, first, last in spans:
        is_one = first is not None and last is not None and f"{first:%Y-%m}" == f"{last:%Y-%m}"
        by_month.setdefault(f"{first:%Y-%m}" if is_one else "", set()).add(record)
    rows = []
    for month, inside in sorted(by_month.items()):
        period = Period(month, month, mode, sources)
        _, before = split_by_date(spans, period=period) if month else ((), set())
        people = tree.range_of(inside, already=already_counted(inside, before, tree))
        if people.records:
            begun = tree.range_of(begun_before(people.records, starts, period=period)).best
            numbers = (getattr(people, name) for name in _COLUMNS)
            rows.append((month, *numbers, begun, list(people.records)))
    return pd.DataFrame(rows, columns=["month", *_COLUMNS, "begun", "records"])
