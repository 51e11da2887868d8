"""How low the river runs in each month of an ordinary year: one index for the whole river."""

import pandas as pd

from moeiwatch.analysis.river.series import MONTHS, hydrology_series, relative_depths

LOW_FROM = 0.8
"""Months whose best value reaches this (of 0 to 1) are called low-water months. With the series at hand:
February to May. Our judgement: it parts the four months that runoff and rain agree on from January and
June."""

LEAST_HALF_BAND = 0.10
"""Of 0 to 1. Mean years are all that is known: the water of one year differs from the mean by an amount that
no series here tells. Our judgement."""

LEAST_HALF_BAND_ALONE = 0.20
"""Of 0 to 1. The same where one series stands alone and no other can contradict it."""


def low_water_by_month(hydrology: pd.DataFrame, *, series: list[str] | None = None) -> pd.DataFrame:
    """Return how near to its lowest the river is in each month of an ordinary year.

    1 is the lowest month of the year, 0 the highest, by relative depth. The same for every reach: nothing is
    known of how the Moei differs along its course. It does not say how deep the water is, nor that anyone can
    wade.

    Parameters
    ----------
    hydrology : the layer; each record one series (see `hydrology_series` for which are used and why).
    series : ids to use instead of all usable ones, for the sensitivity table.

    Returns
    -------
    DataFrame, index ``month`` 1 to 12, columns ``low``, ``best``, ``high``, 0 to 1. ``best`` is the weighted
    mean of the series, the band runs from the lowest to the highest of them and is at least `LEAST_HALF_BAND`
    wide on each side. Without any usable series all values are NaN: unknown stays unknown.
    """
    values = low_water_by_series(hydrology)
    if series is not None:
        values = values[[record for record in values.columns if record in set(series)]]
    weights = hydrology_series(hydrology)["weight"].reindex(values.columns)
    if values.empty:
        return pd.DataFrame(
            float("nan"), index=pd.Index(MONTHS, name="month"), columns=["low", "best", "high"]
        )
    best = values.mul(weights).sum(axis=1) / weights.sum()
    least = LEAST_HALF_BAND if values.shape[1] > 1 else LEAST_HALF_BAND_ALONE
    low = values.min(axis=1).combine(best - least, min)
    high = values.max(axis=1).combine(best + least, max)
    return pd.DataFrame({"low": low, "best": best, "high": high}).clip(0.0, 1.0)


def low_water_by_series(hydrology: pd.DataFrame) -> pd.DataFrame:
    """Return the low-water index by month of each usable series alone.

    Returns
    -------
    DataFrame, index ``month`` 1 to 12, one column a series, each from 0 (its highest month) to 1 (its
    lowest).
    """
    depths = relative_depths(hydrology)
    return 1.0 - (depths - depths.min()) / (depths.max() - depths.min())


def low_water_months(hydrology: pd.DataFrame) -> list[int]:
    """Return the months (1 to 12) to shade as low water on every chart; empty if nothing is known."""
    best = low_water_by_month(hydrology)["best"]
    return [int(month) for month in best.index[best >= LOW_FROM]]
