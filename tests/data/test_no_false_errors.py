"""One mistake gives one error: rules whose inputs are wrong or unread do not blame other records."""

import pytest
from broken_contributions import COMPOUNDS, EVENT, EVENTS, KK, SOURCES, point, put
from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.documents import parse_document
from moeiwatch.data.problems import ERROR, WARNING
from sample_geodata import AS_OF, check_files, record, small_files, write_files


def check(folder):
    return check_contents(read_contents(folder), as_of=AS_OF)


@pytest.mark.parametrize(
    "file", [COMPOUNDS, "crossings.geojson", "base/places.geojson", "base/cities.geojson"]
)
@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b'{"features": NaN}', b'{"features": 7}'])
def test_unread_file_of_places_blames_no_event(tmp_path, file, content):
    folder = write_files(tmp_path, small_files())
    (folder / file).write_bytes(content)

    problems = check(folder)

    assert {p.file for p in problems if p.severity == ERROR} == {file}
    told = [p for p in problems if p.file == EVENTS]
    assert [(p.severity, p.line, p.message) for p in told] == [
        (
            WARNING,
            None,
            f"not checked: whether events stand at public points, because {file} could not be read",
        )
    ]
    assert told[0].remedy == f"Mend {file} first."


@pytest.mark.parametrize("name", [EVENTS, "schema/rescue_events.json"])
def test_unread_file_that_cites_makes_no_source_unused(tmp_path, name):
    folder = write_files(tmp_path, small_files())
    if name.startswith("schema"):
        from shutil import copytree

        from moeiwatch.data.paths import GEODATA

        copytree(GEODATA / "schema", folder / "schema", dirs_exist_ok=True)
    (folder / name).write_text("{")

    told = [(p.severity, p.message) for p in check(folder) if p.file == SOURCES]

    assert told == [
        (WARNING, f"not checked: which publications nobody cites, because {name} could not be read")
    ]


BAD_POINTS = {
    "thai bank": {"type": "Point", "coordinates": [98.57, 16.63]},
    "swapped": {"type": "Point", "coordinates": [16.631, 98.52]},
    "out of range": {"type": "Point", "coordinates": [8.52, 16.631]},
    "empty": {"type": "Point", "coordinates": []},
    "no geometry": None,
    "wrong type": {"type": "LineString", "coordinates": [[98.52, 16.63], [98.53, 16.64]]},
}


@pytest.mark.parametrize("geometry", BAD_POINTS.values(), ids=BAD_POINTS)
def test_misplaced_compound_is_one_error_and_is_not_copied(tmp_path, geometry):
    files = small_files()
    before = record(files, EVENTS, EVENT)["geometry"]
    assert before is not None
    record(files, COMPOUNDS, KK)["geometry"] = geometry

    problems = check_files(tmp_path, files)
    contents = read_contents(tmp_path)

    assert [(p.file, p.record, p.field) for p in problems if p.severity == ERROR] == [
        (COMPOUNDS, KK, "geometry")
    ]
    collection = contents.collections["rescue_events"]
    assert canonical_text(collection, contents=contents) == canonical_text(collection)
    assert contents.collections["rescue_events"].by_id[EVENT].geometry == before


def test_right_place_of_a_compound_is_still_taken_over(tmp_path):
    files = small_files()
    point(COMPOUNDS, KK, 98.521, 16.631)(files)
    contents = read_contents(write_files(tmp_path, files))

    text = canonical_text(contents.collections["rescue_events"], contents=contents)

    assert "[98.521, 16.631]" in text


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999", "9" * 5000, "[" * 120 + "]" * 120])
def test_unreadable_value_has_a_line_and_a_remedy(number):
    document = parse_document(('{\n"a": ' + number + "}").encode(), file="a.json")

    assert [(p.line, bool(p.remedy)) for p in document.problems] == [(2, True)]


def test_no_id_is_suggested_where_a_record_lost_its_own(tmp_path):
    files = small_files()
    record(files, COMPOUNDS, KK).pop("id")

    told = [p for p in check_files(tmp_path, files) if "is no id in compounds.geojson" in p.message]

    assert told
    assert not [p for p in told if "Did you mean" in p.remedy]


RIGHT = {
    "same as each other": lambda f: (
        put(COMPOUNDS, KK, possibly_same_as=["kk-park-north"])(f),
        put(COMPOUNDS, "kk-park-north", possibly_same_as=[KK])(f),
    ),
    "word breaks of Burmese": put(COMPOUNDS, KK, name_my=["\u1000\u200b\u1001"]),
    "accents and quotes": put(
        COMPOUNDS, KK, summary="The “café”… of LIBERTÉ\u00a0: Ãngel, São, À la carte, 5 €."
    ),
    "boxes": lambda f: (
        record(f, "crossings.geojson", "friendship-bridge-1")["geometry"].update(
            bbox=[98.5, 16.6, 98.6, 16.7]
        ),
        f[COMPOUNDS].update(bbox=[98, 16, 99, 17]),
    ),
    "reach with rounded ends": put("river_reaches.geojson", "moei-001", from_km=5.03, to_km=10.05),
    "years and a month": lambda f: put("hydrology.geojson", "salween-runoff", period="1981-2010")(f),
    "month of a reading": put("hydrology.geojson", "salween-runoff", period="2025-07"),
    "line that comes back": lambda f: record(f, "river_reaches.geojson", "moei-001").update(
        geometry={"type": "LineString", "coordinates": [[98.5, 16.6], [98.5, 16.7], [98.5, 16.6]]}
    ),
    "address of numbers": put(SOURCES, "ap-20251020-raid", URL="http://103.16.74.116/x"),
    "language of Thailand": put(SOURCES, "ap-20251020-raid", language="th"),
}


@pytest.mark.parametrize("change", RIGHT.values(), ids=RIGHT)
def test_what_only_looks_like_a_mistake_is_right(tmp_path, change):
    files = small_files()
    change(files)
    assert check_files(tmp_path, files) == []


def test_a_link_to_another_file_is_not_followed(tmp_path):
    """What it leads to is not the data: a comparison does not follow it either."""
    folder = write_files(tmp_path / "data", small_files())
    (folder / "crossings.geojson").rename(tmp_path / "elsewhere.geojson")
    (folder / "crossings.geojson").symlink_to(tmp_path / "elsewhere.geojson")
    told = [p.message for p in check(folder) if p.severity == ERROR]
    assert told == ["this is a link to another file, which is not followed"]
