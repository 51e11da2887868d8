"""Buildings and areas: which reported values may be added, and what was claimed beside what was observed."""

import re

import pandas as pd

from moeiwatch.analysis.records import column, parse_cell, select_standing

ROLES = (
    ("part", re.compile(r"_zone_[0-9a-z]+$|^demolished_by_")),
    ("target", re.compile(r"target|planned|permitted")),
    ("declared", re.compile(r"declared|itemised")),
    ("rounded", re.compile(r"_rounded$")),
    ("outside", re.compile(r"^thai_")),
    ("running", re.compile(r"_cumulative$")),
    (
        "count",
        re.compile(r"^(demolished_buildings|structures_built|large_buildings_completed)$"),
    ),
)
"""What a metric is, by its name, the first that fits:

- ``part``: a share of another record (one zone, one means of demolition); never added to the whole.
- ``target``: a plan or a permit, round figures or not; nothing that was done.
- ``declared``: how many there were on the site, as somebody declared or listed them; no count of works.
- ``rounded``: a running total said again in round figures; kept out.
- ``outside``: damage on the Thai bank, not in a compound.
- ``running``: a running total; the last one stands for all.
- ``count``: separate works; may be added.

Any other metric is a ``state`` seen on a day: the last one stands, and nothing is added. So a metric that is
new to this list can be shown at once and cannot inflate a sum.

A running total of another extent is a ``part`` too, whatever its name: see `report_series`."""

VALUE = ("value", "value_max", "value_qualifier")
"""Columns of what a report measured: the number, the upper end of a range, the word that hedges it."""

DOWN = ("demolition", "damage")
"""Kinds of the reports that tell of buildings down or damaged."""

STATE = "state"
DONE = ("running", "count", STATE)


def metric_role(metric: str | None) -> str | None:
    """Return what a metric is (see `ROLES`); None where there is none.

    Examples
    --------
    >>> metric_role("demolished_buildings_cumulative"), metric_role("buildings_targeted")
    ('running', 'target')
    """
    if not isinstance(metric, str):
        return None
    return next((role for role, pattern in ROLES if pattern.search(metric)), STATE)


def report_series(construction_reports: pd.DataFrame) -> pd.DataFrame:
    """Return every report that has a value, with the role of its metric, in order of time.

    A report stands under the day it speaks of: `observed_end`, else `observed`. A partial date sorts by its
    first day, so that a total dated '2026-01' does not pass for the last one of that month.

    A running total of one zone is no step of that of the whole. Where running totals of one compound, metric
    and basis are told of several places, one whose place holds the name of another place and more ('KK Park
    Zone A' beside 'KK Park') is of another extent, and a ``part``. A report without a place is of the whole.

    Returns
    -------
    DataFrame, index report id, columns ``compound``, ``place``, ``kind``, ``metric``, ``role``, ``basis``,
    ``value``, ``value_max``, ``value_qualifier`` (upper end and hedge, missing without them), ``unit``,
    ``observed`` (as written), ``start``, ``end`` (days, datetime64; NaT if not dated), ``sources``.
    """
    standing = select_standing(construction_reports)
    names = ("compound", "place", "kind", "metric", "basis", *VALUE, "unit", "sources")
    table = pd.DataFrame({name: column(standing, name) for name in names}, index=standing.index)
    ends, starts = column(standing, "observed_end"), column(standing, "observed")
    table["observed"] = ends.where(ends.notna(), starts)
    spans = table["observed"].map(parse_cell)
    table["start"] = pd.to_datetime(spans.map(lambda span: span and span.start))
    table["end"] = pd.to_datetime(spans.map(lambda span: span and span.end))
    table["value"], table["value_max"] = (pd.to_numeric(table[name]) for name in ("value", "value_max"))
    table = table[table["value"].notna()]
    table["role"] = table["metric"].map(metric_role).mask(_of_other_extent(table), "part")
    return table.sort_values(["start", "end", "value"], kind="stable", na_position="first")


