from datetime import date

import numpy as np
import pytest
from moeiwatch.analysis.river.exposure import HALF_EXPOSURE, reach_exposure
from moeiwatch.analysis.river.nearness import reach_nearness
from moeiwatch.analysis.river.openness import open_compounds

from analysis.frames import compounds, reaches

DAY = date(2025, 3, 15)
AWAY = 0.0936  # degrees of longitude that make about 10 km at 16.5 N


def _best(made, **options):
    return reach_exposure(reaches(1), made, as_of=DAY, **options)["best"].iloc[0]


def test_a_compound_on_the_reach_weighs_1_and_one_a_decay_length_away_weighs_1_over_e():
    made = compounds(here={}, there={"at": (98.5 + AWAY, 16.52)})
    near = reach_nearness(reaches(1), made)["best"].iloc[0]
    assert near["here"] == pytest.approx(1.0, abs=1e-6)
    assert near["there"] == pytest.approx(np.exp(-1), abs=0.005)


def test_distances_are_metres_in_utm_not_degrees():
    north = reach_nearness(reaches(1), compounds(a={"at": (98.5, 16.55 + 10 / 110.7)}))["best"].iloc[0, 0]
    east = reach_nearness(reaches(1), compounds(a={"at": (98.5 + AWAY, 16.52)}))["best"].iloc[0, 0]
    assert north == pytest.approx(east, abs=0.005)


def test_exposure_is_the_sum_of_the_sites_bent_under_1():
    assert _best(compounds(a={})) == pytest.approx(1 / (1 + HALF_EXPOSURE))
    assert _best(compounds(a={}, b={})) == pytest.approx(2 / (2 + HALF_EXPOSURE))


def test_an_imprecise_position_spreads_its_weight_and_widens_the_band():
    exact = reach_exposure(reaches(1), compounds(a={}), as_of=DAY).iloc[0]
    vague = reach_exposure(reaches(1), compounds(a={"precision_m": 8000}), as_of=DAY).iloc[0]
    assert vague["best"] < exact["best"]
    assert vague["high"] - vague["low"] > exact["high"] - exact["low"]
    far = compounds(a={"precision_m": 8000})
    unstated = compounds(a={"precision_m": None})
    assert _best(unstated) < _best(far)


def test_a_part_is_not_counted_twice():
    whole = compounds(park={})
    parts = compounds(park={}, zone_a={"part_of": "park"}, zone_b={"part_of": "park"})
    assert _best(parts) == pytest.approx(_best(whole))
    assert reach_exposure(reaches(1), parts, as_of=DAY)["compounds"].iloc[0] == ["park", "zone_a", "zone_b"]


def test_the_nearest_open_part_stands_for_its_site():
    made = compounds(park={"at": (98.6, 16.52)}, zone={"part_of": "park"})
    assert _best(made) == pytest.approx(1 / (1 + HALF_EXPOSURE))
    made.loc["zone", ["status", "status_as_of"]] = ["demolished", "2024"]
    assert _best(made) < 0.2


def test_a_possible_twin_counts_half_between_not_at_all_and_in_full():
    one, two = compounds(a={}), compounds(a={}, b={})
    twin = compounds(a={}, b={"possibly_same_as": ["a"]})
    row = reach_exposure(reaches(1), twin, as_of=DAY).iloc[0]
    assert row["low"] == pytest.approx(reach_exposure(reaches(1), one, as_of=DAY)["low"].iloc[0])
    assert row["best"] == pytest.approx(1.5 / (1.5 + HALF_EXPOSURE))
    assert row["high"] == pytest.approx(reach_exposure(reaches(1), two, as_of=DAY)["high"].iloc[0])


def test_a_twin_counts_in_full_where_the_other_one_is_closed():
    made = compounds(a={"status": "demolished", "status_as_of": "2024"}, b={"possibly_same_as": ["a"]})
    assert _best(made) == pytest.approx(1 / (1 + HALF_EXPOSURE))


def test_twins_that_name_each_other_weigh_one_in_the_low_value():
    made = compounds(a={"possibly_same_as": ["b"]}, b={"possibly_same_as": ["a"]})
    low = reach_exposure(reaches(1), made, as_of=DAY)["low"].iloc[0]
    assert low == pytest.approx(1 / (1 + HALF_EXPOSURE))


def test_withdrawn_and_merged_records_and_those_without_a_point_weigh_nothing():
    made = compounds(a={"withdrawn": {"date": "2025-01-01"}}, b={"merged_into": "c"}, c={})
    made.loc["c", "geometry"] = None
    assert _best(made) == 0.0
    assert _best(made.iloc[:0]) == 0.0


def test_a_reach_without_a_line_is_unknown_and_the_others_are_not():
    made = reaches(2)
    made.loc["r1", "geometry"] = None
    exposure = reach_exposure(made, compounds(a={}), as_of=DAY)
    assert exposure.loc["r1", ["low", "best", "high"]].isna().all()
    assert exposure.loc["r2", ["low", "best", "high"]].notna().all()


@pytest.mark.parametrize(
    ("row", "day", "expected"),
    [
        ({}, date(2025, 3, 1), (1, 1, 1)),
        ({}, date(2027, 1, 1), (0, 1, 1)),  # a report of March 2025 says nothing sure of 2027
        ({}, date(2021, 12, 31), (0, 0, 1)),  # not reported yet, yet it may have stood
        ({}, date(2018, 1, 1), (0, 0, 0)),
        ({}, date(2022, 6, 1), (0, 1, 1)),  # first reported in 2022, of day unknown
        ({"status": "unknown"}, date(2025, 3, 1), (0, 1, 1)),
        ({"status": "under_construction"}, date(2025, 3, 1), (0, 1, 1)),
        ({"status": "raided"}, date(2025, 2, 1), (1, 1, 1)),
        ({"status": "raided"}, date(2025, 4, 1), (0, 1, 1)),
        ({"status": "abandoned"}, date(2025, 2, 28), (1, 1, 1)),
        ({"status": "abandoned"}, date(2025, 3, 15), (0, 1, 1)),  # some day in March 2025
        ({"status": "abandoned"}, date(2025, 4, 1), (0, 0, 0)),
        ({"status": "demolished", "status_as_of": None}, date(2025, 4, 1), (0, 0, 1)),
        ({"first_reported": None}, date(2025, 3, 1), (0, 1, 1)),
    ],
)
def test_open_on_a_day(row, day, expected):
    assert tuple(open_compounds(compounds(a=row), as_of=day).loc["a"]) == expected


def test_positions_may_be_taken_as_points_or_left_out_where_vague():
    made = compounds(a={"precision_m": 8000})
    assert _best(made, positions="point") == pytest.approx(1 / (1 + HALF_EXPOSURE))
    assert _best(made, positions="precise") == 0.0
    with pytest.raises(ValueError, match="positions is one of"):
        _best(made, positions="elsewhere")
