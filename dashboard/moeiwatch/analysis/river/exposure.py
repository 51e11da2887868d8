"""How near each reach of the river is to compounds at work: exposure, from 0 (none near) towards 1."""

from collections.abc import Iterable
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd

from moeiwatch.analysis.river.nearness import DECAY_KM, reach_nearness
from moeiwatch.analysis.river.openness import open_compounds
from moeiwatch.analysis.sites import doubtful_sites, site_of, twin_targets

HALF_EXPOSURE = 2.0
"""Sites. So many sites right on a reach give half of the full exposure: with one more site the exposure
always grows and never reaches 1. Our judgement; it fixes the scale, not the order of the reaches."""

DOUBTFUL = 0.5
"""Weight, no unit, of a possible twin in the best value: as likely a place of its own as not."""

LEAST_SHARE = 0.02
"""No unit. A compound with less weight on a reach is not named as contributing to it."""


def reach_exposure(
    river_reaches: gpd.GeoDataFrame,
    compounds: gpd.GeoDataFrame,
    *,
    as_of: date,
    decay_km: float = DECAY_KM,
    positions: str = "spread",
) -> pd.DataFrame:
    """Return the exposure of each reach to compounds that were at work, or not known to be closed, on a day.

    See `reach_nearness` for distance and `open_compounds` for the day, `exposure_from` for how sites are put
    together.

    Returns
    -------
    DataFrame, index reach id, columns ``low``, ``best``, ``high`` (0 to 1, NaN only for a reach without a
    line), ``compounds`` (ids that contribute to ``best``, heaviest first) and ``weights`` (theirs, 0 to 1).
    """
    nearness = reach_nearness(river_reaches, compounds, decay_km=decay_km, positions=positions)
    return exposure_from(nearness, compounds, as_of=as_of)


def exposure_from(nearness: dict[str, pd.DataFrame], compounds: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """Return the exposure by reach on a day out of a nearness that was worked out before.

    - Parts are not counted twice: a site weighs as much as the nearest of its open parts.
    - A possible twin of a site that is open counts half in ``best``, not at all in ``low``, in full in
      ``high``.
    - The weights of all sites are added (S) and become S / (S + `HALF_EXPOSURE`), which grows with every
      site.
    """
    columns = nearness["best"].columns
    open_by = open_compounds(compounds.loc[columns], as_of=as_of)
    sites = site_of(compounds).reindex(columns)
    factors = _twin_factors(compounds, sites, open_by)
    result = {}
    for name, weights in nearness.items():
        weighed = weights * (open_by[name] * factors[name])
        site_weights = weighed.T.groupby(sites.to_numpy()).max().T
        total = site_weights.sum(axis=1, skipna=False)
        result[name] = total / (total + HALF_EXPOSURE)
    exposure = pd.DataFrame(result)
    exposure["compounds"], exposure["weights"] = _contributions(
        nearness["best"], open_by["best"] * factors["best"]
    )
    return exposure


def _twin_factors(compounds: pd.DataFrame, sites: pd.Series, open_by: pd.DataFrame) -> pd.DataFrame:
    open_sites = set(sites[open_by["best"] > 0])
    targets = twin_targets(compounds)
    doubtful = {site for site in doubtful_sites(compounds) if targets[site] & open_sites}
    is_doubtful = sites.isin(doubtful).to_numpy()
    values = {
        "low": np.where(is_doubtful, 0.0, 1.0),
        "best": np.where(is_doubtful, DOUBTFUL, 1.0),
        "high": 1.0,
    }
    return pd.DataFrame(values, index=sites.index)


def _contributions(nearness: pd.DataFrame, factor: pd.Series) -> tuple[list[list[str]], list[list[float]]]:
    weights = (nearness * factor).to_numpy()
    ids = nearness.columns.to_numpy()
    names, amounts = [], []
    for row in weights:
        order: Iterable[int] = [i for i in np.argsort(-row, kind="stable") if row[i] >= LEAST_SHARE]
        names.append([str(ids[i]) for i in order])
        amounts.append([round(float(row[i]), 3) for i in order])
    return names, amounts
