"""What was seen at the river, beside the model: every dated crossing by month, and whether they agree.

The evidence is thin, and biased to where reporters are and to what makes news. The largest waves of 2025
followed raids at high water. A correlation here tests the model against reports, not against crossings.
"""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from moeiwatch.analysis.event_tree import EventTree
from moeiwatch.analysis.periods import happened_spans
from moeiwatch.analysis.records import column, select_standing
from moeiwatch.analysis.river.low_water import low_water_by_month
from moeiwatch.analysis.tally import people_range

RIVER = re.compile(r"\b(Moei|Thaungyin|river|bank)\b", re.I)
"""Words by which the place of a rescue is at the river."""

STAYED = re.compile(r"^(?!.*Thailand).*\b(camp|Myawaddy|Myanmar|BGF|DKBA)\b", re.I)
"""Destinations of those who got out of a compound and not over the river."""

LONGEST_DAYS = 31
"""Days. What lasts longer is of no one month."""

DRAWS = 2000
SEED = 20251023
"""Bootstrap draws, and where their random numbers begin, so that the interval is the same each time."""


@dataclass(frozen=True)
class RankCorrelation:
    """Spearman's rank correlation of the months with reports with the low-water index.

    Attributes
    ----------
    rho : -1 to 1, two decimals; None with fewer than three months, with as many in each, or for a river that
        is not known.
    low, high : 95 percent interval, by drawing the reports again with replacement. It holds the chance of
        which reports were made, not the bias of where they were made.
    months : number of months of some year in which there is a report.
    """

    rho: float | None
    low: float | None
    high: float | None
    months: int


def crossing_statements(season_evidence: pd.DataFrame) -> pd.Series:
    """Return the month (YYYY-MM) of each dated statement that tells of people passing the water, by id.

    Those with `tells_of_crossing`; a statement dated by season or year only is of no one month and left out.
    """
    standing = select_standing(season_evidence)
    return _months(standing[(column(standing, "tells_of_crossing") == True).to_numpy(bool)])  # noqa: E712


def river_events(rescue_events: pd.DataFrame) -> pd.Series:
    """Return the month (YYYY-MM) of each escape over the river, and of each rescue at it, by id.

    Left out are events that a wider one of these holds (the running totals of one wave are one crossing, and
    people who are counted again later crossed but once), escapes that ended on the bank where they began, and
    handovers and repatriations over a bridge. The month is that of the beginning.
    """
    standing = select_standing(rescue_events)
    names = ("kind", "place", "destination")
    fits = [
        (kind == "escape" or (kind == "rescue" and bool(RIVER.search(place or "")) and "Bridge" not in place))
        and not STAYED.search(destination or "")
        for kind, place, destination in zip(*(column(standing, name) for name in names), strict=True)
    ]
    chosen = standing[fits]
    tree = EventTree(standing)
    return _months(chosen.loc[~chosen.index.isin(tree.held(chosen.index))])


def evidence_by_month(
    season_evidence: pd.DataFrame, rescue_events: pd.DataFrame, hydrology: pd.DataFrame
) -> pd.DataFrame:
    """Return what was reported at the river in each month of the year, over all years, beside the low-water
    index.

    Returns
    -------
    DataFrame, index ``month`` 1 to 12, columns ``low_water`` (best value), ``statements`` and ``events``
    (lists of ids), ``people`` (best value of the people in these events, each counted once) and
    ``most_in_one_event`` (persons: how much of that is one wave); both NA where no event tells a number.
    """
    statements, events = crossing_statements(season_evidence), river_events(rescue_events)
    spoken, happened = (months.str[5:].astype(int) for months in (statements, events))
    best = low_water_by_month(hydrology)["best"]
    rows = {}
    for month in best.index:
        ids = events.index[happened == month]
        counted = people_range(rescue_events.loc[ids])
        largest = pd.to_numeric(column(rescue_events.loc[list(counted.records)], "people_best")).max()
        rows[month] = {
            "low_water": best[month],
            "statements": statements.index[spoken == month].tolist(),
            "events": ids.tolist(),
            "people": counted.best if counted.records else None,
            "most_in_one_event": None if pd.isna(largest) else int(largest),
        }
    table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("month")
    return table.astype({"people": "Int64", "most_in_one_event": "Int64"})


def agreement(
    season_evidence: pd.DataFrame, rescue_events: pd.DataFrame, hydrology: pd.DataFrame
) -> RankCorrelation:
    """Return how the months with reports go with low water: the one number that is told anywhere.

    Reports are statements and events together, since both may tell of the same crossing. A month of a year
    counts once, however many reports it has, so that one much-reported wave does not decide.
    """
    months = pd.concat([crossing_statements(season_evidence), river_events(rescue_events)])
    return rank_correlation(months, hydrology)


def rank_correlation(months: pd.Series, hydrology: pd.DataFrame) -> RankCorrelation:
    """Return Spearman's rank correlation of the number of months with a report with low water.

    Parameters
    ----------
    months : month (YYYY-MM) of each report; each month of a year counts once.
    """
    best = low_water_by_month(hydrology)["best"]
    distinct = pd.Series(sorted({int(month[5:]) + 100 * int(month[:4]) for month in months}), dtype=int) % 100
    counts = distinct.value_counts().reindex(best.index, fill_value=0)
    if len(distinct) < 3 or best.isna().any():
        return RankCorrelation(None, None, None, len(distinct))
    draws = np.random.default_rng(SEED).multinomial(len(distinct), counts / len(distinct), size=DRAWS)
    rho = _spearman(counts.to_numpy()[None, :], best)[0]
    if np.isnan(rho):
        return RankCorrelation(None, None, None, len(distinct))
    low, high = np.nanpercentile(_spearman(draws, best), [2.5, 97.5])
    rho, low, high = (round(float(value), 2) + 0.0 for value in (rho, low, high))  # + 0.0: no minus zero
    return RankCorrelation(rho, low, high, len(distinct))


def _months(frame: pd.DataFrame) -> pd.Series:
    spans = happened_spans(frame)
    months = {
        record: start.strftime("%Y-%m")
        for record, start, end in zip(spans.index, spans["start"], spans["end"], strict=True)
        if start is not None and (end - start).days < LONGEST_DAYS
    }
    return pd.Series(months, dtype=str, name="month").rename_axis("id")


def _spearman(counts: np.ndarray, best: pd.Series) -> np.ndarray:
    ranks = pd.DataFrame(counts).rank(axis=1).to_numpy()
    water = best.rank().to_numpy()
    ranks, water = ranks - ranks.mean(axis=1, keepdims=True), water - water.mean()
    size = np.sqrt((ranks**2).sum(axis=1) * (water**2).sum())
    return np.divide(ranks @ water, size, out=np.full(len(ranks), np.nan), where=size > 0)
