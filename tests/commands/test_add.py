"""The command `add`, as a contributor calls it."""

import io
import json
from pathlib import Path

import pytest
from commands.adding import ANSWERS, add, answering, errors_of, files_of, small_folder
from moeiwatch.data.contents import read_contents


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of the small data in canonical form; drafts are kept beside it."""
    monkeypatch.chdir(tmp_path)
    return small_folder(tmp_path)


def test_a_table_is_added_and_only_its_lines_change(directory, tmp_path, capsys):
    table = tmp_path / "t.csv"
    table.write_text(
        "name,kind,location basis,location_note,precision_m,lon,lat,status,confidence,summary,sources\n"
        "New Park,compound,described,In words.,2000,98.55,16.62,active,low,Made up.,paper-20250101-one\n"
    )
    before = files_of(directory)
    assert add(directory, "compounds", "--from", table) == 0
    assert "new compounds/new-park" in capsys.readouterr().out
    after = files_of(directory)
    assert [name for name in after if after[name] != before[name]] == ["compounds.geojson"]
    old, new = (files["compounds.geojson"].decode().splitlines() for files in (before, after))
    assert [line for line in old if line not in new] == []
    assert errors_of(directory) == []
    assert add(directory, "compounds", "--from", table) == 1
    assert "Looks like new-park: the same name" in capsys.readouterr().out
    assert files_of(directory) == after
    assert add(directory, "compounds", "--from", table, "--anyway", "--dry-run") == 0
    assert files_of(directory) == after
    assert add(directory, "compounds", "--from", table, "--anyway") == 0
    assert [r.id for r in read_contents(directory).collections["compounds"].records][
        -1
    ] == "new-park-compound"


def test_an_error_writes_nothing_and_names_line_and_remedy(directory, tmp_path, capsys):
    table = tmp_path / "t.csv"
    table.write_text("date,kind\n2026-01-01,escape\n2026-01-02,escpe\n")
    before = files_of(directory)
    assert add(directory, "rescue_events", "--from", table) == 1
    told = capsys.readouterr().err
    assert "t.csv:3" in told
    assert "Did you mean escape?" in told
    assert "Nothing was written." in told
    assert files_of(directory) == before


def test_zotero_goes_straight_into_sources(directory, tmp_path):
    item = {"type": "article-newspaper", "title": "Gates", "container-title": "The Paper"}
    item |= {"URL": "https://paper.example/gates", "issued": {"date-parts": [["2026", 3]]}}
    file = tmp_path / "z.json"
    file.write_text(json.dumps([item]))
    assert add(directory, "sources", "--from", file) == 0
    assert "paper-202603-gates" in read_contents(directory).collections["sources"].by_id
    before = files_of(directory)
    assert add(directory, "sources", "--from", file) == 0
    assert files_of(directory) == before


def test_questions_lead_to_a_record_with_a_new_publication(directory, monkeypatch, capsys):
    asked = answering(monkeypatch, ANSWERS)
    assert add(directory, "rescue_events") == 0
    contents = read_contents(directory)
    record = contents.collections["rescue_events"].records[-1]
    assert record.id == "ev-2026-03-05-release-20"
    assert record.properties["compound"] == "kk-park"
    assert record.properties["confidence"] == "high"
    assert record.properties["sources"] == ["newpaper-20260306-article"]
    assert contents.collections["sources"].by_id["newpaper-20260306-article"].properties["custom"] == {
        "access": "original",
        "kind": "news",
    }
    assert any(question.startswith("* Date") for question in asked)
    assert errors_of(directory) == []


@pytest.mark.parametrize("left", ["Write it?", "* Summary", "* Kind of publisher"])
def test_who_stops_half_way_has_written_nothing(directory, monkeypatch, left):
    before = files_of(directory)
    known = dict(ANSWERS)
    answering(monkeypatch, known | {"Write it?": "n"})
    assert add(directory, "rescue_events") == 1

    def stop(question: str = "") -> str:
        if question.startswith(left):
            raise EOFError
        key = max((key for key in known if question.startswith(key)), key=len, default="")
        return known.get(key, "")

    monkeypatch.setattr("builtins.input", stop)
    assert add(directory, "rescue_events") == 1
    assert files_of(directory) == before


def test_nobody_at_the_terminal(directory, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert add(directory, "compounds") == 1
    assert "Nothing was written." in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["compund"], ["compounds", "--set", "name"], ["compounds", "--geodata", "/no/such/folder"]]
)
def test_wrong_usage(directory, arguments, capsys):
    assert add(directory, *arguments) == 2
    assert capsys.readouterr().err


def test_a_file_that_is_not_there(directory, tmp_path, capsys):
    assert add(directory, "compounds", "--from", tmp_path / "none.csv") == 1
    assert "cannot be opened" in capsys.readouterr().err


def test_a_slip_at_the_prompt_is_mended_at_the_prompt(directory, monkeypatch, capsys):
    slips = {"* Kind of publisher": ["newspaper", "news"], "Published on": ["last week", "2026-03-06"]}
    known = {
        key: value for key, value in ANSWERS.items() if key not in slips and not key.startswith("* Place")
    }
    waiting = {key: iter(answers) for key, answers in slips.items()}

    def answer(question: str = "") -> str:
        for key, answers in waiting.items():
            if question.strip().startswith(key):
                return next(answers)
        key = max((key for key in known if question.startswith(key)), key=len, default="")
        return known.get(key, "")

    monkeypatch.setattr("builtins.input", answer)
    assert add(directory, "rescue_events") == 0
    said = capsys.readouterr().out
    assert "'newspaper' is not one of them. Did you mean news?" in said
    assert "'last week' is no date." in said
    record = read_contents(directory).collections["rescue_events"].records[-1]
    assert record.properties["place"] == "KK Park", "a record at its compound has its name as the place"


def test_errors_and_warnings_are_told_apart_by_what_they_stop(directory, tmp_path, capsys):
    table = tmp_path / "t.csv"
    row = "2026-03-05,release,KK Park,{},20,{},claimed,low,{},paper-20250101-one\n"
    head = "date,kind,compound,place,people_min,people_best,basis,confidence,summary,sources\n"
    table.write_text(head + row.format("KK Park", 20, "Denied later (kk-park)."))
    assert add(directory, "rescue_events", "--from", table) == 0
    told = capsys.readouterr()
    assert "Warnings: they stop nothing here" in told.out
    assert told.out.index("Warnings:") < told.out.index("t.csv:2: warning:")
    assert "Errors:" not in told.err
    table.write_text(head + row.format("Other place", 10, "Made up."))
    assert add(directory, "rescue_events", "--from", table) == 1
    told = capsys.readouterr().err
    assert told.index("Errors: as long as there is one, nothing is written.") < told.index("t.csv:2: error:")
