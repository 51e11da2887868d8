from datetime import date

from analysis.test_buildings import DOWN, report, reports
from moeiwatch.analysis.growth import building_series
from moeiwatch.views.chart_frame import chart_file
from moeiwatch.views.running_total import running_total_chart, running_total_rows

MADE = reports(
    report(DOWN, 148, "2025-11-12"),
    report(DOWN, 635, "2026-01-09"),
    report("high_rises_demolished_cumulative", 1, "2025-12-03"),
    report("buildings_destroyed_satellite", 31, "2025-11-23", basis="observed"),
)


def picture(low_months):
    rows = running_total_rows(building_series(MADE, compound="kk-park"))
    chart = running_total_chart(
        rows, "KK Park", low_months=low_months, version="1f0f", as_of=date(2026, 11, 23), dark=False
    )
    return chart_file(chart, form="svg").decode()


def test_each_claimed_line_has_its_name_and_last_number_at_its_end():
    words = picture([2, 3])
    assert "buildings demolished, running total: 635" in words
    assert "high-rises demolished, running total: 1" in words
    assert "running total: 148" not in words


def test_the_picture_says_that_claims_for_one_zone_are_left_out():
    assert "Claims for one zone alone are no step of it: left out." in picture([2, 3])


def test_the_key_names_only_what_is_drawn():
    assert "Sand: low water" not in picture([2, 3]) and "Sand: low water" in picture([1, 2])
    assert "not stated" not in picture([2, 3])
