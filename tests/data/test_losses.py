"""What people are told of files and records that could not be read."""

from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.losses import loss_sentences, unreadable_files
from sample_geodata import properties, small_files, write_files

CUT = b'{"type": "FeatureCollection", "features": [{"type'


def told(tmp_path, files):
    data = read_geodata(write_files(tmp_path, files))
    return loss_sentences(data), unreadable_files(data)


def test_whole_data_has_nothing_to_tell(tmp_path):
    assert told(tmp_path, small_files()) == ([], [])


def test_an_unreadable_file_holds_an_unknown_number_and_is_named_with_the_reason(tmp_path):
    sentences, lost = told(tmp_path, {**small_files(), "crossings.geojson": CUT})

    assert lost == ["crossings.geojson"]
    assert sentences[0].startswith(
        "Crossings: none of an unknown number; crossings.geojson could not be read"
    )
    assert "line 1" in sentences[0]
    assert sentences[1:] == ["The rest of the data is whole."]


def test_a_record_and_a_file_are_both_told_and_so_is_a_lost_source(tmp_path):
    files = {**small_files(), "crossings.geojson": CUT}
    properties(files, "compounds.geojson", "kk-park-north")["status"] = "burning"
    files["sources.json"][0]["custom"] = "x"
    sentences, lost = told(tmp_path, files)

    assert lost == ["crossings.geojson"]
    assert "Compounds: 1 of 2." in sentences
    count = len(files["sources.json"])
    assert f"Sources: {count - 1} of {count}." in sentences


def test_a_broken_base_file_is_not_called_whole(tmp_path):
    sentences, lost = told(tmp_path, {**small_files(), "base/cities.geojson": b"\xff"})

    assert lost == ["base/cities.geojson"]
    assert sentences == ["Also with problems: base/cities.geojson."]


def test_unreadable_sources_are_told(tmp_path):
    sentences, lost = told(tmp_path, {**small_files(), "sources.json": b"["})

    assert "sources.json" in lost
    assert any(sentence.startswith("Sources: none of an unknown number") for sentence in sentences)
