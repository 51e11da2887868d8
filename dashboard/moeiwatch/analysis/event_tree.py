"""The events of some frames as a tree, from which any part of them can be counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from moeiwatch.analysis.counting import Numbers, Part, count_tops, held_by, top_of_each, without_rings
from moeiwatch.analysis.overlaps import people_twice
from moeiwatch.analysis.records import column, is_missing, parse_cell, select_standing


@dataclass(frozen=True)
class PeopleRange:
    """A number of people and what it rests on.

    Attributes
    ----------
    low, best, high : persons. Where `open_above`, high is what the records give at least.
    open_above : True if a record counted is open upwards ('over 200').
    records : ids of the events that were counted, sorted.
    held : ids of events that these, or wider events before the period, already hold, sorted.
    without_number : ids of events that give no number at all, sorted. They are not zero.
    kinds : kinds of the tops under which they were counted, sorted: of hidden ones as well.
    twice : persons of `low` who may be counted twice, since a record says that it may hold some of the people
        of another; see `moeiwatch.analysis.overlaps`.
    """

    low: int
    best: int
    high: int
    open_above: bool = False
    records: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    without_number: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    twice: int = 0


class EventTree:
    """The events of one or more frames as a tree."""

    def __init__(self, *frames: pd.DataFrame) -> None:
        self.parents: dict[str, str | None] = {}
        self.kinds: dict[str, str] = {}
        self.dates: dict[str, str | None] = {}
        self.numbers: dict[str, Numbers] = {}
        self.bounds: dict[str, float] = {}
        self.overlaps: set[tuple[str, str]] = set()
        for frame in map(select_standing, frames):
            self.parents |= column(frame, "counted_in").to_dict()
            self.kinds |= column(frame, "kind").to_dict()
            self.dates |= counting_dates(frame).to_dict()
            self.overlaps |= {
                (min(record, other), max(record, other))
                for record, others in column(frame, "overlaps").items()
                for other in others or ()
            }
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

    def range_of(self, shown: Iterable[str], *, already: Iterable[str] = ()) -> PeopleRange:
        """Return the range of the events shown.

        Parameters
        ----------
        already : those of them whose people were counted before; they are held and count no more.
        """
        shown = set(shown)
        tops = self.tops(shown - set(already))
        parts = tops.values()
        counted = {record for part in parts for record in part.records}
        silent = {record for record in shown if record not in self.numbers and record not in self.bounds}
        return PeopleRange(
            low=round(sum(part.low for part in parts)),
            best=round(sum(part.best for part in parts)),
            high=round(sum(part.high for part in parts)),
            open_above=any(part.open_above for part in parts),
            records=tuple(sorted(counted)),
            held=tuple(sorted(shown - counted - silent)),
            without_number=tuple(sorted(silent)),
            kinds=tuple(sorted({self.kinds.get(top) or "" for top, part in tops.items() if part.records})),
            twice=round(
                people_twice(
                    tops, self.overlaps, parents=self.parents, numbers=self.numbers, bounds=self.bounds
                )
            ),
        )

    def dates_of_tops(self, shown: Iterable[str]) -> dict[str, str]:
        """Return for each event shown the date under which the top of its tree counts, "" if none is dated.

        That of the top itself, where it is shown. A top that is hidden keeps its own date if that lies
        between the dates of the events counted in its place, else it takes the latest of these.
        """
        shown = set(shown)
        families: dict[str, list[str]] = {}
        for record, top in top_of_each(shown, self.parents).items():
            families.setdefault(top, []).append(record)
        dates = {}
        for top, part in self.tops(shown).items():
            own = self.dates.get(top)
            if top not in shown:
                counted = sorted(filter(None, map(self.dates.get, part.records or families[top])), key=_end)
                is_between = counted and own and _end(counted[0]) <= _end(own) <= _end(counted[-1])
                own = own if is_between else counted[-1] if counted else None
            dates |= dict.fromkeys(families[top], own or "")
        return dates


def counting_dates(events: pd.DataFrame) -> pd.Series:
    """Return the date under which each event counts, as written: `date_end`, else `date`, else None."""
    ends, starts = column(events, "date_end"), column(events, "date")
    return ends.where(ends.notna(), starts)


def _end(text: str) -> date:
    moment = parse_cell(text)
    return moment.end if moment else date.min
