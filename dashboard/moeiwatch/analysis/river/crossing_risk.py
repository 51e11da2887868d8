"""Crossing risk: how likely people are to be moved across a reach in a month. Not how easy a place is."""

from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd

from moeiwatch.analysis.river.exposure import reach_exposure
from moeiwatch.analysis.river.low_water import low_water_by_month
from moeiwatch.analysis.river.nearness import DECAY_KM

LEAST = 1.0
"""Of 100. People cross the Moei in every month and along all of it, so the index never falls to zero."""

HIGH_WATER_SHARE = 0.4
"""No unit. Share of the risk that stays at the highest water: boats, inner tubes and piers work through the
rains (season_evidence se-011 to se-014), and the largest waves of 2025 came in October. Our judgement."""

CLASSES = (("lower", 0.0), ("raised", 25.0), ("high", 50.0), ("very high", 75.0))
"""Name of a class and the value (of 100) from which it holds. Fixed: they do not move with the data."""

UNKNOWN = "unknown"


def crossing_risk(
    river_reaches: gpd.GeoDataFrame,
    compounds: gpd.GeoDataFrame,
    hydrology: pd.DataFrame,
    *,
    as_of: date,
    decay_km: float = DECAY_KM,
    positions: str = "spread",
    series: list[str] | None = None,
) -> pd.DataFrame:
    """Return the crossing risk of each reach in each month, for the compounds as they stood on a day.

    The likelihood that people are moved across there, judged from low water (the same for the whole river)
    and nearness to compounds. It says nothing of how a reach can be crossed, and of no place within it; for
    how dangerous the water is to the person who crosses see `danger_by_month`, which runs the other way.

    Parameters
    ----------
    as_of : the day on which compounds are looked at.
    decay_km, positions, series : see `reach_exposure` and `low_water_by_month`; other than the defaults only
        for the sensitivity table.

    Returns
    -------
    DataFrame, index (``reach``, ``month`` 1 to 12), columns ``low``, ``best``, ``high`` (of 100) and
    ``class``. Where low water or the reach's line is not known, the numbers are NaN and the class is
    "unknown".
    """
    exposure = reach_exposure(river_reaches, compounds, as_of=as_of, decay_km=decay_km, positions=positions)
    return risk_from(exposure, low_water_by_month(hydrology, series=series))


def risk_from(exposure: pd.DataFrame, low_water: pd.DataFrame) -> pd.DataFrame:
    """Return the crossing risk out of exposure by reach and low water by month, both 0 to 1 with low, best,
    high.

    risk = LEAST + (100 - LEAST) x exposure x (s + (1 - s) x low water), with s = `HIGH_WATER_SHARE`.
    """
    index = pd.MultiIndex.from_product([exposure.index, low_water.index], names=["reach", "month"])
    values = {}
    for name in ("low", "best", "high"):
        season = HIGH_WATER_SHARE + (1 - HIGH_WATER_SHARE) * low_water[name].to_numpy(float)
        product = exposure[name].to_numpy(float)[:, None] * season[None, :]
        values[name] = (LEAST + (100.0 - LEAST) * product).ravel()
    risk = pd.DataFrame(values, index=index)
    risk["class"] = risk_classes(risk["best"])
    return risk


def risk_classes(values: pd.Series) -> np.ndarray:
    """Return the class of each value (of 100); "unknown" where it is NaN."""
    names = np.array([name for name, _ in CLASSES] + [UNKNOWN], dtype=object)
    edges = [edge for _, edge in CLASSES][1:]
    numbers = values.to_numpy(float)
    return names[np.where(np.isnan(numbers), len(CLASSES), np.digitize(np.nan_to_num(numbers), edges))]
