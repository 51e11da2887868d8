import pytest
from moeiwatch.analysis.buildings import (
    demolition_side_by_side,
    metric_role,
    metric_totals,
    parts_of_total,
    report_series,
)

from analysis.frames import frame


def report(metric, value, observed="2025-11-08", *, basis="claimed", compound="kk-park", **other):
    row = {"metric": metric, "value": value, "observed": observed, "basis": basis, "compound": compound}
    return {"kind": "demolition", "unit": "buildings", "place": None, "sources": ["s"], **row, **other}


def reports(*rows):
    columns = ("compound", "place", "kind", "metric", "value", "unit", "basis", "observed", "observed_end")
    return frame({f"kc-{i + 1}": row for i, row in enumerate(rows)}, columns)


DOWN = "demolished_buildings_cumulative"


@pytest.mark.parametrize(
    ("metric", "role"),
    [
        (DOWN, "running"),
        ("buildings_targeted", "target"),
        ("buildings_targeted_rounded", "target"),
        ("demolished_buildings_rounded", "rounded"),
        ("buildings_total_declared", "declared"),
        ("buildings_itemised", "declared"),
        ("buildings_declared_zone_a", "part"),
        ("demolished_buildings_zone_3", "part"),
        ("demolished_by_machinery", "part"),
        ("demolished_buildings", "count"),
        ("structures_built", "count"),
        ("buildings_destroyed_satellite", "state"),
        ("thai_houses_damaged", "outside"),
        ("something_new", "state"),
        (None, None),
    ],
)
def test_roles(metric, role):
    assert metric_role(metric) == role


def test_a_running_total_is_not_summed():
    made = reports(report(DOWN, 101), report(DOWN, 635, "2026-01-09"), report(DOWN, 413, "2025-12-13"))
    total = metric_totals(made).iloc[0]
    assert (total["value"], total["records"], total["reports"]) == (635, ["kc-2"], 3)


def test_a_total_dated_by_month_does_not_pass_for_the_last_of_it():
    made = reports(report(DOWN, 635, "2026-01-09"), report(DOWN, 633, "2026-01"))
    assert metric_totals(made)["value"].tolist() == [635]


def test_a_running_total_of_one_zone_is_no_step_of_that_of_the_whole():
    zone = {"place": "KK Park Zone A (KK Park II)"}
    made = reports(
        report(DOWN, 101, "2025-11-08", **zone),
        report(DOWN, 148, "2025-11-12", place="KK Park"),
        report(DOWN, 180, "2025-11-21"),
        report(DOWN, 633, "2026-01-08", place="kk park"),
        report(DOWN, 148, "2026-01-17", **zone),
        report(DOWN, 9, "2025-11-30", place="Zone 4", compound="shwe-kokko"),
    )
    roles = report_series(made)["role"].to_dict()
    assert [record for record, role in roles.items() if role == "part"] == ["kc-1", "kc-5"]
    totals = demolition_side_by_side(made)
    assert totals[["compound", "value"]].to_numpy().tolist() == [["kk-park", 633], ["shwe-kokko", 9]]


def test_what_was_observed_of_one_zone_alone_stands():
    seen = report("buildings_destroyed_satellite", 31, basis="observed", place="KK Park II")
    table = demolition_side_by_side(reports(report(DOWN, 148, place="KK Park"), seen))
    assert table["value"].tolist() == [148, 31]


def test_separate_works_are_added_by_compound():
    made = reports(
        report("structures_built", 20), report("structures_built", 5, "2026"),
        report("structures_built", 100, compound="shwe-kokko"),
    )  # fmt: skip
    assert metric_totals(made)["value"].tolist() == [25, 100]
    assert metric_totals(made)["records"].tolist() == [["kc-1", "kc-2"], ["kc-3"]]


