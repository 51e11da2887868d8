"""Problems that a change brings are told from those that were there before it."""

from dataclasses import replace

import pytest
from moeiwatch.data.changes.judging import changed_records, findings_of, judge
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.problems import ERROR, NOTICE, WARNING
from sample_geodata import AS_OF, properties, record, small_files, write_files

EVENTS, COMPOUNDS, SOURCES, REPORTS = (
    "rescue_events.geojson",
    "compounds.geojson",
    "sources.json",
    "construction_reports.geojson",
)


def judged(tmp_path, before, after, **given):
    """Return what is found in the later files, as (record, field, was there, blocks)."""
    old, new = (write_files(tmp_path / name, files) for name, files in (("old", before), ("new", after)))
    contents = read_contents(new)
    problems = check_contents(contents, as_of=AS_OF)
    state = read_folder_state(old, label="old")
    found = judge(problems, contents=contents, directory=new, before=state, as_of=AS_OF, **given)
    of_the_change = ("ids are promises", "as before", "another record", "was taken out")
    kept = [f.problem for f in found if not any(words in f.problem.message for words in of_the_change)]
    assert sorted(_said(p) for p in problems) == sorted(_said(p) for p in kept)
    return [(f.problem.record, f.problem.field, f.was_there, f.blocks) for f in found]


def _said(problem):
    return problem.file, problem.record, problem.field, problem.message


@pytest.fixture
def faulty():
    """Return files in which one compound has an error and two publications are cited by nobody."""
    files = small_files()
    properties(files, COMPOUNDS, "kk-park")["kind"] = "palace"
    again = {
        **files[SOURCES][0],
        "id": "paper-20250101-other",
        "title": "Another",
        "URL": "https://b.example/",
    }
    files[SOURCES].append(again)
    return files


def test_what_was_there_before_blocks_nobody(tmp_path, faulty):
    after = {**faulty}
    assert judged(tmp_path, faulty, after) == [
        ("kk-park", "kind", True, False),
        ("paper-20250101-other", "id", True, False),
    ]


def test_an_old_fault_in_a_changed_record_blocks_nobody_and_a_new_one_does(tmp_path, faulty):
    before = faulty
    after = small_files()
    after[SOURCES].append(faulty[SOURCES][-1])
    properties(after, COMPOUNDS, "kk-park").update({"kind": "palace", "status": "raidd"})
    assert judged(tmp_path, before, after) == [
        ("kk-park", "status", False, True),
        ("kk-park", "kind", True, False),
        ("paper-20250101-other", "id", True, False),
    ]


def test_another_wrong_value_in_a_changed_record_is_new(tmp_path, faulty):
    after = small_files()
    after[SOURCES].append(faulty[SOURCES][-1])
    properties(after, COMPOUNDS, "kk-park")["kind"] = "castle"
    assert ("kk-park", "kind", False, True) in judged(tmp_path, faulty, after)


def test_errors_and_warnings_block_on_what_was_added_or_changed_and_notices_never(tmp_path, faulty):
    properties(faulty, REPORTS, "kc-001")["summary"] = "Contradicted later (kk-park-north)."
    assert judged(tmp_path, small_files(), faulty) == [
        ("kk-park", "kind", False, True),
        ("kc-001", "summary", False, True),
        ("paper-20250101-other", "id", False, False),
    ]


def test_a_record_that_did_not_change_may_break_by_what_did(tmp_path):
    after = small_files()
    after[SOURCES] = [item for item in after[SOURCES] if item["id"] != "ap-20251020-raid"]
    found = judged(tmp_path, small_files(), after)
    assert ("ap-20251020-raid", "id", False, True) in found
    assert len(found) > 1 and all(blocks and not was_there for *_, was_there, blocks in found)


def test_a_twin_of_a_changed_record_blocks_whichever_of_both_is_told(tmp_path):
    after = small_files()
    twin = {**record(after, COMPOUNDS, "kk-park"), "id": "a-twin"}
    after[COMPOUNDS]["features"].append(twin)
    assert ("kk-park", "id", False, True) in judged(tmp_path, small_files(), after)


