"""Where records stand: on the right bank, no more exact than the harm rule allows, at their compound."""

from functools import cache
from itertools import pairwise

import pytest
from geodata_files import LAYERS, cases, features, names, read
from shapely import LinearRing
from shapely.geometry import shape

EVENTS = ("construction_reports", "rescue_events", "interventions")
BASE = ("countries", "border", "border_coarse", "districts", "places", "cities")


def position(feature):
    """Return (longitude, latitude), None where no place is known."""
    return tuple(feature["geometry"]["coordinates"]) if feature["geometry"] else None


@cache
def known_places():
    """Return the points at which a rescue event may stand: published places, crossings and compounds."""
    points = [*features("compounds").values(), *features("crossings").values()]
    points += [place for name in ("places", "cities") for place in read(f"base/{name}.geojson")["features"]]
    return {position(point) for point in points}


def rounded(number):
    """Tell whether a coordinate has at most two decimals."""
    return round(number, 2) == number


@pytest.mark.parametrize("case", cases("rescue_events"), ids=names)
def test_rescue_event_locates_nobody(case):
    place = position(features("rescue_events")[case[1]])
    assert place is None or place in known_places() or all(map(rounded, place))


@pytest.mark.parametrize("case", cases(*EVENTS), ids=names)
def test_record_at_a_compound_stands_there(case):
    layer, id_ = case
    properties = features(layer)[id_]["properties"]
    if "location_basis" in properties:
        assert position(features(layer)[id_]) is not None
    elif "compound" in properties:
        assert position(features(layer)[id_]) == position(features("compounds")[properties["compound"]])
    else:
        assert position(features(layer)[id_]) is None


@cache
def myanmar():
    """Return the land of Myanmar."""
    lands = {land["id"]: land for land in read("base/countries.geojson")["features"]}
    return shape(lands["MM"]["geometry"])


@pytest.mark.parametrize("case", cases("compounds"), ids=names)
def test_compound_lies_in_myanmar(case):
    assert myanmar().contains(shape(features("compounds")[case[1]]["geometry"]))


def positions(coordinates):
    """Return every position of a geometry's coordinates."""
    if isinstance(coordinates[0], int | float):
        return [coordinates]
    return [found for part in coordinates for found in positions(part)]


@pytest.mark.parametrize("name", [*LAYERS, *(f"base/{name}" for name in BASE)])
def test_coordinates_are_in_the_frame_with_six_decimals(name):
    placed = [feature["geometry"] for feature in read(f"{name}.geojson")["features"] if feature["geometry"]]
    for geometry in placed:
        for longitude, latitude in positions(geometry["coordinates"]):
            assert 91 <= longitude <= 107.5 and 5 <= latitude <= 27
            assert round(longitude, 6) == longitude and round(latitude, 6) == latitude


@pytest.mark.parametrize("name", BASE)
def test_base_geometry_is_valid_with_right_ring_order(name):
    for feature in read(f"base/{name}.geojson")["features"]:
        assert shape(feature["geometry"]).is_valid
        kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        for polygon in {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(kind, []):
            outer, *holes = [LinearRing(ring) for ring in polygon]
            assert outer.is_ccw and not any(hole.is_ccw for hole in holes)


def test_reaches_follow_each_other_downstream():
    reaches = list(features("river_reaches").values())
    for upper, lower in pairwise(reaches):
        assert upper["properties"]["to_km"] == lower["properties"]["from_km"]
        assert upper["geometry"]["coordinates"][-1] == lower["geometry"]["coordinates"][0]


@pytest.mark.parametrize("case", [case for layer in EVENTS for case in cases(layer)], ids=names)
def test_only_what_names_no_compound_is_without_a_place(case):
    layer, id_ = case
    feature = features(layer)[id_]
    assert feature["geometry"] or "compound" not in feature["properties"]
