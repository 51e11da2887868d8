import pytest
from moeiwatch.analysis.dossier import compound_dossier, timeline
from moeiwatch.data.geodata import read_geodata
from sample_geodata import record, small_files, write_files


@pytest.fixture
def files():
    return small_files()


def test_a_whole_holds_the_records_of_its_parts(tmp_path, files):
    record(files, "construction_reports.geojson", "kc-001")["properties"]["compound"] = "kk-park-north"
    layers = read_geodata(write_files(tmp_path, files)).layers
    dossier = compound_dossier(layers, compound="kk-park")
    assert dossier.parts == ("kk-park-north",) and dossier.wholes == ()
    assert list(dossier.records["construction_reports"].index) == ["kc-001"]
    part = compound_dossier(layers, compound="kk-park-north")
    assert part.wholes == ("kk-park",) and part.records["rescue_events"].empty


def test_the_timeline_runs_from_old_to_new(tmp_path, files):
    layers = read_geodata(write_files(tmp_path, files)).layers
    rows = timeline(compound_dossier(layers, compound="kk-park"))
    assert list(rows.index) == ["kc-001", "ev-2025-10-20-kk"]
    assert list(rows["basis"]) == ["observed", "observed"]


def test_the_timeline_tells_the_end_and_what_was_measured(tmp_path, files):
    report = record(files, "construction_reports.geojson", "kc-001")["properties"]
    report |= {"value_max": 15, "value_qualifier": "about"}
    del record(files, "rescue_events.geojson", "ev-2025-10-20-kk")["properties"]["people_max"]
    layers = read_geodata(write_files(tmp_path, files)).layers
    rows = timeline(compound_dossier(layers, compound="kk-park"))
    names = ["until", "metric", "value", "value_max", "value_qualifier", "unit"]
    assert rows.loc["kc-001", names].tolist() == ["2025-08", "buildings", 12, 15, "about", "buildings"]
    event = rows.loc["ev-2025-10-20-kk", names]
    assert event.tolist() == ["2025-10-21", None, 40, None, "at_least", "people"]


def test_twins_are_named_by_either_side(tmp_path, files):
    twin = record(files, "compounds.geojson", "kk-park-north")["properties"]
    del twin["part_of"]
    twin["possibly_same_as"] = ["kk-park"]
    layers = read_geodata(write_files(tmp_path, files)).layers
    assert compound_dossier(layers, compound="kk-park").twins == ("kk-park-north",)
    assert compound_dossier(layers, compound="kk-park-north").twins == ("kk-park",)


def test_twins_of_parts_are_told_with_the_part(tmp_path, files):
    features = files["compounds.geojson"]["features"]
    first = features[0]
    for id_, named in (("both", ["kk-park", "kk-park-north"]), ("garden", ["kk-park-north"])):
        features.append(
            {**first, "id": id_, "properties": {**first["properties"], "possibly_same_as": named}}
        )
    layers = read_geodata(write_files(tmp_path, files)).layers
    dossier = compound_dossier(layers, compound="kk-park")
    assert dossier.twins == ("both",) and dossier.part_twins == {"garden": ("kk-park-north",)}
    assert compound_dossier(layers, compound="kk-park-north").twins == ("both", "garden")
    assert compound_dossier(layers, compound="garden").part_twins == {}


def test_the_nearest_reach_is_measured_in_metres(tmp_path, files):
    layers = read_geodata(write_files(tmp_path, files)).layers
    dossier = compound_dossier(layers, compound="kk-park")
    assert dossier.reach == "moei-001"
    assert dossier.reach_km == pytest.approx(3.2, abs=0.1)


def test_no_river_and_no_such_record(tmp_path, files):
    files["river_reaches.geojson"]["features"] = []
    layers = read_geodata(write_files(tmp_path, files)).layers
    assert compound_dossier(layers, compound="kk-park").reach is None
    with pytest.raises(KeyError):
        compound_dossier(layers, compound="nowhere")
