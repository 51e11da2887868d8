"""How many people left compounds: counted once, always as a range, with the records behind each number."""

import pandas as pd

from moeiwatch.analysis.counting_period import ALL_YEARS, Period, place_events
from moeiwatch.analysis.event_tree import EventTree, PeopleRange
from moeiwatch.analysis.records import column, select_standing

ADDED = ("year", "month")
"""Groups that share no people: their numbers may be added, whatever is shown. Those of any other grouping
overlap and may not."""

GROUPS = (*ADDED, "kind", "place", "compound", "basis", "confidence")


def people_range(
    events: pd.DataFrame, *, among: pd.DataFrame | None = None, period: Period = ALL_YEARS
) -> PeopleRange:
    """Return how many people left compounds in the events given, each person counted once as far as told.

    The rule is that of `moeiwatch.analysis.counting`. It answers how many people were reported out; not how
    many were held, nor how many are free.

    Parameters
    ----------
    events : the events shown, in any period; withdrawn and merged ones are left out.
    among : the whole layer, in which hidden wider events are looked up; by default only `events`. Without it
        the shown children of one hidden event are still put together, but not held to its number.
    period : the period in which they are counted, by the rule of `moeiwatch.analysis.counting_period`.
    """
    tree = EventTree(events if among is None else among, events)
    return _range_in(events, tree, period=period)


def people_by(
    events: pd.DataFrame, *, by: str, among: pd.DataFrame | None = None, period: Period = ALL_YEARS
) -> pd.DataFrame:
    """Return how many people left compounds, by group.

    A year or a month has what is counted under the tops whose counting date lies in it: of a wider event that
    is shown its own, of one that is hidden its own if it lies between those of the events counted in its
    place, else the latest of these. So each top stands in one row, and the rows add up to the whole. Of any
    other group each is counted by itself, as if the others were hidden.

    Parameters
    ----------
    by : ``year`` or ``month``, whose rows may be added; an event dated by year only stands under its year,
        also by month. Or ``kind``, ``place`` (the compound's id, else the place's words), ``compound``,
        ``basis``, ``confidence``, whose rows overlap and **must not be added**.
    among, period : as in `people_range`.

    Returns
    -------
    DataFrame, index the group, columns the attributes of `PeopleRange`; sorted by group, without those that
    have no event in the period. Events without a value of the group stand under "".

    Raises
    ------
    ValueError
        If `by` is none of these.
    """
    if by not in GROUPS:
        raise ValueError(f"by is one of {', '.join(GROUPS)}, not {by!r}")
    tree = EventTree(events if among is None else among, events)
    standing = select_standing(events)
    if by in ADDED:
        placed = place_events(standing, tree, period=period)
        dates = tree.dates_of_tops(placed.inside - placed.already)
        keys = pd.Series(dates, dtype=object).str[: 4 if by == "year" else 7]
        rows = {key: tree.range_of(keys.index[keys == key]) for key in set(keys)}
    else:
        keys = _keys(standing, by)
        rows = {key: _range_in(standing[(keys == key).to_numpy()], tree, period=period) for key in set(keys)}
    names = list(PeopleRange.__dataclass_fields__)
    found = {key: vars(rows[key]) for key in sorted(rows) if _has_events(rows[key])}
    table = pd.DataFrame.from_dict(found, orient="index", columns=names)
    table.index.name = by
    return table


def _range_in(events: pd.DataFrame, tree: EventTree, *, period: Period) -> PeopleRange:
    placed = place_events(events, tree, period=period)
    return tree.range_of(placed.inside, already=placed.already)


def _has_events(people: PeopleRange) -> bool:
    return bool(people.records or people.held or people.without_number)


def _keys(events: pd.DataFrame, by: str) -> pd.Series:
    if by == "place":
        compounds, places = column(events, "compound"), column(events, "place")
        keys = compounds.where(compounds.notna(), places)
    else:
        keys = column(events, by)
    return keys.map(lambda key: "" if key is None else key)
