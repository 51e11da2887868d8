import io
import zipfile

import openpyxl
import pandas as pd
import pytest
from downloads import catch_downloads
from moeiwatch.analysis.backlinks import records_by_source
from moeiwatch.views.sources_page import show_sources, sources_table
from page_runs import html_of, run_page, small_data
from sample_geodata import record, small_files

TITLES = {"kind": {"news": "News"}, "access": {"original": "At the publisher", "copy": "Read in a copy"}}


@pytest.fixture
def files():
    return small_files()


def test_the_table_tells_what_rests_on_a_publication_and_links_no_copy(tmp_path, files, monkeypatch):
    data = small_data(tmp_path, files, monkeypatch)
    behind = records_by_source(data.layers, data.actors)
    table = sources_table(data.sources, behind, titles=TITLES)
    assert table.index.tolist() == ["ap-20251020-raid", "bbc-202510-copy"]
    assert table["Records"].tolist() == [11, 1]
    assert table["Access"].tolist() == ["At the publisher", "Read in a copy"]
    assert table["Link"].fillna("").tolist() == ["https://example.org/raid", ""]
    assert "example.net" not in table.to_csv()


def test_the_page_lists_all_and_counts_copies(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_sources)
    assert "2 publications of 2. Read in a copy on another host, and so cited but not linked: 1." in html_of(
        app
    )
    assert len(app.dataframe[0].value) == 2


def test_an_address_opens_a_publication_with_its_records(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_sources, source="ap-20251020-raid")
    words = html_of(app)
    assert 'href="https://example.org/raid"' in words and "11 records rest on it" in words
    assert "KK Park" in app.dataframe[1].value["Record"].tolist()


def test_what_was_read_in_a_copy_is_marked_and_never_linked(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_sources, source="bbc-202510-copy"))
    assert "read in a copy" in words and "not linked" in words
    assert "example.net" not in words and "<a href" not in words


def test_search_and_facets_cut_the_table_down(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    assert run_page(show_sources, search="seen ABOVE").dataframe[0].value.index.tolist() == [
        "bbc-202510-copy"
    ]
    app = run_page(show_sources)
    app.selectbox(key="sources-access").select("copy").run()
    assert app.dataframe[0].value.index.tolist() == ["bbc-202510-copy"]
    assert "No publication fits" in html_of(run_page(show_sources, search="nothing like it"))


def test_only_what_the_view_shows_may_be_asked_for(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_sources)
    app.segmented_control(key="sources-scope").select("shown").run()
    assert not app.exception and app.dataframe[0].value.index.tolist() == ["ap-20251020-raid"]


def test_hostile_words_do_not_act(tmp_path, files, monkeypatch):
    hostile = "<img src=x onerror=alert(1)>"
    record(files, "sources.json", "ap-20251020-raid")["title"] = hostile
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_sources, source="ap-20251020-raid")) + html_of(
        run_page(show_sources, source=hostile)
    )
    assert "<img" not in words and "&lt;img" in words


def test_each_download_holds_the_publications_shown(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    caught = catch_downloads(monkeypatch)
    app = run_page(show_sources, access="copy")
    shown = app.dataframe[0].value
    assert set(caught) == {"CSV", "Excel"}, "a publication has no place"
    name, content = caught["Excel"]
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert name.endswith(".xlsx") and book.sheetnames == ["about", "sources", "records_by_source", "columns"]
    rows = pd.DataFrame(list(book["sources"].values)[1:], columns=next(book["sources"].values))
    assert rows["id"].tolist() == shown.index.tolist() == ["bbc-202510-copy"]
    assert rows["title"].tolist() == shown["Title"].tolist() and rows["url"].tolist() == [None]
    behind = [row[0] for row in list(book["records_by_source"].values)[1:]]
    assert len(behind) == shown.at["bbc-202510-copy", "Records"]
    told = dict(list(book["about"].values)[1:])
    assert told["records"] == "sources 1 of 2" and told["filters"] == "access: Read in a copy"
    assert "CC BY 4.0" in told["licence"] and told["data_version"]
    meant = {row[1]: row[4] for row in book["columns"].values if not row[2]}
    assert meant["access"].startswith("Access. ") and meant["published"].startswith("Published on. ")
    assert "example.net" not in str(list(book["sources"].values)), "a copy is never linked"


def test_the_archive_of_publications_opens_as_csv_and_says_what_was_behind_the_view(
    tmp_path, files, monkeypatch
):
    small_data(tmp_path, files, monkeypatch)
    caught = catch_downloads(monkeypatch)
    app = run_page(show_sources, scope="shown", **{"from": "2025-10"})
    with zipfile.ZipFile(io.BytesIO(caught["CSV"][1])) as archive:
        assert archive.namelist() == ["about.txt", "sources.csv", "records_by_source.csv"]
        read = pd.read_csv(archive.open("sources.csv"), encoding="utf-8-sig")
        behind = pd.read_csv(archive.open("records_by_source.csv"), encoding="utf-8-sig")
    shown = app.dataframe[0].value
    assert read["id"].tolist() == shown.index.tolist()
    assert behind["source"].value_counts().to_dict() == shown["Records"].to_dict()
    assert set(read["filters"]) == {"from October 2025; publications behind the records shown"}
