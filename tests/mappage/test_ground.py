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


def positions(steps, scale):
    """Return the positions of a line, as the page reads its steps."""
    found, x, y = [], 0, 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x / scale, y / scale))
    return found


def test_a_line_is_told_in_steps_and_read_again_to_the_last_decimal():
    line = LineString([(98.74543, 16.34738), (98.745433, 16.347381), (98.74413, 16.3), (98.7, 16.4)])
    reaches = gpd.GeoDataFrame(index=["moei-001"], geometry=[line], crs="EPSG:4326")
    (shape,) = ground.river(reaches)
    assert shape["lines"] == [[9874543, 1634738, -130, -4738, -4413, 10000]]
    assert positions(shape["lines"][0], shape["scale"]) == [
        (98.74543, 16.34738),
        (98.74413, 16.3),
        (98.7, 16.4),
    ]


def test_holes_and_parts_are_rings_of_their_own():
    island, lake = box(0, 0, 1, 1), box(4, 4, 5, 5)
    countries = gpd.GeoDataFrame(
        {"country": ["MM"]}, geometry=[box(3, 3, 6, 6).difference(lake).union(island)], crs="EPSG:4326"
    )
    assert [len(shape["lines"]) for shape in ground.land(countries)] == [3, 3]


def test_land_is_one_coarse_shape_with_myanmar_above_it():
    shapes = ground.land(countries())
    assert [(shape["id"], shape["scale"]) for shape in shapes] == [("land", 1000), ("MM", 100000)]


def test_neighbours_leave_out_the_border_that_is_drawn_fine():
    assert [shape["id"] for shape in ground.neighbours(countries())] == ["LA-TH"]


def test_districts_are_drawn_once_and_not_along_the_border():
    districts = gpd.GeoDataFrame(geometry=[box(98.5, 16, 99, 17), box(99, 16, 100, 17)], crs="EPSG:4326")
    border = gpd.GeoDataFrame(geometry=[LineString([(98.5, 15), (98.5, 18)])], crs="EPSG:4326")
    (shape,) = ground.districts(districts, border_lines=border)
    points = [point for steps in shape["lines"] for point in positions(steps, shape["scale"])]
    assert min(x for x, _ in points) > 98.5


def test_reaches_without_a_line_are_left_out():
    reaches = gpd.GeoDataFrame(
        {"river": ["Moei", "Moei"]},
        index=["moei-001", "moei-002"],
        geometry=[LineString([(98.5, 16), (98.51, 16.02)]), None],
        crs="EPSG:4326",
    )
    assert [shape["id"] for shape in ground.river(reaches)] == ["moei-001"]


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
