"""The workbench as a reader meets it: nothing dropped, a change, files without a name, hostile files."""

import json

import pytest
from moeiwatch.views import library, workbench_drop, workbench_page
from moeiwatch.views.workbench_page import show_workbench
from moeiwatch.views.workbench_run import Answer
from page_runs import html_of, run_page, small_data
from sample_geodata import small_files

MARKUP = "`<img src=x onerror=alert(1)>`"

RECORD = {
    "layer": "compounds",
    "id": "kk-park",
    "name": "KK Park",
    "change": "changed",
    "phrase": "status active -> raided",
    "fields": [],
}
REPORT = {
    "summary": "1 record changed",
    "counts": {"changed": 1},
    "records": [RECORD],
    "lines": [RECORD],
    "files": [],
    "notes": [],
    "problems": [],
}


@pytest.fixture
def bench(tmp_path, monkeypatch):
    """Return what the commands were asked, and how they answer."""
    data = small_data(tmp_path, small_files(), monkeypatch)
    asked = {"files": [], "answer": Answer(REPORT, {"compounds.geojson": b"{}"}, "<html>after</html>")}

    def judge(files, *, directory, tell):
        tell("Checking")
        asked["files"].append(files)
        return asked["answer"]

    for module in (workbench_page, workbench_drop):
        monkeypatch.setattr(module, "GEODATA", tmp_path)
    monkeypatch.setattr(workbench_page, "judge", judge)
    monkeypatch.setattr(workbench_page, "_shipped_problems", lambda version, as_of: [])
    monkeypatch.setattr(workbench_page, "_shipped_map", lambda folder: "<html>before</html>")
    monkeypatch.setattr(library, "map_page", lambda: data.version)
    return asked


def drop(*files):
    app = run_page(show_workbench)
    app.file_uploader[0].set_value([(name, raw, "application/json") for name, raw in files])
    app.run(timeout=60)
    assert not app.exception, app.exception[0].value
    return app


def said(app):
    return " ".join(block.value for kind in ("error", "warning", "success") for block in app.get(kind))


def test_before_anything_is_dropped_the_page_says_what_to_do(bench):
    app = run_page(show_workbench)
    assert "Nothing dropped yet" in html_of(app) and bench["files"] == []
    assert app.file_uploader[0].accept_multiple_files


def test_a_change_is_checked_told_and_drawn_before_and_after(bench):
    app = drop(("compounds.geojson", b"{}"))
    assert bench["files"] == [{"compounds.geojson": b"{}"}]
    assert "finds nothing wrong" in said(app)
    assert "status active -&gt; raided" in html_of(app)
    maps = [json.loads(block.proto.json) for block in app.get("bidi_component")]
    assert [one["html"] for one in maps] == ["<html>before</html>", "<html>after</html>"]
    assert {one["view"] for one in maps} == {"sel=compounds/kk-park&at=13/16.63000/98.52000"}
    assert [block.proto.label for block in app.get("download_button")][-1].startswith("Download compounds")


def test_records_that_are_missing_are_called_so(bench):
    app = drop(("compounds.geojson", b"{}"))
    assert not app.info
    bench["answer"].report = {**REPORT, "counts": {"removed": 43}}
    assert (
        "43 records of the shipped data are not in your files" in drop(("sources.json", b"[]")).info[0].value
    )


def test_the_same_files_are_asked_about_once(bench):
    app = drop(("compounds.geojson", b"{}"))
    app.run()
    assert len(bench["files"]) == 1


def test_another_session_sees_nothing_of_it(bench):
    drop(("compounds.geojson", b"{}"))
    assert "raided" not in html_of(run_page(show_workbench))


def test_problems_are_told_in_full_with_their_remedies(bench):
    problem = {"file": "compounds.geojson", "line": 3, "record": "kk-park", "field": "status"}
    problem |= {"message": "no such term", "severity": "error", "remedy": "Did you mean active?"}
    bench["answer"].report = {**REPORT, "problems": [problem]}
    app = drop(("compounds.geojson", b"{}"))
    assert "1 error in your change" in app.error[0].value
    assert '<div class="mw-remedy">Did you mean active?</div>' in html_of(app)
    assert app.code[0].value == (
        "compounds.geojson, line 3 kk-park status: error: no such term. Did you mean active?"
    )


def test_a_file_whose_name_says_nothing_is_asked_about(bench):
    app = drop(("map.geojson", b"{}"))
    assert bench["files"] == []
    asked = next(box for box in app.selectbox if "Which file" in box.label)
    asked.select("compounds.geojson").run(timeout=60)
    assert bench["files"] == [{"compounds.geojson": b"{}"}]


def test_two_files_for_one_are_refused(bench):
    app = drop(("compounds.geojson", b"{}"), ("compounds (1).geojson", b"[]"))
    assert "stand for the same file" in said(app) and bench["files"] == []


def test_a_refused_file_is_named_as_text_and_the_others_are_looked_into(bench):
    app = drop((f"{MARKUP}.json", b"PK\x03\x04"), ("sources.json", b"[]"))
    assert "ZIP" in said(app) and "\\<img" in said(app)
    assert bench["files"] == [{"sources.json": b"[]"}]


def test_too_much_at_once_is_refused(bench):
    app = drop(*[(f"f{number}.json", b"{}") for number in range(30)])
    assert "looked into at once" in said(app) and bench["files"] == []


def test_where_the_commands_give_no_answer_the_page_says_why(bench):
    bench["answer"] = Answer(faults=["The check was stopped after 60 seconds."])
    app = drop(("compounds.geojson", b"{}"))
    assert "stopped after 60 seconds" in said(app)
