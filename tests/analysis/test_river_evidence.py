import pandas as pd
import pytest
from moeiwatch.analysis.river.evidence import (
    agreement,
    crossing_statements,
    evidence_by_month,
    rank_correlation,
    river_events,
)
from moeiwatch.analysis.river.sensitivity import sensitivity, variations

from analysis.frames import compounds, frame, hydrology, reaches
from analysis.test_crossing_risk import DAY
from analysis.test_tally import event, events

EVIDENCE = frame(
    {
        "wading": {"date": "2024-04", "season": "dry", "tells_of_crossing": True},
        "swimming": {"date": "2025-10-22", "season": "rainy", "tells_of_crossing": True},
        "habit": {"season": "dry", "tells_of_crossing": True},
        "flood": {"date": "2024-07-26", "season": "flood", "finding": "The river crossed its banks."},
        "riverbed": {"date": "2020-03", "season": "dry", "tells_of_crossing": False},
        "year": {"date": "2023", "season": "dry", "tells_of_crossing": True},
        "gone": {"date": "2025-10", "tells_of_crossing": True, "withdrawn": {"date": "2026"}},
    },
    ("date", "season", "tells_of_crossing", "finding", "withdrawn"),
)

ESCAPE = {"kind": "escape", "destination": "Thailand", "date": "2025-10-22"}
EVENTS = events(
    wave=event(1525, 1598, 2000, **{**ESCAPE, "date_end": "2025-11-03"}),
    early=event(677, 677, 677, within="wave", **{**ESCAPE, "date_end": "2025-10-23"}),
    detained=event(38, 38, 98, within="wave", **{**ESCAPE, "date": "2025-12-03"}),
    stayed=event(370, 370, 370, kind="escape", date="2025-02-10", destination="DKBA camp"),
    bank=event(5, 5, 5, kind="rescue", date="2023-02-03", place="Moei bank opposite KK Park"),
    bridge=event(8, 8, 8, kind="rescue", date="2024-03-04", place="Friendship Bridge on the Moei"),
    flown=event(9, 9, 9, kind="repatriation", date="2024-03-04", place="Moei River"),
    vague=event(9, 9, 9, **{**ESCAPE, "date": "2024"}),
)


def test_statements_that_tell_of_people_passing_the_water_in_a_month():
    assert crossing_statements(EVIDENCE).to_dict() == {"wading": "2024-04", "swimming": "2025-10"}
    assert crossing_statements(EVIDENCE.drop(columns="tells_of_crossing")).empty, "words alone decide nothing"


def test_one_wave_is_one_crossing_in_the_month_in_which_it_began():
    assert river_events(EVENTS).to_dict() == {"wave": "2025-10", "bank": "2023-02"}


def test_evidence_stands_beside_the_index_month_by_month():
    table = evidence_by_month(EVIDENCE, EVENTS, hydrology())
    assert table.index.tolist() == list(range(1, 13))
    assert table.loc[10, ["statements", "events", "people", "most_in_one_event"]].tolist() == [
        ["swimming"],
        ["wave"],
        1598,
        1598,
    ]
    assert table.loc[3, ["statements", "events"]].tolist() == [[], []] and pd.isna(table.at[3, "people"])
    assert table.loc[4, "low_water"] == 1.0


def test_agreement_takes_statements_and_events_together():
    found = agreement(EVIDENCE, EVENTS, hydrology())
    assert found.months == 3, "April 2024, February 2023, and October 2025 once, though both tell of it"
    together = pd.concat([crossing_statements(EVIDENCE), river_events(EVENTS)])
    assert found == rank_correlation(together, hydrology())
    assert agreement(EVIDENCE.iloc[:0], EVENTS.iloc[:0], hydrology()).rho is None


def _months(*months):
    return frame({f"r{i}": {"month": f"{2000 + i}-{month:02d}"} for i, month in enumerate(months)})["month"]


def test_reports_at_low_water_agree_and_those_at_high_water_do_not():
    agree = rank_correlation(_months(4, 4, 4, 3, 3, 2), hydrology())
    against = rank_correlation(_months(8, 8, 8, 9, 9, 10), hydrology())
    assert agree.rho > 0.5 > -0.5 > against.rho
    assert agree.low <= agree.rho <= agree.high and agree.months == 6
    assert agree == rank_correlation(_months(4, 4, 4, 3, 3, 2), hydrology()), (
        "the interval is the same each time"
    )


def test_a_month_counts_once_however_many_reports_it_has():
    wave = frame({f"r{i}": {"month": "2025-10"} for i in range(20)})["month"]
    found = rank_correlation(wave, hydrology())
    assert (found.rho, found.months) == (None, 1)


def test_it_is_not_known_without_a_river_or_with_as_many_in_each_month():
    assert rank_correlation(_months(1, 2, 3), hydrology().iloc[:0]).rho is None
    assert rank_correlation(_months(*range(1, 13)), hydrology()).rho is None


def test_sensitivity_tries_each_choice_and_says_how_much_changes():
    made = compounds(a={"at": (98.55, 16.5)}, b={"precision_m": 9000, "at": (98.6, 16.6)})
    table = sensitivity(reaches(4), made, hydrology(), as_of=DAY)
    assert table.index.tolist() == list(variations(hydrology())) and len(table) == 6
    shares = table[["lowest_month", "highest_month", "all_months"]]
    assert shares.min().min() >= 0 and shares.max().max() <= 1
    assert table.loc["Decay length 5 km", "mean_change"] < 0 < table.loc["Decay length 20 km", "mean_change"]
    assert sensitivity(reaches(4), made, hydrology().iloc[:0], as_of=DAY).empty


def test_one_series_is_not_tried_against_itself():
    one = hydrology(only={"variable": "runoff_mcm", "months": list(range(12))})
    assert not [words for words in variations(one) if "alone" in words]
    with pytest.raises(KeyError):
        variations(one)["Low water from only alone"]
