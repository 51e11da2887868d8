"""A dossier: claimed beside observed, links to who is named, the river where it is, words for nothing."""

import pytest
from moeiwatch.views import library
from moeiwatch.views.compounds import show_compounds
from moeiwatch.views.tables import record_table
from moeiwatch.views.text import markdown_text
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, record, small_files

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def files():
    return small_files()


def claim(files: dict, id_: str, **changes: object) -> None:
    """Add a report of building: that of the sample with some properties changed."""
    listed = files["construction_reports.geojson"]["features"]
    first = listed[0]
    listed.append({**first, "id": id_, "properties": {**first["properties"], **changes}})


def dossier(tmp_path, files, monkeypatch, compound="kk-park") -> str:
    small_data(tmp_path, files, monkeypatch)
    return html_of(run_page(show_compounds, compound=compound))


def test_what_is_claimed_stands_in_the_row_of_what_is_observed(tmp_path, files, monkeypatch):
    own = properties(files, "construction_reports.geojson", "kc-001")
    own |= {"metric": "buildings_destroyed_satellite", "value_qualifier": "at_least"}
    down = {"metric": "demolished_buildings_cumulative", "observed": "2025-08-09", "basis": "claimed"}
    claim(files, "kc-002", **down, value=1234)
    words = dossier(tmp_path, files, monkeypatch)
    row = words.partition("<th scope='row'>August 2025</th>")[2].partition("</tr>")[0]
    assert '<td data-basis="Claimed"><ul><li><b>at least 1,234</b> buildings demolished, running total' in row
    assert '<td data-basis="Observed"><ul><li><b>at least 12</b> buildings destroyed, by satellite' in row
    address = "./events?layer=construction_reports&amp;sel=construction_reports/kc-001"
    assert f'<a href="{address}" target="_self">May 2025 to August 2025</a>' in row
    assert "https://example.org/raid" in row


def test_a_basis_without_a_figure_says_so(tmp_path, files, monkeypatch):
    words = dossier(tmp_path, files, monkeypatch)
    assert '<td data-basis="Claimed"><span class="mw-none">none on record</span></td>' in words
    assert "Basis not stated" not in words


def test_targets_are_folded_away_and_in_no_sum(tmp_path, files, monkeypatch):
    claim(files, "kc-002", metric="buildings_targeted", basis="claimed", value=80)
    words = dossier(tmp_path, files, monkeypatch)
    assert "damage on the Thai bank: 1 figure, in no sum</summary>" in words
    assert "<b>80</b> buildings to be demolished" in words


def test_sizes_that_were_declared_stand_open_beside_each_other(tmp_path, files, monkeypatch):
    for day in range(10, 24):  # too many figures for every subject to stand open
        claim(files, f"kc-1{day}", metric="blasts_in_day", observed_end=f"2025-11-{day}", unit="count")
    for id_, value in (("kc-002", 635), ("kc-003", 625)):
        said = {"metric": "buildings_total_declared", "basis": "claimed", "observed_end": "2025-11"}
        claim(files, id_, value=value, **said)
    words = dossier(tmp_path, files, monkeypatch)
    table = words.partition("<details open><summary><strong>Buildings on the site</strong>: 2 figures")[2]
    row = table.partition("<th scope='row'>November 2025</th>")[2].partition("</tr>")[0]
    assert "<b>635</b> buildings on the site" in row and "<b>625</b> buildings on the site" in row
    assert "in no sum</summary>" not in words


def test_a_possible_twin_of_a_part_is_named_with_the_part(tmp_path, files, monkeypatch):
    features = files["compounds.geojson"]["features"]
    own = {"name": "Garden", "possibly_same_as": ["kk-park-north"]}
    features.append({**features[0], "id": "garden", "properties": {**features[0]["properties"], **own}})
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_compounds, compound="kk-park")
    label = markdown_text("Garden, perhaps KK Park, north")
    [button] = [button for button in app.button if button.label == label]
    button.click().run()
    assert app.query_params["compound"] == "garden" and "<h1>Garden</h1>" in html_of(app)


def test_who_is_named_leads_to_the_actors_and_a_sanction_says_on_whom_by_whom_and_when(
    tmp_path, files, monkeypatch
):
    actor = files["actors.json"]["actors"][0]
    sanction = {"authority": "OFAC", "date": "2025-05-05", "sources": ["ap-20251020-raid"]}
    actor["sanctions"] = [sanction]
    own = properties(files, "compounds.geojson", "kk-park")
    own["armed_groups"] = [{"actor": actor["id"], "note": HOSTILE}]
    words = dossier(tmp_path, files, monkeypatch)
    link = f'<a href="./actors?actor={actor["id"]}" target="_self">{actor["name"]}</a>'
    assert f"<strong>United States (OFAC)</strong>, 5 May 2025: on {link}" in words
    assert f"<th scope='row'>Armed groups named with it</th><td>{link} <small>" in words
    assert "<img" not in words
    assert "guarding it, owning its land or drawing income from it" in words
    assert '<a href="#sources">By the sources of this record</a>' in words
    assert "Controlled by" not in words and "Run by" not in words


