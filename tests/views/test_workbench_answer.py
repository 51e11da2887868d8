import html
import json

import pytest
from moeiwatch.data.changes.law import read_by_law
from moeiwatch.data.changes.promises import lost_id
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.problems import Problem
from moeiwatch.views.workbench_answer import (
    MOST_PROBLEMS,
    MOST_SENTENCES,
    new_problems,
    problems_html,
    problems_text,
    sentences_html,
    verdict_words,
    views_of_changes,
)
from sample_geodata import AS_OF, small_files, write_files

MARKUP = "<img src=x onerror=alert(1)>"


def problem(message, *, severity="error", line=1):
    return Problem("compounds.geojson", line, "kk-park", "status", message, severity).as_dict()


def record(**given):
    usual = {"layer": "compounds", "id": "kk-park", "name": "KK Park", "change": "changed", "fields": []}
    return {**usual, "phrase": "status active -> raided", **given}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_geodata(write_files(tmp_path_factory.mktemp("geodata"), small_files()))


def test_problems_of_the_shipped_data_are_left_aside_wherever_they_moved():
    old = problem("old", line=5)
    found = [problem("old", line=90), problem("wrong", severity="warning"), problem("broken")]
    new = new_problems(found, shipped=[old])
    assert [one["message"] for one in new] == ["broken", "wrong"]
    words = verdict_words(new, old=1)
    assert "1 error and 1 warning in your change" in words and "1 older problem" in words
    assert verdict_words([], old=0) == "The check finds nothing wrong."


def test_problems_are_told_in_full_as_text_with_their_lines():
    long = f"Write {MARKUP} {'and so on ' * 60}"
    found = [problem("broken", line=None), problem(MARKUP, line=7, severity="warning") | {"remedy": long}]
    words = problems_html(found)
    assert "<img" not in words and long in html.unescape(words)
    assert ", line 7" in words and words.count("<li>") == 2 and "line None" not in words
    assert problems_text(found).splitlines()[1].endswith(long.strip())


def test_a_warning_that_fails_the_check_is_told_as_such_and_many_are_counted():
    found = [problem("twin", severity="warning") | {"blocks": True}] * (MOST_PROBLEMS + 2)
    words = problems_html(found)
    assert words.count("warning, to mend") == MOST_PROBLEMS
    assert "and 2 more problems" in words


def test_what_changes_is_told_as_text():
    report = {
        "lines": [record(name=MARKUP, phrase=MARKUP), record(layer="sources", id="a", name="AP")],
        "files": [{"path": MARKUP, "change": "changed", "phrase": MARKUP, "layer": "", "members": []}],
        "notes": [f"cannot be relied on in changed-data: {MARKUP}"],
    }
    words = sentences_html(report)
    assert "<img" not in words and words.count("&lt;img") == 5
    assert "in your change" in words and "Sources" in words


def test_a_long_list_is_cut_and_says_so():
    words = sentences_html({"lines": [record(id=f"x-{n}") for n in range(MOST_SENTENCES + 5)]})
    assert words.count("<li>") == MOST_SENTENCES and "and 5 more lines" in words


def test_the_map_goes_to_where_a_record_is_or_was(data):
    moved = record(fields=[{"name": "geometry", "after": {"type": "Point", "coordinates": [98.5, 16.5]}}])
    feature = {"geometry": {"type": "Point", "coordinates": [98.6, 16.7]}}
    added = record(id="new", name="New", change="added", after=feature)
    gone = record(id="kk-park-north", name="North", change="removed")
    nowhere = record(layer="sources", id="a", name="AP")
    odd = record(id="odd", name="Odd", change="added", after={"geometry": {"coordinates": [[1, 2], "x"]}})
    follows = record(id="kk-park-north", name="North", moves_with="KK Park")
    views = views_of_changes({"records": [moved, added, gone, nowhere, odd, follows]}, data=data)
    assert views == {
        "KK Park: changed": "sel=compounds/kk-park&at=13/16.50000/98.50000",
        "New: added": "sel=compounds/new&at=13/16.70000/98.60000",
        "North: removed": "sel=compounds/kk-park-north&at=13/16.64000/98.52000",
    }


def test_an_id_cannot_add_to_the_query(data):
    feature = {"geometry": {"type": "Point", "coordinates": [98.6, 16.7]}}
    views = views_of_changes({"records": [record(id='a&base=light"#', after=feature)]}, data=data)
    assert "&base" not in next(iter(views.values()))


def test_remedies_name_no_command_to_people_without_a_shell(tmp_path):
    folder = write_files(tmp_path / "new", small_files())
    layer = json.loads((folder / "compounds.geojson").read_text(encoding="utf-8"))
    layer["features"][0]["properties"] |= {"sources": ["nowhere-2025-one"], "part_of": "nowhere"}
    (folder / "compounds.geojson").write_text(json.dumps(layer))
    old = write_files(tmp_path / "old", small_files())
    (old / "base" / "places.geojson").write_text("{}")
    before = read_folder_state(old, label="old")
    contents, rules = read_by_law(folder, before=before, maintainer=False)
    found = check_contents(contents, as_of=AS_OF) + rules + [lost_id("compounds", "kk-park")]
    assert sum("python dashboard" in one.remedy or "git " in one.remedy for one in found) >= 5
    words = problems_text([one.as_dict() for one in found])
    assert "python dashboard" not in words and "git " not in words
    assert "Put the record back as it was (the history of compounds.geojson on GitHub shows it)" in words
    assert "Take the file in canonical form from below." in words
    shown = html.unescape(problems_html([found[-1].as_dict()]))
    assert "the history of compounds.geojson on GitHub shows it" in shown