def test_lines_may_move_and_sums_of_others_may_change(tmp_path):
    before, after = small_files(), small_files()
    for files, parts in ((before, (90, 90)), (after, (90, 91))):
        whole = record(files, EVENTS, "ev-2025-all")
        whole["properties"].update({"people_min": 100, "people_best": 100, "people_max": 100})
        for number, people in enumerate(parts):
            part = {**whole, "id": f"ev-2025-part-{number}", "properties": {**whole["properties"]}}
            part["properties"].update({"counted_in": "ev-2025-all", "date": f"2025-10-0{number + 1}"})
            part["properties"].update({"people_min": people, "people_best": people, "people_max": people})
            files[EVENTS]["features"].append(part)
    found = [f for f in judged(tmp_path, before, after) if f[:2] == ("ev-2025-all", "people_max")]
    assert found == [("ev-2025-all", "people_max", True, False)]
    new = [f for f in judged(tmp_path / "2", small_files(), after) if f[:2] == ("ev-2025-all", "people_max")]
    assert new == [("ev-2025-all", "people_max", False, False)], "a notice: totals overlap"


def test_strict_blocks_on_every_new_warning(tmp_path):
    after = small_files()
    withdrawn = {"date": "2026-01-01", "reason": "It was a misreading."}
    properties(after, COMPOUNDS, "kk-park-north")["withdrawn"] = withdrawn
    for files in (before := small_files()), after:
        properties(files, REPORTS, "kc-001")["compound"] = "kk-park-north"
    told = ("kc-001", "compound", False)
    assert (*told, True) in judged(tmp_path, before, after)
    assert (*told, True) in judged(tmp_path / "2", before, after, strict=True)


@pytest.mark.parametrize("strict", [False, True])
def test_a_collection_of_publications_that_nothing_cites_yet_blocks_nobody(tmp_path, strict):
    after = small_files()
    new = {**record(after, SOURCES, "ap-20251020-raid"), "id": "ap-20251021-next", "title": "Next"}
    after[SOURCES].append({**new, "URL": "https://example.org/next"})
    told = judged(tmp_path, small_files(), after, strict=strict)
    assert told == [("ap-20251021-next", "id", False, False)]


def test_without_an_earlier_state_errors_block(tmp_path, faulty):
    properties(faulty, REPORTS, "kc-001")["summary"] = "Contradicted later (kk-park-north)."
    problems = check_contents(read_contents(write_files(tmp_path, faulty)), as_of=AS_OF)
    assert {p.severity for p in problems} == {ERROR, WARNING, NOTICE}
    assert [f.blocks for f in findings_of(problems)] == [p.severity == ERROR for p in problems]
    assert [f.blocks for f in findings_of(problems, strict=True)] == [p.severity != NOTICE for p in problems]


def test_records_that_changed_are_named_as_problems_name_them(tmp_path):
    old = write_files(tmp_path / "old", small_files())
    after = small_files()
    properties(after, COMPOUNDS, "kk-park")["status"] = "raided"
    new = write_files(tmp_path / "new", after)
    state = read_folder_state(old, label="old")
    assert changed_records(read_contents(new), new, state) == {(COMPOUNDS, "kk-park")}


@pytest.mark.parametrize("raw", [b"", b"{", b"[1]", b"\xff", b'{"features": [1, null, {"id": 3}]}'])
def test_a_broken_earlier_file_blocks_nobody_who_changes_nothing(tmp_path, raw):
    files = {**small_files(), COMPOUNDS: raw}
    assert not any(blocks for *_, blocks in judged(tmp_path, files, {**files}))


