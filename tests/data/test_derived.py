"""What a download tells beside a record is passed over wherever a file is read; the format leaves it out."""

import json

import pytest
from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.contents import read_contents
from moeiwatch.data.derived import DERIVED
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.schema import read_schema
from sample_geodata import properties, small_files, write_files

TOLD = {"status_shown": "active", "newest_word": "2024-05-02"}


@pytest.mark.parametrize("layer", DERIVED)
def test_no_such_column_is_a_property_and_each_is_like_one(layer):
    known = read_schema(layer).properties
    for name, told in DERIVED[layer].items():
        assert name not in known and told.like in known and told.title and told.description


def test_a_file_with_such_columns_holds_the_same_records(tmp_path):
    files = small_files()
    write_files(tmp_path / "without", files)
    properties(files, "compounds.geojson", "kk-park").update(TOLD)
    folder = tmp_path / "with"
    write_files(folder, files)
    (folder / "compounds.geojson").write_text(json.dumps(files["compounds.geojson"]), encoding="utf-8")
    collection = read_contents(folder).collections["compounds"]
    assert not TOLD.keys() & collection.by_id["kk-park"].properties.keys()
    assert canonical_text(collection) == (tmp_path / "without" / "compounds.geojson").read_text("utf-8")
    found = read_geodata(folder)
    assert not found.problems and "status_shown" not in found.layers["compounds"]


def test_a_record_of_nothing_else_keeps_its_form(tmp_path):
    files = small_files()
    files["compounds.geojson"]["features"][0]["properties"] = dict(TOLD)
    write_files(tmp_path, files)
    text = canonical_text(read_contents(tmp_path).collections["compounds"])
    assert json.loads(text)["features"][0]["properties"] == {}
