"""Files that are no data at all: each gives one clear error with its line, and none of them a crash."""

import json

import pytest
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.documents import parse_document, read_document
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.problems import ERROR
from sample_geodata import AS_OF, small_files, write_files

DEEP = 200_000

UNREADABLE = [
    ("not JSON", b'{\n "features": [,]\n}', 2, "a comma stands before the closing ]"),
    ("prose", b"KK Park, 16.6 N 98.5 E\n", 1, "this is not JSON"),
    ("truncated", b'{"type": "FeatureCollection",\n"features": [{"type": "Fea', 2, "has no closing quote"),
    ("something after the end", b"{}\n{}", 2, "something stands after the end"),
    ("not UTF-8", b'{\n"a": "\xe9"}', 2, "the text is not UTF-8 (byte 0xe9)"),
    ("UTF-16", '{"a": 1}'.encode("utf-16"), 1, "the text is UTF-16, not UTF-8"),
    ("lone surrogate", b'{"a":\n"\\ud83d"}', 2, "half a character (\\ud83d, a lone surrogate)"),
    ("lone surrogate in a name", b'{\n"\\uDC00": 1}', 2, "half a character (\\udc00"),
    ("empty", b"", 1, "the file is empty"),
    ("white space", b" \n\t\n", 1, "the file is empty"),
    ("NaN", b"[1,\nNaN]", 2, "NaN is not a number that JSON knows"),
    ("minus infinity", b'["NaN",\n"-Infinity",\n-Infinity]', 3, "-Infinity is not a number"),
    ("too large a number", b"[1,\n\n1e999]", 3, "the number 1e999 is too large"),
    ("5,000 digits", b'{"a":\n' + b"7" * 5_000 + b"}", 2, "a number has thousands of digits"),
    (
        "5,000 digits behind a string of them",
        b'["' + b"7" * 5_000 + b'",\n' + b"7" * 5_000 + b"]",
        2,
        "digits",
    ),
    ("deep lists", b"\n" + b"[" * DEEP + b"]" * DEEP, 2, "nested deeper than 100 levels"),
    ("deep objects", b'{"a":' * DEEP, 1, "nested deeper than 100 levels"),
    ("deep enough", b"[" * 101 + b"]" * 101, 1, "nested deeper than 100 levels"),
    ("ten million lists", b"[" + b"[]," * 10_000_000 + b"[]]", None, "more than 3,000,000 objects and lists"),
]


@pytest.mark.parametrize(("name", "raw", "line", "message"), UNREADABLE, ids=[case[0] for case in UNREADABLE])
def test_unreadable_file_is_named_with_its_line(name, raw, line, message):
    document = parse_document(raw, file="compounds.geojson")

    assert document.broken
    assert document.value is None
    assert [(p.file, p.line, p.severity) for p in document.problems] == [("compounds.geojson", line, ERROR)]
    assert message in document.problems[0].message
    if message == "the file is empty":
        remedy = "Bring back what stood in it: git checkout origin/main -- geodata/compounds.geojson."
        assert document.problems[0].remedy == remedy


@pytest.mark.parametrize(("name", "raw", "line", "message"), UNREADABLE, ids=[case[0] for case in UNREADABLE])
def test_unreadable_layer_leaves_the_rest_of_the_data_as_it_is(tmp_path, name, raw, line, message):
    write_files(tmp_path, {**small_files(), "crossings.geojson": raw})

    problems = check_contents(read_contents(tmp_path), as_of=AS_OF)
    geodata = read_geodata(tmp_path)

    assert [(p.file, p.line) for p in problems if p.severity == "error"] == [("crossings.geojson", line)]
    assert [(p.file, p.line) for p in geodata.problems] == [("crossings.geojson", line)]
    assert geodata.counts["crossings"] == (0, None)
    assert geodata.counts["compounds"] == (2, 2)
    assert list(geodata.layers["crossings"].columns)[:2] == ["name", "kind"]