def told(tmp_path, after, *, before=None):
    """Return what is new in the small files after a change, as problems."""
    states = (("old", before or small_files()), ("new", after))
    old, new = (write_files(tmp_path / name, files) for name, files in states)
    contents = read_contents(new)
    given = {"contents": contents, "directory": new, "before": read_folder_state(old, label="old")}
    found = judge(check_contents(contents, as_of=AS_OF), **given, as_of=AS_OF)
    return [f.problem for f in found if f.blocks]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"status": "raided"}, ["sources", "status_as_of"]),
        ({"status": "raided", "status_as_of": "2026-03"}, ["sources"]),
        ({"status": "raided", "sources": ["ap-20251020-raid", "bbc-202510-copy"]}, ["status_as_of"]),
        ({"status_as_of": "2026-03"}, ["sources"]),
        ({"status": "raided", "status_as_of": "2026-03", "sources": ["bbc-202510-copy"]}, []),
        ({"status": "raided", "verified": "2026-05-30"}, []),
        ({"summary": "Other words."}, []),
    ],
)
def test_a_new_status_says_as_of_when_and_what_shows_it(tmp_path, values, fields):
    after = small_files()
    properties(after, COMPOUNDS, "kk-park-north").update(values)
    problems = told(tmp_path, after)
    assert sorted(p.field for p in problems) == fields
    assert all(p.record == "kk-park-north" and p.line and "verified" in p.remedy for p in problems)


@pytest.mark.parametrize("summary", ["What is known.", "Another summary."])
def test_a_changed_id_is_one_problem_with_both_ways_out(tmp_path, summary):
    after = small_files()
    record(after, COMPOUNDS, "kk-park")["id"] = "kk-park-2"
    properties(after, COMPOUNDS, "kk-park-2")["summary"] = summary
    (problem,) = told(tmp_path, after)
    assert (problem.record, problem.field) == ("kk-park-2", "id") and problem.line
    assert problem.message == 'the id "kk-park" was changed into "kk-park-2": ids are promises'
    assert problem.remedy.startswith('Write "id": "kk-park" again.')
    assert '"merged_into": "kk-park-2"' in problem.remedy


def test_a_changed_id_of_a_publication_may_stay_with_the_old_one_named(tmp_path):
    after = small_files()
    record(after, SOURCES, "ap-20251020-raid")["id"] = "ap-20251020-again"
    (problem,) = told(tmp_path, after)
    assert '"other_ids": ["ap-20251020-raid"]' in problem.remedy


def test_references_to_a_record_that_is_withdrawn_now_block_in_every_layer(tmp_path):
    after = small_files()
    withdrawn = {"date": "2026-05-01", "reason": "Of another place."}
    properties(after, COMPOUNDS, "kk-park")["withdrawn"] = withdrawn
    blocking = [(p.file, p.field) for p in told(tmp_path, after)]
    assert ("construction_reports.geojson", "compound") in blocking
    assert (EVENTS, "compound") in blocking and (COMPOUNDS, "part_of") in blocking


OTHER = {"sources": ["bbc-202510-copy"]}


@pytest.mark.parametrize(
    ("file", "id_", "values", "what"),
    [
        (
            EVENTS,
            "ev-2025-10-20-kk",
            {"date": "2025-11-01", "date_end": "2025-11-02", "kind": "release", **OTHER},
            "date, kind, sources",
        ),
        (
            EVENTS,
            "ev-2025-10-20-kk",
            {"date": "2025-11-01", "date_end": "2025-11-02", "place": "B", **OTHER},
            "date, compound, sources",
        ),
        (EVENTS, "ev-2025-10-20-kk", {"date": "2025-10-21", **OTHER}, ""),
        (
            EVENTS,
            "ev-2025-10-20-kk",
            {"kind": "release", "place": "B", "sources": ["ap-20251020-raid", "bbc-202510-copy"]},
            "",
        ),
        (
            "season_evidence.geojson",
            "se-001",
            {"date": "2024-07", "finding": "The river rose.", **OTHER},
            "date, finding, sources",
        ),
        (
            "interventions.geojson",
            "iv-2025-02-power",
            {"kind": "fuel_ban", "target": "Fuel", **OTHER},
            "kind, target, sources",
        ),
    ],
)
def test_an_id_is_not_given_to_another_record(tmp_path, file, id_, values, what):
    after = small_files()
    properties(after, file, id_).update(values)
    found = [p for p in told(tmp_path, after) if "another record" in p.message]
    assert [(p.severity, p.record, p.field, p.message) for p in found] == [
        (WARNING, id_, "id", f"is this another record? {what} changed at once")
    ] * bool(what)
    assert all("add a new record" in p.remedy and "withdraw this one" in p.remedy for p in found)


