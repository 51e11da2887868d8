"""The workbench asks the commands in a process of its own: right files, hostile files, and its limits."""

import json
import shutil
import tempfile

import pytest
from moeiwatch.data.geodata import data_version
from moeiwatch.data.paths import REPOSITORY
from moeiwatch.views import workbench_run
from moeiwatch.views.workbench_run import judge
from sample_geodata import properties, record, small_files, write_files

HARM = "<img src=x onerror=alert(1)></script><script>alert(1)</script>"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    folder = write_files(tmp_path_factory.mktemp("geodata"), small_files())
    shutil.copytree(REPOSITORY / "geodata" / "schema", folder / "schema")
    return folder


def text(value):
    return json.dumps(value, ensure_ascii=False).encode()


@pytest.fixture(autouse=True)
def scratch(tmp_path, monkeypatch):
    """Let temporary folders stand in one of the test's own, where nobody else's are."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(workbench_run, "_NICENESS", 0)  # other tests are no readers who go first
    return folder


def test_a_right_change_is_told_drawn_and_written(shipped, scratch):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park").update(status="raided", status_as_of="2026-03-05")
    told, before = [], data_version(shipped)
    answer = judge(
        {"compounds.geojson": text(files["compounds.geojson"])}, directory=shipped, tell=told.append
    )
    assert answer.faults == []
    assert answer.report["records"][0]["sentence"].startswith("KK Park: status active -> raided (2026-03-05)")
    assert answer.page.startswith("<!DOCTYPE html>") and "kk-park" in answer.page
    assert list(answer.canonical) == ["compounds.geojson"]
    assert b'"status": "raided"' in answer.canonical["compounds.geojson"]
    assert len(told) >= 3
    assert data_version(shipped) == before
    assert list(scratch.iterdir()) == [], "nothing of the files is kept"


def test_a_file_and_what_moves_with_it_are_written(shipped):
    files = small_files()
    record(files, "compounds.geojson", "kk-park")["geometry"]["coordinates"] = [98.53, 16.62]
    answer = judge({"compounds.geojson": text(files["compounds.geojson"])}, directory=shipped)
    assert "compounds.geojson" in answer.canonical
    for name in answer.canonical:
        assert not name.startswith(("base/", "schema/"))


def with_name(name):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park")["name"] = name
    return json.dumps(files["compounds.geojson"]).encode()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"[" * 500_000 + b"]" * 500_000, "nested deeper"),
        (b'{"type": "FeatureCollection", "features": NaN}', "NaN"),
        (b'{"type": "FeatureCollection", "features": "x"}', "list"),
        (b"[]", ""),
        (b"null", ""),
        (b'{"type": "FeatureCollection", "features": [1, null, [], "x", {}]}', ""),
        (b'{"type": "FeatureCollection", "n": ' + b"9" * 6000 + b', "features": []}', "digits"),
        (b'{"type": 1, "type": 2, "features": []}', "twice"),
        (b'{"type": "FeatureCollection", "features": [', ""),
        (b"\xff\xfe\x00\x01", "UTF-8"),
        (with_name("KK \ud800 Park"), "surrogate"),
        (with_name(HARM), "markup"),
    ],
)
def test_a_hostile_file_gets_an_answer_and_does_no_harm(shipped, scratch, raw, words):
    before = data_version(shipped)
    answer = judge({"compounds.geojson": raw}, directory=shipped)
    assert answer.faults == []
    errors = [one for one in answer.report["problems"] if one["severity"] == "error"]
    assert errors and all(one["message"] for one in errors)
    assert words in " ".join(one["message"] for one in errors)
    assert "<img src=x" not in answer.page
    assert data_version(shipped) == before and list(scratch.iterdir()) == []


def test_what_takes_too_long_is_stopped_and_says_so(shipped, monkeypatch):
    monkeypatch.setattr(workbench_run, "SECONDS", 0.01)
    answer = judge({"compounds.geojson": b"{}"}, directory=shipped)
    assert "was stopped after" in answer.faults[0] and answer.report == {}


@pytest.mark.skipif(not hasattr(workbench_run.resource, "prlimit"), reason="limits of memory are of Linux")
def test_what_takes_too_much_memory_is_stopped_and_says_so(shipped, monkeypatch):
    monkeypatch.setattr(workbench_run, "MEMORY_BYTES", 60_000_000)
    answer = judge({"compounds.geojson": b"{}"}, directory=shipped)
    assert "more memory" in answer.faults[0] and answer.report == {}


def test_a_fault_of_ours_is_not_put_on_the_file(tmp_path, shipped):
    fault = workbench_run.run_command(["no-such-command"], folder=tmp_path, directory=shipped, what="check")
    assert "a fault of ours" in fault and "memory" not in fault
    assert workbench_run.run_command(["--help"], folder=tmp_path, directory=shipped, what="check") == ""


def test_readers_wait_for_each_other_and_not_for_ever(shipped, monkeypatch):
    monkeypatch.setattr(workbench_run, "SECONDS", 0.01)
    assert workbench_run._ONE_AT_A_TIME.acquire(blocking=False)
    try:
        answer = judge({"compounds.geojson": b"{}"}, directory=shipped)
    finally:
        workbench_run._ONE_AT_A_TIME.release()
    assert "Try again" in answer.faults[0]
