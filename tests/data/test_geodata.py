"""The data as frames, whole and broken."""

import geopandas as gpd
import pandas as pd
import pytest
from broken_contributions import (
    COMPOUNDS,
    COPY,
    CROSSINGS,
    EVENT,
    EVENTS,
    KK,
    REACHES,
    SOURCES,
    again,
    member,
    put,
)
from moeiwatch.data.geodata import SOURCE_COLUMNS, data_version, read_geodata
from moeiwatch.data.schema import LAYERS, read_schema
from sample_geodata import properties, record, small_files, write_files


@pytest.fixture
def files():
    return small_files()


def read(tmp_path, files):
    return read_geodata(write_files(tmp_path, files))


def test_every_layer_is_a_frame_with_the_columns_of_its_schema(tmp_path, files):
    files["season_evidence.geojson"]["features"] = []

    geodata = read(tmp_path, files)

    assert geodata.problems == []
    assert tuple(geodata.layers) == LAYERS
    for name, frame in geodata.layers.items():
        assert isinstance(frame, gpd.GeoDataFrame)
        assert list(frame.columns) == [*read_schema(name).properties, "geometry"]
        assert frame.index.name == "id"
        assert frame.crs == "EPSG:4326"
    assert geodata.counts == {
        **dict.fromkeys(LAYERS, (1, 1)),
        "compounds": (2, 2),
        "rescue_events": (2, 2),
        "season_evidence": (0, 0),
        "sources": (len(geodata.sources), len(geodata.sources)),
        "actors": (len(geodata.actors), len(geodata.actors)),
    }


def test_missing_is_none_or_nan_and_never_a_default(tmp_path, files):
    events = read(tmp_path, files).layers["rescue_events"]

    row = events.loc[EVENT]
    assert row["people_best"] == 45
    assert events["people_min"].dtype == float
    assert row["nationalities"] == {"CN": 20, "IN": 25}
    assert row["location_basis"] is None
    assert pd.isna(row["precision_m"])
    assert events.loc["ev-2025-all", "date_end"] is None
    assert row["sources"] == ["ap-20251020-raid"]


def test_partial_date_stays_text_and_a_record_without_place_stays(tmp_path, files):
    layers = read(tmp_path, files).layers

    assert layers["construction_reports"].loc["kc-001", "observed"] == "2025-05"
    assert layers["interventions"].geometry.iloc[0] is None
    assert layers["hydrology"].loc["salween-runoff", "months"][11] is None
    assert layers["compounds"].loc[KK].geometry.coords[0] == (98.52, 16.63)


def test_sources_and_actors_are_tables_by_id(tmp_path, files):
    geodata = read(tmp_path, files)

    assert list(geodata.sources.columns) == list(SOURCE_COLUMNS)
    raid = geodata.sources.loc["ap-20251020-raid"]
    assert (raid["publisher"], raid["published"], raid["access"]) == ("AP", "2025-10-20", "original")
    copy = geodata.sources.loc[COPY]
    assert (copy["url"], copy["read_at"], copy["published"]) == (None, "https://example.net/copy", None)
    assert geodata.actors.loc["saw-somebody", "member_of"] == ["bgf-kna"]
    assert geodata.base["places"].loc["Mae Sot", "name"] == "Mae Sot"
    assert list(geodata.base["wayback_releases"]["release_number"]) == [10]


BREAKS = [
    (put(EVENTS, EVENT, kind="flight"), EVENTS, EVENT, "kind"),
    (put(EVENTS, EVENT, sources=...), EVENTS, EVENT, "sources"),
    (put(EVENTS, EVENT, people_min="many"), EVENTS, EVENT, "people_min"),
    (put(EVENTS, EVENT, nationalities=[1]), EVENTS, EVENT, "nationalities"),
    (member(EVENTS, EVENT, geometry={"type": "Point"}), EVENTS, EVENT, "geometry"),
    (
        member(EVENTS, EVENT, geometry={"type": "Point", "coordinates": [16.6, 98.5]}),
        EVENTS,
        EVENT,
        "geometry",
    ),
    (member(EVENTS, EVENT, properties=3), EVENTS, EVENT, "properties"),
    (member(EVENTS, EVENT, id=...), EVENTS, "features[1]", "id"),
    (member(REACHES, "moei-001", geometry=None), REACHES, "moei-001", "geometry"),
    (put(SOURCES, COPY, custom="x"), SOURCES, COPY, "custom"),
    (put(SOURCES, COPY, issued={"date-parts": [["2025"]]}), SOURCES, COPY, "issued"),
]


