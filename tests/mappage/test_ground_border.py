import geopandas as gpd
import pytest
from moeiwatch.mappage.ground_border import meet, without
from shapely.geometry import LineString, box


def frame(*lines):
    return gpd.GeoDataFrame(geometry=[LineString(line) for line in lines], crs="EPSG:4326")


FINE = frame([(98.21, 15.2), (98.2, 16)], [(98.2, 16), (98.3, 18)])
COARSE = frame([(98.18, 15.2), (98.19, 15.17), (98.1, 14)], [(98.31, 18), (98.3, 18.002), (98.2, 20)])


def test_coarse_lines_go_on_from_the_ends_of_the_fine_ones():
    lines, left_out = meet(FINE, COARSE)
    assert [list(line.coords) for line in lines] == [
        [(98.21, 15.2), (98.19, 15.17), (98.1, 14)],
        [(98.3, 18), (98.2, 20)],
    ]
    assert left_out == {(98.18, 15.2), (98.31, 18.0), (98.3, 18.002)}


def test_no_position_is_made_up():
    given = {tuple(p) for f in (FINE, COARSE) for line in f.geometry for p in line.coords}
    assert {tuple(p) for line in meet(FINE, COARSE)[0] for p in line.coords} <= given


@pytest.mark.parametrize("fine", [None, frame([(99, 15.2), (99, 16)])])
def test_a_line_with_no_end_near_stays_as_it_is(fine):
    lines, left_out = meet(fine, COARSE)
    assert [line.wkt for line in lines] == [line.wkt for line in COARSE.geometry]
    assert left_out == set()
    assert meet(fine, None) == ([], set())


def test_an_area_loses_the_positions_and_nothing_else():
    square = box(0, 0, 2, 2).union(box(5, 5, 6, 6))
    left = without(square, {(2.0, 2.0)})
    assert left.area == pytest.approx(3)
    assert without(square, set()).equals(square)
