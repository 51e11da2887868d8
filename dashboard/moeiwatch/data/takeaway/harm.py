"""What may leave: only the columns of the schema, reaches of 5 km, crossings no finer than published.

The rule of geodata/README.md, 'Harm'. It stands between the frames and every download, so that a column that
somebody adds to a frame later (an index beside a crossing, a depth, a path) cannot leave by accident.
"""

from datetime import date

import geopandas as gpd
import pandas as pd
from shapely import Point

from moeiwatch.data.derived import DERIVED
from moeiwatch.data.schema import LayerSchema

LEAST_REACH_KM = 5.0
"""Nothing finer than a reach of so many kilometres along the river is given away."""

VILLAGE_DECIMALS = 2
"""Decimals of a degree (about 1.1 km) for an informal crossing that stands at no published village point."""

RISK_COLUMNS = (
    "reach",
    "from_km",
    "to_km",
    "month",
    "low",
    "best",
    "high",
    "class",
    "compounds_as_of",
    "means",
)
"""The columns of the table of crossing risk: no coordinates, no place, no crossing."""


def select_publishable(records: gpd.GeoDataFrame, *, schema: LayerSchema) -> gpd.GeoDataFrame:
    """Return records as they may be given away; the frame given is left as it is.

    Raises
    ------
    ValueError
        If a column is neither of the schema nor worked out for a view, or a reach of the river is shorter
        than `LEAST_REACH_KM`.
    """
    known = {*schema.properties, *DERIVED.get(schema.name, ()), "geometry"}
    foreign = [name for name in records.columns if name not in known]
    if foreign:
        raise ValueError(f"{schema.name}: not a column of the schema: {', '.join(foreign)}")
    if (
        schema.name == "river_reaches"
        and (records["to_km"] - records["from_km"] < LEAST_REACH_KM - 0.01).any()
    ):
        raise ValueError(f"a reach shorter than {LEAST_REACH_KM:g} km may not be given away")
    return _at_villages(records) if schema.name == "crossings" else records


RISK_MEANS = "likelihood that people are moved across near compounds, of 100; no advice on passage"
"""Stands in every row, so that it is not lost when rows are copied."""


def risk_rows(river_reaches: pd.DataFrame, risk: pd.DataFrame, *, as_of: date) -> pd.DataFrame:
    """Return the crossing risk by reach and month as a table to take along, from upstream to downstream.

    Always in the order of the river and the year, never by risk. The rows say how likely it is that people
    are moved across near compounds; not how a reach can be crossed, and of no place within it.

    Parameters
    ----------
    risk : as `moeiwatch.analysis.river.crossing_risk` returns it; other columns are left out.
    as_of : the day on which compounds were looked at.

    Returns
    -------
    DataFrame with `RISK_COLUMNS`; ``low``, ``best`` and ``high`` of 100, one decimal.
    """
    reaches = river_reaches.sort_values("from_km")
    if (reaches["to_km"] - reaches["from_km"] < LEAST_REACH_KM - 0.01).any():
        raise ValueError(f"a reach shorter than {LEAST_REACH_KM:g} km may not be given away")
    table = risk.reset_index()
    table = table[table["reach"].isin(reaches.index)]
    for name in ("from_km", "to_km"):
        table[name] = table["reach"].map(reaches[name])
    table = table.assign(compounds_as_of=as_of.isoformat(), means=RISK_MEANS)
    table = table.sort_values(["from_km", "month"], kind="stable")[list(RISK_COLUMNS)]
    return table.round({"low": 1, "best": 1, "high": 1}).reset_index(drop=True)


def _at_villages(crossings: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    informal = [official is not True for official in crossings["official"]]
    placed = [shape is not None and not shape.is_empty for shape in crossings.geometry]
    village = [basis == "town_centroid" for basis in crossings["location_basis"]]
    shapes = [
        Point(round(shape.x, VILLAGE_DECIMALS), round(shape.y, VILLAGE_DECIMALS)) if coarse else shape
        for shape, coarse in zip(
            crossings.geometry,
            [a and b and not c for a, b, c in zip(informal, placed, village, strict=True)],
            strict=True,
        )
    ]
    return crossings.set_geometry(gpd.GeoSeries(shapes, index=crossings.index, crs=crossings.crs))
