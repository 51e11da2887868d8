"""How near each reach of the river is to compounds that are at work: exposure, from 0 (none near) towards
1."""

from collections.abc import Iterable
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from moeiwatch.analysis.records import column, select_standing
from moeiwatch.analysis.river.openness import open_compounds
from moeiwatch.analysis.sites import doubtful_sites, site_of, twin_targets

METRES = 32647
"""EPSG code of UTM zone 47N, in which distances are measured."""

DECAY_KM = 10.0
"""Kilometres over which the weight of a compound falls to 1 / e (37 percent). Our judgement: most people of
the KK Park raid came over opposite it (se-029), groups were met 8 km off (se-033), and one 39 km downstream
(se-032, by the town's point). 5 and 20 km are tried in the sensitivity table."""

HALF_EXPOSURE = 2.0
"""Sites. So many sites right on a reach give half of the full exposure: with one more site the exposure
always grows and never reaches 1. Our judgement; it fixes the scale, not the order of the reaches."""

UNKNOWN_PRECISION_M = 20_000.0
"""Metres. Radius for a compound without a stated precision: the widest that placing by words has needed
here."""

DOUBTFUL = 0.5
"""Weight, no unit, of a possible twin in the best value: as likely a place of its own as not."""

LEAST_SHARE = 0.02
"""No unit. A compound with less weight on a reach is not named as contributing to it."""

POSITIONS = ("spread", "point", "precise")
PRECISE_M = 5_000.0
"""Metres. Compounds with a larger radius are left out where `positions` is "precise"."""


def reach_nearness(
    river_reaches: gpd.GeoDataFrame,
    compounds: gpd.GeoDataFrame,
    *,
    decay_km: float = DECAY_KM,
    positions: str = "spread",
) -> dict[str, pd.DataFrame]:
    """Return how near each reach is to each compound, whatever the date: exp(-distance / decay), from 0 to 1.

    A compound lies somewhere in its precision circle. ``best`` is the mean over the circle, ``low`` takes its
    far side and ``high`` its near side, so an imprecise position spreads its weight and widens the band.
    Distances run straight, from point to the nearest point of the reach, in EPSG:32647.

    Parameters
    ----------
    positions : "spread" as said; "point" as if every point were exact; "precise" leaves out what is not
        placed within `PRECISE_M`. The last two are for the sensitivity table.

    Returns
    -------
    dict of ``low``, ``best``, ``high`` to a DataFrame, index reach id, columns compound id; NaN for a reach
    that has no line. Compounds without a point, withdrawn or merged ones are left out.
    """
    if positions not in POSITIONS:
        raise ValueError(f"positions is one of {', '.join(POSITIONS)}, not {positions!r}")
    placed = select_standing(compounds)
    placed = placed[~(placed.geometry.isna() | placed.geometry.is_empty)]
    radius = pd.to_numeric(column(placed, "precision_m")).fillna(UNKNOWN_PRECISION_M).to_numpy(float)
    if positions == "precise":
        placed, radius = placed[radius <= PRECISE_M], radius[radius <= PRECISE_M]
    spread = 0.0 if positions == "point" else 1.0
    projected = placed.geometry.to_crs(METRES)
    points = np.column_stack([projected.x, projected.y])
    lines = river_reaches.geometry.to_crs(METRES).to_numpy()
    radius = spread * radius
    centre = _distances(lines, points)
    samples = np.stack([_distances(lines, points + step[None, :] * radius[:, None]) for step in _disc()])
    weights = {
        "low": np.exp(-(centre + radius) / (1000.0 * decay_km)),
        "best": np.exp(-samples / (1000.0 * decay_km)).mean(axis=0),
        "high": np.exp(-np.maximum(centre - radius, 0.0) / (1000.0 * decay_km)),
    }
    return {
        name: pd.DataFrame(values, index=river_reaches.index, columns=placed.index)
        for name, values in weights.items()
    }


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
    line),
    ``compounds`` (ids that contribute to ``best``, heaviest first) and ``weights`` (theirs, 0 to 1).
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


def _distances(lines: np.ndarray, points: np.ndarray) -> np.ndarray:
    return shapely.distance(lines[:, None], shapely.points(points)[None, :])


def _disc(rings: int = 3, spokes: int = 8) -> np.ndarray:
    """Return points that cover a disc of radius 1 evenly: rings of equal area, each turned against the
    last."""
    radii = np.sqrt((np.arange(rings) + 0.5) / rings)
    turns = [2 * np.pi * (np.arange(spokes) + ring / rings) / spokes for ring in range(rings)]
    return np.concatenate(
        [np.column_stack([r * np.cos(t), r * np.sin(t)]) for r, t in zip(radii, turns, strict=True)]
    )
