"""Files of new records in every form: what is read of them, and what is said where they are broken."""

import json
import os
from pathlib import Path

import pytest
from moeiwatch.data.drafts.read_rows import parse_rows, read_rows

BIBTEX = rb"""
@article{smith, title = {Caf{\'e} {Report}}, journal = {The {Paper}}, year = 2025, month = feb,
  url = {https://p.example/a_b?c=1&d=%20~x}, author = {A and B}}
@online{dup, title = {One}, url = {https://p.example/one\_\%20\#2\&3}, date = {2025-02-12},
  langid = {english}}
@online{dup, title = {Two}, url = {https://p.example/two}}
@misc{broken, title = {never closed
@misc{last, howpublished = {\url{https://p.example/how}}}
"""

RIS = """TY  - NEWS
TI  - A headline
  that goes on
T2  - The Paper
DA  - 2025/02/12
UR  - https://p.example/ris
AU  - Somebody
ER  -
TY  - RPRT
TI  - No end line
PB  - Institute"""


def read(raw: bytes | str, file: str, layer: str = "sources"):
    return parse_rows(raw if isinstance(raw, bytes) else raw.encode(), file=file, layer=layer)


def test_bibtex_names_what_it_cannot_read():
    rows = read(BIBTEX, "z.bib")
    values = {row.where: row.values for row in rows.rows}
    assert values["entry smith"] == {
        "type": "article-journal",
        "title": "Café Report",
        "container-title": "The Paper",
        "URL": "https://p.example/a_b?c=1&d=%20~x",
        "issued": "2025-02",
    }
    assert [row.values.get("title") for row in rows.rows if row.where == "entry dup"] == ["One", "Two"]
    assert rows.rows[1].values["URL"] == "https://p.example/one_%20#2&3"
    assert values["entry last"]["URL"] == "https://p.example/how"
    assert [problem.line for problem in rows.problems] == [7]
    assert rows.rows[0].said == ("left out: author",)


def test_ris_with_a_mark_a_continued_line_and_no_end():
    rows = read("\ufeff" + RIS.replace("\n", "\r\n"), "z.ris")
    assert rows.problems == []
    assert rows.rows[0].values == {
        "type": "article-newspaper",
        "title": "A headline that goes on",
        "container-title": "The Paper",
        "issued": "2025/02/12",
        "URL": "https://p.example/ris",
    }
    assert rows.rows[0].said == ("left out: AU",)
    assert rows.rows[1].values["publisher"] == "Institute"


@pytest.mark.parametrize(
    ("text", "line"), [("TI  - x\nER  - ", 1), ("nonsense", 1), ("TY  - A\nER  - \nTI  - y", 3)]
)
def test_ris_lines_outside_of_entries_are_named(text, line):
    assert [problem.line for problem in read(text, "z.ris").problems][:1] == [line]


def test_csv_with_semicolons_positions_and_empty_cells():
    rows = read("\ufeffName;lon;lat;Other names\n\nKK;98.5;16.7;a; \n;;;\nB;;;\n", "t.csv", "compounds")
    assert rows.problems == []
    assert [(row.line, row.values, row.geometry) for row in rows.rows] == [
        (3, {"Name": "KK", "Other names": "a"}, {"type": "Point", "coordinates": [98.5, 16.7]}),
        (5, {"Name": "B"}, None),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,a\n1,2", "stands twice"),
        ("a,b\n1,2,3", "3 cells"),
        ("a,\n1,2", "without a name"),
        ('a,b\n"1,2', "no table"),
        ("a\x00,b\n1,\x002", ""),
        ("name,lon,lat\nx,1e5,2", "out of range"),
        ("name,lon,lat\nx,nan,2", "out of range"),
        ("name,lon,lat\nx,1,", "missing"),
        ("name,lon,lat\nx,east,2", "not a number"),
        ("name,geometry\nx,{", "not GeoJSON"),
        ("name", "no record"),
        ("", "no record"),
        (b"na\xefme\n", "not UTF-8"),
        ("name\n" + "x" * 200_000, "no table"),
        ("name\n" + "x\n" * 5_001, "more than 5,000"),
    ],
)
def test_broken_tables_are_told(text, words):
    rows = read(text, "t.csv", "compounds")
    assert any(words in problem.message for problem in rows.problems) or not words


def test_an_export_of_geojson_io():
    feature = {
        "type": "Feature",
        "id": 0,
        "properties": {"name": "KK", "marker-color": "#f00", "empty": "", "none": None},
        "geometry": {"type": "Point", "coordinates": [98.5, 16.7, 120.5]},
    }
    rows = read(json.dumps({"type": "FeatureCollection", "features": [feature]}), "map.geojson", "compounds")
    assert rows.problems == []
    assert rows.rows[0].values == {"name": "KK"}
    assert rows.rows[0].geometry == {"type": "Point", "coordinates": [98.5, 16.7]}
    assert rows.rows[0].said == (
        "left out: marker-color (style of the drawing)",
        "left out: the height of positions",
    )
    assert len(read(json.dumps(feature["geometry"]), "p.geojson", "compounds").rows) == 1


@pytest.mark.parametrize(
    ("value", "layer"),
    [
        ([5], "compounds"),
        (5, "compounds"),
        ({"a": 1}, "compounds"),
        ({"type": "Feature", "properties": []}, "compounds"),
        ({"type": "Feature", "properties": {}, "name": "outside"}, "compounds"),
        ([5], "sources"),
        ("x", "sources"),
        ({"type": "FeatureCollection", "features": []}, "sources"),
    ],
)
def test_other_json_is_told(value, layer):
    assert read(json.dumps(value), "x.json", layer).problems


@pytest.mark.parametrize(("file", "layer"), [("x.bib", "compounds"), ("x.exe", "sources"), ("x", "actors")])
def test_other_forms_are_refused(file, layer):
    assert read("x", file, layer).problems


def test_what_is_no_regular_file_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (Path("/dev/zero"), tmp_path / "pipe.csv", tmp_path):
        (problem,) = read_rows(path, layer="sources").problems
        assert problem.message == "this is no regular file"
    (problem,) = read_rows(tmp_path / "none.csv", layer="sources").problems
    assert "cannot be opened" in problem.message
