import json

import pytest
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import brush
from moeiwatch.views.brush import brushed_months, keep_brush
from moeiwatch.views.building import show_building
from moeiwatch.views.building_notes import LAYERS
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files


@pytest.fixture
def files():
    return small_files()


def chart_of(app):
    [chart] = app.get("vega_lite_chart")
    return json.loads(chart.proto.spec)


def test_a_button_opens_the_period(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_building, **{"from": "2025-06", "to": "2025-09"})
    app.button(key="building-all-years").click().run()
    assert not app.exception and app.query_params.get("from") is None
    assert "All years" not in [button.label for button in app.button]


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


def test_works_over_the_cut_are_told_apart_in_the_answer_and_in_the_table(tmp_path, files, monkeypatch):
    report = properties(files, "construction_reports.geojson", "kc-001")
    report.update(metric="size_growth", observed="2022-12", observed_end="2025-03")
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_building, basis="claimed"))
    assert (
        'only=kc-001" target="_self">1 more</a> tells of works that began before and went on after' in words
    )
    assert "No report tells of building after February 2025" in words
    assert 'in no column: <a href="./events?layer=construction_reports&amp;only=kc-001"' in words
    assert 'only=kc-001" target="_self">1</a>' not in words
    verdict = words.partition("mw-verdict")[2].partition("</div>")[0]
    assert "From all records, whatever the filters." in verdict


def test_people_of_the_chart_are_those_of_the_month_and_what_has_no_month_is_linked(
    tmp_path, files, monkeypatch
):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_building))
    assert "Months overlap and are not added" in words
    assert 'only=ev-2025-all" target="_self">1 report of people out</a>' in words


def test_a_report_dated_by_year_is_told_in_words_that_lead_to_it(tmp_path, files, monkeypatch):
    report = properties(files, "construction_reports.geojson", "kc-001")
    report.update(metric="size_growth", observed="2024")
    report.pop("observed_end", None)
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_building))
    assert "Dated by year only and in no row: " in words
    assert 'only=kc-001" target="_self">1 report of building</a>' in words


def test_what_the_records_say_and_what_is_not_known_stand_before_the_chart(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_building)
    order = [(block.type, getattr(block.proto, "body", "")) for block in app.main if hasattr(block, "proto")]
    words = html_of(app)
    assert "What the records say" in words and "What is not known" in words
    kinds = [kind for kind, body in order if kind == "vega_lite_chart" or "mw-verdict" in body]
    assert kinds[0] == "html"


def test_nothing_left_is_said(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(
        run_page(show_building, hide="construction_reports,rescue_events,interventions,crossings")
    )
    assert "Nothing is left by these filters" in words


@pytest.mark.parametrize(
    ("hide", "gone"),
    [
        ("construction_reports,rescue_events", ("construction reports", "rescue events")),
        ("construction_reports,interventions", ("construction reports", "interventions")),
        ("rescue_events,interventions", ("rescue events", "interventions")),
    ],
)
def test_a_layer_without_records_gets_a_sentence_and_no_row(tmp_path, files, monkeypatch, hide, gone):
    properties(files, "construction_reports.geojson", "kc-001")["metric"] = "size_growth"
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_building, hide=hide)
    assert chart_of(app)
    for title in gone:
        assert f"No {title} are left by these filters" in html_of(app)


def test_a_period_without_anything_to_draw_is_said(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    empty = run_page(show_building, **{"from": "2001-01", "to": "2001-02"})
    assert "Nothing that could be drawn lies in the period chosen, January 2001 to February 2001" in html_of(
        empty
    )
    assert "Nothing that could be drawn" not in html_of(run_page(show_building, **{"from": "2025-02"}))
    shown = "The months that the chart shows stand above its rows."
    assert shown in html_of(empty) and "The chart shows all years" not in html_of(empty)
    layers = ",".join(LAYERS)
    assert shown not in html_of(run_page(show_building, hide=layers, **{"from": "2001-01", "to": "2001-02"}))


@pytest.mark.parametrize(
    ("state", "months"),
    [
        ({}, None),
        ({"selection": {"period": {}}}, None),
        ({"selection": {"period": {"start": [1761955200000, 1738368000000]}}}, ("2025-02", "2025-11")),
    ],
)
def test_a_brush_is_read_as_months(state, months):
    assert brushed_months(state) == months


def test_a_brush_sets_the_period_a_double_click_opens_it_and_nothing_else_touches_it(monkeypatch):
    kept = []
    monkeypatch.setattr(brush, "keep_view", kept.append)
    monkeypatch.setattr(brush, "kept_view", lambda: ViewState(since="2025-02"))
    keep_brush({"selection": {"period": {"start": [1738368000000, 1761955200000]}}})
    keep_brush({"selection": {"period": {}, "all_years": [{}]}})
    keep_brush({"selection": {"period": {}}})
    assert [(view.since, view.until) for view in kept] == [("2025-02", "2025-11"), ("", "")]
