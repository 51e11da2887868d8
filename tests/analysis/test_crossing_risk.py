from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moeiwatch.analysis.river import crossing_risk, danger_by_month, low_water_by_month, outlook, risk_from
from moeiwatch.analysis.river.crossing_risk import CLASSES, LEAST, risk_classes

from analysis.frames import RAIN, compounds, frame, hydrology, reaches

DAY = date(2025, 3, 15)
NAMES = ["low", "best", "high"]


def _exposure(value: float) -> pd.DataFrame:
    return pd.DataFrame({name: [value] for name in NAMES}, index=pd.Index(["r"], name="id"))


def _water(value: float) -> pd.DataFrame:
    return pd.DataFrame({name: [value] for name in NAMES}, index=pd.Index([4], name="month"))


def test_the_formula():
    assert risk_from(_exposure(0.5), _water(1.0))["best"].iloc[0] == pytest.approx(1 + 99 * 0.5)
    assert risk_from(_exposure(0.5), _water(0.0))["best"].iloc[0] == pytest.approx(1 + 99 * 0.5 * 0.4)


def test_one_row_a_reach_and_month():
    risk = crossing_risk(reaches(3), compounds(a={}), hydrology(), as_of=DAY)
    assert risk.index.names == ["reach", "month"] and len(risk) == 36
    assert risk.columns.tolist() == [*NAMES, "class"]
    assert risk.loc[("r1", 4), "best"] > risk.loc[("r3", 4), "best"]


def test_it_never_falls_to_zero():
    risk = crossing_risk(
        reaches(2), compounds(a={"status": "abandoned"}), hydrology(), as_of=date(2026, 8, 1)
    )
    assert risk["low"].min() == risk["high"].max() == LEAST


def test_four_classes_at_fixed_thresholds():
    assert [name for name, _ in CLASSES] == ["lower", "raised", "high", "very high"]
    values = pd.Series([1, 24.99, 25, 49.99, 50, 74.99, 75, 100, float("nan")])
    assert risk_classes(values).tolist() == [
        "lower", "lower", "raised", "raised", "high", "high", "very high", "very high", "unknown",
    ]  # fmt: skip


def test_unknown_water_stays_unknown():
    risk = crossing_risk(reaches(1), compounds(a={}), hydrology().iloc[:0], as_of=DAY)
    assert risk[NAMES].isna().all().all() and set(risk["class"]) == {"unknown"}


unit = st.floats(0, 1)


@given(unit, unit, unit)
def test_risk_rises_as_water_falls(exposure, one, other):
    lower, higher = sorted((one, other))
    dry = risk_from(_exposure(exposure), _water(higher))["best"].iloc[0]
    wet = risk_from(_exposure(exposure), _water(lower))["best"].iloc[0]
    assert dry >= wet
    if exposure > 1e-6 and higher - lower > 1e-6:
        assert dry > wet


@settings(max_examples=50, deadline=None)
@given(st.floats(0, 0.5), st.floats(0, 0.5), st.sampled_from([0.0, 800.0, 9000.0]))
def test_risk_rises_as_a_compound_comes_nearer(one, other, precision_m):
    near, far = sorted((one, other))
    risks = [
        crossing_risk(
            reaches(1),
            compounds(a={"at": (98.5 + away, 16.52), "precision_m": precision_m}),
            hydrology(),
            as_of=DAY,
        )
        for away in (near, far)
    ]
    assert (risks[0][NAMES] >= risks[1][NAMES] - 1e-4).all().all()
    if far - near > 0.001 and near > precision_m / 90_000:
        assert (risks[0]["best"] > risks[1]["best"]).all()


@st.composite
def any_compounds(draw):
    ids = [f"c{i}" for i in range(draw(st.integers(0, 5)))]
    dates = st.sampled_from([None, "2019", "2023-05", "2025-03-01", "2027"])
    statuses = ["active", "demolished", "abandoned", "raided", "unknown", "partly_demolished", None]
    rows = {}
    for name in ids:
        rows[name] = {
            "at": (draw(st.floats(97.5, 99)), draw(st.floats(15, 18))),
            "status": draw(st.sampled_from(statuses)),
            "first_reported": draw(dates),
            "status_as_of": draw(dates),
            "precision_m": draw(st.sampled_from([None, 0.0, 500.0, 20000.0])),
            "part_of": draw(st.sampled_from([None, *[other for other in ids if other < name]])),
            "possibly_same_as": draw(st.sampled_from([None, *[[other] for other in ids if other != name]])),
        }
    return compounds(**rows) if rows else compounds(a={}).iloc[:0]


@settings(max_examples=80, deadline=None)
@given(any_compounds(), st.dates(date(2015, 1, 1), date(2030, 1, 1)))
def test_the_range_holds_the_best_value_never_nan_never_out_of_range(made, day):
    risk = crossing_risk(reaches(2), made, hydrology(), as_of=day)
    assert not risk[NAMES].isna().any().any()
    assert (risk["low"] <= risk["best"] + 1e-9).all() and (risk["best"] <= risk["high"] + 1e-9).all()
    assert risk["low"].min() >= LEAST and risk["high"].max() <= 100
    assert "unknown" not in set(risk["class"])


def test_danger_runs_the_other_way():
    danger, low_water = danger_by_month(hydrology()), low_water_by_month(hydrology())
    assert danger["best"].rank().tolist() == (-low_water["best"]).rank().tolist()
    assert danger["best"].idxmin() == 4 and danger["best"].min() >= 15
    assert danger_by_month(hydrology().iloc[:0])[NAMES].isna().all().all()


def test_floods_mark_their_month_and_stretch_the_band():
    flood = {
        "variable": "water_level_above_bank_m",
        "statistic": "max",
        "months": [None] * 6 + [2.4] + [None] * 5,
    }
    rain = {"variable": "rainfall_mm", "months": RAIN}
    evidence = frame(
        {
            "se-1": {"season": "flood", "date": "2024-05-11"},
            "se-2": {"season": "flood", "date": "2024"},
            "se-3": {"season": "dry", "date": "2024-04"},
            "se-4": {"season": "flood"},
        }
    )
    danger = danger_by_month(hydrology(rain=rain, reading=flood), season_evidence=evidence)
    assert danger.loc[7, "floods"] == ["reading"] and danger.loc[5, "floods"] == ["se-1"]
    assert danger["floods"].map(len).sum() == 2
    assert danger.loc[5, "high"] == 95 and danger.loc[4, "high"] < 95
    assert (danger["low"] <= danger["best"]).all() and (danger["best"] <= danger["high"]).all()


def test_outlook_is_this_month_and_the_next_five():
    ahead = outlook(reaches(2), compounds(a={}), hydrology(), as_of=date(2025, 11, 30))
    assert ahead.loc["r1"].index.tolist() == [
        "2025-11",
        "2025-12",
        "2026-01",
        "2026-02",
        "2026-03",
        "2026-04",
    ]
    assert len(ahead) == 12
    now = crossing_risk(reaches(2), compounds(a={}), hydrology(), as_of=date(2025, 11, 30))
    assert ahead.loc[("r1", "2025-11"), "best"] == pytest.approx(now.loc[("r1", 11), "best"])
    assert ahead.loc[("r1", "2026-04"), "low"] == LEAST, (
        "the last report, of March 2025, is then over a year old"
    )
