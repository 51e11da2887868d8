"""One mistake gives one error: rules whose inputs are wrong or unread do not blame other records."""

import pytest
from broken_contributions import COMPOUNDS, EVENT, EVENTS, KK, SOURCES, point
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