@pytest.mark.parametrize("file", ["compounds.geojson", "sources.json", "actors.json", "base/border.geojson"])
def test_missing_file_is_an_error(tmp_path, file):
    write_files(tmp_path, small_files())
    (tmp_path / file).unlink()

    problems = [p for p in check_contents(read_contents(tmp_path), as_of=AS_OF) if p.severity == ERROR]

    assert [(p.file, p.line, p.message) for p in problems] == [(file, None, "the file is missing")]
    assert problems[0].remedy == f"Bring it back: git checkout origin/main -- geodata/{file}."


def test_folder_in_the_place_of_a_file_is_an_error(tmp_path):
    write_files(tmp_path, {**small_files(), "crossings.geojson": None})
    (tmp_path / "crossings.geojson").mkdir()

    problems = check_contents(read_contents(tmp_path), as_of=AS_OF)

    assert [p.message for p in problems if p.severity == ERROR] == ["this is a folder, not a file"]


def test_file_of_50_megabytes_is_read(tmp_path):
    text = json.dumps({"type": "FeatureCollection", "features": [], "filling": '\\"' * 12_500_000})
    document = parse_document(text.encode(), file="compounds.geojson")

    assert len(text) >= 50_000_000
    assert not document.broken
    assert document.positions.line(("features",)) == 1


def test_larger_file_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr("moeiwatch.data.documents.LARGEST_FILE", 2_000_000)
    (tmp_path / "a.json").write_bytes(b" " * 3_000_000)

    problem = read_document(tmp_path / "a.json").problems[0]

    assert problem.message == "the file holds 3 MB"
    assert problem.remedy == "Files of up to 2 MB are read."


def test_byte_order_mark_does_no_harm():
    document = parse_document(b"\xef\xbb\xbf[]", file="sources.json")

    assert (document.value, document.marked, document.problems) == ([], True, [])


def test_name_that_stands_twice_is_an_error_at_its_line():
    document = parse_document(b'{"features": [{\n"id": "a",\n"id": "b"}]}', file="x.geojson")

    assert not document.broken
    assert [(p.line, p.field) for p in document.problems] == [(3, "id")]
    assert document.problems[0].message == 'the name "id" stands twice in one object, first on line 2'


def test_thousands_of_names_that_stand_twice_do_not_flood_the_report():
    pairs = b",".join(b'"%d": 1' % (number % 50_000) for number in range(100_000))

    assert len(parse_document(b"{" + pairs + b"}", file="x").problems) == 100


@pytest.mark.parametrize(
    ("text", "record", "field"),
    [
        ('{"features": [{"id": "a-b", "properties": {"note": NaN}}]}', "a-b", "note"),
        ('{"features": [{"id": "a-b", "properties": {"list": [1, {"n": 1e999}]}}]}', "a-b", "list[1].n"),
        ('{"features": [{"properties": {"n": 1e999}, "id": "a-b"}]}', "a-b", "n"),
        ('{"features": [{}, {"properties": {"n": 1e999}}]}', "features[1]", "n"),
        (
            '{"features": [{"id": "a-b", "geometry": {"coordinates": [1, NaN]}}]}',
            "a-b",
            "geometry.coordinates[1]",
        ),
        ('{"actors": [{"id": "a-b", "n": ' + "7" * 5_000 + "}]}", "a-b", "n"),
        ('[{"id": "a-b", "title": "x" "issued": 1}]', "a-b", "title"),
        ('[{"id": "a-b", "n": ' + "[" * DEEP + "]" * DEEP + "}]", "a-b", "n[0][0][0][0][0][0][0][0]"),
        ('[{"id": "a\\u0000b", "n": NaN}]', "item[0]", "n"),
        ('[{"id": "a-b", "n": "\\ud800"}]', "a-b", "n"),
        ('{"type": NaN}', "", ""),
        ("NaN", "", ""),
    ],
)
def test_record_and_property_are_named_even_where_the_text_cannot_be_read(text, record, field):
    (problem,) = parse_document(text.encode(), file="x").problems
    assert (problem.record, problem.field) == (record, field)


def test_the_record_of_a_name_that_stands_twice_is_named():
    document = parse_document(b'[{"id": "a-b", "title": 1, "title": 2}]', file="sources.json")
    assert [(p.record, p.field) for p in document.problems] == [("a-b", "title")]
