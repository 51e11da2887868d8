"""Reports before and after a month, by side and basis."""

import pandas as pd

from moeiwatch.analysis.growth import monthly_reports

SIDES = ("built", "torn_down")


def before_and_after(construction_reports: pd.DataFrame, *, pivot: str, months: int) -> pd.DataFrame:
    """Return which reports of building and of tearing down lie before a month, and from it on.

    Reports, not buildings: where more people look, more is reported. What is dated by year only is in
    neither, nor is a report that tells of no works (`moeiwatch.analysis.works`).

    Parameters
    ----------
    pivot : the first month (YYYY-MM) of the time after.
    months : length of each of both times.

    Returns
    -------
    DataFrame, index (``side``: built, torn_down; ``basis``: claimed, observed, not_stated), columns
    ``before`` and ``after``: lists of the ids counted, oldest month first.
    """
    reports = monthly_reports(construction_reports, construction_reports.iloc[:0])
    reports = reports[(reports["month"] != "").to_numpy(bool)]
    distance = pd.Series([_months_between(pivot, month) for month in reports["month"]], index=reports.index)
    inside = {"before": distance.between(-months, -1), "after": distance.between(0, months - 1)}
    index = pd.MultiIndex.from_product(
        [SIDES, ("claimed", "observed", "not_stated")], names=["side", "basis"]
    )
    found = {when: {cell: [] for cell in index} for when in inside}
    for when, chosen in inside.items():
        for row in reports[chosen.to_numpy(bool)].itertuples():
            if (row.side, row.basis) in index:
                found[when][row.side, row.basis] += row.records
    return pd.DataFrame({when: pd.Series(cells, dtype=object) for when, cells in found.items()}, index=index)


def _months_between(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
