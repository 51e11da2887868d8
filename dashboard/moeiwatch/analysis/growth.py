"""What was reported built, torn down and got out, month by month: the series of the timeline chart."""

import pandas as pd

from moeiwatch.analysis.buildings import DONE, report_series
from moeiwatch.analysis.event_tree import EventTree
from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import happened_spans
from moeiwatch.analysis.records import column, select_standing
from moeiwatch.analysis.works import works_sides


def monthly_reports(
    construction_reports: pd.DataFrame,
    rescue_events: pd.DataFrame,
    *,
    mode: str = "happened",
    sources: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return how many reports there are of building, of tearing down and of people getting out, by month and
    basis.

    Counts of reports, not of buildings or people: much-watched months have more. What is a report of building
    or of tearing down is declared in `moeiwatch.analysis.works`. A report stands in the month in which its
    period ends; one that is dated by year only, or spans more than a year, stands in no month
    but in a row of its own with the month "".

    Parameters
    ----------
    mode : "happened", or "known": by the month in which each can first have been public.
    sources : dates of publication, for mode "known".

    Returns
    -------
    DataFrame, one row a month, side and basis that has any: ``month`` (YYYY-MM, or ""), ``side`` (built,
    torn_down, people), ``basis``, ``reports`` (number) and ``records`` (ids).
    """
    parts = []
    for frame, sides_of in (
        (construction_reports, works_sides),
        (rescue_events, lambda events: ["people"] * len(events)),
    ):
        standing = select_standing(frame)
        parts.append(
            pd.DataFrame(
                {
                    "month": _months(standing, mode=mode, sources=sources),
                    "side": sides_of(standing),
                    "basis": column(standing, "basis").fillna("not_stated").tolist(),
                    "record": standing.index,
                }
            )
        )
    table = pd.concat(parts, ignore_index=True)
    table = table[table["side"].notna()]
    groups = table.groupby(["month", "side", "basis"], sort=True)["record"]
    return groups.agg(reports="size", records=list).reset_index()


def monthly_people(
    rescue_events: pd.DataFrame, *, mode: str = "happened", sources: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return how many people each event that lies within one month brought out, by month and kind.

    The monthly picture behind a yearly number: running totals over many months are no event of a month and
    are left out, and events that a wider one *of the same month and kind* holds are not counted again. Kinds
    overlap, and so do months (raided in October, flown home in November): rows **must not be added**. For
    numbers that may be, see `moeiwatch.analysis.tally.people_by`.

    Parameters
    ----------
    mode : "happened", or "known": the same events, each in the month in which it can first have been public.
    sources : dates of publication, for mode "known".

    Returns
    -------
    DataFrame, one row a month and kind: ``month`` (YYYY-MM), ``kind``, ``low``, ``best``, ``high`` (persons)
    and
    ``records`` (ids counted).
    """
    standing = select_standing(rescue_events)
    spans = happened_spans(standing)
    dated = spans["start"].notna()
    standing, spans = standing[dated.to_numpy()], spans[dated]
    first, last = (spans[name].map(lambda day: day.strftime("%Y-%m")) for name in ("start", "end"))
    inside = standing[(first == last).to_numpy()]
    tree, rows = EventTree(rescue_events), []
    months = pd.Series(_months(inside, mode=mode, sources=sources), index=inside.index, dtype=object)
    for (month, kind), group in inside.groupby([months, column(inside, "kind")], sort=True):
        people = tree.range_of(group.index)
        if month and people.records:
            rows.append((month, kind, people.low, people.best, people.high, list(people.records)))
    return pd.DataFrame(rows, columns=["month", "kind", "low", "best", "high", "records"])


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
    months = begun if mode == "happened" else _months(standing, mode=mode, sources=sources)
    table.insert(0, "month", months)
    return table


def building_series(construction_reports: pd.DataFrame, *, compound: str) -> pd.DataFrame:
    """Return the numbers of buildings reported down or damaged at one compound over time, claimed beside
    observed.

    Running totals and states of a day, each metric a line of its own; no targets, parts, sums or repetitions.
    A line that falls back (148 claimed on 12 November 2025, 110 on the day after) is drawn as it was said.

    Returns
    -------
    DataFrame, index report id, in order of time: ``start``, ``end`` (datetime64: the days that its date can
    mean),
    ``observed``, ``basis``, ``metric``, ``role``, ``value`` (buildings), ``kind``, ``place``, ``sources``.
    """
    series = report_series(construction_reports)
    chosen = (
        (series["compound"] == compound)
        & (series["unit"] == "buildings")
        & series["kind"].isin(["demolition", "damage"])
        & series["role"].isin([role for role in DONE if role != "count"])
    )
    names = ["start", "end", "observed", "basis", "metric", "role", "value", "kind", "place", "sources"]
    return series.loc[chosen.to_numpy(bool), names]


def _months(frame: pd.DataFrame, *, mode: str, sources: pd.DataFrame | None) -> list[str]:
    if mode == "known":
        spans = known_spans(frame, sources=sources)
        pairs = zip(spans["start"], spans["end"], strict=True)
        return ["" if a is None or b is None or (b - a).days > 31 else a.strftime("%Y-%m") for a, b in pairs]
    spans, months = happened_spans(frame), []
    for start, end in zip(spans["start"], spans["end"], strict=True):
        months.append("" if start is None or (end - start).days > 366 else end.strftime("%Y-%m"))
    begins, ends = ("observed", "observed_end") if "observed" in frame else ("date", "date_end")
    last = column(frame, ends).where(column(frame, ends).notna(), column(frame, begins))
    return ["" if text is None or len(text) < 7 else month for text, month in zip(last, months, strict=True)]
