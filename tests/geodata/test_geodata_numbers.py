"""The numbers that the data gives: a change of them is a change of what the project says, and must be
meant."""

from datetime import date

import pytest
from moeiwatch.analysis.buildings import demolition_side_by_side
from moeiwatch.analysis.compound_counts import compound_counts, published_counts
from moeiwatch.analysis.river import crossing_risk, low_water_by_month, low_water_months
from moeiwatch.analysis.river.evidence import rank_correlation, river_events
from moeiwatch.analysis.tally import people_by, people_range
from moeiwatch.data.geodata import read_geodata


@pytest.fixture(scope="module")
def layers():
    return read_geodata().layers


def test_people_who_left_compounds_per_year(layers):
    by_year = people_by(layers["rescue_events"], by="year")
    assert by_year[["low", "best", "high"]].T.to_dict("list") == {
        "2020": [16, 16, 16],
        "2022": [280, 280, 311],
        "2023": [75, 166, 166],
        "2024": [1043, 1143, 1143],
        "2025": [17969, 18042, 22382],
        "2026": [942, 942, 942],
    }


def test_hiding_the_state_total_neither_doubles_nor_loses_its_people(layers):
    events = layers["rescue_events"]
    hidden = people_range(events.drop(index="ev-2025-12-14-mm-detained-13272"), among=events)
    everything = people_range(events)
    assert hidden.best == everything.best and hidden.high == everything.high
    assert everything.low - 13272 + 12586 == hidden.low, "its largest part stands in for it"


def test_compounds_by_rule_and_as_published(layers):
    assert compound_counts(layers["compounds"])["count"].to_dict() == {
        "records": 44, "sites": 31, "distinct_sites": 22,
    }  # fmt: skip
    published = published_counts(layers["construction_reports"])
    assert sorted(published["value"]) == [11, 12, 12, 16, 21, 27, 30, 30, 30]


def test_kk_park_claimed_beside_observed(layers):
    table = demolition_side_by_side(layers["construction_reports"])
    rows = table[table["compound"] == "kk-park"].set_index("metric")
    assert rows.loc["demolished_buildings_cumulative", ["basis", "value"]].tolist() == ["claimed", 635]
    assert rows.loc["buildings_destroyed_or_damaged_confirmed", ["basis", "value"]].tolist() == [
        "observed",
        109,
    ]


def test_february_to_may_are_low_water(layers):
    assert low_water_months(layers["hydrology"]) == [2, 3, 4, 5]
    assert low_water_by_month(layers["hydrology"]).loc[11, "high"] < 0.6


def test_risk_has_a_number_for_every_reach_and_month(layers):
    names = ("river_reaches", "compounds", "hydrology")
    risk = crossing_risk(*(layers[name] for name in names), as_of=date(2025, 3, 15))
    assert len(risk) == 78 * 12 and not risk[["low", "best", "high"]].isna().any().any()
    assert set(risk["class"]) == {"lower", "raised", "high", "very high"}


def test_reports_at_the_river_do_not_bear_the_season_out(layers):
    found = rank_correlation(river_events(layers["rescue_events"]), layers["hydrology"])
    assert found.low < 0 < found.high, "the method page says so: write it anew if this changes"