def test_an_id_is_not_given_to_another_publication(tmp_path):
    after = small_files()
    source = record(after, SOURCES, "ap-20251020-raid")
    source |= {"title": "A raid on the river", "URL": "https://example.org/other"}
    assert not any("another" in p.message for p in told(tmp_path / "mended", after))
    source["issued"] = {"date-parts": [[2025, 12, 1]]}
    (problem,) = told(tmp_path / "other", after)
    assert problem.message == "is this another record? title, issued, URL changed at once"
    assert "custom.other_ids" in problem.remedy


@pytest.mark.parametrize("also", [{}, {"verified": "2026-05-30"}, {"sources": ["bbc-202510-copy"]}])
def test_a_withdrawal_is_not_taken_back_unseen(tmp_path, also):
    before, after = small_files(), small_files()
    withdrawn = {"date": "2026-01-01", "reason": "A misreading."}
    properties(before, EVENTS, "ev-2025-10-20-kk")["withdrawn"] = withdrawn
    properties(after, EVENTS, "ev-2025-10-20-kk").update(also)
    found = told(tmp_path, after, before=before)
    assert [(p.severity, p.field) for p in found] == [(WARNING, "withdrawn")] * (not also)
    assert all("Put withdrawn back" in p.remedy and "verified" in p.remedy for p in found)


@pytest.mark.parametrize("closed", ["", "all", "not the comma"])
def test_a_file_that_was_cut_off_is_brought_back_whole(tmp_path, closed):
    files = small_files()
    first = record(files, EVENTS, "ev-2025-10-20-kk")
    names = [f"ev-2025-10-2{number}-more" for number in range(1, 9)]
    for number, name in enumerate(names):
        more = {**first, "id": name, "properties": {**first["properties"], "date": f"2025-10-2{number + 1}"}}
        files[EVENTS]["features"].append(more)
    properties(files, EVENTS, "ev-2025-10-20-kk")["counted_in"] = "ev-2025-10-28-more"
    old = write_files(tmp_path / "old", files)
    text = (old / EVENTS).read_text()
    cut = text[: text.index(f'"{names[2]}"')]
    if closed:
        cut = cut.rstrip().removesuffix('"id":').rstrip().removesuffix('"type": "Feature",').rstrip()
        cut = cut.removesuffix("{").rstrip().removesuffix("," if closed == "all" else "") + "]}"
    new = write_files(tmp_path / "new", {**files, EVENTS: cut.encode()})
    contents = read_contents(new)
    before = replace(read_folder_state(old, label="main"), revision="main")
    given = {"contents": contents, "directory": new, "before": before, "as_of": AS_OF}
    found = [f.problem for f in judge(check_contents(contents, as_of=AS_OF), **given) if f.blocks]
    assert [(p.file, p.message) for p in found] == [
        (EVENTS, f'the file was cut off: 7 records of main are missing (from "{names[2]}" on)')
    ]
    assert f"git checkout main -- geodata/{EVENTS}" in found[0].remedy
    assert "your other edits" in found[0].remedy


def test_an_id_that_was_there_is_no_slip_for_another(tmp_path):
    before, after = small_files(), small_files()
    extra = {**record(before, EVENTS, "ev-2025-10-20-kk"), "id": "ev-2025-all-of-it"}
    before[EVENTS]["features"].append(extra)
    for files in (before, after):
        properties(files, EVENTS, "ev-2025-10-20-kk")["counted_in"] = "ev-2025-all-of-it"
    (reference,) = [p for p in told(tmp_path, after, before=before) if p.field == "counted_in"]
    assert "Did you mean" not in reference.remedy and "put its record back" in reference.remedy


def test_the_revision_that_was_given_brings_a_missing_file_back(tmp_path):
    new = write_files(tmp_path / "new", {**small_files(), EVENTS: None})
    old = write_files(tmp_path / "old", small_files())
    contents = read_contents(new)
    before = replace(read_folder_state(old, label="main"), revision="main")
    given = {"contents": contents, "directory": new, "before": before, "as_of": AS_OF}
    remedies = [f.problem.remedy for f in judge(check_contents(contents, as_of=AS_OF), **given)]
    assert f"Bring it back: git checkout main -- geodata/{EVENTS}." in remedies
