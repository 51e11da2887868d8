"""Files in the data's folder that nothing reads are told, with the name that was likely meant."""

import pytest
from moeiwatch.data.checks.files import check_files
from moeiwatch.data.contents import read_contents
from moeiwatch.data.problems import WARNING
from sample_geodata import check_files as check
from sample_geodata import small_files, write_files


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("Crossings.geojson", "crossings.geojson"),
        ("sources (1).json", "sources.json"),
        ("sources copy.json", "sources.json"),
        ("Copy of compounds.geojson", "compounds.geojson"),
        ("compounds.json", "compounds.geojson"),
        ("compound.geojson", "compounds.geojson"),
        ("rescue-events.geojson", "rescue_events.geojson"),
        ("rescue events.geojson.txt", "rescue_events.geojson"),
        ("actors.json.bak", "actors.json"),
        ("compounds", "compounds.geojson"),
        ("notes.txt", ""),
        ("map.geojson", ""),
        ("stories/notes.txt", ""),
        ("base/extra.geojson", ""),
        ("base/crossings.geojson", "crossings.geojson"),
        ("schema/compounds.json.bak", "compounds.geojson"),
        ("\u202ea.json", ""),
    ],
)
def test_a_file_that_nothing_reads_is_told(tmp_path, name, likely):
    folder = write_files(tmp_path, small_files())
    if (folder / name.casefold()).exists() and name != name.casefold() and (folder / name).exists():
        pytest.skip("this file system does not tell upper from lower case")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("{}")
    (problem,) = check_files(read_contents(folder))
    assert (problem.severity, problem.line, problem.record) == (WARNING, None, "")
    assert "is no file of the data" in problem.message
    assert str(problem).isprintable()
    assert (f"Did you mean {likely}?" in problem.remedy) if likely else ("Did you mean" not in problem.remedy)


def test_folders_are_told_and_what_belongs_there_is_not(tmp_path):
    folder = write_files(tmp_path, small_files())
    for name in ("README.md", ".DS_Store", ".compounds.geojson.swp"):
        (folder / name).write_text("")
    for name in ("stories", "schema", "crossing"):
        (folder / name).mkdir()
    (problem,) = check_files(read_contents(folder))
    assert problem.remedy.startswith("Did you mean crossings.geojson?")


def test_thousands_of_them_do_not_flood(tmp_path):
    folder = write_files(tmp_path, small_files())
    for number in range(300):
        (folder / f"{number}.json").write_text("")
    assert len(check_files(read_contents(folder))) == 100


def test_a_record_without_properties_is_told_once(tmp_path):
    for value in (None, [], "x"):
        files = small_files()
        files["crossings.geojson"]["features"][0]["properties"] = value
        told = [p for p in check(tmp_path, files) if p.file == "crossings.geojson"]
        assert [p.message for p in told] == ["the record has no properties"]
    files = small_files()
    del files["crossings.geojson"]["features"][0]["properties"]
    told = [p.message for p in check(tmp_path, files) if p.file == "crossings.geojson"]
    assert told == ["the record has no properties"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("uk", "GB"), ("UK", "GB"), ("ph", "PH"), ("Myanmar", "MM"), ("zz", ""), ("ZZ", "")],
)
def test_the_country_that_was_meant_is_named(tmp_path, written, meant):
    files = small_files()
    files["rescue_events.geojson"]["features"][0]["properties"]["nationalities"] = {written: 3}
    told = [p for p in check(tmp_path, files) if "nationalities" in p.field]
    assert len(told) == 1
    assert (f"Did you mean {meant}? " in told[0].remedy) if meant else ("Did you mean" not in told[0].remedy)