@pytest.mark.parametrize(("change", "file", "id_", "field"), BREAKS)
def test_broken_record_is_left_out_and_named_and_the_rest_is_shown(tmp_path, files, change, file, id_, field):
    whole = read(tmp_path / "whole", files).counts
    change(files)

    geodata = read(tmp_path / "broken", files)

    assert (file, id_, field) in {(p.file, p.record, p.field) for p in geodata.problems}
    layer = file.partition(".")[0]
    assert geodata.counts[layer] == (whole[layer][0] - 1, whole[layer][1])
    if layer in LAYERS:
        assert id_ not in geodata.layers[layer].index
    else:
        assert id_ not in geodata.sources.index
    others = {name: count for name, count in whole.items() if name != layer}
    assert {name: geodata.counts[name] for name in others} == others


def test_unknown_property_is_no_column_and_does_not_cost_the_record(tmp_path, files):
    put(COMPOUNDS, KK, colour="red")(files)

    geodata = read(tmp_path, files)

    assert geodata.counts["compounds"] == (2, 2)
    assert "colour" not in geodata.layers["compounds"]


def test_of_two_records_with_one_id_the_first_is_shown(tmp_path, files):
    again(CROSSINGS, "friendship-bridge-1")(files)
    files[CROSSINGS]["features"][1]["properties"]["name"] = "Another"

    geodata = read(tmp_path, files)

    assert geodata.counts["crossings"] == (1, 2)
    assert list(geodata.layers["crossings"]["name"]) == ["Friendship Bridge 1"]
    assert [p.field for p in geodata.problems] == ["id"]


def test_broken_base_is_left_out_and_named(tmp_path, files):
    record(files, "base/places.geojson", "Mae Sot")["geometry"] = {"type": "Point", "coordinates": []}
    files["base/wayback_releases.csv"] = None
    files["base/cities.geojson"] = b"\xff"

    geodata = read(tmp_path, files)

    assert {p.file for p in geodata.problems} == {
        "base/places.geojson",
        "base/cities.geojson",
        "base/wayback_releases.csv",
    }
    assert "cities" not in geodata.base
    assert "border" in geodata.base


def test_nothing_at_all_gives_empty_frames(tmp_path):
    geodata = read_geodata(tmp_path)

    assert set(geodata.counts.values()) == {(0, None)}
    assert list(geodata.sources.columns) == list(SOURCE_COLUMNS)
    assert len(geodata.problems) == len(LAYERS) + 2 + 6 + 1


def test_schema_that_cannot_be_applied_is_told_for_its_layer(tmp_path, files):
    write_files(tmp_path, files)
    (tmp_path / "schema").mkdir()
    for path in (read_schema.__globals__["GEODATA"] / "schema").glob("*.json"):
        (tmp_path / "schema" / path.name).write_bytes(
            path.read_bytes().replace(b"^[a-z0-9]+", b"^([a-z0-9]+")
        )

    geodata = read_geodata(tmp_path)

    assert any("cannot be applied" in p.message for p in geodata.problems)


def test_what_an_editor_leaves_in_hidden_folders_does_not_change_the_version(tmp_path, files):
    folder = write_files(tmp_path / "geodata", files)
    version = data_version(folder)
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "a.json").write_text("{}", encoding="utf-8")
    assert data_version(folder) == version
    (folder / "a.json").write_text("{}", encoding="utf-8")
    assert data_version(folder) != version


def test_version_is_the_same_for_the_same_data_and_changes_with_it(tmp_path, files):
    first = read(tmp_path / "a", files).version
    second = read(tmp_path / "b", files).version
    properties(files, COMPOUNDS, KK)["name"] = "KK"
    third = read(tmp_path / "c", files).version

    assert first == second != third
    assert len(first) == 12
