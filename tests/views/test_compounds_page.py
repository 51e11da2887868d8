import pytest
from moeiwatch.data.takeaway.filters import ALL
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.compounds import open_dossier, show_compounds
from moeiwatch.views.compounds_table import compounds_table
from moeiwatch.views.take_away import taken_layers
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files

HOSTILE = "<img src=x onerror=alert(1)> :smile: $x$ [a](javascript:b)"


@pytest.fixture
def files():
    return small_files()


def test_the_table_counts_reports_and_says_how_old_a_word_is(tmp_path, files, monkeypatch):
    data = small_data(tmp_path, files, monkeypatch)
    table = compounds_table(data.layers["compounds"], ViewState(), data=data)
    assert table.loc["kk-park", "Construction reports"] == 1
    assert table.loc["kk-park", "People events"] == 1
    assert table.loc["kk-park", "Newest word"] == "2025-10-21"


@pytest.fixture
def raided(files):
    """Return data in which KK Park was active in 2025 and raided in 2026, as the record says."""
    own = properties(files, "compounds.geojson", "kk-park")
    own |= {"first_reported": "2022-03", "status": "raided", "status_as_of": "2026-02-09"}
    properties(files, "rescue_events.geojson", "ev-2025-10-20-kk")["kind"] = "escape"
    return files


def test_with_a_period_the_table_speaks_of_its_end(tmp_path, raided, monkeypatch):
    small_data(tmp_path, raided, monkeypatch)
    [table] = run_page(show_compounds, to="2025-12").dataframe
    row = table.value.loc["kk-park"]
    assert row[["Status", "Status as of", "Newest word"]].tolist() == ["Active", "2025-10-20", "2025-10-21"]
    assert row[["Construction reports", "People events"]].tolist() == [1, 1]
    assert "Summary (of today)" in table.value and "Summary" not in table.value
    app = run_page(show_compounds, to="2023-06")
    row = app.dataframe[0].value.loc["kk-park"]
    assert row[["Status", "Status as of", "Not confirmed since"]].tolist() == [
        "Unknown",
        "2022-03",
        "2022-03",
    ]
    assert row[["Newest word", "Construction reports", "People events"]].tolist() == ["2022-03", 0, 0]
    assert "are those of the end of June 2023" in html_of(app)


def test_without_a_period_the_table_speaks_of_today(tmp_path, raided, monkeypatch):
    small_data(tmp_path, raided, monkeypatch)
    [table] = run_page(show_compounds).dataframe
    row = table.value.loc["kk-park"]
    assert row[["Status", "Status as of", "Newest word"]].tolist() == ["Raided", "2026-02-09", "2026-02-09"]
    assert "Summary" in table.value


def test_reports_of_a_layer_hidden_in_the_legend_are_counted_all_the_same(tmp_path, raided, monkeypatch):
    small_data(tmp_path, raided, monkeypatch)
    [table] = run_page(show_compounds, hide="construction_reports").dataframe
    assert table.value.loc["kk-park", "Construction reports"] == 1


def test_a_download_carries_the_status_of_the_period_beside_that_of_the_record(tmp_path, raided, monkeypatch):
    data = small_data(tmp_path, raided, monkeypatch)
    view = ViewState(until="2025-12")
    shown = {"compounds": library.shown(view)["compounds"]}
    about, taken, held = taken_layers(shown, view, scope="shown", data=data, besides="")
    row = taken["compounds"].loc["kk-park"]
    assert (row["status"], row["status_shown"], row["newest_word"]) == ("raided", "active", "2025-10-21")
    assert about.filters == "to December 2025" and held == {"compounds": 2}
    about, taken, _ = taken_layers(shown, view, scope="all", data=data, besides="")
    assert taken["compounds"].loc["kk-park", "status_shown"] == "raided" and about.filters == ALL


def test_a_dossier_holds_names_figures_people_timeline_and_sources(tmp_path, files, monkeypatch):
    own = properties(files, "compounds.geojson", "kk-park")
    own |= {"name_zh": ["KK园区"], "name_th": ["เคเคปาร์ค"], "other_names": ["KK Garden"]}
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_compounds, compound="kk-park"))
    assert '<span lang="zh" title="Chinese">KK园区</span>' in words and 'lang="th"' in words
    assert "40 to 50" in words, "people at the compound"
    assert "In order of time" not in words or "2 records" in words
    assert 'href="https://example.org/raid"' in words and "not yet read twice" in words


def test_the_timeline_shows_number_hedge_and_end(tmp_path, files, monkeypatch):
    report = properties(files, "construction_reports.geojson", "kc-001")
    report |= {"metric": "structures_built", "value_qualifier": "more_than"}
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_compounds, compound="kk-park"))
    assert "May 2025 to August 2025" in words
    assert "<b>more than 12</b> structures built. " in words
    assert "<b>40 to 50 people</b>." in words


def test_a_number_of_sites_leads_to_these_and_the_page_shows_no_other(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_compounds))
    assert 'href="./compounds?only=kk-park,kk-park-north"' in words
    app = run_page(show_compounds, only="kk-park-north,no-such")
    assert app.dataframe[0].value.index.tolist() == ["kk-park-north"]
    assert "Only the 2 records behind one number. 1 of them is not in the data, or no longer." in html_of(app)
    [button] = [button for button in app.button if button.label == "Show all"]
    button.click().run()
    assert "only" not in app.query_params and len(app.dataframe[0].value) == 2


def test_filters_do_not_cut_a_dossier(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    assert "40 to 50" in html_of(run_page(show_compounds, compound="kk-park", **{"to": "2020-01"}))


def test_parts_are_buttons_that_open_their_dossier(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_compounds, compound="kk-park")
    [part] = [button for button in app.button if button.key == "open-Its parts-kk-park-north"]
    part.click().run()
    assert app.query_params["compound"] == "kk-park-north"
    assert "<h1>KK Park, north</h1>" in html_of(app)
    [back] = [button for button in app.button if button.label == "All compounds"]
    back.click().run()
    assert "compound" not in app.query_params and len(app.dataframe) == 1


def test_hostile_names_stay_text(tmp_path, files, monkeypatch):
    for name in ("kk-park", "kk-park-north"):
        properties(files, "compounds.geojson", name)["name"] = HOSTILE
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_compounds, compound="kk-park")
    assert "<img" not in html_of(app)
    label = next(button.label for button in app.button if (button.key or "").startswith("open-Its parts"))
    assert ":smile:" not in label and "](" not in label.replace("\\", "x") and "\\$x\\$" in label


def test_an_unknown_id_says_so(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_compounds, compound="<b>nowhere")
    assert "no compound with the id &lt;b&gt;nowhere" in html_of(app) and len(app.dataframe) == 1


def test_hidden_compounds_are_not_none(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_compounds, hide="compounds"))
    assert "Compounds are hidden in the legend; show them to count." in words
    assert "Records" not in words and "No compound is in the period" not in words


def test_a_choice_of_no_row_opens_nothing():
    open_dossier("")
