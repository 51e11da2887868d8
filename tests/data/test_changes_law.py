"""A change is judged by the rules as they were: whoever changes them needs a maintainer."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from broken_contributions import COMPOUNDS, KK, put
from moeiwatch.data.changes.judging import judge
from moeiwatch.data.changes.law import read_by_law
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import ERROR, WARNING
from sample_geodata import AS_OF, small_files, write_files

SCHEMA = "schema/compounds.json"


@pytest.fixture
def folders(tmp_path) -> tuple[Path, Path]:
    """Return the data as it was, and a copy of it to be changed; both with the project's schemas."""
    found = tuple(write_files(tmp_path / name, small_files()) for name in ("old", "new"))
    for folder in found:
        copytree(GEODATA / "schema", folder / "schema")
    return found


def judged(folders: tuple[Path, Path], *, maintainer: bool = False) -> list[tuple]:
    """Return file, record, field, severity and whether it blocks of all that is found in the later folder."""
    old, new = folders
    before = read_folder_state(old, label="old")
    contents, rules = read_by_law(new, before=before, maintainer=maintainer)
    problems = check_contents(contents, as_of=AS_OF) + rules
    found = judge(problems, contents=contents, directory=new, before=before, as_of=AS_OF)
    return [(f.problem.file, f.problem.record, f.problem.field, f.problem.severity, f.blocks) for f in found]


def rewrite(path: Path, change, **form) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False, **form), encoding="utf-8")


def allow_no_summary(schema: dict) -> None:
    record = schema["properties"]["features"]["items"]["properties"]["properties"]
    record["required"].remove("summary")


def without_summary(folder: Path) -> None:
    files = small_files()
    put(COMPOUNDS, KK, summary=...)(files)
    write_files(folder, {COMPOUNDS: files[COMPOUNDS]})


def test_a_schema_that_asks_for_less_excuses_nobody(folders):
    rewrite(folders[1] / SCHEMA, allow_no_summary)
    without_summary(folders[1])
    assert judged(folders) == [
        (SCHEMA, "", "", ERROR, True),
        (COMPOUNDS, KK, "summary", ERROR, True),
    ]


def test_a_maintainer_may_change_a_schema_and_the_data_with_it(folders):
    rewrite(folders[1] / SCHEMA, allow_no_summary)
    without_summary(folders[1])
    assert judged(folders, maintainer=True) == [(SCHEMA, "", "", WARNING, False)]


def test_a_new_schema_of_a_maintainer_holds_for_the_data(folders):
    def ask_for_more(schema: dict) -> None:
        schema["properties"]["features"]["items"]["properties"]["properties"]["required"].append("township")

    rewrite(folders[1] / SCHEMA, ask_for_more)
    wanted = (COMPOUNDS, KK, "township", ERROR, True)
    assert wanted in judged(folders, maintainer=True)
    assert judged(folders) == [(SCHEMA, "", "", ERROR, True)]


@pytest.mark.parametrize("name", ["common.json", "compounds.json"])
def test_a_schema_that_is_gone_is_told_and_still_holds(folders, name):
    without_summary(folders[1])
    (folders[1] / "schema" / name).unlink()
    assert judged(folders) == [
        (f"schema/{name}", "", "", ERROR, True),
        (COMPOUNDS, KK, "summary", ERROR, True),
    ]


def test_a_schema_that_cannot_be_read_is_told_and_the_old_one_holds(folders):
    (folders[1] / SCHEMA).write_text("{")
    assert judged(folders) == [(SCHEMA, "", "", ERROR, True)]


def test_a_schema_written_otherwise_is_the_same(folders):
    rewrite(folders[1] / SCHEMA, lambda schema: None, indent=7)
    assert judged(folders) == []


@pytest.mark.parametrize("name", ["border", "countries", "places", "cities"])
def test_a_base_layer_on_which_rules_rest_is_law_too(folders, name):
    def widen(layer: dict) -> None:
        layer["features"].append({**layer["features"][-1], "id": "new"})

    rewrite(folders[1] / "base" / f"{name}.geojson", widen)
    assert judged(folders) == [(f"base/{name}.geojson", "", "", ERROR, True)]
    assert judged(folders, maintainer=True) == [(f"base/{name}.geojson", "", "", WARNING, False)]


def test_other_base_layers_may_change(folders):
    (folders[1] / "base" / "districts.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    assert judged(folders) == []


def test_before_there_were_schemas_the_own_ones_count(folders):
    for path in (folders[0] / "schema").iterdir():
        path.unlink()
    without_summary(folders[1])
    assert judged(folders) == [(COMPOUNDS, KK, "summary", ERROR, True)]


@pytest.mark.parametrize("records", [[], [None, 5, {}]])
def test_a_file_that_lost_all_its_records_is_one_error(folders, records):
    def fill(layer: dict) -> None:
        layer["features"] += [layer["features"][0] | {"id": f"more-{n}"} for n in range(6)]

    rewrite(folders[0] / COMPOUNDS, fill)
    rewrite(folders[1] / COMPOUNDS, lambda layer: layer.update(features=records))
    found = judged(folders)
    assert [place for place in found if place[-1]] == [(COMPOUNDS, "", "", ERROR, True)]
    before = read_folder_state(folders[0], label="old")
    contents, (problem,) = read_by_law(folders[1], before=before, maintainer=False)
    count = len(json.loads((folders[0] / COMPOUNDS).read_text())["features"])
    assert problem.message == f"no record can be read of the {count} that the file had: ids are promises"
    said = [p.message for p in check_contents(contents, as_of=AS_OF) if p.message.startswith("not checked")]
    assert said and all(message.endswith(f"because {COMPOUNDS} could not be read") for message in said)


def test_a_file_that_lost_few_records_is_judged_record_by_record(folders):
    rewrite(folders[1] / COMPOUNDS, lambda layer: layer.update(features=[]))
    contents, rules = read_by_law(
        folders[1], before=read_folder_state(folders[0], label="old"), maintainer=False
    )
    assert rules == [] and contents.collections["compounds"].is_read
    assert (COMPOUNDS, KK, "id", ERROR, True) in judged(folders)
