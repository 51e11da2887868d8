"""The outlook: this month and the next five."""

from datetime import date

import geopandas as gpd
import pandas as pd

from moeiwatch.analysis.records import months_later
from moeiwatch.analysis.river.crossing_risk import risk_from
from moeiwatch.analysis.river.exposure import exposure_from
from moeiwatch.analysis.river.low_water import low_water_by_month
from moeiwatch.analysis.river.nearness import reach_nearness

LENGTH = 6
"""Months, the present one included."""


def outlook_months(as_of: date) -> list[str]:
    """Return this month and the next five as YYYY-MM.

    Examples
    --------
    >>> outlook_months(date(2025, 10, 31))
    ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03']
    """
    first = as_of.replace(day=1)
    return [months_later(first, ahead).strftime("%Y-%m") for ahead in range(LENGTH)]


def outlook(
    river_reaches: gpd.GeoDataFrame, compounds: gpd.GeoDataFrame, hydrology: pd.DataFrame, *, as_of: date
) -> pd.DataFrame:
    """Return the crossing risk of each reach for this month and the next five.

    No forecast of weather or of compounds: an ordinary year's water, and the compounds known on the day. What
    is not confirmed again by a coming month loses its sureness there, which lowers ``low``.

    Returns
    -------
    DataFrame, index (``reach``, ``month`` as YYYY-MM), columns ``low``, ``best``, ``high`` (of 100) and
    ``class``.
    """
    nearness = reach_nearness(river_reaches, compounds)
    low_water = low_water_by_month(hydrology)
    parts = []
    for ahead, month in enumerate(outlook_months(as_of)):
        day = max(as_of, months_later(as_of.replace(day=1), ahead))
        exposure = exposure_from(nearness, compounds, as_of=day)
        water = low_water.loc[[int(month[5:])]].set_axis(pd.Index([month], name="month"))
        parts.append(risk_from(exposure, water))
    risk = pd.concat(parts)
    order = pd.MultiIndex.from_product([river_reaches.index, outlook_months(as_of)], names=["reach", "month"])
    return risk.reindex(order)
