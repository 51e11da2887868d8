"""How near each reach of the river is to each compound, whatever the date."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from moeiwatch.analysis.records import column, select_standing

METRES = 32647
"""EPSG code of UTM zone 47N, in which distances are measured."""

DECAY_KM = 10.0
"""Kilometres over which the weight of a compound falls to 1 / e (37 percent). Our judgement: most people of
the KK Park raid came over opposite it (se-029), groups were met 8 km off (se-033), and one 39 km downstream
(se-032, by the town's point). 5 and 20 km are tried in the sensitivity table."""

UNKNOWN_PRECISION_M = 20_000.0
"""Metres. Radius for a compound without a stated precision: the widest that placing by words has needed
here."""

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


def _distances(lines: np.ndarray, points: np.ndarray) -> np.ndarray:
    return shapely.distance(lines[:, None], shapely.points(points)[None, :])


def _disc(rings: int = 3, spokes: int = 8) -> np.ndarray:
    """Return points that cover a disc of radius 1 evenly: rings of equal area, each turned a little."""
    radii = np.sqrt((np.arange(rings) + 0.5) / rings)
    turns = [2 * np.pi * (np.arange(spokes) + ring / rings) / spokes for ring in range(rings)]
    return np.concatenate(
        [np.column_stack([r * np.cos(t), r * np.sin(t)]) for r, t in zip(radii, turns, strict=True)]
    )
