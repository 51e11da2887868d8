import pandas as pd
import pytest
from moeiwatch.data.viewstate import ViewState
from moeiwatch.mappage.headline_numbers import headline_numbers
from moeiwatch.views import headline, library
from moeiwatch.views.map import show_map
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, record, small_files


@pytest.fixture
def files(monkeypatch):
    monkeypatch.setattr(library, "map_page", lambda: "built")
    return small_files()


def test_headline_numbers_say_what_they_count(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_map))
    assert "100 to 200" in words, "one event holds the other: people are counted once"
    assert "2 reports, of which 1 stands for the rest" in words
    for part in ("Compounds, by rule", "Key figures", "Newest record", "21 October 2025"):
        assert part in words


def test_numbers_of_key_figures_and_the_newest_step_lead_to_exactly_their_records(
    tmp_path, files, monkeypatch
):
    person = record(files, "actors.json", "saw-somebody")
    person["sanctions"] = [{"authority": "EU", "date": "2024-10-29"}]
    step = "iv-2025-02-power"
    properties(files, "interventions.geojson", step).update(kind="arrest", key_figure=True)
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_map))
    assert f'<td>Arrested</td><td><a href="./events?layer=interventions&amp;only={step}"' in words
    assert '<td>Under sanctions, people</td><td><a href="./actors?only=saw-somebody"' in words
    assert (
        f'<td>Policy steps</td><td><a href="./events?layer=interventions&amp;sel=interventions/{step}"'
        in words
    )


def test_the_period_of_the_address_cuts_numbers_and_table(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_map, **{"from": "2026-01", "sel": "rescue_events/ev-2025-all"})
    assert "People who left compounds, from January 2026" in html_of(app)
    assert "none reported" in html_of(app) and "No report ended in what is shown." in html_of(app)
    assert "No record of this layer is in the period" in html_of(app)


@pytest.mark.parametrize(
    ("hidden", "title", "number"),
    [
        ("rescue_events", "People who left compounds", "mw-value"),
        ("compounds", "Compounds, by rule", "<td>Records</td>"),
        ("construction_reports", "Buildings down", "Nothing reported"),
        ("construction_reports.damage,construction_reports.demolition", "Buildings down", "Nothing reported"),
        ("interventions", "Key figures", "<td>Arrested</td>"),
        ("interventions.arrest", "Key figures", "<td>Arrested</td>"),
    ],
)
def test_a_hidden_layer_is_said_to_be_hidden(tmp_path, files, monkeypatch, hidden, title, number):
    small_data(tmp_path, files, monkeypatch)
    everything, without = (html_of(run_page(show_map, **query)) for query in ({}, {"hide": hidden}))
    parts = [words.partition(title)[2].partition("</div>")[0] for words in (everything, without)]
    assert number in parts[0] and number not in parts[1], "a number would be one of what is not shown"
    assert "hidden in the legend; show them to count." in parts[1] and "hidden in" not in everything


def test_no_link_leads_to_reports_that_are_hidden(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    offered = []
    monkeypatch.setattr(headline, "show_link", lambda name, label, *_, **__: offered.append(label))
    run_page(show_map)
    assert "See the 2 reports" in offered
    offered.clear()
    run_page(show_map, hide="rescue_events")
    assert offered and not any("report" in label for label in offered)


def test_titles_name_the_filters_in_the_words_of_their_button(tmp_path, files, monkeypatch):
    person = record(files, "actors.json", "saw-somebody")
    person["sanctions"] = [{"authority": "EU", "date": "2024-10-29"}]
    files["actors.json"]["actors"].append(
        {**person, "id": "a-group", "kind": "armed_group", "name": "<Group>"}
    )
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_map, conf="high", group="a-group", mode="known", **{"from": "2025-01"}))
    chosen = "from January 2025, as it was known, high confidence only, with &lt;Group&gt;"
    assert f"<h3>People who left compounds, {chosen}</h3>" in words
    assert f"<h3>Key figures, {chosen}</h3>" in words
    assert "<td>Under sanctions, people, of any group</td>" in words
    assert "Sanctions are of any date, whatever the other filters." in words
    assert "of any group" not in html_of(run_page(show_map))


