"""The numbers that the data gives are those of its records: true whatever is added or corrected."""

from datetime import date

import pytest
from geodata_files import features
from moeiwatch.analysis.before_after import before_and_after
from moeiwatch.analysis.buildings import demolition_side_by_side, parts_of_total
from moeiwatch.analysis.compound_counts import compound_counts, published_counts
from moeiwatch.analysis.key_figures import key_figures
from moeiwatch.analysis.river import crossing_risk, low_water_by_month, low_water_months
from moeiwatch.analysis.tally import people_by, people_range
from moeiwatch.data.geodata import read_geodata


@pytest.fixture(scope="module")
def layers():
    return read_geodata().layers


def standing(layer):
    """Return the properties of the records that stand, by id, read with nothing but the json module."""
    records = {id_: feature["properties"] for id_, feature in features(layer).items()}
    return {id_: r for id_, r in records.items() if not {"withdrawn", "merged_into"} & set(r)}


def roots():
    """Return the events that no other event holds, by id."""
    return {id_: event for id_, event in standing("rescue_events").items() if "counted_in" not in event}


def test_people_per_year_are_the_plain_sums_over_the_root_events(layers):
    holding = {event["counted_in"] for event in standing("rescue_events").values() if "counted_in" in event}
    plain, unclear = {}, set()
    for id_, event in roots().items():
        low = event.get("people_min", 0)
        best = event.get("people_best", low)
        high = event.get("people_max", best)
        year = event.get("date_end", event["date"])[:4]
        plain[year] = [sum(pair) for pair in zip(plain.get(year, (0, 0, 0)), (low, best, high), strict=True)]
        if "people_min" not in event and id_ in holding:
            unclear.add(year)  # what it holds stands in for it, by a rule that has its own tests
    counted = people_by(layers["rescue_events"], by="year")[["low", "best", "high"]].T.to_dict("list")
    assert {year: people for year, people in plain.items() if year not in unclear} == {
        year: people for year, people in counted.items() if year not in unclear
    }
    assert len(plain) > len(unclear)
    whole = people_range(layers["rescue_events"])
    totals = [sum(numbers) for numbers in zip(*counted.values(), strict=True)]
    assert [whole.low, whole.best, whole.high] == totals


@pytest.mark.parametrize("hidden", [id_ for id_, event in roots().items() if "people_max" in event])
def test_hiding_a_wider_event_never_doubles_its_people(layers, hidden):
    events = layers["rescue_events"]
    without = people_range(events.drop(index=hidden), among=events)
    everything = people_range(events)
    assert without.high <= everything.high and without.best <= everything.best
    assert everything.low - roots()[hidden].get("people_min", 0) <= without.low
    held = [id_ for id_, event in standing("rescue_events").items() if event.get("counted_in") == hidden]
    if any("people_min" in standing("rescue_events")[id_] for id_ in held):
        least = max(standing("rescue_events")[id_].get("people_min", 0) for id_ in held)
        assert without.low >= everything.low - roots()[hidden].get("people_min", 0) + least, (
            "the largest of what it held stands in for it"
        )


def test_compounds_by_rule_and_as_published(layers):
    counts = compound_counts(layers["compounds"])
    compounds = standing("compounds")
    assert counts.at["records", "count"] == len(compounds)
    tops = [id_ for id_, compound in compounds.items() if compound.get("part_of") not in compounds]
    assert sorted(counts.at["sites", "records"]) == sorted(tops)
    assert set(counts.at["distinct_sites", "records"]) <= set(tops)
    assert counts["count"].is_monotonic_decreasing
    published = {
        id_: report["value"]
        for id_, report in standing("construction_reports").items()
        if report.get("metric") == "compounds_count"
    }
    assert published_counts(layers["construction_reports"])["value"].to_dict() == published
    assert len(published) >= 9, "those of the first release at least"


def test_claimed_beside_observed_is_what_the_records_say(layers):
    table = demolition_side_by_side(layers["construction_reports"])
    reports = standing("construction_reports")
    for row in table.itertuples():
        assert {reports[id_]["basis"] for id_ in row.records} == {row.basis}
        assert {reports[id_]["metric"] for id_ in row.records} == {row.metric}
        assert sum(reports[id_]["value"] for id_ in row.records) == row.value
    at_kk_park = table[table["compound"] == "kk-park"].set_index("metric")["basis"].to_dict()
    assert at_kk_park["demolished_buildings_cumulative"] == "claimed"
    assert at_kk_park["buildings_destroyed_or_damaged_confirmed"] == "observed"


NO_WORKS = (
    "kc-130", "kc-094", "kc-017", "kc-016", "kc-018", "kc-120", "kc-035", "kc-131", "kc-043", "kc-048",
    "kc-166", "kc-122", "kc-145", "kc-056", "kc-072", "kc-052", "kc-097", "kc-023",
)  # fmt: skip
"""A denial, a halt, lights, dishes, a seizure, an area, operations, Thai houses, fires, a target, a share,
parts of a total, business, a lease: all dated, none a report of works."""


def test_what_is_no_works_is_in_no_count_of_works(layers):
    found = before_and_after(layers["construction_reports"], pivot="2018-01", months=120)
    counted = {record for cell in found["after"] for record in cell}
    assert counted and not counted & set(NO_WORKS)


def test_the_109_of_kk_park_are_31_flattened_and_78_damaged(layers):
    table = demolition_side_by_side(layers["construction_reports"])
    total = table[(table["metric"] == "buildings_destroyed_or_damaged_confirmed").to_numpy(bool)].iloc[0]
    parts = parts_of_total(total, table).set_index("metric")["value"].to_dict()
    assert (total["place"], total["value"]) == ("KK Park II", 109)
    assert parts == {"buildings_destroyed_satellite": 31, "buildings_damaged_satellite": 78}


def test_february_to_may_are_low_water(layers):
    assert low_water_months(layers["hydrology"]) == [2, 3, 4, 5]
    assert low_water_by_month(layers["hydrology"]).loc[11, "high"] < 0.6


def test_risk_has_a_number_for_every_reach_and_month(layers):
    names = ("river_reaches", "compounds", "hydrology")
    risk = crossing_risk(*(layers[name] for name in names), as_of=date(2025, 3, 15))
    assert len(risk) == len(layers["river_reaches"]) * 12
    assert not risk[["low", "best", "high"]].isna().any().any()
    assert set(risk["class"]) <= {"lower", "raised", "high", "very high"}


def test_an_order_to_extradite_is_no_extradition(layers):
    steps = standing("interventions")
    figures = key_figures(layers["interventions"], read_geodata().actors)
    assert [steps[id_]["kind"] for id_ in figures.extradited] == ["extradition"] * len(figures.extradited)
    handed = [steps[id_]["target"] for id_ in figures.extradited]
    assert len(handed) == len(set(handed)), "a man is handed over once"
    assert "iv-2023-05-25-she-order" in figures.ordered
