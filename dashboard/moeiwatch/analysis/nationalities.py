"""Who the people were, by country, as far as it was published."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from moeiwatch.analysis.counting import Part, chain, count_tops
from moeiwatch.analysis.counting_period import ALL_YEARS, Period, place_events
from moeiwatch.analysis.event_tree import EventTree
from moeiwatch.analysis.records import column


@dataclass(frozen=True)
class Coverage:
    """For how many of the people counted a nationality is on record.

    Attributes
    ----------
    people : persons counted, best value.
    known : persons of these with a nationality on record, best value.
    share : known / people, 0 to 1; None where nobody is counted.
    """

    people: int
    known: int
    share: float | None


def people_by_nationality(
    events: pd.DataFrame, *, among: pd.DataFrame | None = None, period: Period = ALL_YEARS
) -> pd.DataFrame:
    """Return how many people of each country left compounds, where a source gave nationalities.

    Counted by the rule of `moeiwatch.analysis.counting`, for each country by itself: an event that names the
    country counts, unless a wider event shown names it too. A wider event without nationalities lets those
    within it stand. Countries of few people are better covered than others, since their embassies tell.

    A person has one country here, but reports overlap: the rows of several countries can add up to more
    people than a wider event has, so they **must not be added**. For a share see `nationality_coverage`.

    Parameters
    ----------
    events, among, period : as in `moeiwatch.analysis.tally.people_range`.

    Returns
    -------
    DataFrame, index ``nationality`` (ISO 3166-1 alpha-2), columns ``low``, ``best``, ``high`` (persons),
    ``open_above`` (True where an event counted is open upwards, so that high is what it gives at least) and
    ``records`` (ids counted); most people first.
    """
    tree, _, by_country = _read(events, among, period)
    rows = {}
    for country, numbers in by_country.items():
        parts = _parts(tree, numbers).values()
        rows[country] = {
            "low": round(sum(part.low for part in parts)),
            "best": round(sum(part.best for part in parts)),
            "high": round(sum(part.high for part in parts)),
            "open_above": any(part.open_above for part in parts),
            "records": tuple(sorted(record for part in parts for record in part.records)),
        }
    names = ["low", "best", "high", "open_above", "records"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=names)
    table.index.name = "nationality"
    return table.sort_index().sort_values("best", ascending=False, kind="stable")


def nationality_coverage(
    events: pd.DataFrame, *, among: pd.DataFrame | None = None, period: Period = ALL_YEARS
) -> Coverage:
    """Return for what share of the people counted a nationality is on record.

    Top by top of the counting tree. Where the reports of one kind under a top add up to more people than it
    has, they overlap, and each is taken down in the same proportion, those that name no country as well: so a
    report of thousands without a country lowers the share. Of several kinds a country has its largest, as
    everywhere, and all countries together never more than the people of the top.

    Parameters
    ----------
    events, among, period : as in `moeiwatch.analysis.tally.people_range`.
    """
    tree, shown, by_country = _read(events, among, period)
    people = {top: part.best for top, part in tree.tops(shown).items()}
    told = _people_told(tree, shown, {record for numbers in by_country.values() for record in numbers})
    known = dict.fromkeys(people, 0.0)
    for numbers in by_country.values():
        for top, part in _parts(tree, numbers).items():
            whole = {kind: max(best, told[top].kinds.get(kind, 0.0)) for kind, best in part.kinds.items()}
            taken = [best * min(1.0, people[top] / whole[kind]) for kind, best in part.kinds.items() if best]
            known[top] += max(taken, default=0.0)
    total = sum(people.values())
    sure = sum(min(known[top], people[top]) for top in people)
    return Coverage(round(total), round(sure), sure / total if total else None)


def _read(events: pd.DataFrame, among: pd.DataFrame | None, period: Period):
    tree = EventTree(events if among is None else among, events)
    placed = place_events(events, tree, period=period)
    shown = sorted(placed.inside - placed.already)
    by_country: dict[str, dict[str, float]] = {}
    for record, published in column(events.loc[shown], "nationalities").items():
        for country, number in (published or {}).items():
            by_country.setdefault(country, {})[record] = float(number)
    return tree, shown, by_country


def _people_told(tree: EventTree, shown: Iterable[str], naming: set[str]) -> dict[str, Part]:
    """Return how many people the reports under each top tell of, whether they name a country or not.

    Counted are the reports that name a country; and of the others those within which none does, unless one
    of both holds them. No wider event limits them.
    """
    above = {wider for record in naming for wider in chain(record, tree.parents)[1:]}
    telling = {record for record in shown if record in naming or record not in above}
    people = {record: tree.numbers[record][1] for record in telling & tree.numbers.keys()}
    return _count(tree, telling, people)


def _parts(tree: EventTree, numbers: dict[str, float]) -> dict[str, Part]:
    """Return how many people of one country are counted under each top.

    Of an event that gives only an upper bound, nobody is sure to belong here.
    """
    sure = {record: number for record, number in numbers.items() if record in tree.numbers}
    return _count(tree, set(numbers), sure, {one: numbers[one] for one in numbers.keys() - sure.keys()})


def _count(
    tree: EventTree, records: set[str], numbers: dict[str, float], bounds: dict[str, float] | None = None
) -> dict[str, Part]:
    ranges = {
        record: (number, number, None if tree.numbers[record][2] is None else number)
        for record, number in numbers.items()
    }
    return count_tops(
        records, parents=tree.parents, numbers=ranges, bounds=bounds or {}, kinds=tree.kinds, limits={}
    )
