"""Points that are not public are coarse in every layer, and nothing stands in the sea."""

import pytest
from broken_contributions import CROSSINGS, EVENTS, EVIDENCE, KK, REPORTS, STEPS, member, point, put
from moeiwatch.data.problems import ERROR
from sample_geodata import KK_PARK, MAE_SOT, check_files, small_files

EXACT = [98.512345, 16.712345]
BRIDGE = "friendship-bridge-1"


def errors(tmp_path, *changes) -> list[tuple[str, str]]:
    files = small_files()
    for change in changes:
        change(files)
    return [(p.file, p.message) for p in check_files(tmp_path, files) if p.severity == ERROR]


@pytest.mark.parametrize("place", [KK_PARK, MAE_SOT, [98.51, 16.71]])
def test_evidence_stands_at_public_points_or_coarsely(tmp_path, place):
    assert errors(tmp_path, point(EVIDENCE, "se-001", *place)) == []


@pytest.mark.parametrize(
    ("kind", "official", "basis", "place", "is_right"),
    [
        ("bridge", True, "published_coordinates", EXACT, True),
        ("pier", True, "town_centroid", EXACT, True),
        ("checkpoint", True, "map_in_report", EXACT, True),
        ("pier", False, "published_coordinates", EXACT, False),
        ("ford_area", True, "published_coordinates", EXACT, False),
        ("bridge", True, "described", EXACT, False),
        ("ford_area", False, "town_centroid", MAE_SOT, True),
        ("ford_area", False, "described", [98.51, 16.71], True),
        ("ford_area", False, "described", [98.51, 16.712], False),
        ("ford_area", False, "described", [98.521234, 16.631234], False),
    ],
)
def test_only_official_crossings_are_exact(tmp_path, kind, official, basis, place, is_right):
    facts = put(CROSSINGS, BRIDGE, kind=kind, official=official, location_basis=basis)
    found = errors(tmp_path, point(CROSSINGS, BRIDGE, *place), facts)
    assert (found == []) is is_right, found


def test_a_ford_is_not_public_because_a_compound_stands_there(tmp_path):
    """What is published of a compound does not make a place to wade beside it public."""
    exact = [98.521234, 16.631234]
    files = [point("compounds.geojson", KK, *exact), point(CROSSINGS, BRIDGE, *exact)]
    files += [point(file, id_, *exact) for file, id_ in ((EVENTS, "ev-2025-10-20-kk"), (REPORTS, "kc-001"))]
    found = errors(tmp_path, *files, put(CROSSINGS, BRIDGE, kind="ford_area", official=False))
    assert [file for file, _ in found] == [CROSSINGS]


@pytest.mark.parametrize(("file", "id_"), [(STEPS, "iv-2025-02-power"), (REPORTS, "kc-001")])
def test_no_layer_of_events_is_left_out(tmp_path, file, id_):
    found = errors(tmp_path, point(file, id_, *EXACT), put(file, id_, compound=KK))
    assert [where for where, _ in found] == [file]


@pytest.mark.parametrize(("longitude", "is_right"), [(98.55, True), (98.59, True), (98.61, False)])
def test_crossings_stand_at_the_border(tmp_path, longitude, is_right):
    """Four hundredths of a degree are 4.3 km here, six are 6.4 km."""
    found = errors(tmp_path, point(CROSSINGS, BRIDGE, longitude, 16.69))
    assert (found == []) is is_right


@pytest.mark.parametrize(("longitude", "is_right"), [(95.0, True), (94.98, True), (94.96, False)])
def test_places_near_a_coast_are_on_land(tmp_path, longitude, is_right):
    found = errors(tmp_path, point(EVENTS, "ev-2025-all", longitude, 16.69))
    assert (found == []) is is_right


def test_a_compound_in_the_sea_is_told_once(tmp_path):
    at_sea = [
        (file, id_)
        for file, id_ in (("compounds.geojson", KK), (REPORTS, "kc-001"), (EVENTS, "ev-2025-10-20-kk"))
    ]
    found = errors(tmp_path, *(point(file, id_, 94.0, 12.0) for file, id_ in at_sea))
    assert found == [("compounds.geojson", "the point lies in the sea")]


def test_a_land_that_cannot_be_drawn_puts_nothing_into_the_sea(tmp_path):
    broken = member("base/countries.geojson", "MM", geometry={"type": "Polygon", "coordinates": [[[95, 10]]]})
    assert [file for file, _ in errors(tmp_path, broken)] == ["base/countries.geojson"]
