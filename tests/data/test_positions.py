"""Where things stand in a JSON text."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moeiwatch.data.positions import Positions, find_offsets

TEXT = """{
  "type": "FeatureCollection",
  "features": [
    {
      "id": "a",
      "properties": {"name": "x",
        "names": ["one",
          "two"]},
      "geometry": {"type": "Point", "coordinates": [
        98.5, 16.6]}
    },
    {"id": "b"}
  ]
}
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("type",), 2),
        (("features", 0), 4),
        (("features", 0, "id"), 5),
        (("features", 0, "properties", "name"), 6),
        (("features", 0, "properties", "names", 1), 8),
        (("features", 0, "geometry", "coordinates"), 9),
        (("features", 0, "geometry", "coordinates", 1), 9),
        (("features", 1), 12),
        (("features", 1, "properties", "name"), 12),
        (("nothing",), 1),
    ],
)
def test_line_of_a_value_or_of_what_is_around_it(path, line):
    assert Positions(TEXT).line(path) == line


def test_names_are_read_as_json_reads_them():
    assert Positions('{"a":1,\n"caf\\u00e9": 2,\n"\\ud800": 3}').line(("café",)) == 2


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@settings(deadline=None)
@given(json_values, st.sampled_from([None, 1, 2]))
def test_each_place_is_where_its_value_begins(value, indent):
    text = json.dumps(value, indent=indent)
    decoder = json.JSONDecoder()
    for path, offset in find_offsets(text).items():
        found = value
        for part in path:
            found = found[part]
        if path and isinstance(path[-1], str):
            name, end = decoder.raw_decode(text, offset)
            assert name == path[-1]
            offset = end + len(text[end:]) - len(text[end:].lstrip(": \n"))
        assert decoder.raw_decode(text, offset)[0] == found


@settings(deadline=None)
@given(st.text(alphabet='{}[],:"\\ \n1aE.-', max_size=60) | st.text(max_size=60))
def test_no_text_makes_the_scanner_crash(text):
    positions = Positions(text)
    assert 1 <= positions.line(("features", 0, "id")) <= text.count("\n") + 1


@pytest.mark.parametrize("piece", ["[", '{"a":', '"\\', '{"a":1},', '"a",', "[1,", "\\", '"', ":", "}"])
def test_size_and_depth_do_not_harm_the_scanner(piece):
    start = time.perf_counter()
    find_offsets(piece * 400_000)
    assert time.perf_counter() - start < 10
