"""The river's year: low water, exposure, crossing risk, danger, outlook, and what speaks against them.

Two indices run opposite ways and are never mixed: **crossing risk**, the likelihood that people are moved
across a reach (highest at low water near compounds), and **danger** to the person who crosses (highest at
high water). Neither says that a place can be waded: no depth, width or velocity of the Moei is known.
"""

from moeiwatch.analysis.river.crossing_risk import crossing_risk, risk_from
from moeiwatch.analysis.river.danger import danger_by_month
from moeiwatch.analysis.river.exposure import exposure_from, reach_exposure
from moeiwatch.analysis.river.low_water import low_water_by_month, low_water_by_series, low_water_months
from moeiwatch.analysis.river.nearness import reach_nearness
from moeiwatch.analysis.river.outlook import outlook, outlook_months
from moeiwatch.analysis.river.series import hydrology_series

__all__ = [
    "crossing_risk",
    "danger_by_month",
    "exposure_from",
    "hydrology_series",
    "low_water_by_month",
    "low_water_by_series",
    "low_water_months",
    "outlook",
    "outlook_months",
    "reach_exposure",
    "reach_nearness",
    "risk_from",
]
