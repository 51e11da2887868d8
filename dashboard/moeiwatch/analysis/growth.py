"""Steps and buildings down through time: series of the chart of crackdown and construction."""

import pandas as pd

from moeiwatch.analysis.buildings import DONE, DOWN, report_series
from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.records import column, select_standing


def monthly_steps(
    interventions: pd.DataFrame, *, mode: str = "happened", sources: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the steps against the compounds, each with its month.

    A step stands in the month in which it began, or in mode "known" can first have been public; what is dated
    by year only has the month "".

    Returns
    -------
    DataFrame, index intervention id, columns ``month`` (YYYY-MM, or ""), ``date`` (as written: of the step),
    ``kind``, ``actor``, ``target``.
    """
    standing = select_standing(interventions)
    table = pd.DataFrame(
        {name: column(standing, name) for name in ("date", "kind", "actor", "target")}, index=standing.index
    )
    begun = [text[:7] if text and len(text) >= 7 else "" for text in table["date"]]
    months = begun if mode == "happened" else _months_known(standing, sources)
    table.insert(0, "month", months)
    return table


def building_series(construction_reports: pd.DataFrame, *, compound: str) -> pd.DataFrame:
    """Return the numbers of buildings reported down or damaged at one compound over time, claimed beside
    observed.

    Running totals and states of a day, each metric a line of its own; no targets, parts (running totals of
    one zone among them), sums or repetitions. A line that falls back is drawn as it was said.

    Returns
    -------
    DataFrame, index report id, in order of time: ``start``, ``end`` (datetime64: the days that its date can
    mean),
    ``observed``, ``basis``, ``metric``, ``role``, ``value`` (buildings), ``kind``, ``place``, ``sources``.
    """
    own = (column(construction_reports, "compound") == compound).to_numpy(bool)
    series = report_series(construction_reports[own])
    chosen = (
        (series["unit"] == "buildings")
        & series["kind"].isin(DOWN)
        & series["role"].isin([role for role in DONE if role != "count"])
    )
    names = ["start", "end", "observed", "basis", "metric", "role", "value", "kind", "place", "sources"]
    return series.loc[chosen.to_numpy(bool), names]


def _months_known(frame: pd.DataFrame, sources: pd.DataFrame | None) -> list[str]:
    spans = known_spans(frame, sources=sources)
    pairs = zip(spans["start"], spans["end"], strict=True)
    return ["" if a is None or b is None or (b - a).days > 31 else a.strftime("%Y-%m") for a, b in pairs]
