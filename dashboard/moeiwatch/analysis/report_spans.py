"""Over which months a report of building or tearing down can speak: a bar, a line, or words alone."""

import pandas as pd

from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import happened_spans
from moeiwatch.analysis.records import column, parse_cell, select_standing
from moeiwatch.analysis.works import works_sides

REACHES = ("month", "months", "vague")


def report_spans(
    construction_reports: pd.DataFrame, *, mode: str = "happened", sources: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the days over which each report of building and of tearing down can speak.

    What is a report of building or of tearing down is declared in `moeiwatch.analysis.works`.

    Work "from March to September" is neither in March nor in September alone: it is one report over seven
    months. What is dated by a year, at either end, or not at all belongs to no month.

    Parameters
    ----------
    mode : "happened", or "known": the days on which each can first have been public.
    sources : dates of publication, for mode "known".

    Returns
    -------
    DataFrame, index report id, in order of time: ``side`` (built, torn_down), ``basis``, ``where`` (the
    compound's id, else the place in words), ``start`` and ``end`` (datetime64, both inclusive; NaT if not
    dated) and ``reach`` (month: all within one; months: dated by months, more than one; vague: dated by year,
    or not).
    """
    standing = select_standing(construction_reports)
    sides = pd.Series(works_sides(standing), index=standing.index, dtype=object)
    works = standing[sides.notna().to_numpy()]
    spans = _spans(works, mode=mode, sources=sources)
    table = pd.DataFrame(
        {
            "side": sides[works.index],
            "basis": column(works, "basis").fillna("not_stated"),
            "where": column(works, "compound").where(
                column(works, "compound").notna(), column(works, "place")
            ),
            "start": pd.to_datetime(spans["start"]),
            "end": pd.to_datetime(spans["end"]),
        },
        index=works.index,
    )
    same = (table["start"].dt.to_period("M") == table["end"].dt.to_period("M")).to_numpy(bool)
    is_vague = spans["precision"].isna() | (spans["precision"] == "year") | table["end"].isna()
    table["reach"] = [
        "vague" if vague else REACHES[not one] for vague, one in zip(is_vague, same, strict=True)
    ]
    return table.sort_values(["start", "end"], kind="stable")


def count_by_month(spans: pd.DataFrame) -> pd.DataFrame:
    """Return how many reports lie within each month, by side and basis.

    Parameters
    ----------
    spans : as `report_spans`; only those within one month are counted.

    Returns
    -------
    DataFrame: ``month`` (datetime64, its first day), ``side``, ``basis``, ``reports``.
    """
    inside = spans[(spans["reach"] == "month").to_numpy(bool)]
    months = inside["start"].dt.to_period("M").dt.to_timestamp().rename("month")
    return inside.groupby([months, "side", "basis"], sort=True).size().rename("reports").reset_index()


def _spans(works: pd.DataFrame, *, mode: str, sources: pd.DataFrame | None) -> pd.DataFrame:
    if mode != "known":
        return happened_spans(works)
    spans = known_spans(works, sources=sources)
    written = [parse_cell(text) for text in spans["known"]]
    return spans.assign(precision=[moment and moment.precision for moment in written])
