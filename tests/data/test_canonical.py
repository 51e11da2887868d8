"""The canonical form: one text for one content, and nothing lost on the way."""

import json
from decimal import Decimal

import pytest
from any_json import ACTORS, FILES, SOURCES
from broken_contributions import COMPOUNDS, EVENT, EVENTS, KK, REPORTS, member, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moeiwatch.data.canonical import canonical_geometry, canonical_text
from moeiwatch.data.contents import Collection, Contents, read_contents
from moeiwatch.data.documents import parse_document
from moeiwatch.data.inline import inline
from moeiwatch.data.parsing import parse_json
from moeiwatch.data.problems import GeodataError
from moeiwatch.data.schema import read_schema
from sample_geodata import record, small_files, write_files


def collection(name, text):
    member_ = {"sources": "", "actors": "actors"}.get(name, "features")
    file = f"{name}.json" if name in ("sources", "actors") else f"{name}.geojson"
    return Collection(name, parse_document(text.encode(), file=file), read_schema(name), member_)


def canonical(name, text):
    return canonical_text(collection(name, text))


CROSSING = """{
  "$schema": "schema/crossings.json",
  "type": "FeatureCollection",
  "name": "kept",
  "features": [
    {
      "type": "Feature",
      "id": "a",
      "properties": {
        "name": "ด่าน \\"A\\"",
        "official": true,
        "sources": ["x", "y"],
        "unknown": {"z": 1, "a": [1, 2.5]}
      },
      "geometry": {"type": "Point", "coordinates": [98.516667, 17]},
      "extra": null
    },
    {
      "type": "Feature",
      "id": "b",
      "properties": {},
      "geometry": null
    },
    {
      "type": "Feature",
      "properties": {
        "kind": "pier"
      }
    },
    17
  ]
}
"""

LOOSE = """{"features":[{"type":"Feature","properties":{"kind":"pier"}},17,
{"geometry":null,"properties":{},"id":"b","type":"Feature"},
{"type":"Feature","extra":null,"id":"a","geometry":{"coordinates":[98.51666666666,17.0],"type":"Point"},
"properties":{"unknown":{"z":1,"a":[1.0,2.50]},"sources":["x","y"],"official":true,
"name":"\\u0e14\\u0e48\\u0e32\\u0e19 \\"A\\""}}],
"name":"kept","type":"FeatureCollection","$schema":"schema/crossings.json"}"""


def test_form_is_that_of_the_example():
    assert canonical("crossings", CROSSING) == CROSSING
    assert canonical("crossings", LOOSE) == CROSSING


def test_accents_are_composed():
    source = {"id": "a", "title": "Cafe\u0301", "custom": {"x": ["e\u0301"]}}
    text = canonical("sources", json.dumps([source]))
    assert '"Caf\u00e9"' in text and '["\u00e9"]' in text


def test_tables_have_one_property_a_line_too():
    text = '[{"type":"report","id":"b","custom":{"kind":"ngo","access":"copy"}},{"id":"a"}]'
    assert canonical("sources", text) == (
        '[\n  {\n    "id": "a"\n  },\n  {\n    "id": "b",\n    "type": "report",\n'
        '    "custom": {"access": "copy", "kind": "ngo"}\n  }\n]\n'
    )
    assert canonical("sources", "[]") == "[]\n"
    assert canonical("actors", '{"actors": [{"name": "A", "id": "a"}]}') == (
        '{\n  "$schema": "schema/actors.json",\n  "actors": [\n'
        '    {\n      "id": "a",\n      "name": "A"\n    }\n  ]\n}\n'
    )


def test_empty_layer_gets_its_schema_and_type():
    assert canonical("crossings", '{"features": []}') == (
        '{\n  "$schema": "schema/crossings.json",\n  "type": "FeatureCollection",\n  "features": []\n}\n'
    )


def test_members_inside_a_property_are_in_the_order_of_the_schema_or_sorted():
    files = small_files()
    put(EVENTS, EVENT, nationalities={"PH": 1, "CN": 2})(files)
    put(COMPOUNDS, KK, armed_groups=[{"note": "n", "until": "2024", "actor": "bgf-kna"}])(files)

    assert '"nationalities": {"CN": 2, "PH": 1}' in canonical("rescue_events", json.dumps(files[EVENTS]))
    assert '[{"actor": "bgf-kna", "until": "2024", "note": "n"}]' in canonical(
        "compounds", json.dumps(files[COMPOUNDS])
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1.0", "1"),
        ("1e3", "1000"),
        ("-0.0", "0"),
        ("0.10", "0.1"),
        ("12345678901234567890123", "12345678901234567890123"),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ("1e300", "1e+300"),
        ("1e-400", "1e-400"),
        ("9007199254740993.0", "9007199254740993.0"),
    ],
)
def test_number_is_written_shortly_and_keeps_its_value(written, kept):
    assert inline(parse_json(written)[0]) == kept
    assert Decimal(written) == Decimal(kept)