def _of_other_extent(table: pd.DataFrame) -> pd.Series:
    """Tell which running totals are of a place that is named by another one's name and more."""
    found = pd.Series(False, index=table.index)
    running = table[(table["metric"].map(metric_role) == "running").to_numpy(bool)]
    for _, alike in running.groupby(["compound", "metric", "basis"], dropna=False):
        places = alike["place"].dropna().astype(str).str.casefold()
        for record, place in places.items():
            found[record] = any(other != place and other in place for other in places)
    return found


def metric_totals(construction_reports: pd.DataFrame) -> pd.DataFrame:
    """Return what was reported in total by metric and basis, compound by compound.

    Only metrics of separate works (role ``count``) are added; of running totals and states the last one
    stands. Targets, declared sizes, parts and rounded repetitions appear under their role, with their last
    value, and belong in no sum.

    Returns
    -------
    DataFrame, index a running number, columns ``compound`` (None where the report has none; then ``place``),
    ``metric``, ``role``, ``unit``, ``basis``, ``value``, ``value_max``, ``value_qualifier``, ``observed`` (of
    the last), ``reports`` (how many), ``records`` (ids that give the value).
    """
    series = report_series(construction_reports)
    where = series["compound"].where(series["compound"].notna(), series["place"]).fillna("")
    rows = []
    for (_, metric, unit, basis, role), group in series.groupby(
        [where, "metric", "unit", "basis", "role"], sort=True, dropna=False
    ):
        last, added = group.iloc[-1], role == "count"
        rows.append(
            {
                "compound": last["compound"],
                "place": last["place"],
                "metric": metric,
                "role": role,
                "unit": unit,
                "basis": basis,
                **dict(zip(VALUE, _sum(group) if added else last[list(VALUE)], strict=True)),
                "observed": last["observed"],
                "reports": len(group),
                "records": list(group.index) if added else [group.index[-1]],
            }
        )
    names = [
        "compound",
        "place",
        "metric",
        "role",
        "unit",
        "basis",
        *VALUE,
        "observed",
        "reports",
        "records",
    ]
    return pd.DataFrame(rows, columns=names)


def _sum(reports: pd.DataFrame) -> tuple[float, float | None, str | None]:
    """Return the sum of values, that of their upper ends if any has one, and a hedge true of the sum."""
    highs = reports["value_max"]
    most = highs.fillna(reports["value"]).sum() if highs.notna().any() else None
    hedges = set(reports["value_qualifier"].dropna())
    if len(reports) == 1 or not hedges:
        hedge = next(iter(hedges), None)
    else:
        hedge = "at_least" if hedges <= {"at_least", "more_than"} else "about"
    return reports["value"].sum(), most, hedge


def demolition_side_by_side(construction_reports: pd.DataFrame) -> pd.DataFrame:
    """Return the buildings reported down or damaged: what was claimed beside what was observed, by compound.

    Of each metric and basis the last word; only what was done, so no targets, sizes, parts or repetitions.
    Rows of different metrics speak of different things (destroyed, damaged, sealed) and are never added or
    subtracted.

    Returns
    -------
    As `metric_totals`, rows of unit ``buildings`` from reports of kind ``demolition`` or ``damage``; by
    compound, then claimed before observed.
    """
    standing = select_standing(construction_reports)
    chosen = column(standing, "kind").isin(DOWN) & (column(standing, "unit") == "buildings")
    totals = metric_totals(standing[chosen.to_numpy(bool)])
    done = totals[totals["role"].isin(DONE).to_numpy(bool)]
    return done.sort_values(["compound", "place", "basis", "metric"], kind="stable").reset_index(drop=True)


def parts_of_total(total: pd.Series, table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that make up a total: of the same place, basis and day, which add up to exactly it.

    A total of 109 'destroyed or damaged' is 31 destroyed and 78 damaged: whoever reads it should see which.

    Parameters
    ----------
    total : a row of `table`.
    table : as `demolition_side_by_side` gives it.

    Returns
    -------
    Rows of the table; none where nothing adds up to the total.
    """
    alike = table.drop(index=total.name)
    for name in ("compound", "place", "basis", "observed"):
        alike = alike[(alike[name] == total[name]).to_numpy(bool)]
    return alike if len(alike) > 1 and alike["value"].sum() == total["value"] else alike.iloc[:0]
