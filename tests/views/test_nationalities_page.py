from datetime import date

import pandas as pd
import pytest
from moeiwatch.analysis.nationalities import Coverage
from moeiwatch.views.country_rows import country_rows
from moeiwatch.views.nationalities_chart import nationalities_chart
from moeiwatch.views.nationalities_page import show_nationalities
from moeiwatch.views.nationality_rows import coverage_words, nationality_table
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, record, small_files


@pytest.fixture
def files():
    """Return two events of people who got out, one held within the other, and one of people sent home."""
    made = small_files()
    home = {
        **record(made, "rescue_events.geojson", "ev-2025-all"),
        "id": "ev-2025-12-home",
    }
    home["properties"] = {
        **home["properties"], "kind": "repatriation", "date": "2025-12", "nationalities": {"CN": 30, "ZA": 2},
        "people_min": 30, "people_best": 32, "people_max": 32,
    }  # fmt: skip
    made["rescue_events.geojson"]["features"].append(home)
    return made


def test_those_who_got_out_stand_beside_those_sent_home(tmp_path, files, monkeypatch):
    events = small_data(tmp_path, files, monkeypatch).layers["rescue_events"]
    table = nationality_table(events, among=events)
    assert table.index.tolist() == ["CN", "IN", "ZA"]
    assert table["country"].tolist() == ["China", "India", "South Africa"]
    assert table.loc["CN", ["out_best", "home_best"]].tolist() == [20, 30]
    assert pd.isna(table.at["IN", "home_best"]) and pd.isna(table.at["ZA", "out_best"])
    assert table.at["CN", "home_records"] == ("ev-2025-12-home",) and table.at["IN", "home_records"] == ()


def test_a_file_holds_the_table_with_its_ranges_and_open_ends(tmp_path, files, monkeypatch):
    del properties(files, "rescue_events.geojson", "ev-2025-12-home")["people_max"]
    events = small_data(tmp_path, files, monkeypatch).layers["rescue_events"]
    rows = country_rows(nationality_table(events, among=events), sides=("out", "home"))
    assert rows.columns.tolist() == [
        "country", "code", "out_low", "out_best", "out_high", "out_open", "out_records",
        "home_low", "home_best", "home_high", "home_open", "home_records",
    ]  # fmt: skip
    china = rows.loc["CN"]
    assert china[["country", "code", "out_best", "home_best"]].tolist() == ["China", "CN", 20, 30]
    assert china[["out_open", "home_open"]].tolist() == [False, True]
    assert china["home_records"] == "ev-2025-12-home"
    assert pd.isna(rows.at["ZA", "out_best"]) and rows.at["ZA", "out_open"] is None


def test_the_picture_names_filters_and_period():
    rows = pd.DataFrame(
        {"country": ["China"], "side": ["Out"], "low": [1], "best": [2], "high": [3], "words": ["1 to 3"]}
    )
    chart = nationalities_chart(
        rows,
        dark=False,
        sides={"out": "Out", "home": "Home"},
        filters="from February 2025; to March 2025; without: rescue events (raid); basis: observed",
        version="1f0f",
        as_of=date(2026, 11, 23),
    )
    lines = chart.to_dict()["title"]["subtitle"]
    assert " ".join(lines[1:3]) == (
        "Filters: from February 2025; to March 2025; without: rescue events (raid); basis: observed."
    )
    assert max(map(len, lines)) <= 60


def test_nobody_gives_an_empty_table(tmp_path, files, monkeypatch):
    events = small_data(tmp_path, files, monkeypatch).layers["rescue_events"]
    assert nationality_table(events.iloc[:0], among=events).empty


def test_the_share_with_a_country_is_said():
    assert coverage_words(Coverage(200, 50, 0.25)).startswith(
        "For 50 of 200 people counted, 25 percent, a country is on record."
    )
    assert "99.8 percent" in coverage_words(Coverage(13130, 13102, 13102 / 13130))
    assert coverage_words(Coverage(5, 0, 0.0)) == "Of 5 people counted, no country is on record."
    assert coverage_words(Coverage(0, 0, None)) == "Nobody is counted in what is shown."


def test_the_page_shows_share_chart_and_table(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_nationalities)
    words = html_of(app)
    assert "For 45 of 110 people counted, 41 percent" in words and "never added" in words
    assert app.dataframe[0].value["Country"].tolist() == ["China", "India", "South Africa"]


def test_a_country_leads_to_its_records_and_their_sources(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_nationalities, country="CN", sel="rescue_events/ev-2025-12-home")
    assert set(app.dataframe[1].value.index) == {"ev-2025-10-20-kk", "ev-2025-12-home"}
    assert 'href="https://example.org/raid"' in html_of(app)


def test_empty_filters_say_so(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_nationalities, **{"from": "1999-01", "to": "1999-02"})
    assert "names a country" in html_of(app) and not app.dataframe
    assert {button.label for button in app.get("download_button")} == {"GeoJSON", "CSV", "Excel"}


def test_hidden_events_are_not_nobody(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_nationalities, hide="rescue_events"))
    assert "Rescue events are hidden in the legend; show them to count." in words
    assert "Nobody" not in words and "names a country" not in words


def test_a_code_of_no_country_is_shown_as_it_stands(tmp_path, files, monkeypatch):
    properties(files, "rescue_events.geojson", "ev-2025-10-20-kk")["nationalities"] = {"QQ": 3}
    small_data(tmp_path, files, monkeypatch)
    assert "QQ" in run_page(show_nationalities).dataframe[0].value["Country"].tolist()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("XX", "There is no country with the code XX."),
        ("KE", "No record in the period and the filters shown names Kenya."),
        ("<b>", "There is no country with the code &lt;b&gt;."),
    ],
)
def test_a_country_that_is_not_in_the_table_is_said_and_all_others_offered(
    tmp_path, files, monkeypatch, code, said
):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_nationalities, country=code)
    assert said in html_of(app) and len(app.dataframe) == 1
    next(button for button in app.button if button.label == "Show all countries").click().run()
    assert "country" not in app.query_params and said not in html_of(app)


def test_the_share_with_a_country_leads_to_the_events_that_name_one(tmp_path, monkeypatch):
    small_data(tmp_path, small_files(), monkeypatch)
    words = html_of(run_page(show_nationalities))
    link = 'only=ev-2025-10-20-kk" target="_self">See the 1 event with a country on record</a>'
    assert words.count(link) == 1, "the other side names none"
