"""How many people left compounds: counted once, always as a range, with the records behind each number."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from moeiwatch.analysis.counting import Numbers, Part, count_tops, held_by, without_rings
from moeiwatch.analysis.records import column, is_missing, select_standing
from moeiwatch.data.plurals import plural

ADDED = ("year", "month")
"""Groups that share no people: their numbers may be added. Those of any other grouping overlap and may
not."""

GROUPS = (*ADDED, "kind", "place", "compound", "basis", "confidence")


@dataclass(frozen=True)
class PeopleRange:
    """A number of people and what it rests on.

    Attributes
    ----------
    low, best, high : persons. Where `open_above`, high is what the records give at least.
    open_above : True if a record counted is open upwards ('over 200').
    records : ids of the events that were counted, sorted.
    held : ids of events shown that these already hold, sorted.
    without_number : ids of events shown that give no number at all, sorted. They are not zero.
    """

    low: int
    best: int
    high: int
    open_above: bool = False
    records: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    without_number: tuple[str, ...] = ()


def people_range(events: pd.DataFrame, *, among: pd.DataFrame | None = None) -> PeopleRange:
    """Return how many people left compounds in the events given, each person counted once.

    The rule is that of `moeiwatch.analysis.counting`. It answers how many people were reported out; not how
    many were held, nor how many are free.

    Parameters
    ----------
    events : the events shown; withdrawn and merged ones are left out.
    among : the whole layer, in which hidden wider events are looked up; by default only `events`. Without it
    the
        shown children of one hidden event are still put together, but not held to its number.
    """
    tree = EventTree(events if among is None else among, events)
    return tree.range_of(select_standing(events).index)


def people_by(events: pd.DataFrame, *, by: str, among: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return how many people left compounds, by group.

    Parameters
    ----------
    by : ``year`` or ``month``: of `date_end`, else `date`, of the events counted overall; these rows may be
    added. An
        event dated by year only stands under its year, also by month. Or ``kind``, ``place`` (the compound's
        id, else the place's words), ``compound``, ``basis``, ``confidence``: each group counted by itself;
        the rows overlap and **must not be added**.
    among : as in `people_range`.

    Returns
    -------
    DataFrame, index the group, columns ``low``, ``best``, ``high``, ``open_above``, ``records``, ``held``,
    ``without_number``; sorted by group. Events without a value of the group stand under "".

    Raises
    ------
    ValueError
        If `by` is none of these.
    """
    if by not in GROUPS:
        raise ValueError(f"by is one of {', '.join(GROUPS)}, not {by!r}")
    tree = EventTree(events if among is None else among, events)
    shown = select_standing(events)
    if by in ADDED:
        shown = shown.loc[~shown.index.isin(tree.held(shown.index))]
    keys = _keys(shown, by)
    rows = {key: vars(tree.range_of(keys.index[keys == key])) for key in sorted(set(keys))}
    names = list(PeopleRange.__dataclass_fields__)
    table = pd.DataFrame.from_dict(rows, orient="index", columns=names)
    table.index.name = by
    return table


def people_words(low: int, high: int, *, open_above: bool) -> str:
    """Return a counted range of people in words; where a report counted is open upwards, so are the words.

    Examples
    --------
    >>> people_words(20325, 24960, open_above=True), people_words(200, 200, open_above=True)
    ('20,325 to 24,960 or more', '200 or more')
    >>> people_words(75, 166, open_above=False), people_words(16, 16, open_above=False)
    ('75 to 166', '16')
    """
    words = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"{words} or more" if open_above else words


def counting_words(people: PeopleRange, *, reports: int) -> str:
    """Return the line under a number of people: what was counted, and what the number may leave out.

    Parameters
    ----------
    reports : number of events from which `people` was counted.
    """
    words = (
        f"Counted once each: {plural(reports, 'report')}, of which {len(people.records):,} stand for the "
        "rest. Claims by authorities are included."
    )
    return f"{words} Some reports name no upper end." if people.open_above else words


class EventTree:
    """The events of one or more frames as a tree, from which any part can be counted."""

    def __init__(self, *frames: pd.DataFrame) -> None:
        self.parents: dict[str, str | None] = {}
        self.kinds: dict[str, str] = {}
        self.numbers: dict[str, Numbers] = {}
        self.bounds: dict[str, float] = {}
        for frame in map(select_standing, frames):
            self.parents |= column(frame, "counted_in").to_dict()
            self.kinds |= column(frame, "kind").to_dict()
            names = ("people_min", "people_best", "people_max")
            for record, *cells in zip(frame.index, *(column(frame, name) for name in names), strict=True):
                low, best, high = (None if is_missing(cell) else float(cell) for cell in cells)
                if low is not None:
                    self.numbers[record] = (low, low if best is None else best, high)
                elif high is not None:
                    self.bounds[record] = high
        self.parents = without_rings(self.parents)

    def held(self, shown: Iterable[str]) -> set[str]:
        """Return the shown events that a wider one, shown and with a number, holds."""
        return held_by(shown, parents=self.parents, numbers=self.numbers)

    def tops(self, shown: Iterable[str]) -> dict[str, Part]:
        """Return what is counted under each top of the tree."""
        return count_tops(
            shown,
            parents=self.parents,
            numbers=self.numbers,
            bounds=self.bounds,
            kinds=self.kinds,
            limits=self.numbers,
        )

    def range_of(self, shown: Iterable[str]) -> PeopleRange:
        """Return the range of the events shown."""
        shown = list(shown)
        parts = self.tops(shown).values()
        counted = {record for part in parts for record in part.records}
        silent = {record for record in shown if record not in self.numbers and record not in self.bounds}
        return PeopleRange(
            low=round(sum(part.low for part in parts)),
            best=round(sum(part.best for part in parts)),
            high=round(sum(part.high for part in parts)),
            open_above=any(part.open_above for part in parts),
            records=tuple(sorted(counted)),
            held=tuple(sorted(set(shown) - counted - silent)),
            without_number=tuple(sorted(silent)),
        )


def counting_dates(events: pd.DataFrame) -> pd.Series:
    """Return the date under which each event counts, as written: `date_end`, else `date`, else None."""
    ends, starts = column(events, "date_end"), column(events, "date")
    return ends.where(ends.notna(), starts)


def _keys(events: pd.DataFrame, by: str) -> pd.Series:
    if by in ADDED:
        keys = counting_dates(events).map(lambda text: text[: 4 if by == "year" else 7] if text else "")
    elif by == "place":
        compounds, places = column(events, "compound"), column(events, "place")
        keys = compounds.where(compounds.notna(), places)
    else:
        keys = column(events, by)
    return keys.map(lambda key: "" if key is None else key)
