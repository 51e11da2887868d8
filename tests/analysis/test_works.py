import pytest
from moeiwatch.analysis.works import works_side, works_sides

from analysis.test_buildings import report, reports


@pytest.mark.parametrize(
    ("kind", "metric", "side"),
    [
        ("new_buildings", None, "built"),
        ("new_site", "groundbreaking", "built"),
        ("resumed", None, "built"),
        ("infrastructure", None, "built"),
        ("demolition", "demolished_buildings_cumulative", "torn_down"),
        ("demolition", "blasts_in_day", "torn_down"),
        ("new_site", "compounds_count", None),
        ("new_site", "site_state", None),
        ("expansion", "planned_area", None),
        ("expansion", "site_area", None),
        ("power", None, None),
        ("connectivity", "starlink_connections", None),
        ("resumed", "business_resumed", None),
        ("infrastructure", "buildings_sealed_cumulative", None),
        ("halted", None, None),
        ("damage", "thai_houses_damaged", None),
        ("damage", "fire", None),
        ("demolition", "buildings_targeted_rounded", None),
        ("demolition", "demolished_buildings_zone_3", None),
        ("demolition", "buildings_reburned_cumulative", None),
        ("new_buildings", "something_new", None),
        (None, None, None),
    ],
)
def test_a_report_tells_of_works_by_its_kind_and_metric(kind, metric, side):
    assert works_side(kind, metric) == side


def test_sides_stand_in_the_order_of_the_reports():
    made = reports(report("buildings_targeted", 80), report("demolished_buildings", 8))
    assert works_sides(made) == [None, "torn_down"]
