"""A cause stands first, and its consequences are told as one."""

from dataclasses import replace

import pytest
from broken_contributions import COMPOUNDS, EVENTS, KK, SOURCES, again, put
from moeiwatch.data.changes.judging import Finding, judge
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.changes.summing import sum_up
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.problems import ERROR, Problem
from sample_geodata import AS_OF, small_files, write_files

EVENT = "ev-2025-10-20-kk"


def many_events(**values) -> dict:
    """Return files with thirty more events at KK Park."""
    files = small_files()
    for number in range(30):
        again(EVENTS, EVENT, id=f"ev-{number}")(files)
        put(EVENTS, f"ev-{number}", date="2025-10-20", date_end=f"2025-11-{number + 1:02}", **values)(files)
    return files


def judged(tmp_path, before, after) -> list[Finding]:
    old, new = (write_files(tmp_path / name, files) for name, files in (("old", before), ("new", after)))
    for file in (file for file, value in after.items() if value is None):
        (new / file).unlink(missing_ok=True)
    contents = read_contents(new)
    problems = check_contents(contents, as_of=AS_OF)
    state = read_folder_state(old, label="old")
    return judge(problems, contents=contents, directory=new, before=state, as_of=AS_OF)


def test_a_deleted_layer_is_told_once(tmp_path):
    before = many_events(counted_in=...)
    found = judged(tmp_path, before, {**many_events(counted_in=...), EVENTS: None})
    told = [(f.problem.record, f.problem.message.partition(" (")[0]) for f in found if f.blocks]
    assert told == [("", "the file is missing")]


def test_many_lost_ids_are_told_as_one_problem_that_names_five(tmp_path):
    after = many_events(counted_in=...)
    after[EVENTS]["features"] = after[EVENTS]["features"][:3]
    found = [f.problem.message for f in judged(tmp_path, many_events(counted_in=...), after) if f.blocks]
    gone = [message for message in found if message.startswith("29 ids are gone")]
    assert len(gone) == 1 and gone[0].count('"ev-') == 5


def test_few_lost_ids_are_told_one_by_one(tmp_path):
    after = many_events(counted_in=...)
    after[EVENTS]["features"] = after[EVENTS]["features"][:-3]
    found = [
        f
        for f in judged(tmp_path, many_events(counted_in=...), after)
        if "ids are promises" in f.problem.message
    ]
    assert sorted(f.problem.record for f in found) == ["ev-27", "ev-28", "ev-29"]


def test_a_withdrawn_compound_is_told_once_of_all_that_name_it(tmp_path):
    after = many_events(counted_in=...)
    put(COMPOUNDS, KK, withdrawn={"date": "2026-01-01", "reason": "A misreading."})(after)
    found = judged(tmp_path, many_events(counted_in=...), after)
    about = [f for f in sum_up(found) if f.problem.file == EVENTS and "was withdrawn" in f.problem.message]
    assert len(about) == 1
    assert "so in 31 places of this file; the others: ev-" in about[0].problem.message
    assert about[0].problem.message.endswith("and 20 more)")
    assert len([f for f in found if f.problem.file == EVENTS]) >= 31, "nothing is lost for programs"


@pytest.mark.parametrize("count", [3, 4])
def test_sums(count):
    problem = Problem("a.json", 1, "a", "x", "It is wrong", ERROR, "Mend it.")
    found = [Finding(replace(problem, record=str(n), line=n), False, True) for n in range(count)]
    other = Finding(replace(problem, message="Another"), False, True)
    summed = sum_up([*found, other])
    assert summed == [*found, other] if count == 3 else len(summed) == 2
    assert summed[-1] == other


def test_problems_of_files_are_not_summed():
    found = [Finding(Problem("a.json", n, "", "", "It is wrong"), False, True) for n in range(9)]
    assert sum_up(found) == found


@pytest.mark.parametrize("end", [b"", b"\n} ]"])
def test_ids_of_an_earlier_file_that_cannot_be_parsed_are_promises_too(tmp_path, end):
    before, after = small_files(), small_files()
    folder = write_files(tmp_path / "first", small_files())
    text = (folder / SOURCES).read_bytes()
    before[SOURCES] = text.rstrip().removesuffix(b"]") + end
    assert [f for f in judged(tmp_path / "same", before, after) if f.blocks] == []
    del after[SOURCES][1]
    put("actors.json", "bgf-kna", sources=["ap-20251020-raid"])(after)
    found = judged(tmp_path / "lost", before, after)
    assert [f.problem.record for f in found if "is gone" in f.problem.message] == ["bbc-202510-copy"]
