from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moeiwatch.analysis.river.low_water import low_water_by_month, low_water_by_series, low_water_months
from moeiwatch.analysis.river.series import RECESSION_PER_MONTH, hydrology_series, reservoir_outflow

from analysis.frames import RAIN, RUNOFF, hydrology


def test_february_to_may_are_low_and_november_is_far_from_it():
    low_water = low_water_by_month(hydrology())
    assert low_water_months(hydrology()) == [2, 3, 4, 5]
    assert low_water["best"].idxmax() == 4
    assert low_water.loc[11, "best"] < 0.5
    assert low_water.loc[11, "high"] < low_water.loc[2, "low"]
    assert low_water.loc[[8, 9], "best"].max() < 0.05


def test_each_series_alone_runs_from_0_to_1_and_by_the_depth_that_goes_with_its_flow():
    by_series = low_water_by_series(hydrology())
    assert (by_series.max() == 1).all() and (by_series.min() == 0).all()
    depth = np.array(RUNOFF) ** 0.4
    assert by_series["runoff"].to_numpy() == pytest.approx(1 - (depth - depth.min()) / np.ptp(depth))


def test_best_is_the_weighted_mean_and_the_band_spans_the_series():
    by_series, low_water = low_water_by_series(hydrology()), low_water_by_month(hydrology())
    assert low_water["best"].to_numpy() == pytest.approx((2 * by_series["runoff"] + by_series["rain"]) / 3)
    assert (low_water["low"] <= by_series.min(axis=1)).all()
    assert (low_water["high"] >= by_series.max(axis=1)).all()


def test_the_river_lags_the_rain():
    flow = reservoir_outflow(np.array(RAIN))
    assert int(np.argmin(flow)) + 1 == 4, "two months after the driest month, February"
    dry = [10, 11, 0, 1, 2, 3]
    for month, after in pairwise(dry):
        assert flow[after] / flow[month] == pytest.approx(RECESSION_PER_MONTH)


def test_a_gauge_added_later_is_one_record():
    level = [60, 45, 40, 35, 50, 120, 260, 400, 420, 300, 150, 90]
    months = dict(low_water_by_month(hydrology())["best"])
    gauge = {"gauge": {"variable": "water_level_cm", "months": level, "sources": ["rid"]}}
    runoff = {"runoff": {"variable": "runoff_mcm", "months": RUNOFF, "sources": ["onwr"]}}
    both = hydrology(**gauge, **runoff)
    assert hydrology_series(both).loc["gauge", ["kind", "weight", "used"]].tolist() == ["level", 4.0, True]
    alone = low_water_by_series(both)["gauge"]
    assert alone.loc[1] == pytest.approx(1 - (60 - 35) / (420 - 35))
    assert low_water_by_month(both)["best"].loc[9] != months[9]


def test_shares_of_a_year_do_not_count_the_same_runoff_again():
    share = {
        "share": {"variable": "runoff_share_percent", "months": [8.0] * 11 + [12.0], "sources": ["onwr"]}
    }
    runoff = {"runoff": {"variable": "runoff_mcm", "months": RUNOFF, "sources": ["onwr", "other"]}}
    for both in (hydrology(**share, **runoff), hydrology(**runoff, **share)):
        series = hydrology_series(both)
        assert series["used"].to_dict() == {"share": False, "runoff": True}
        assert "restates" in series.at["share", "reason"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"variable": "rainfall_mm", "months": [*RAIN[:8], None, None, None, None]}, "Only 8 of 12"),
        ({"variable": "water_level_cm", "months": RUNOFF, "statistic": "max"}, "highest or lowest"),
        ({"variable": "rain_days", "months": RAIN}, "does not tell"),
        ({"variable": "runoff_mcm", "months": [5.0] * 12}, "alike"),
        ({"variable": "runoff_mcm", "months": None}, "Only 0 of 12"),
        ({"variable": "runoff_mcm", "months": RUNOFF, "withdrawn": {"date": "2026-01-01"}}, None),
    ],
)
def test_what_cannot_tell_the_year_is_left_out_and_said_to_be(row, reason):
    series = hydrology_series(hydrology(odd=row))
    assert not series["used"].any()
    if reason:
        assert reason in series.at["odd", "reason"]


def test_without_a_series_low_water_is_unknown():
    for nothing in (hydrology().iloc[:0], hydrology(odd={"variable": "rain_days", "months": RAIN})):
        assert low_water_by_month(nothing).isna().all().all()
        assert low_water_by_month(nothing).index.tolist() == list(range(1, 13))
        assert low_water_months(nothing) == []


def test_one_series_alone_has_a_wider_band():
    one = low_water_by_month(hydrology(), series=["runoff"])
    assert one.loc[11, "high"] - one.loc[11, "best"] == pytest.approx(0.2)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.floats(0, 5000), min_size=12, max_size=12), min_size=1, max_size=4))
def test_the_range_holds_the_best_value_and_nothing_is_nan(years):
    variables = ("runoff_mcm", "rainfall_mm", "water_level_cm", "discharge_m3_s")
    rows = {f"s{i}": {"variable": variables[i], "months": year} for i, year in enumerate(years)}
    made = hydrology(**rows)
    low_water = low_water_by_month(made)
    if hydrology_series(made)["used"].any():
        assert not low_water.isna().any().any()
        assert (low_water["low"] <= low_water["best"]).all() and (
            low_water["best"] <= low_water["high"]
        ).all()
        assert low_water.min().min() >= 0 and low_water.max().max() <= 1
    else:
        assert low_water.isna().all().all()
