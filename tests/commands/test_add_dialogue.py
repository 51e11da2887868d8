"""The command `add` at the prompt: nothing answered is lost, only what is at fault is asked again."""

import json
import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

import pytest
from commands.adding import ANSWERS, add, answering, errors_of, files_of, small_folder
from moeiwatch.data.contents import read_contents
from moeiwatch.data.paths import REPOSITORY

DRAFT = "draft-rescue_events.json"


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return small_folder(tmp_path)


def event_of(directory: Path):
    return read_contents(directory).collections["rescue_events"].records[-1]


def test_a_late_refusal_asks_for_the_answer_at_fault_alone(directory, monkeypatch, capsys):
    asked = answering(monkeypatch, ANSWERS | {"  People, at least": ["", "20"]})
    assert add(directory, "rescue_events") == 0
    assert "people_min is missing though people_best is given" in capsys.readouterr().out
    assert sum(question.startswith("* Date") for question in asked) == 1
    assert sum(question.startswith("  People, at least") for question in asked) == 2
    assert event_of(directory).properties["people_min"] == 20


def test_the_answer_of_before_is_the_default_when_it_is_asked_again(directory, monkeypatch):
    slips = {"  People, best": ["50", "20"], "  People, at most": ["30", ""], "Which answer": "people_best"}
    changes = {"* Summary": ["A made-up release.", ""], "Write it?": ["Summary", ""]}
    asked = answering(monkeypatch, ANSWERS | slips | changes)
    assert add(directory, "rescue_events") == 0
    assert any("[50]" in question for question in asked)
    assert any("[A made-up release.]" in question for question in asked)
    assert event_of(directory).properties["people_best"] == 20


def test_a_fault_of_the_new_publication_is_asked_there(directory, monkeypatch, capsys):
    asked = answering(monkeypatch, ANSWERS | {"  Title": ["<script>News", "News"]})
    assert add(directory, "rescue_events") == 0
    assert "Title of https://new.example/article" in capsys.readouterr().out
    assert sum(question.startswith("  Title") for question in asked) == 2
    assert errors_of(directory) == []


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
@pytest.mark.parametrize("left", ["* Place", "* Summary", "* Kind of publisher", "Write it?"])
def test_what_was_answered_is_kept_and_gone_on_with(directory, monkeypatch, capsys, left, end):
    before = files_of(directory)
    answering(monkeypatch, ANSWERS | {left: end})
    assert add(directory, "rescue_events") == 1
    told = capsys.readouterr().err
    assert f"Your answers are kept in {DRAFT}." in told
    assert f"python dashboard add rescue_events --resume {DRAFT} --geodata" in told
    assert files_of(directory) == before
    asked = answering(monkeypatch, ANSWERS)
    assert add(directory, "rescue_events", "--resume", DRAFT) == 0
    assert "Date: 2026-03-05" in capsys.readouterr().out
    assert not any(question.startswith("* Date") for question in asked)
    assert sum(question.startswith(left) for question in asked) == 1
    assert event_of(directory).properties["sources"] == ["newpaper-20260306-article"]
    assert errors_of(directory) == []
    assert not Path(DRAFT).exists()


def test_enter_writes_and_no_keeps(directory, monkeypatch, capsys):
    asked = answering(monkeypatch, ANSWERS | {"Write it?": "n"})
    assert add(directory, "rescue_events") == 1
    assert any(question.startswith("Write it? [Y/n") for question in asked)
    assert json.loads(Path(DRAFT).read_text())["values"]["summary"] == "A made-up release."
    answering(monkeypatch, ANSWERS | {"Write it?": ""})
    assert add(directory, "rescue_events", "--resume", DRAFT) == 0
    assert "Written: 2 records" in capsys.readouterr().out


def test_what_looks_like_a_record_is_not_written_by_enter(directory, monkeypatch, capsys):
    twin = {"* Date": "2025-02-12", "  People, at least": "260", "  People, best": "260"}
    twin |= {"* Sources": "paper-20250101-one"}
    asked = answering(monkeypatch, {k: v for k, v in (ANSWERS | twin).items() if k != "Write it?"})
    assert add(directory, "rescue_events") == 1
    assert "Looks like ev-2025-02-12-release-260" in capsys.readouterr().out
    assert "[y/N" in asked[-1]


def test_a_draft_is_never_written_over_and_only_one_of_the_layer_is_gone_on_with(
    directory, monkeypatch, capsys
):
    answering(monkeypatch, ANSWERS | {"* Kind": EOFError})
    assert add(directory, "rescue_events") == 1
    assert add(directory, "rescue_events") == 1
    assert Path("draft-rescue_events-2.json").exists()
    assert add(directory, "compounds", "--resume", DRAFT) == 2
    assert "a draft for rescue_events" in capsys.readouterr().err
    for text in (
        "",
        "[]",
        '{"layer": "rescue_events"}',
        '{"layer": 5, "values": {}, "asked": [], "publications": {}}',
    ):
        Path("broken.json").write_text(text)
        assert add(directory, "rescue_events", "--resume", "broken.json") == 2
    assert add(directory, "rescue_events", "--resume", "none.json") == 2