def test_the_table_follows_the_selection(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_map, sel="rescue_events/ev-2025-10-20-kk")
    assert list(app.dataframe[0].value.index) == ["ev-2025-10-20-kk", "ev-2025-all"]
    assert app.session_state["table-map-rescue_events"]["selection"]["rows"] == [0]
    app.query_params["sel"] = "compounds/kk-park-north"
    app.run()
    assert app.dataframe[0].value.index[0] == "kk-park-north", "of another layer than the open one, and first"
    app.query_params["sel"] = "rescue_events/ev-2025-all"
    app.run()
    assert list(app.dataframe[0].value.index) == ["ev-2025-all", "ev-2025-10-20-kk"]
    app.query_params["layer"] = "interventions"
    app.run()
    assert not app.exception and "ev-2025-all" not in app.dataframe[0].value.index, "asked for by the reader"


@pytest.mark.parametrize(
    ("selected", "is_told"), [("season_evidence/se-001", True), ("rescue_events/ev-2025-all", False)]
)
def test_a_record_that_the_map_does_not_draw_is_told_below_the_table(
    tmp_path, files, monkeypatch, selected, is_told
):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_map, sel=selected)
    assert ('class="mw-record"' in html_of(app)) == is_told
    assert any(f"Record: {selected}" in block.value for block in app.code) == is_told


def test_a_broken_record_is_named_and_the_rest_is_shown(tmp_path, files, monkeypatch):
    properties(files, "compounds.geojson", "kk-park-north")["status"] = "<b>burning</b>"
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_map))
    assert "Some of the data could not be read" in words
    assert "Compounds: 1 of 2." in words and "kk-park-north" in words
    assert "<b>burning" not in words and "&lt;b&gt;burning" in words


def test_an_empty_layer_and_no_file_at_all_are_no_error(tmp_path, files, monkeypatch):
    for name in ("compounds", "rescue_events", "construction_reports", "interventions"):
        files[f"{name}.geojson"]["features"] = []
    del files["crossings.geojson"]
    small_data(tmp_path, files, monkeypatch)
    assert "Some of the data could not be read" in html_of(run_page(show_map))


def test_an_unreadable_layer_is_named_and_not_counted_as_none_of_none(tmp_path, files, monkeypatch):
    files["crossings.geojson"] = b'{"type": "FeatureCollection", "features": [{"ty'
    properties(files, "compounds.geojson", "kk-park-north")["status"] = "burning"
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_map))
    assert "1 of 2" in words
    assert "none of an unknown number; crossings.geojson could not be read" in words


def test_people_open_upwards_are_told_so(tmp_path, files, monkeypatch):
    del properties(files, "rescue_events.geojson", "ev-2025-all")["people_max"]
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_map))
    data = library.geodata()
    number = next(n for n in headline_numbers(data) if n["title"].startswith("People"))
    assert number["value"].endswith(" or more")
    assert number["value"] in words


def test_withdrawn_events_are_counted_in_neither_number(tmp_path, files, monkeypatch):
    withdrawn = {"date": "2025-03-01", "reason": "It was never in Myanmar."}
    properties(files, "rescue_events.geojson", "ev-2025-all")["withdrawn"] = withdrawn
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_map))
    data = library.geodata()
    number = next(n for n in headline_numbers(data) if n["title"].startswith("People"))
    assert "Counted once each, as far as the records tell: 1 report." in number["note"]
    assert number["note"] in words


def test_an_address_with_a_compound_opens_its_dossier(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    assert "<h1>KK Park</h1>" in html_of(run_page(show_map, compound="kk-park"))


def test_what_a_view_shows_does_not_depend_on_where_the_map_stands(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    one = library.shown(ViewState(month=3, viewport=(10.0, 16.0, 98.0)))
    other = library.shown(ViewState(month=3, viewport=(11.0, 16.0, 98.0), selected="compounds/kk-park"))
    pd.testing.assert_frame_equal(pd.DataFrame(one["compounds"]), pd.DataFrame(other["compounds"]))


def test_totals_that_others_published_and_sanctions_are_those_of_the_period(tmp_path, files, monkeypatch):
    report = properties(files, "construction_reports.geojson", "kc-001")
    report |= {"metric": "compounds_count", "value": 27, "unit": "count", "published": "2025-09"}
    small_data(tmp_path, files, monkeypatch)
    assert "Published by others, 2025" in html_of(run_page(show_map))
    early = html_of(run_page(show_map, to="2024-03", mode="known"))
    assert "Published by" not in early
    assert "Sanctions are those imposed by March 2024" in early and "Key figures, to March 2024" in early
