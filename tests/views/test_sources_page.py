import pytest
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
    app.selectbox(key="sources-Access").select("Read in a copy").run()
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