def test_pictures_of_one_state_are_not_added():
    seen = "buildings_destroyed_satellite"
    made = reports(
        report(seen, 22, "2025-11-09", basis="observed"), report(seen, 31, "2025-11-23", basis="observed")
    )
    assert metric_totals(made)["value"].tolist() == [31]


def test_claimed_and_observed_stand_side_by_side_without_targets_and_parts():
    made = reports(
        report(DOWN, 635, "2026-01-09"),
        report("buildings_destroyed_satellite", 31, "2025-11-23", basis="observed"),
        report("buildings_damaged_satellite", 78, "2025-11-23", basis="observed", kind="damage"),
        report("buildings_targeted", 80),
        report("demolished_buildings_zone_3", 425, "2026-01-09"),
        report("demolished_by_explosives", 18),
        report("demolished_buildings_rounded", 630, "2026-02-09"),
        report("blasts_cumulative", 21, unit="count"),
        report("buildings_total_declared", 625, kind="infrastructure"),
        report("thai_houses_damaged", 10, kind="damage", basis="observed"),
    )
    table = demolition_side_by_side(made)
    assert table[["basis", "metric", "value"]].to_numpy().tolist() == [
        ["claimed", DOWN, 635],
        ["observed", "buildings_damaged_satellite", 78],
        ["observed", "buildings_destroyed_satellite", 31],
    ]


def test_reports_without_a_compound_stand_under_their_place():
    made = reports(
        report("demolished_buildings", 8, compound=None, place="Ward 3"),
        report("demolished_buildings", 2, compound=None, place="Ward 4"),
    )
    assert metric_totals(made)["place"].tolist() == ["Ward 3", "Ward 4"]


def test_a_series_runs_in_order_of_time_by_the_end_of_what_it_speaks_of():
    made = reports(
        report(DOWN, 109, "2025-10-19", observed_end="2025-11-23"),
        report(DOWN, 101),
        report("fire", None, None),
    )
    series = report_series(made)
    assert series.index.tolist() == ["kc-2", "kc-1"]
    assert series["observed"].tolist() == ["2025-11-08", "2025-11-23"]


def test_a_hedge_goes_with_its_value_and_stays_true_of_a_sum():
    built = {"compound": "kk-park"}
    made = reports(
        report("structures_built", 20, value_qualifier="more_than", **built),
        report("structures_built", 5, "2026", value_qualifier="at_least", **built),
        report("large_buildings_completed", 2, value_max=3, **built),
        report("buildings_destroyed_satellite", 80, value_qualifier="about", **built),
    )
    names = ["value", "value_max", "value_qualifier"]
    table = metric_totals(made).set_index("metric")[names].astype(object)
    assert table.loc["structures_built", "value_qualifier"] == "at_least"
    assert table.loc["large_buildings_completed", ["value", "value_max"]].tolist() == [2, 3]
    assert table.loc["buildings_destroyed_satellite", ["value", "value_qualifier"]].tolist() == [80, "about"]


def test_a_total_shows_the_parts_of_its_place_and_day_that_add_up_to_it():
    seen = {"basis": "observed", "place": "Zone 2"}
    made = reports(
        report("buildings_destroyed_or_damaged_confirmed", 109, "2025-11-23", **seen),
        report("buildings_destroyed_satellite", 31, "2025-11-23", **seen),
        report("buildings_damaged_satellite", 78, "2025-11-23", kind="damage", **seen),
        report(DOWN, 148, "2025-11-23", place="Zone 2"),
    )
    table = demolition_side_by_side(made)
    total = table[(table["value"] == 109).to_numpy(bool)].iloc[0]
    assert sorted(parts_of_total(total, table)["value"]) == [31, 78]
    claimed = table[(table["value"] == 148).to_numpy(bool)].iloc[0]
    assert parts_of_total(claimed, table).empty


def test_no_reports():
    assert metric_totals(reports(report(DOWN, 1)).iloc[:0]).empty
    assert demolition_side_by_side(reports(report(DOWN, 1)).iloc[:0]).empty
