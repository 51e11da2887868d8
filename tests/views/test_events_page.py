import re

import pytest
from moeiwatch.views.counted_records import records_html
from moeiwatch.views.events import show_events
from moeiwatch.views.record_table import show_record_table  # noqa: F401 - imported so that a rename is noticed
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files


@pytest.fixture
def files():
    return small_files()


def test_people_in_the_events_shown_are_counted_once(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_events))
    assert "100 to 200" in words and "1 event counted once each, as far as the records tell" in words
    assert "1 more is held within these" in words and "Kinds overlap" in words


def records_behind(app, row: str) -> list[str]:
    """Return the records that the row of a table of counts opens."""
    table = next(words for words in html_of(app).split("</table>") if f"<th scope='row'>{row}</th>" in words)
    behind = table.split(f"<th scope='row'>{row}</th>")[1].split("<th scope='row'>")[0]
    return re.findall(r"sel=rescue_events/([a-z0-9-]+)", behind)


def test_every_number_of_people_opens_into_the_records_counted(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_events)
    assert records_behind(app, "2025") == ["ev-2025-all"], "the raid is held within it"
    assert records_behind(app, "Raid") == ["ev-2025-10-20-kk"]
    assert records_behind(app, "Release") == ["ev-2025-all"]
    counted = html_of(app).split("<summary>1 event counted</summary>")[1].split("</details>")[0]
    assert re.findall(r"sel=rescue_events/([a-z0-9-]+)", counted) == ["ev-2025-all"]
    assert 'href="https://example.org/raid"' in counted


def test_in_a_period_counts_what_ended_in_it_and_the_rest_is_named(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_events, **{"from": "2025-10", "to": "2025-10"})
    words = html_of(app)
    assert records_behind(app, "2025") == ["ev-2025-10-20-kk"]
    assert "1 more report, of up to 200 people in all, reaches beyond the period and is not counted." in words
    words = html_of(run_page(show_events, **{"from": "2025-06", "to": "2025-06"}))
    assert "none reported" in words and "of up to 200 people in all" in words


def test_search_narrows_the_table_and_stands_in_the_address(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_events)
    app.text_input(key="events-search").input("RAID").run()
    assert app.query_params["search"] == "RAID"
    assert list(app.dataframe[0].value.index) == ["ev-2025-10-20-kk"]


def test_kinds_are_the_legends_kinds(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_events)
    app.multiselect(key="events-kinds-rescue_events").set_value(["release"]).run()
    assert list(app.dataframe[0].value.index) == ["ev-2025-all"]
    assert "rescue_events.raid" in app.query_params["hide"].split(",")
    app.multiselect(key="events-kinds-rescue_events").set_value([]).run()
    assert "hide" not in app.query_params


def test_a_filter_writes_the_view(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_events)
    app.selectbox(key="filter-since").set_value("2025-10").run()
    assert app.query_params["from"] == "2025-10"
    assert not app.exception


def test_a_selected_record_is_shown_in_full_and_as_text(tmp_path, files, monkeypatch):
    properties(files, "rescue_events.geojson", "ev-2025-10-20-kk")["summary"] = (
        "**<script>alert(1)</script>**"
    )
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_events, sel="rescue_events/ev-2025-10-20-kk"))
    assert "<code>ev-2025-10-20-kk</code>" in words and "&lt;script&gt;" in words and "<script>" not in words


def test_nothing_left_is_said(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    assert "No record of this layer" in html_of(run_page(show_events, search="nothing like it"))


@pytest.mark.parametrize(
    "layer", ["construction_reports", "interventions", "crossings", "season_evidence", "no_such_layer"]
)
def test_each_layer_has_its_table(tmp_path, files, monkeypatch, layer):
    small_data(tmp_path, files, monkeypatch)
    assert len(run_page(show_events, layer=layer).dataframe) == 1


def test_countries_and_the_wider_event_stand_by_name(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_events, sel="rescue_events/ev-2025-10-20-kk")
    row = app.dataframe[0].value.loc["ev-2025-10-20-kk"]
    assert row["Nationalities"] == "China 20, India 25"
    assert row["Counted in"] == "2025, Release, Mae Sot"
    assert "2025, Release, Mae Sot</td>" in html_of(app)


def test_the_records_behind_a_number_begin_with_most_people(tmp_path, files, monkeypatch):
    properties(files, "rescue_events.geojson", "ev-2025-10-20-kk").pop("counted_in")
    data = small_data(tmp_path, files, monkeypatch)
    data.layers["rescue_events"].loc["ev-2025-all", "date"] = "2024"
    told = records_html(["ev-2025-10-20-kk", "ev-2025-all"], "2 events", data=data)
    assert told.index("ev-2025-all") < told.index("ev-2025-10-20-kk"), "45 people of 2025 stand below 110"
