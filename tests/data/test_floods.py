"""Files made to flood the report, or to keep the machine busy: told of once, refused, and never cut short."""

import json

import pytest
from broken_contributions import COMPOUNDS, CROSSINGS, KK, put
from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.checks.words import MOST_PROBLEMS
from moeiwatch.data.contents import read_contents
from moeiwatch.data.problems import ERROR, GeodataError
from sample_geodata import AS_OF, record, small_files, write_files


def check(folder):
    return check_contents(read_contents(folder), as_of=AS_OF)


def test_more_records_than_any_layer_has_are_not_read_and_not_lost(tmp_path, monkeypatch):
    folder = write_files(tmp_path, small_files())
    monkeypatch.setattr("moeiwatch.data.contents.MOST_RECORDS", 1)
    monkeypatch.setattr("moeiwatch.data.checks.structure.MOST_RECORDS", 1)

    contents = read_contents(folder)
    told = [(p.file, p.message) for p in check(folder) if "records" in p.message]

    assert (COMPOUNDS, "the file holds 2 records") in told
    assert contents.collections["compounds"].records == []
    with pytest.raises(GeodataError, match="holds 2 records"):
        canonical_text(contents.collections["compounds"], contents=contents)


def test_problems_of_one_kind_are_cut_and_the_cut_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("moeiwatch.data.checks.walk.MOST_IN_A_FILE", 5)
    files = small_files()
    files[CROSSINGS]["features"] = [{"type": "Feature", "id": f"a-{n}"} for n in range(20)]

    problems = [p for p in check(write_files(tmp_path, files)) if p.file == CROSSINGS]

    assert sum(p.message == "more than 5 problems of one kind" for p in problems) == 1
    assert sum(p.message == "the record has no properties" for p in problems) <= 5


@pytest.mark.parametrize(
    "value",
    [
        [f"s-{n}" for n in range(5_000)],
        [{} for _ in range(5_000)],
        [["a"] * 3 for _ in range(5_000)],
        {f"n-{n}": n for n in range(5_000)},
        "<" * 50_000,
        "[" * 50_000,
        "&a" * 50_000,
        "ก" * 50_000,
        " " * 50_000,
    ],
    ids=lambda value: str(value)[:12],
)
@pytest.mark.parametrize("name", ["sources", "part_of", "summary", "nationalities"])
def test_large_values_are_told_in_few_words(tmp_path, name, value):
    files = small_files()
    put("rescue_events.geojson", "ev-2025-all", **{name: value})(files)
    put(COMPOUNDS, KK, **{name: value})(files)

    problems = check(write_files(tmp_path, files))

    assert any(p.severity == ERROR for p in problems)
    assert len(problems) <= 12 * MOST_PROBLEMS + 2_000
    assert max(len(str(p)) for p in problems) < 2_000


def test_unknown_members_of_a_feature_do_not_flood(tmp_path):
    files = small_files()
    record(files, CROSSINGS, "friendship-bridge-1").update({f"m-{n}": n for n in range(3_000)})
    files[CROSSINGS].update({f"t-{n}": n for n in range(3_000)})

    assert len(check(write_files(tmp_path, files))) == 2 * MOST_PROBLEMS
    assert json.loads((tmp_path / CROSSINGS).read_text())["t-2999"] == 2999
