"""Frames in, folium layers out. Colours are left to the style sheet, so that one page serves both themes."""

from collections.abc import Callable

import folium
import geopandas as gpd
import pandas as pd

from moeiwatch.mappage import ground

RIVER_CREDIT = (
    'Border and river © <a href="https://www.openstreetmap.org/copyright" target="_blank" '
    'rel="noopener noreferrer">OpenStreetMap contributors</a>, ODbL'
)
LAND_CREDIT = "Land Natural Earth"
DISTRICT_CREDIT = (
    "Districts Royal Thai Survey Department / OCHA, COD-AB, CC BY 3.0 IGO, and MIMU place codes 9.6"
)


def land_layer(countries: gpd.GeoDataFrame) -> folium.GeoJson:
    """Return the land: Myanmar a little darker than Thailand and the rest."""
    return _ground_layer(ground.land(countries), class_name="land", filled=True, credit=LAND_CREDIT)


def neighbour_layer(countries: gpd.GeoDataFrame) -> folium.GeoJson:
    """Return the borders of the countries around."""
    return _ground_layer(ground.neighbours(countries), class_name="neighbour", credit=LAND_CREDIT)


def district_layer(districts: gpd.GeoDataFrame, *, border: gpd.GeoDataFrame | None) -> folium.GeoJson:
    """Return the lines between districts; those of Myanmar are approximate, so all are faint."""
    lines = ground.districts(districts, border_lines=border)
    return _ground_layer(lines, class_name="district", credit=DISTRICT_CREDIT)


def border_layer(fine: gpd.GeoDataFrame | None, coarse: gpd.GeoDataFrame | None) -> folium.GeoJson:
    """Return the border of Myanmar and Thailand."""
    return _ground_layer(ground.border(fine, coarse), class_name="border", credit=RIVER_CREDIT)


def river_layer(reaches: gpd.GeoDataFrame) -> folium.GeoJson:
    """Return the reaches of the river; the page colours them by the crossing risk of the month."""
    return _layer(
        ground.river(reaches),
        style=lambda _: {"className": "reach", "fill": False, "weight": 4, "lineCap": "round"},
        pane="river",
        credit=RIVER_CREDIT,
        interactive=True,
    )


def placed(frames: dict[str, pd.DataFrame], name: str) -> gpd.GeoDataFrame | None:
    """Return a frame of geometry that is there and holds something, else None."""
    frame = frames.get(name)
    return frame if isinstance(frame, gpd.GeoDataFrame) and len(frame) else None


def _ground_layer(data: dict, *, class_name: str, credit: str, filled: bool = False) -> folium.GeoJson:
    def style(feature: dict) -> dict:
        names = f"{class_name} {class_name}-{feature['id'].lower()}"
        return {"className": names, "fill": filled, "stroke": not filled, "weight": 1}

    return _layer(data, style=style, pane="ground", credit=credit, interactive=False)


def _layer(
    data: dict, *, style: Callable[[dict], dict], pane: str, credit: str, interactive: bool
) -> folium.GeoJson:
    return folium.GeoJson(
        data,
        style_function=style,
        control=False,
        smooth_factor=0.6,
        pane=pane,
        attribution=credit,
        interactive=interactive,
    )
