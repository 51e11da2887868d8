"""Land, borders, districts and river for the page, as shapes of `ground`; colours are for the style sheet."""

from typing import Any

import geopandas as gpd
import pandas as pd

from moeiwatch.data.geodata import Geodata
from moeiwatch.mappage import ground
from moeiwatch.mappage.ground_border import meet

RIVER_CREDIT = (
    'Border and river © <a href="https://www.openstreetmap.org/copyright" target="_blank" '
    'rel="noopener noreferrer">OpenStreetMap contributors</a>, ODbL'
)
LAND_CREDIT = "Land Natural Earth"
DISTRICT_CREDIT = (
    "Districts Royal Thai Survey Department / OCHA, COD-AB, CC BY 3.0 IGO, and MIMU place codes 9.6"
)


def ground_pack(geodata: Geodata) -> list[dict[str, Any]]:
    """Return what can be drawn under the symbols, the lowest first; a missing file leaves the rest as it is.

    Each layer has ``name`` (its class in the style sheet), ``pane``, ``filled``, ``interactive``, ``credit``
    and ``shapes``.
    """
    countries, districts = _placed(geodata.base, "countries"), _placed(geodata.base, "districts")
    fine, coarse = _placed(geodata.base, "border"), _placed(geodata.base, "border_coarse")
    reaches = _placed(geodata.layers, "river_reaches")
    layers = []
    if countries is not None:
        land = ground.land(countries, left_out=frozenset(meet(fine, coarse)[1]))
        layers.append(_layer("land", land, credit=LAND_CREDIT, filled=True))
        layers.append(_layer("neighbour", ground.neighbours(countries), credit=LAND_CREDIT))
    if districts is not None:
        lines = ground.districts(districts, border_lines=fine)
        layers.append(_layer("district", lines, credit=DISTRICT_CREDIT))
    if fine is not None or coarse is not None:
        layers.append(_layer("border", ground.border(fine, coarse), credit=RIVER_CREDIT))
    if reaches is not None:
        layers.append(_layer("reach", ground.river(reaches), credit=RIVER_CREDIT, pane="river"))
    return layers


def _layer(
    name: str, shapes: list[dict], *, credit: str, filled: bool = False, pane: str = "ground"
) -> dict[str, Any]:
    return {
        "name": name,
        "pane": pane,
        "filled": filled,
        "interactive": pane == "river",
        "credit": credit,
        "shapes": shapes,
    }


def _placed(frames: dict[str, pd.DataFrame], name: str) -> gpd.GeoDataFrame | None:
    """Return a frame of geometry that is there and holds something, else None."""
    frame = frames.get(name)
    return frame if isinstance(frame, gpd.GeoDataFrame) and len(frame) else None
