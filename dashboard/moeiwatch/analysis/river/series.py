"""Which hydrology records can tell the river's year, and how each becomes a depth of water by month."""

import numpy as np
import pandas as pd

from moeiwatch.analysis.records import column, select_standing

MONTHS = range(1, 13)

WEIGHTS = {
    "water_level_cm": ("level", 4.0),
    "discharge_m3_s": ("flow", 4.0),
    "runoff_mcm": ("flow", 2.0),
    "runoff_share_percent": ("flow", 2.0),
    "rainfall_mm": ("rain", 1.0),
}
"""How a variable is read, and its weight in the best value (no unit; our judgement: a gauge in a river counts
twice as much as the runoff of a basin, and that twice as much as rain at a station). Other variables (days
with rain, the rain of one day, the height of one flood over the bank) say nothing of the water in an ordinary
month."""

STATISTICS = ("mean", "median")
"""Highest and lowest values are no ordinary month."""

DEPTH_EXPONENT = 0.40
"""No unit. Depth at a cross section grows as flow to this power: mean of Leopold and Maddock (1953), The
Hydraulic Geometry of Stream Channels, USGS Professional Paper 252. Not measured on the Moei."""

RECESSION_PER_MONTH = 0.76
"""Share of a river's flow that is left after a month without rain. From the Thai part of the Salween basin,
whose runoff falls from 779 (November) to 202 million m3 (April): (202 / 779) ** (1 / 5)."""

EVAPORATION_MM_PER_MONTH = 120.0
"""Rain of a month that goes back to the air before any reaches the river: 4 mm a day, the middle of the 3 to
5 mm that FAO Irrigation and Drainage Paper 56 (table 2, from general knowledge) gives for the humid tropics
at 20 degrees."""

SPIN_UP_YEARS = 30
"""Turns of the year after which what is left of a first guess is under one part in 10 ** 40."""


def hydrology_series(hydrology: pd.DataFrame) -> pd.DataFrame:
    """Return what each hydrology record is used for, and why not if it is not.

    Returns
    -------
    DataFrame, index id, columns ``name``, ``kind`` (level, flow, rain, or None), ``weight`` (0 if not used),
    ``used`` and ``reason`` (a sentence, "" where used).
    """
    standing = select_standing(hydrology)
    names = column(standing, "name")
    rows = {}
    flows: list[set[str]] = []
    for record, (variable, statistic, months, sources) in _cells(standing):
        kind, weight = WEIGHTS.get(variable, (None, 0.0))
        reason = _refusal(kind, statistic, months)
        if not reason and variable == "runoff_share_percent" and any(set(sources) & other for other in flows):
            reason = "It restates another series of the same source as shares of the year."
        if not reason and variable == "runoff_mcm":
            flows.append(set(sources))
        rows[record] = (names[record], kind, 0.0 if reason else weight, not reason, reason)
    columns = ["name", "kind", "weight", "used", "reason"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns).reindex(standing.index)
    return table.astype({"name": object, "kind": object, "weight": float, "used": bool, "reason": object})


def relative_depths(hydrology: pd.DataFrame) -> pd.DataFrame:
    """Return the water of each used series by month, in a unit of its own that grows as depth does.

    Levels are taken as they are; flow to the power `DEPTH_EXPONENT`; rain first runs through a linear
    reservoir, so that the river lags the rain by months. Only the order and the spacing of the months mean
    anything.

    Returns
    -------
    DataFrame, index month 1 to 12, one column a series; without a usable series it has no column.
    """
    series = hydrology_series(hydrology)
    used = series[series["used"]]
    months = column(hydrology, "months")
    return pd.DataFrame(
        {record: _depths(used.at[record, "kind"], month_values(months[record])) for record in used.index},
        index=pd.Index(MONTHS, name="month"),
        dtype=float,
    )


def month_values(months: object) -> np.ndarray:
    """Return twelve floats, NaN where a month is not known or the cell is no list of twelve."""
    values = np.full(12, np.nan)
    if isinstance(months, list | tuple | np.ndarray) and len(months) == 12:
        values[:] = [np.nan if value is None else float(value) for value in months]
    return values


def reservoir_outflow(rain_mm: np.ndarray) -> np.ndarray:
    """Return the flow by month out of a linear reservoir fed by the rain that does not evaporate.

    flow(month) = r flow(month before) + (1 - r) max(rain - evaporation, 0), the same year over and over, with
    r = `RECESSION_PER_MONTH`. A month drier than the evaporation adds nothing and takes nothing from the
    ground.

    Parameters
    ----------
    rain_mm : twelve values, mm a month, none missing.
    """
    feed = (1 - RECESSION_PER_MONTH) * np.maximum(rain_mm - EVAPORATION_MM_PER_MONTH, 0.0)
    flow = np.zeros(12)
    last = 0.0
    for _ in range(SPIN_UP_YEARS):
        for month in range(12):
            last = RECESSION_PER_MONTH * last + feed[month]
            flow[month] = last
    return flow


def _cells(frame: pd.DataFrame):
    names = ("variable", "statistic", "months", "sources")
    cells = [column(frame, name) for name in names]
    rows = [(record, tuple(cell[record] for cell in cells)) for record in frame.index]
    # Volumes first, so that the shares made from them are known as such, whatever the order of the records.
    rows.sort(key=lambda row: row[1][0] == "runoff_share_percent")
    return [
        (record, (variable, statistic, months, sources or []))
        for record, (variable, statistic, months, sources) in rows
    ]


def _refusal(kind: str | None, statistic: object, months: object) -> str:
    if kind is None:
        return "What it measures does not tell the water of an ordinary month."
    if statistic not in STATISTICS:
        return "It holds highest or lowest values, not an ordinary month."
    values = month_values(months)
    if np.isnan(values).any():
        known = int((~np.isnan(values)).sum())
        return f"Only {known} of 12 months are known; the low and the high may be missing."
    depths = _depths(kind, values)
    if np.ptp(depths) <= 1e-9 * max(abs(depths).max(), 1e-300):
        return "All its months are alike."
    return ""


def _depths(kind: str, values: np.ndarray) -> np.ndarray:
    if kind == "level":
        return values
    flow = reservoir_outflow(values) if kind == "rain" else values
    return np.maximum(flow, 0.0) ** DEPTH_EXPONENT
