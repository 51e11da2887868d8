"""What changed: versions in sentences, newest first, earlier ones on demand; nothing known; hostile words."""

import re

import pytest
from moeiwatch.data.changes.history import Told, Version
from moeiwatch.views import changes_page, library
from moeiwatch.views.changes_page import FIRST, MORE, records_html, show_changes
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files

MARKUP = "<img src=x onerror=alert(1)>"


def version(number, *records, **given):
    usual = {"date": "2026-03-05", "revision": "4dafb36", "since": f"{number - 1:012}"}
    counts = {"changed": len(records)}
    return Version(
        f"{number:012}", **usual, summary="1 record changed", counts=counts, records=records, **given
    )


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "revision", lambda: "4dafb36")
    changes_page._versions.clear()
    return small_data(tmp_path, small_files(), monkeypatch)


def given(monkeypatch, versions):
    asked = []

    def read(directory, *, most):
        asked.append(most)
        return versions[:most]

    monkeypatch.setattr(changes_page, "read_versions", read)
    return asked


def test_a_version_is_told_in_sentences_that_lead_to_the_map(data, monkeypatch):
    told = Told("compounds", "kk-park", "KK Park", "changed", "status active -> raided (2026-03-05)")
    given(monkeypatch, [version(9, told)])
    words = html_of(run_page(show_changes))
    assert "5 March 2026" in words and "000000000009" in words and "4dafb36" in words
    assert "KK Park" in words and "status active -&gt; raided (2026-03-05)" in words
    assert 'href="./?sel=compounds/kk-park"' in words
    assert "No earlier version is known" in words


@pytest.mark.parametrize(
    "gone", [{"merged_into": "kk-park"}, {"withdrawn": {"date": "2026-03-05", "reason": "A misreading."}}]
)
def test_what_the_map_does_not_show_has_no_link_to_it(tmp_path, monkeypatch, gone):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park-north").update(gone)
    shown = small_data(tmp_path, files, monkeypatch)
    told = [Told("compounds", id_, id_, "changed", "x") for id_ in ("kk-park", "kk-park-north")]
    assert re.findall('sel=([^"]+)', records_html(tuple(told), data=shown)) == ["compounds/kk-park"]


def test_earlier_versions_come_on_demand(data, monkeypatch):
    asked = given(monkeypatch, [version(number) for number in range(100, 50, -1)])
    app = run_page(show_changes)
    assert html_of(app).count("mw-version") == FIRST
    app.button(key="mw-earlier").click().run()
    assert html_of(app).count("mw-version") == FIRST + MORE
    assert asked == [FIRST, FIRST + MORE]


def test_a_version_is_read_once_for_all_readers(data, monkeypatch):
    asked = given(monkeypatch, [version(9)])
    run_page(show_changes)
    run_page(show_changes)
    assert asked == [FIRST]


def test_where_nothing_is_known_the_page_says_so(data, monkeypatch):
    given(monkeypatch, [])
    app = run_page(show_changes)
    assert "What changed is not known here" in html_of(app)
    assert len(app.button) == 0


def test_many_records_are_folded_and_what_is_left_out_is_counted(data, monkeypatch):
    records = [Told("sources", f"s-{n}", f"Source {n}", "added", "added (1 source)") for n in range(60)]
    given(monkeypatch, [version(9, *records, left_out=7, notes=("x.json: cannot be read",))])
    words = html_of(run_page(show_changes))
    assert "and 35 more records" in words and "Source 59" in words
    assert "7 records more are not listed" in words and "cannot be read" in words


def test_words_of_the_data_are_no_markup(data):
    told = Told("compounds", MARKUP, MARKUP, MARKUP, MARKUP)
    other = Told(MARKUP, MARKUP, MARKUP, "added", MARKUP)
    words = records_html((told, other), data=data)
    assert "<img" not in words and "href" not in words


def test_what_the_label_says_is_not_said_again(data):
    for phrase in ("added: 1 source, confidence high", "added (1 source, confidence high)"):
        told = Told("sources", "a", "AP, 'Raid'", "added", phrase)
        assert ": 1 source, confidence high<" in records_html((told,), data=data)


def test_a_version_of_which_its_summary_says_all_does_not_stand_empty(data, monkeypatch):
    bare = Version("000000000009", "2026-03-05", "4dafb36", "", summary="no change of meaning")
    files = ("stories/a.json: changed: step 1: title A -> B",)
    told = Told("compounds", "kk-park", "KK Park", "changed", "status active -> raided")
    given(monkeypatch, [bare, version(8, notes=files), version(7, told)])
    app = run_page(show_changes)
    assert "No change of meaning." in html_of(app)
    assert "stories/a.json: changed: step 1: title A -&gt; B" in html_of(app)
    assert [box.proto.expanded for box in app.expander] == [True, False]
