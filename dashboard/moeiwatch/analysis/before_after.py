"""Reports of works before a month, from it on, and across it.

- A report stands in the month in which the works that it tells of end.
- It is *before* if they end in the months before the cut, and *after* if they begin and end in the months
  from the cut on.
- One whose works begin before the cut and end from it on is neither: which of them lie before and which
  after is not told. It stands apart, however long it is.
- What is dated by year only is in none of these. Nor is a report that tells of no works
  (`moeiwatch.analysis.works`).
"""

import pandas as pd

from moeiwatch.analysis.report_spans import report_spans

SIDES = ("built", "torn_down")
WHENS = ("before", "after", "across")


def before_and_after(construction_reports: pd.DataFrame, *, pivot: str, months: int) -> pd.DataFrame:
    """Return which reports of building and of tearing down lie before a month, from it on, and across it.

    Reports, not buildings: where more people look, more is reported.

    Parameters
    ----------
    pivot : the first month (YYYY-MM) of the time after.
    months : length of each of both times.

    Returns
    -------
    DataFrame, index (``side``: built, torn_down; ``basis``: claimed, observed, not_stated), columns
    ``before``, ``after`` and ``across`` (began before, ended in the time after): lists of the ids counted, in
    order of their end.
    """
    spans = report_spans(construction_reports)
    spans = spans[(spans["reach"] != "vague").to_numpy(bool)].sort_values("end", kind="stable")
    cut = pd.Period(pivot, freq="M")
    begin, end = (spans[name].dt.to_period("M") for name in ("start", "end"))
    ends_after = end.between(cut, cut + months - 1)
    inside = {
        "before": end.between(cut - months, cut - 1),
        "after": ends_after & (begin >= cut),
        "across": ends_after & (begin < cut),
    }
    index = pd.MultiIndex.from_product(
        [SIDES, ("claimed", "observed", "not_stated")], names=["side", "basis"]
    )
    found = pd.DataFrame({when: [[] for _ in index] for when in WHENS}, index=index, dtype=object)
    for when, chosen in inside.items():
        for report, row in spans[chosen.to_numpy(bool)].iterrows():
            if (row["side"], row["basis"]) in index:
                found.at[(row["side"], row["basis"]), when].append(report)
    return found
