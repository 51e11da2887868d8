"""Reports before and after a month, by side and basis."""

import pandas as pd

from moeiwatch.analysis.growth import monthly_reports


def before_and_after(construction_reports: pd.DataFrame, *, pivot: str, months: int) -> pd.DataFrame:
    """Return how many reports of building and of tearing down lie before a month, and from it on.

    Counts of reports, not of buildings: where more people look, more is reported. What is dated by year only
    is in neither.

    Parameters
    ----------
    pivot : the first month (YYYY-MM) of the time after.
    months : length of each of both times.

    Returns
    -------
    DataFrame, index (``side``: built, torn_down; ``basis``: claimed, observed, not_stated), columns
    ``before`` and ``after``.
    """
    index = pd.MultiIndex.from_product(
        [("built", "torn_down"), ("claimed", "observed", "not_stated")], names=["side", "basis"]
    )
    reports = monthly_reports(construction_reports, construction_reports.iloc[:0])
    reports = reports[(reports["month"] != "").to_numpy(bool)]
    distance = [_months_between(pivot, month) for month in reports["month"]]
    counts = {}
    for when, inside in (
        ("before", [-months <= step < 0 for step in distance]),
        ("after", [0 <= step < months for step in distance]),
    ):
        counts[when] = (
            reports[inside].groupby(["side", "basis"])["reports"].sum().reindex(index, fill_value=0)
        )
    return pd.DataFrame(counts).astype(int)


def _months_between(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
