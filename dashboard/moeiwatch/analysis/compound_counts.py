"""How many compounds there are: by several rules, side by side, and what others have published."""

import pandas as pd

from moeiwatch.analysis.records import column, select_standing
from moeiwatch.analysis.sites import folded_sites, site_of

PUBLISHED_METRIC = "compounds_count"
"""`metric` of the construction reports that give a published total of compounds."""

RULES = {
    "records": ("Records", "Every compound, part, casino and named cluster that has a record."),
    "sites": (
        "Sites",
        "Parts folded into the compound or cluster that holds them, be that one shown or not.",
    ),
    "distinct_sites": (
        "Sites, possible twins folded",
        "Sites without those that may be another one under a second name, one fold per record: one that may "
        "be any of several others does not fold those into each other.",
    ),
}


def compound_counts(compounds: pd.DataFrame, *, among: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the number of compounds by each rule.

    No one of these is *the* number of compounds: a cluster may hold many, and a site may have no record.
    Beside them belong the totals of others (`published_counts`), which follow rules of their own.

    A filter that hides a whole and shows its parts counts one site, for which the first part stands; see
    `moeiwatch.analysis.sites`.

    Parameters
    ----------
    compounds : those shown; withdrawn and merged ones are left out.
    among : the whole layer, in which hidden wholes and possible twins are looked up; by default only
        `compounds`.

    Returns
    -------
    DataFrame, index ``rule`` (records, sites, distinct_sites), columns ``title``, ``definition``, ``count``
    and ``records`` (ids of records shown, one for each that is counted).
    """
    layer = compounds if among is None else among
    sites = site_of(compounds, among=layer)
    folded = folded_sites(sites, among=layer)
    counted = {
        "records": list(sites.index),
        "sites": _one_each(sites, sites),
        "distinct_sites": _one_each(folded, sites),
    }
    rows = {
        rule: {
            "title": title,
            "definition": definition,
            "count": len(counted[rule]),
            "records": counted[rule],
        }
        for rule, (title, definition) in RULES.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table.index.name = "rule"
    return table


def _one_each(groups: pd.Series, sites: pd.Series) -> list[str]:
    """Return one record of each group, in their order: that which names it, else the first of its site."""
    kept: dict[str, tuple[bool, bool, int, str]] = {}
    for place, (record, group) in enumerate(groups.items()):
        rank = (record != group, sites[record] != group, place, record)
        kept[group] = min(kept.get(group, rank), rank)
    return [record for *_, record in sorted(kept.values(), key=lambda rank: rank[2])]


def published_counts(construction_reports: pd.DataFrame) -> pd.DataFrame:
    """Return the totals of compounds that others have published, newest observation first.

    They differ in area and rule, which their summaries tell, and are never added or averaged.

    Returns
    -------
    DataFrame, index report id, columns ``value``, ``value_max`` (upper end of a range, else missing),
    ``value_qualifier`` (its hedge, None without one), ``place``, ``observed``, ``published``, ``method``,
    ``summary``,
    ``confidence``, ``sources``.
    """
    standing = select_standing(construction_reports)
    chosen = standing[(column(standing, "metric") == PUBLISHED_METRIC).to_numpy(bool)]
    hedges = ("value_max", "value_qualifier")
    names = ("value", *hedges, "place", "observed", "published", "method", "summary", "confidence", "sources")
    table = pd.DataFrame({name: column(chosen, name) for name in names}, index=chosen.index)
    for name in ("value", "value_max"):
        table[name] = pd.to_numeric(table[name]).astype("Int64")
    return table.sort_values("observed", ascending=False, kind="stable", na_position="last")


def published_range(published: pd.DataFrame) -> tuple[int, int, bool]:
    """Return the lowest and the highest of published totals, and whether the highest is open upwards.

    The upper end of a range ('30 to 50') counts; a total of 'more than' or 'at least' is open upwards.

    Parameters
    ----------
    published : rows of `published_counts`, at least one.
    """
    highs = published["value_max"].fillna(published["value"])
    is_open = published["value_qualifier"].isin(["more_than", "at_least"]).to_numpy(bool)
    highest = (highs == highs.max()).to_numpy(bool)
    return int(published["value"].min()), int(highs.max()), bool(is_open[highest].any())
