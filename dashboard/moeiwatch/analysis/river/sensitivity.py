"""How much the classes of crossing risk hang on what was chosen: decay length, series, positions."""

from datetime import date

import geopandas as gpd
import pandas as pd

from moeiwatch.analysis.river.crossing_risk import crossing_risk
from moeiwatch.analysis.river.low_water import low_water_by_month
from moeiwatch.analysis.river.nearness import DECAY_KM, PRECISE_M
from moeiwatch.analysis.river.series import hydrology_series

DECAYS_KM = (5.0, 10.0, 20.0)


def variations(hydrology: pd.DataFrame) -> dict[str, dict]:
    """Return what is tried instead of the choices made: words, and the arguments of `crossing_risk`."""
    series = hydrology_series(hydrology)
    used = series.index[series["used"]]
    tried = {f"Decay length {km:g} km": {"decay_km": km} for km in DECAYS_KM if km != DECAY_KM}
    if len(used) > 1:
        tried |= {f"Low water from {record} alone": {"series": [record]} for record in used}
    return tried | {
        "Positions taken as exact": {"positions": "point"},
        f"Positions known to {PRECISE_M / 1000:g} km only": {"positions": "precise"},
    }


def sensitivity(
    river_reaches: gpd.GeoDataFrame, compounds: gpd.GeoDataFrame, hydrology: pd.DataFrame, *, as_of: date
) -> pd.DataFrame:
    """Return the share of reaches that change class when one choice is made otherwise.

    Returns
    -------
    DataFrame, index ``variation`` (words), columns ``lowest_month`` and ``highest_month`` (share of reaches,
    0 to 1, that change class in the month of the lowest and of the highest water), ``all_months`` (share of
    reaches and months) and ``mean_change`` (of 100: mean of the change in the best value over all reaches and
    months). Empty without a reach or where low water is not known.
    """
    columns = ["lowest_month", "highest_month", "all_months", "mean_change"]
    best = low_water_by_month(hydrology)["best"]
    if not len(river_reaches) or best.isna().any():
        return pd.DataFrame(columns=columns).rename_axis("variation")
    base = crossing_risk(river_reaches, compounds, hydrology, as_of=as_of)
    rows = {}
    for words, arguments in variations(hydrology).items():
        other = crossing_risk(river_reaches, compounds, hydrology, as_of=as_of, **arguments)
        changed = (other["class"] != base["class"]).unstack("month")
        rows[words] = {
            "lowest_month": changed[best.idxmax()].mean(),
            "highest_month": changed[best.idxmin()].mean(),
            "all_months": changed.to_numpy().mean(),
            "mean_change": (other["best"] - base["best"]).mean(),
        }
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns).rename_axis("variation")
