"""Danger to the person who crosses: high water and floods. Never mixed with crossing risk."""

import pandas as pd

from moeiwatch.analysis.records import column, parse_cell, select_standing
from moeiwatch.analysis.river.low_water import low_water_by_month
from moeiwatch.analysis.river.series import month_values

LEAST = 15.0
"""Of 100. Never safe: in February 2022 people waded through chest-deep water (se-002), and in water deeper
than 1.2 m or faster than 0.8 m/s adults are in trouble (se-101). Our judgement."""

FLOOD_HIGH = 95.0
"""Of 100. Upper end of the band in a month for which a flood is on record. Our judgement."""

FLOOD_VARIABLES = ("water_level_above_bank_m", "water_level_cm", "rainfall_24h_mm")


def danger_by_month(hydrology: pd.DataFrame, *, season_evidence: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return how dangerous the water is to a person who crosses, by month of an ordinary year.

    danger = LEAST + (100 - LEAST) x (1 - low water). One value for the whole river, as low water is. It says
    nothing of how likely people are to be moved across (see `crossing_risk`), and no month is safe.

    Parameters
    ----------
    season_evidence : the layer; its records of season "flood", and the single flood readings among the
        hydrology records, mark a month and stretch the upper end of its band to at least `FLOOD_HIGH`.

    Returns
    -------
    DataFrame, index ``month`` 1 to 12, columns ``low``, ``best``, ``high`` (of 100; NaN without a usable
    series) and ``floods`` (ids of the records of floods in that month, in any year).
    """
    low_water = low_water_by_month(hydrology)
    ends = {"low": "high", "best": "best", "high": "low"}
    danger = pd.DataFrame(
        {name: LEAST + (100.0 - LEAST) * (1.0 - low_water[end]) for name, end in ends.items()}
    )
    floods = flood_records(hydrology, season_evidence=season_evidence)
    danger["floods"] = [floods[month] for month in danger.index]
    marked = danger["floods"].map(bool) & danger["high"].notna()
    danger.loc[marked, "high"] = danger.loc[marked, "high"].clip(lower=FLOOD_HIGH)
    return danger


def flood_records(
    hydrology: pd.DataFrame, *, season_evidence: pd.DataFrame | None = None
) -> dict[int, list[str]]:
    """Return the ids of the records that tell of a flood, by month (1 to 12); none where no month is told."""
    found: dict[int, list[str]] = {month: [] for month in range(1, 13)}
    readings = select_standing(hydrology)
    variable, statistic = column(readings, "variable"), column(readings, "statistic")
    for record, months in column(readings, "months").items():
        if variable[record] in FLOOD_VARIABLES and statistic[record] == "max":
            for month, value in enumerate(month_values(months), start=1):
                if value == value:  # not NaN
                    found[month].append(record)
    if season_evidence is not None:
        standing = select_standing(season_evidence)
        floods = standing[(column(standing, "season") == "flood").to_numpy(bool)]
        for record, text in column(floods, "date").items():
            when = parse_cell(text)
            if when is not None and when.precision != "year":
                found[when.start.month].append(record)
    return found