def test_positions_are_rounded_and_rings_turned():
    clockwise = [[0, 0], [0, 1], [1, 1], [1.00000049, 0], [0, 0]]
    geometry = {"bbox": [0], "type": "Polygon", "coordinates": [clockwise, clockwise[::-1]]}

    assert canonical_geometry(geometry) == {
        "type": "Polygon",
        "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]], [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]],
        "bbox": [0],
    }
    unknown = {"type": "Circle", "coordinates": [1.123456789, 2]}
    assert canonical_geometry(unknown) == unknown


def test_event_takes_the_point_of_its_compound_unless_it_has_its_own(tmp_path):
    files = small_files()
    record(files, COMPOUNDS, KK)["geometry"]["coordinates"] = [98.5, 16.5]
    member(REPORTS, "kc-001", geometry=None)(files)
    put(EVENTS, EVENT, location_basis="town_centroid")(files)
    contents = read_contents(write_files(tmp_path, files))

    reports, events = contents.collections["construction_reports"], contents.collections["rescue_events"]

    assert '"coordinates": [98.5, 16.5]' in canonical_text(reports, contents=contents)
    assert '"coordinates": [98.52, 16.63]' in canonical_text(events, contents=contents)
    assert '"geometry": null' in canonical_text(reports)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"features": [', "ends too early. Write \\]}"),
        ("[]", "not built as its layer is"),
        ("3", "not built as its layer is"),
        ('{"features": {}}', "no list of features"),
        ('{"features": [], "name": 1,\n"name": 2}', "stands twice"),
        ('{"features": [NaN]}', "NaN"),
        ('{"features": ["\\ud800"]}', "surrogate"),
    ],
)
def test_what_cannot_be_read_is_refused(text, message):
    with pytest.raises(GeodataError, match=message) as caught:
        canonical("crossings", text)
    assert caught.value.problem.line is not None


def contents_of(files):
    collections = {}
    for name in ("compounds", "construction_reports", "rescue_events"):
        text = json.dumps(files.get(f"{name}.geojson", {"features": []}))
        collections[name] = collection(name, text)
    return Contents(collections, {})


@settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=80)
@given(FILES, st.randoms(use_true_random=False))
def test_form_is_idempotent_and_keeps_everything(files, rng):
    contents = contents_of(files)
    for name, found in contents.collections.items():
        try:
            text = canonical_text(found, contents=contents)
        except GeodataError:
            continue
        again = collection(name, text)
        assert canonical_text(again) == text
        assert _facts(again) == _facts(found)
        shuffled = _shuffled(found.document.value, rng)
        assert canonical_text(collection(name, json.dumps(shuffled))).count("\n") >= 5


@settings(deadline=None, max_examples=50)
@given(SOURCES, ACTORS)
def test_tables_are_kept_whole(sources, actors):
    for name, value in (("sources", sources), ("actors", actors)):
        found = collection(name, json.dumps(value))
        text = canonical_text(found)
        assert canonical_text(collection(name, text)) == text
        listed = json.loads(text) if name == "sources" else json.loads(text)["actors"]
        assert _sorted(listed) == _sorted(value if name == "sources" else value["actors"])


@settings(deadline=None, max_examples=30)
@given(st.randoms(use_true_random=False))
def test_order_of_records_and_members_does_not_matter(rng):
    value = small_files()["rescue_events.geojson"]

    assert canonical("rescue_events", json.dumps(_shuffled(value, rng))) == canonical(
        "rescue_events", json.dumps(value)
    )


def _facts(found):
    """Return everything in a file but the geometry of records, in an order of its own."""
    value = found.document.value
    rest = {name: inner for name, inner in value.items() if name not in ("features", "$schema", "type")}
    bare = [
        {n: v for n, v in item.items() if n != "geometry"} if isinstance(item, dict) else item
        for item in value["features"]
    ]
    return _sorted(bare), rest


def _sorted(items):
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))


def _shuffled(value, rng):
    if isinstance(value, dict):
        names = list(value)
        rng.shuffle(names)
        return {name: _shuffled(value[name], rng) if name != "geometry" else value[name] for name in names}
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        items = [_shuffled(item, rng) for item in value]
        rng.shuffle(items)
        return items
    return value