def test_where_nothing_can_be_kept_in_a_file_it_is_printed(directory, monkeypatch, capsys):
    def full_disk(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("moeiwatch.data.drafts.answers.write_whole", full_disk)
    answering(monkeypatch, ANSWERS | {"* Summary": KeyboardInterrupt})
    assert add(directory, "rescue_events") == 1
    told = capsys.readouterr().err
    assert "No space left" in told and '"date": "2026-03-05"' in told


@pytest.mark.parametrize("choice", ["1", ""])
def test_a_name_that_no_compound_has_offers_the_nearest(directory, monkeypatch, capsys, choice):
    answering(monkeypatch, ANSWERS | {"  Compound": ["park", choice]})
    assert add(directory, "rescue_events") == 0
    assert "1. kk-park (KK Park)" in capsys.readouterr().out
    assert event_of(directory).properties["compound"] == "kk-park"


def test_of_several_near_names_enter_takes_none_and_drops_none(directory, monkeypatch, capsys):
    answering(monkeypatch, ANSWERS | {"* Sources": ["headline", "", "2"]})
    assert add(directory, "rescue_events") == 0
    said = capsys.readouterr().out
    assert "1. paper-20250101-one (One headline)" in said
    assert "One of the numbers from 1 to 2" in said
    assert event_of(directory).properties["sources"] == ["paper-20250203-two"]


def test_questions_are_explained_and_answers_said_in_plain_words(directory, monkeypatch, capsys):
    more = {"  Nationalities": "Kenya 15; ET 5", "  One of these": ["?", "destination", ""]}
    more |= {"  Destination": "Mae Sot"}
    answering(monkeypatch, ANSWERS | more)
    assert add(directory, "rescue_events") == 0
    said = capsys.readouterr().out
    assert "destination: Destination." in said
    assert "Destination: Mae Sot" in said
    assert "-> Kenya 15; Ethiopia 5" in said
    assert "Nationalities: Ethiopia 5; Kenya 15" in said
    assert "Place on the map: 98.557 16.631, the point of kk-park (KK Park)" in said
    assert "{" not in said and "null" not in said


def test_a_publication_by_its_address_offers_what_is_known_of_its_publisher(directory, monkeypatch, capsys):
    answers = {"  Title": "Gates", "  Published on": "2026-03-05"}
    asked = answering(monkeypatch, answers)
    address = "https://www.paper.example/2026/gates?utm_source=x"
    assert add(directory, "sources", "--set", f"URL={address}") == 0
    record = read_contents(directory).collections["sources"].by_id["paper-20260305-gates"]
    assert record.properties["URL"] == "https://www.paper.example/2026/gates"
    assert record.properties["container-title"] == "The Paper"
    assert record.properties["custom"] == {"access": "original", "kind": "news"}
    assert any("[The Paper]" in question for question in asked)
    assert errors_of(directory) == []


def test_a_publication_that_is_there_already_needs_no_answer_more(directory, monkeypatch, capsys):
    asked = answering(monkeypatch, {"  Address": "http://paper.example/2025/one/?fbclid=1"})
    before = files_of(directory)
    assert add(directory, "sources") == 0
    assert "there already as paper-20250101-one" in capsys.readouterr().out
    assert len(asked) == 2
    assert files_of(directory) == before


@pytest.mark.parametrize("pair", ["knd=news", "kind=", "kind"])
def test_set_with_a_name_that_nothing_has_is_wrong_usage(directory, pair, capsys):
    assert add(directory, "sources", "--set", pair) == 2
    assert "--set" in capsys.readouterr().err


@pytest.mark.parametrize("end", [b"\x03", b"\x04", b""])
def test_ctrl_c_ctrl_d_and_a_closed_terminal(directory, end):
    pid, terminal = pty.fork()
    if pid == 0:
        main = str(REPOSITORY / "dashboard")
        os.execv(sys.executable, [sys.executable, main, "add", "rescue_events", "--geodata", str(directory)])
    said = b""
    answered = False
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if is_new := bool(select.select([terminal], [], [], 0.5)[0]):
            try:
                said += os.read(terminal, 65536)
            except OSError:
                break
        if b"* Date" in said and not answered:
            answered = os.write(terminal, b"2026-03-05\n") > 0
        elif b"* Kind" in said and end:
            if not is_new:  # the terminal is listening
                os.write(terminal, end)
        elif b"* Kind" in said:
            break
    os.close(terminal)
    waited = (0, 0)
    while waited == (0, 0) and time.monotonic() < until:
        time.sleep(0.05)
        waited = os.waitpid(pid, os.WNOHANG)
    if waited == (0, 0):
        os.kill(pid, signal.SIGKILL)
        waited = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(waited[1]) == 1 or not end
    assert json.loads(Path(DRAFT).read_text())["values"] == {"date": "2026-03-05"}
    assert b"Traceback" not in said
    assert not end or b"Your answers are kept in draft-rescue_events.json" in said


def test_enter_takes_what_was_likely_meant(directory, monkeypatch, capsys):
    slips = {"* Date": ["5 March 2026", ""], "* Basis": ["claimd", ""], "* Kind of publisher": ["newz", ""]}
    slips |= {"  Published in": ["2026-03-06", "The New Paper"], "  Published on": ["6 March 2026", ""]}
    asked = answering(monkeypatch, ANSWERS | slips)
    assert add(directory, "rescue_events") == 0
    out = capsys.readouterr().out
    assert "Did you mean 2026-03-05?" in out and "is a date; the date is asked for later" in out
    assert any(question.startswith("* Basis") and "[Claimed]" in question for question in asked)
    assert (event_of(directory).properties["date"], event_of(directory).properties["basis"]) == (
        "2026-03-05",
        "claimed",
    )
    source = read_contents(directory).collections["sources"].by_id["newpaper-20260306-article"]
    assert source.properties["container-title"] == "The New Paper"


def test_a_publication_without_a_date_is_spoken_of(directory, monkeypatch, capsys):
    answering(monkeypatch, ANSWERS | {"  Published on": ""})
    assert add(directory, "rescue_events") == 0
    assert "Without a date nobody can say since when it is known" in capsys.readouterr().out