def test_who_is_named_and_under_no_sanction_is_told_apart_from_nobody_named(tmp_path, files, monkeypatch):
    member = files["actors.json"]["actors"][1]
    properties(files, "compounds.geojson", "kk-park")["armed_groups"] = [{"actor": "bgf-kna"}]
    del member["sanctions"]
    words = dossier(tmp_path, files, monkeypatch)
    said = "<th scope='row'>Sanctions on those named with it</th><td>"
    assert f"{said}No sanction is on record on those named with it.</td>" in words


def test_a_sanction_whose_day_is_not_known_is_told_without_one(tmp_path, files, monkeypatch):
    files["actors.json"]["actors"][1]["sanctions"] = [{"authority": "UK"}]
    properties(files, "compounds.geojson", "kk-park")["armed_groups"] = [{"actor": "bgf-kna"}]
    words = dossier(tmp_path, files, monkeypatch)
    member = '<a href="./actors?actor=saw-somebody" target="_self">Saw Somebody</a>'
    assert f"<strong>United Kingdom</strong>, not dated: on {member} <small>(member of " in words


def test_each_line_of_the_status_opens_its_record(tmp_path, files, monkeypatch):
    words = dossier(tmp_path, files, monkeypatch).partition("Status through time")[2]
    event = "rescue_events/ev-2025-10-20-kk"
    link = f'<a href="./events?layer=rescue_events&amp;sel={event}" target="_self">21 October 2025</a>'
    assert f'<span class="mw-when">{link}</span> Raided' in words
    assert '<span class="mw-when"><a href="#sources">not dated</a></span> Active' in words


def test_a_compound_away_from_the_river_has_no_season(tmp_path, files, monkeypatch):
    record(files, "compounds.geojson", "kk-park")["geometry"]["coordinates"] = [98.52, 15.3]
    words = dossier(tmp_path, files, monkeypatch)
    assert "It does not stand at the Moei, which is 144 km away at its nearest." in words
    assert "Low water:" not in words


def test_a_compound_at_the_river_has_one_as_sure_as_its_point(tmp_path, files, monkeypatch):
    words = dossier(tmp_path, files, monkeypatch)
    assert "The river is 3.2 km from the point of this record, and the point is sure within 500 m." in words


def test_parts_that_are_empty_say_so(tmp_path, files, monkeypatch):
    words = dossier(tmp_path, files, monkeypatch, compound="kk-park-north")
    for said in (
        "<th scope='row'>Armed groups named with it</th><td>Nobody is named in the sources read.</td>",
        "<th scope='row'>Named as operators</th><td>Nobody is named in the sources read.</td>",
        "<th scope='row'>Sanctions on those named with it</th><td>Nobody is named in the sources read.</td>",
        "No rescue, release or escape names this compound.",
        "No figure on buildings, land or equipment is on record.",
        "No report, event or policy step names this compound.",
    ):
        assert said in words


def test_many_records_are_folded_by_year_and_the_newest_stands_open(tmp_path, files, monkeypatch):
    for year in range(1995, 2025):
        claim(files, f"kc-{year}", observed=str(year), observed_end=str(year))
    words = dossier(tmp_path, files, monkeypatch)
    assert "<details><summary><strong>2024</strong>: 1 record</summary>" in words
    assert "<details open><summary><strong>2025</strong>: 2 records</summary>" in words


def test_a_wider_event_is_called_by_date_kind_and_place_and_not_by_its_id(tmp_path, files, monkeypatch):
    properties(files, "rescue_events.geojson", "ev-2025-10-20-kk")["counted_in"] = "ev-2025-all"
    data = small_data(tmp_path, files, monkeypatch)
    schema = library.schema("rescue_events")
    table = record_table("rescue_events", data.layers["rescue_events"], schema=schema, data=data)
    assert table.loc["ev-2025-10-20-kk", "Counted in"] == "2025, Release, Mae Sot"


def test_the_table_says_until_when_a_group_is_named_with_a_compound(tmp_path, files, monkeypatch):
    own = properties(files, "compounds.geojson", "kk-park")
    own["armed_groups"] = [{"actor": "bgf-kna", "until": "2025-11"}]
    data = small_data(tmp_path, files, monkeypatch)
    schema = library.schema("compounds")
    compounds = data.layers["compounds"].assign(
        status_shown=None, status_shown_as_of=None, not_confirmed_since=None, newest_word=None
    )
    table = record_table("compounds", compounds, schema=schema, data=data)
    assert table.loc["kk-park", "Armed groups named with it"] == "Karen BGF (until November 2025)"
