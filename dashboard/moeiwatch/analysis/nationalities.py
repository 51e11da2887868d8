"""Who the people were, by country, as far as it was published."""

from dataclasses import dataclass

import pandas as pd

from moeiwatch.analysis.counting import count_tops
from moeiwatch.analysis.records import column, select_standing
from moeiwatch.analysis.tally import EventTree


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


def people_by_nationality(events: pd.DataFrame, *, among: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return how many people of each country left compounds, where a source gave nationalities.

    Counted by the rule of `moeiwatch.analysis.counting`, for each country by itself: an event that names the
    country counts, unless a wider event shown names it too. A wider event without nationalities lets those
    within it stand. Countries of few people are better covered than others, since their embassies tell.

    Returns
    -------
    DataFrame, index ``nationality`` (ISO 3166-1 alpha-2), columns ``low``, ``best``, ``high`` (persons),
    ``records`` (ids counted); most people first. Countries share no people, so rows may be added, as far as
    sources agree.
    """
    tree, _, by_country = _read(events, among)
    rows = {}
    for country, numbers in by_country.items():
        parts = _parts(tree, numbers).values()
        rows[country] = {
            "low": round(sum(part.low for part in parts)),
            "best": round(sum(part.best for part in parts)),
            "high": round(sum(part.high for part in parts)),
            "records": tuple(sorted(record for part in parts for record in part.records)),
        }
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["low", "best", "high", "records"])
    table.index.name = "nationality"
    return table.sort_index().sort_values("best", ascending=False, kind="stable")


def nationality_coverage(events: pd.DataFrame, *, among: pd.DataFrame | None = None) -> Coverage:
    """Return for what share of the people counted a nationality is on record.

    Top by top of the counting tree, and never more than the people counted there.
    """
    tree, shown, by_country = _read(events, among)
    people = {top: part.best for top, part in tree.tops(shown).items()}
    known = dict.fromkeys(people, 0.0)
    for numbers in by_country.values():
        for top, part in _parts(tree, numbers).items():
            known[top] += part.best
    total = sum(people.values())
    sure = sum(min(known[top], people[top]) for top in people)
    return Coverage(round(total), round(sure), sure / total if total else None)


def _read(events: pd.DataFrame, among: pd.DataFrame | None):
    standing = select_standing(events)
    by_country: dict[str, dict[str, float]] = {}
    for record, published in column(standing, "nationalities").items():
        for country, number in (published or {}).items():
            by_country.setdefault(country, {})[record] = float(number)
    return EventTree(events if among is None else among, events), list(standing.index), by_country


def _parts(tree: EventTree, numbers: dict[str, float]):
    return count_tops(
        numbers,
        parents=tree.parents,
        # Of an event that gives only an upper bound, nobody is sure to belong here.
        numbers={record: (number,) * 3 for record, number in numbers.items() if record in tree.numbers},
        bounds={record: number for record, number in numbers.items() if record not in tree.numbers},
        kinds=tree.kinds,
        limits={},
    )
