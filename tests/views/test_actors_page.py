import io
import json
import zipfile

import openpyxl
import pandas as pd
import pytest
from downloads import catch_downloads
from moeiwatch.views.actor_detail import sdn_link
from moeiwatch.views.actors_page import actors_table, show_actors
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, record, small_files

TITLES = {"kind": {"armed_group": "Armed group", "person": "Person"}, "authority": {"OFAC": "US", "EU": "EU"}}


@pytest.fixture
def files():
    made = small_files()
    properties(made, "compounds.geojson", "kk-park")["armed_groups"] = [
        {"actor": "bgf-kna", "note": "said to guard it"}
    ]
    person = record(made, "actors.json", "saw-somebody")
    person["sanctions"] = [
        {"authority": "OFAC", "date": "2025-05-05", "programme": ["TCO"], "sdn_uid": "53778", "sources": []},
        {"authority": "EU", "date": "2024-10-29"},
    ]
    person["sanctions"][0]["sources"] = ["ap-20251020-raid"]
    return made


def test_the_table_names_authorities_once_and_compounds_by_name(tmp_path, files, monkeypatch):
    data = small_data(tmp_path, files, monkeypatch)
    table = actors_table(data.actors, data=data, titles=TITLES)
    assert table.at["saw-somebody", "Sanctioned by"] == "EU, US"
    assert table.at["saw-somebody", "First sanctioned"] == "2024-10-29"
    assert table.at["bgf-kna", "Named with"] == "KK Park" and table.at["bgf-kna", "Sanctioned by"] is None


def test_an_actor_opens_with_sanctions_programme_entry_and_sources(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_actors, actor="saw-somebody"))
    assert "United States (OFAC)" in words and "TCO" in words and "5 May 2025" in words
    assert 'href="https://sanctionssearch.ofac.treas.gov/Details.aspx?id=53778"' in words
    assert 'href="https://example.org/raid"' in words and "not yet read twice" in words


def test_only_the_actors_that_a_number_counts_are_shown(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_actors, only="saw-somebody")
    assert app.dataframe[0].value.index.tolist() == ["saw-somebody"]
    assert "Only the 1 record behind one number." in html_of(app)


def test_compounds_stand_in_the_words_of_the_record(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_actors, actor="bgf-kna"))
    assert "To be named is not a finding of guilt" in words and "No sanctions on record" in words


def test_facets_and_empty_results(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    assert run_page(show_actors, kind="person").dataframe[0].value.index.tolist() == ["saw-somebody"]
    assert "No actor fits" in html_of(run_page(show_actors, search="nobody at all"))
    assert "There is no actor" in html_of(run_page(show_actors, actor="<b>x"))
    app = run_page(show_actors)
    app.toggle(key="actors-sanctioned").set_value(True).run()
    assert app.dataframe[0].value.index.tolist() == ["saw-somebody"]


def test_no_actor_at_all(tmp_path, files, monkeypatch):
    files["actors.json"]["actors"] = []
    del properties(files, "compounds.geojson", "kk-park")["armed_groups"]
    small_data(tmp_path, files, monkeypatch)
    assert "No actor fits" in html_of(run_page(show_actors))


@pytest.mark.parametrize("uid", [None, "", "53 778", "1&x=2", "javascript:1", "٣", 53778])
def test_only_a_number_makes_a_link(uid):
    assert sdn_link(uid) == ""


def test_hostile_words_do_not_act(tmp_path, files, monkeypatch):
    record(files, "actors.json", "bgf-kna").update(name="<script>x", summary="<b>y", note="<i>z")
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_actors, actor="bgf-kna"))
    assert not [tag for tag in ("<script", "<b>", "<i>") if tag in words] and "&lt;script&gt;x" in words


def test_a_member_opens_at_its_own_address(tmp_path, monkeypatch):
    files = small_files()
    actors = files["actors.json"]["actors"]
    actors[1]["member_of"] = [actors[0]["id"]]
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_actors, actor=actors[0]["id"])
    app.button(key=f"actor-{actors[1]['id']}").click().run()
    assert app.query_params["actor"] in (actors[1]["id"], [actors[1]["id"]])


def test_each_download_holds_the_actors_shown(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    caught = catch_downloads(monkeypatch)
    app = run_page(show_actors, sanctioned="yes")
    shown = app.dataframe[0].value
    assert set(caught) == {"CSV", "Excel"}, "an actor has no place"
    book = openpyxl.load_workbook(io.BytesIO(caught["Excel"][1]))
    assert book.sheetnames == ["about", "actors", "named_with", "sources", "columns"]
    rows = pd.DataFrame(list(book["actors"].values)[1:], columns=next(book["actors"].values))
    assert rows["id"].tolist() == shown.index.tolist() == ["saw-somebody"]
    assert rows["name"].tolist() == shown["Name"].tolist()
    assert [one["authority"] for one in json.loads(rows["sanctions"][0])] == ["OFAC", "EU"]
    assert "longitude" not in rows
    listed = [row[0] for row in list(book["sources"].values)[1:]]
    assert "ap-20251020-raid" in listed, "the source of a sanction goes along"
    told = dict(list(book["about"].values)[1:])
    assert told["filters"] == "under sanctions only" and told["records"].startswith("actors 1 of 2")


def test_the_archive_of_actors_opens_as_csv_and_says_with_which_compounds(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    caught = catch_downloads(monkeypatch)
    app = run_page(show_actors)
    with zipfile.ZipFile(io.BytesIO(caught["CSV"][1])) as archive:
        assert archive.namelist() == ["about.txt", "actors.csv", "named_with.csv", "sources.csv"]
        read = pd.read_csv(archive.open("actors.csv"), encoding="utf-8-sig")
        named = pd.read_csv(archive.open("named_with.csv"), encoding="utf-8-sig")
        assert b"data_version" in archive.read("about.txt")
    assert read["id"].tolist() == app.dataframe[0].value.index.tolist()
    assert named[["actor", "compound", "role", "note"]].values.tolist() == [
        ["bgf-kna", "kk-park", "armed_groups", "said to guard it"]
    ]
