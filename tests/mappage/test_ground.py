import geopandas as gpd
import pandas as pd
from moeiwatch.mappage import ground
from shapely.geometry import LineString, Point, box


def countries():
    return gpd.GeoDataFrame(
        {"country": ["MM", "TH", "LA"]},
        geometry=[box(94, 10, 98.5, 20), box(98.5, 10, 103, 20), box(98.5, 20, 103, 22)],
        crs="EPSG:4326",
    )


def test_land_is_one_coarse_shape_with_myanmar_above_it():
    features = ground.land(countries())["features"]
    assert [feature["id"] for feature in features] == ["land", "MM"]
    assert all(
        round(x, ground.FINE_DECIMALS) == x
        for feature in features
        for x, _ in feature["geometry"]["coordinates"][0]
    )


def test_neighbours_leave_out_the_border_that_is_drawn_fine():
    assert [feature["id"] for feature in ground.neighbours(countries())["features"]] == ["LA-TH"]


def test_districts_are_drawn_once_and_not_along_the_border():
    districts = gpd.GeoDataFrame(geometry=[box(98.5, 16, 99, 17), box(99, 16, 100, 17)], crs="EPSG:4326")
    border = gpd.GeoDataFrame(geometry=[LineString([(98.5, 15), (98.5, 18)])], crs="EPSG:4326")
    (feature,) = ground.districts(districts, border_lines=border)["features"]
    parts = feature["geometry"]["coordinates"]
    points = [tuple(point) for part in parts for point in part]
    assert min(x for x, _ in points) > 98.5


def test_reaches_without_a_line_are_left_out():
    reaches = gpd.GeoDataFrame(
        {"river": ["Moei", "Moei"]},
        index=["moei-001", "moei-002"],
        geometry=[LineString([(98.5, 16), (98.51, 16.02)]), None],
        crs="EPSG:4326",
    )
    assert [feature["id"] for feature in ground.river(reaches)["features"]] == ["moei-001"]


def test_towns_come_by_rank_and_stand_once():
    cities = gpd.GeoDataFrame(
        {"name": ["Mae Sot", "Bangkok"], "country": ["TH", "TH"], "population": [52350, 5104476]},
        geometry=[Point(98.56667, 16.71667), Point(100.5, 13.75)],
        crs="EPSG:4326",
    )
    places = gpd.GeoDataFrame(
        {"name": ["Mae Sot", "Ban Mae Tao"], "kind": ["town", "village"], "population": [None, None]},
        geometry=[Point(98.5667, 16.7167), Point(98.53, 16.7)],
        crs="EPSG:4326",
    )
    towns = ground.towns({"cities": cities, "places": places})
    assert [(town["name"], town["kind"]) for town in towns] == [
        ("Bangkok", "city"),
        ("Mae Sot", "city"),
        ("Ban Mae Tao", "village"),
    ]
    assert ground.towns({"places": pd.DataFrame()}) == []
