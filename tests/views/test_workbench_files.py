import pytest
from moeiwatch.views.workbench_files import LARGEST_MB, known_files, refusal, target_of

KNOWN = [
    "compounds.geojson",
    "rescue_events.geojson",
    "sources.json",
    "actors.json",
    "stories/the-river.json",
]


@pytest.mark.parametrize(
    ("name", "raw", "target"),
    [
        ("compounds.geojson", b"{}", "compounds.geojson"),
        ("compounds (2).geojson", b"{}", "compounds.geojson"),
        ("rescue_events-copy.geojson", b"{}", "rescue_events.geojson"),
        ("compounds.json", b"{}", "compounds.geojson"),
        ("C:\\data\\sources.json", b"[]", "sources.json"),
        ("the-river.json", b"{}", "stories/the-river.json"),
        ("map.geojson", b'{"$schema": "schema/compounds.json"', "compounds.geojson"),
        ("new-story.json", b'{"$schema": "../schema/story.json"', "stories/new-story.json"),
        ("map.geojson", b"{}", ""),
        ("map.geojson", b'{"$schema": "schema/other.json"', ""),
        ("../../app.py", b"{}", ""),
        ("..", b'{"$schema": "schema/story.json"', ""),
        ("../x/.json", b'{"$schema": "schema/story.json"', ""),
        ("Story.json", b'{"$schema": "schema/story.json"', ""),
        ("compounds.exe", b"{}", ""),
    ],
)
def test_a_file_stands_for_the_one_that_its_name_or_its_schema_says(name, raw, target):
    assert target_of(name, raw, known=KNOWN) == target


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"%PDF-1.7", "PDF"),
        (b"<?xml version='1.0'?>", "XML"),
        (b"<!DOCTYPE html>", "web page"),
        (b"SQLite format 3\0", "GeoPackage"),
        (b"  \n", "empty"),
        (b"", "empty"),
        ('{"a": 1}'.encode("utf-16"), "UTF-8"),
        (b"[" + b" " * (LARGEST_MB * 1_000_000) + b"]", f"up to {LARGEST_MB} MB"),
    ],
)
def test_what_is_no_text_is_refused_with_a_word_on_what_it_is(raw, words):
    said = refusal("../../x.geojson", raw)
    assert words in said and "x.geojson" in said and ".." not in said


def test_a_file_of_the_data_is_not_refused():
    assert refusal("compounds.geojson", b'{"type": "FeatureCollection"}') == ""


def test_every_file_of_records_can_be_replaced(tmp_path):
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "one.json").write_text("{}")
    known = known_files(tmp_path)
    assert {"compounds.geojson", "sources.json", "actors.json", "stories/one.json"} <= set(known)
    assert not [name for name in known if name.startswith(("base/", "schema/"))]
