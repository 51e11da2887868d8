import json
from datetime import date

import pandas as pd
import pytest
from moeiwatch.analysis.growth import monthly_people, monthly_reports, monthly_steps
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import building
from moeiwatch.views.building import brushed_months, keep_brush, show_building
from moeiwatch.views.building_chart import brush_months, building_charts, one_picture
from moeiwatch.views.chart_frame import chart_file
from moeiwatch.views.chart_title import chart_title
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files


@pytest.fixture
def files():
    return small_files()


def test_three_charts_share_one_axis_of_time(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_building)
    specs = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
    assert len(specs) == 3
    written = json.dumps(specs)
    assert written.count('"domain": ["2025-') >= 3


def test_the_period_of_the_view_is_the_brush(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_building, **{"from": "2025-06", "to": "2025-09"})
    specs = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
    assert any('"month": 6' in json.dumps(spec) and '"period"' in json.dumps(spec) for spec in specs)


@pytest.mark.parametrize(("mode", "said"), [("happened", "it happened"), ("known", "it first became public")])
def test_the_page_says_by_which_clock_everything_stands(tmp_path, files, monkeypatch, mode, said):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_building, mode=mode))
    assert f"Everything stands in the month in which {said}." in words


def test_a_number_of_reports_leads_to_exactly_these(tmp_path, files, monkeypatch):
    properties(files, "construction_reports.geojson", "kc-001")["metric"] = "size_growth"
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_building))
    assert 'href="./events?layer=construction_reports&amp;only=kc-001"' in words


def test_nothing_left_is_said(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(
        run_page(show_building, hide="construction_reports,rescue_events,interventions,crossings")
    )
    assert "Nothing is left by these filters" in words


@pytest.mark.parametrize(
    ("state", "months"),
    [
        ({}, None),
        ({"selection": {"period": {}}}, None),
        ({"selection": {"period": {"month": [1761955200000, 1738368000000]}}}, ("2025-02", "2025-11")),
    ],
)
def test_a_brush_is_read_as_months(state, months):
    assert brushed_months(state) == months


@pytest.mark.parametrize(("until", "written"), [("2025-08", "%b %Y"), ("2029-08", "%Y")])
def test_a_short_time_is_told_by_months_and_counts_have_no_fractions(until, written):
    reports = pd.DataFrame(
        {"month": ["2025-05", until], "side": "built", "basis": "observed", "reports": [1, 1]}
    )
    people = pd.DataFrame({"month": [], "kind": [], "low": [], "best": [], "high": []}, dtype=object)
    steps = pd.DataFrame({"month": [], "date": [], "kind": [], "actor": [], "target": []}, dtype=object)
    drawn = {"low_months": [], "period": ("", ""), "dark": False}
    chart = building_charts(reports, people, steps, **drawn)["reports"].to_dict()
    assert chart["layer"][0]["encoding"]["x"]["axis"]["format"] == written
    assert chart["layer"][1]["encoding"]["y"]["axis"]["tickMinStep"] == 1


def test_only_a_readers_own_brush_changes_the_period(monkeypatch):
    kept = []
    monkeypatch.setattr(building, "keep_view", kept.append)
    monkeypatch.setattr(building, "kept_view", lambda: ViewState(since="2025-02"))
    state = {"selection": {"period": {"month": [1738368000000, 1761955200000]}}}
    keep_brush(state, drawn=brush_months(("2025-02", ""), ["2021-01-01", "2025-11-01"]))
    assert kept == [], "the chart tells by itself what was drawn"
    keep_brush(state, drawn=("2025-03", "2025-11"))
    keep_brush({}, drawn=("2025-03", "2025-11"))
    assert [(view.since, view.until) for view in kept] == [("2025-02", "2025-11")]


def test_the_saved_picture_holds_all_three_charts_and_says_what_it_is(tmp_path, files, monkeypatch):
    data = small_data(tmp_path, files, monkeypatch)
    charts = building_charts(
        monthly_reports(data.layers["construction_reports"], data.layers["rescue_events"]),
        monthly_people(data.layers["rescue_events"]),
        monthly_steps(data.layers["interventions"]),
        low_months=[3, 4],
        period=("2025-06", ""),
        dark=False,
    )
    title = chart_title("Crackdown", "Words.", version="1f0f", as_of=date(2026, 11, 23), dark=False)
    picture = chart_file(one_picture(charts, title), form="svg").decode()
    for words in (
        "Crackdown",
        "Data version 1f0f",
        "CC BY 4.0",
        "people out",
        "power cut",
        "torn down | built",
    ):
        assert words in picture
