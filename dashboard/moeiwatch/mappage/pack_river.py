"""The river for the page: low water by month, exposure of the reaches by date, and the reasons."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from moeiwatch.analysis.records import column, select_standing
from moeiwatch.analysis.river import (
    danger_by_month,
    exposure_from,
    low_water_by_month,
    low_water_months,
    reach_nearness,
)
from moeiwatch.analysis.river.crossing_risk import CLASSES, HIGH_WATER_SHARE, LEAST
from moeiwatch.analysis.river.exposure import LEAST_SHARE
from moeiwatch.analysis.river.openness import open_compounds
from moeiwatch.data.geodata import Geodata

ENDS = ("low", "best", "high")


def river_pack(geodata: Geodata, *, as_of: date) -> dict[str, Any]:
    """Return what the page needs to colour the reaches for any month and date, and to say why.

    The page multiplies exposure and season itself (`risk_from` says how); everything else is worked out here.
    Exposure changes with the compounds at work, so it is given for each month at whose end it differs from
    that of the month before.
    """
    reaches, compounds = geodata.layers["river_reaches"], select_standing(geodata.layers["compounds"])
    hydrology = geodata.layers["hydrology"]
    low_water = low_water_by_month(hydrology)
    danger = danger_by_month(hydrology, season_evidence=geodata.layers["season_evidence"])
    return {
        "least": LEAST,
        "high_water_share": HIGH_WATER_SHARE,
        "classes": [{"id": name, "from": edge} for name, edge in CLASSES],
        "low_water": _ends(low_water, 3),
        "low_months": low_water_months(hydrology),
        "danger": _ends(danger, 0),
        **_exposures(reaches, compounds, as_of=as_of),
    }


def _exposures(reaches: pd.DataFrame, compounds: pd.DataFrame, *, as_of: date) -> dict[str, list]:
    """Return ``near`` (by reach: place and nearness of the compounds that can matter) and ``months``.

    Each of ``months`` has the month from which it holds, exposure by reach and ``counts``: place and factor
    of the compounds that count then. Nearness times factor is a compound's weight on a reach.
    """
    if not len(reaches) or not compounds.geometry.notna().any():
        return {"near": [], "months": []}
    nearness = reach_nearness(reaches, compounds)
    best = nearness["best"]
    places = {record: number for number, record in enumerate(compounds.index)}
    values, columns = best.to_numpy(), {name: number for number, name in enumerate(best.columns)}
    months: list[dict] = []
    open_before = None
    for end in _month_ends(compounds, as_of=as_of):
        open_now = open_compounds(compounds, as_of=end)
        if open_before is not None and open_now.equals(open_before):
            continue
        open_before = open_now
        exposure = exposure_from(nearness, compounds, as_of=end)
        counts = {}
        for row, names, weights in zip(values, exposure["compounds"], exposure["weights"], strict=True):
            for name, weight in zip(names, weights, strict=True):
                counts[places[name]] = round(float(weight / row[columns[name]]), 2)
        entry = {**_ends(exposure, 3), "counts": sorted(counts.items())}
        if not months or any(months[-1][key] != entry[key] for key in entry):
            months.append({"month": end.year * 12 + end.month - 1, **entry})
    near = [
        [[places[name], round(float(value), 2)] for name, value in row.items() if value >= LEAST_SHARE]
        for _, row in best.iterrows()
    ]
    return {"near": near, "months": months}


def _month_ends(compounds: pd.DataFrame, *, as_of: date) -> list[date]:
    """Return the ends of the months in which a compound may begin or cease to count, and today."""
    years = [
        int(cell[:4])
        for name in ("first_reported", "status_as_of")
        for cell in column(compounds, name)
        if isinstance(cell, str)
    ]
    ends = []
    for year in range(min(years, default=as_of.year) - 3, as_of.year + 1):
        for month in range(1, 13):
            first_of_next = date(year + month // 12, month % 12 + 1, 1)
            ends.append(first_of_next - timedelta(days=1))
    return [end for end in ends if end < as_of] + [as_of]


def _ends(frame: pd.DataFrame, decimals: int) -> dict[str, list[float | None]]:
    return {
        name: [None if np.isnan(value) else round(float(value), decimals) for value in frame[name]]
        for name in ENDS
    }
