"""What informs and does not fail: near-duplicates, unused sources, sums of children, form."""

import json

import pytest
from broken_contributions import (
    ACTORS,
    ALL,
    AP,
    COMPOUNDS,
    COPY,
    CROSSINGS,
    EVENT,
    EVENTS,
    KK,
    REPORTS,
    SOURCES,
    again,
    put,
)
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.problems import NOTICE, WARNING
from sample_geodata import AS_OF, KK_PARK, check_files, properties, record, small_files, write_files

WARNINGS = [
    (
        "name again",
        again(COMPOUNDS, KK, id="kk-park-again"),
        COMPOUNDS,
        "kk-park-again",
        "and kk-park have the same name",
    ),
    ("actor again", again(ACTORS, "bgf-kna", id="karen-bgf"), ACTORS, "karen-bgf", "the same name"),
    ("report again", again(REPORTS, "kc-001", id="kc-002"), REPORTS, "kc-002", "kc-001 have the same"),
    ("event again", again(EVENTS, EVENT, id="ev-again"), EVENTS, "ev-again", "the same"),
    (
        "crossing again",
        again(CROSSINGS, "friendship-bridge-1", id="the-bridge"),
        CROSSINGS,
        "the-bridge",
        "the same name",
    ),
]


@pytest.mark.parametrize(
    ("name", "change", "file", "id_", "message"), WARNINGS, ids=lambda v: v if isinstance(v, str) else ""
)
def test_likeness_is_a_warning(tmp_path, name, change, file, id_, message):
    files = small_files()
    change(files)

    problems = check_files(tmp_path, files)

    assert [(p.severity, p.file, p.record) for p in problems] == [(WARNING, file, id_)]
    assert message in problems[0].message


@pytest.mark.parametrize(
    ("name", "text", "is_told"),
    [
        ("summary", "Contradicted by a later report (kk-park-north).", True),
        ("note", "Contradicted by a later report (kk-park-north).", False),
        ("summary", "A half-built, well-guarded and kk-park-like place.", False),
    ],
)
def test_an_id_inside_a_text_for_readers_is_a_warning(tmp_path, name, text, is_told):
    files = small_files()
    put(REPORTS, "kc-001", **{name: text})(files)
    problems = check_files(tmp_path, files)
    assert [(p.severity, p.record, p.field) for p in problems] == [(WARNING, "kc-001", name)] * is_told


def test_name_is_alike_whatever_its_case_and_points(tmp_path):
    files = small_files()
    put(COMPOUNDS, "kk-park-north", name="K.K. PARK")(files)

    assert [p.record for p in check_files(tmp_path, files)] == ["kk-park-north"]


def test_thai_names_that_differ_in_a_vowel_are_not_alike(tmp_path):
    files = small_files()
    put(COMPOUNDS, KK, name="กิ")(files)
    put(COMPOUNDS, "kk-park-north", name="กี")(files)

    assert check_files(tmp_path, files) == []


def test_source_under_two_ids_is_a_warning(tmp_path):
    files = small_files()
    twin = {
        **record(files, SOURCES, AP),
        "id": "ap-raid",
        "URL": "http://www.example.org/raid/#top",
        "title": "Other",
    }
    files[SOURCES].append(twin)
    put(COMPOUNDS, KK, sources=[AP, "ap-raid"])(files)

    problems = check_files(tmp_path, files)

    assert [(p.severity, p.message) for p in problems] == [
        (WARNING, "this record and ap-20251020-raid have the same address")
    ]


def test_unused_source_is_a_notice(tmp_path):
    files = small_files()
    put(ACTORS, "bgf-kna", sources=[AP])(files)

    problems = check_files(tmp_path, files)

    assert [(p.severity, p.record, p.message) for p in problems] == [
        (NOTICE, COPY, "no record cites this publication")
    ]


def test_children_above_their_parent_are_a_notice(tmp_path):
    files = small_files()
    for number in range(4):
        again(EVENTS, EVENT, id=f"ev-child-{number}")(files)
        put(EVENTS, f"ev-child-{number}", date_end=f"2025-11-0{number + 1}")(files)

    problems = check_files(tmp_path, files)

    assert [(p.severity, p.record) for p in problems] == [(NOTICE, ALL)]
    assert "add up to 225 people, more than 200" in problems[0].message


def test_children_of_several_kinds_are_not_added(tmp_path):
    files = small_files()
    for number, kind in enumerate(("raid", "handover", "repatriation", "escape")):
        again(EVENTS, EVENT, id=f"ev-child-{number}")(files)
        put(EVENTS, f"ev-child-{number}", kind=kind, date_end=f"2025-11-0{number + 1}")(files)

    assert check_files(tmp_path, files) == []


def test_reference_to_a_merged_record_is_a_warning(tmp_path):
    files = small_files()
    put(COMPOUNDS, KK, merged_into="kk-park-north")(files)
    put(COMPOUNDS, "kk-park-north", part_of=...)(files)

    problems = check_files(tmp_path, files)

    assert {(p.severity, p.record) for p in problems} == {(WARNING, "kc-001"), (WARNING, EVENT)}
    assert all('merged into "kk-park-north"' in p.message for p in problems)


def test_reference_to_a_withdrawn_record_is_a_warning(tmp_path):
    files = small_files()
    put(EVENTS, ALL, withdrawn={"date": "2026-01-01", "reason": "It was a misreading."})(files)

    problems = check_files(tmp_path, files)

    assert [(p.severity, p.record, p.message) for p in problems] == [(WARNING, EVENT, f"{ALL} was withdrawn")]


def test_open_maximum_holds_any_number(tmp_path):
    files = small_files()
    put(EVENTS, ALL, people_max=...)(files)
    put(EVENTS, EVENT, people_best=900, people_max=...)(files)

    assert check_files(tmp_path, files) == []


def test_range_may_reach_beyond_the_wider_event(tmp_path):
    """Only the best count has to fit: outlets give wide ranges, and the wider event may be better known."""
    files = small_files()
    put(EVENTS, EVENT, people_max=201)(files)

    assert check_files(tmp_path, files) == []


@pytest.mark.parametrize("place", [KK_PARK, [98.52, 16.63000], [98.51667, 16.69083], [98.57, 16.71]])
def test_event_may_stand_at_public_points_or_coarsely(tmp_path, place):
    files = small_files()
    record(files, EVENTS, ALL)["geometry"]["coordinates"] = place

    assert check_files(tmp_path, files) == []


@pytest.mark.parametrize(("longitude", "is_right"), [(98.5509, True), (98.5511, False), (98.54, True)])
def test_bank_is_judged_by_the_accuracy_of_the_border(tmp_path, longitude, is_right):
    """A thousandth of a degree is 107 m here: the line is good to 100 m."""
    files = small_files()
    record(files, COMPOUNDS, "kk-park-north")["geometry"]["coordinates"] = [longitude, 16.64]

    assert (check_files(tmp_path, files) == []) is is_right


def test_text_that_only_looks_like_markup_is_right(tmp_path):
    files = small_files()
    put(COMPOUNDS, KK, summary="More than 5 < 6 & `ticks` ${x}; R&D [1] (2); <3.")(files)

    assert check_files(tmp_path, files) == []


def test_file_out_of_form_is_a_warning_at_the_first_line(tmp_path):
    check_files(tmp_path, small_files())
    path = tmp_path / CROSSINGS
    path.write_text(path.read_text().replace('  "type"', '  "type" '))

    problems = check_contents(read_contents(tmp_path), as_of=AS_OF)

    assert [(p.severity, p.file, p.line) for p in problems] == [(WARNING, CROSSINGS, 3)]
    assert "python dashboard format" in problems[0].remedy


def test_progress_is_told_rule_by_rule(tmp_path):
    told = []
    contents = read_contents(write_files(tmp_path, small_files()))

    check_contents(contents, as_of=AS_OF, progress=lambda done, rules: told.append((done, rules)))

    assert [done for done, _ in told] == list(range(told[0][1]))
    assert len(told) > 15


@pytest.mark.parametrize(
    ("first", "status", "is_right"),
    [
        ("2025-10-08", "2025-10-07", True),
        ("2025-03-04", "2024", True),
        ("2025", "2024-01", True),
        ("2025-03", "2023", False),
    ],
)
def test_status_far_older_than_the_first_report_is_a_warning(tmp_path, first, status, is_right):
    files = small_files()
    put(COMPOUNDS, KK, first_reported=first, status_as_of=status)(files)

    told = [(p.severity, p.record, p.field) for p in check_files(tmp_path, files)]

    assert told == ([] if is_right else [(WARNING, KK, "first_reported")])


@pytest.mark.parametrize("date", ["2026", "2026-06", "2026-06-01"])
def test_date_of_which_a_day_has_come_is_right(tmp_path, date):
    """A cut date is wrong only where all days that it can mean are still to come."""
    files = small_files()
    put(COMPOUNDS, KK, status_as_of=date)(files)
    put(REPORTS, "kc-001", published="2025")(files)
    put(SOURCES, AP, issued={"date-parts": [[int(part) for part in date.split("-")]]})(files)

    assert check_files(tmp_path, files) == []


def test_a_file_on_one_line_is_told_as_such(tmp_path):
    check_files(tmp_path, small_files())
    path = tmp_path / CROSSINGS
    path.write_text(json.dumps(small_files()[CROSSINGS]))

    problems = check_contents(read_contents(tmp_path), as_of=AS_OF)

    assert [(p.file, p.line) for p in problems] == [(CROSSINGS, 1)]
    assert "stands on one line" in problems[0].message


def test_a_record_is_no_hint_for_its_own_reference(tmp_path):
    files = small_files()
    put(EVENTS, EVENT, counted_in="ev-2025-10-20-k")(files)

    told = [p.remedy for p in check_files(tmp_path, files) if p.field == "counted_in"]

    assert len(told) == 1 and "Did you mean ev-2025-10-20-kk" not in told[0]


def test_nationalities_above_an_open_count_are_a_warning_and_within_the_range_are_right(tmp_path):
    files = small_files()
    event = properties(files, EVENTS, "ev-2025-10-20-kk")
    event["nationalities"] = {"CN": 25, "IN": 25}
    assert check_files(tmp_path / "range", files) == []
    del event["people_max"]
    told = check_files(tmp_path / "open", files)
    assert [(p.severity, p.message) for p in told] == [
        (WARNING, "the nationalities add up to 50 people, more than people_best (45)")
    ]


@pytest.mark.parametrize(
    ("inner", "outer", "words"),
    [
        (
            {"date": "2022", "date_end": "2022-12"},
            {"date": "2025-01-30", "date_end": "2025-12-14"},
            "ended on 2022-12-31",
        ),
        (
            {"date": "2025-01-29"},
            {"date": "2025-01-30", "date_end": "2025-12-14", "kind": "raid"},
            "ended on 2025-01-29",
        ),
        ({"date": "2024-12-29"}, {"date": "2025-01-30", "date_end": "2025-12-14"}, "ended on 2024-12-29"),
        ({"date": "2025-01-29"}, {"date": "2025-01-30", "date_end": "2025-12-14"}, ""),
        ({"date": "2025-01"}, {"date": "2025-01-30", "date_end": "2025-12-14", "kind": "raid"}, ""),
        ({"date": "2024-05-10"}, {"date": "2025-05-10", "kind": "raid"}, ""),
        ({"date": "2020-07-12"}, {"date": "2025-05-10", "kind": "raid"}, "began on 2025-05-10"),
        ({"date": "2025-03-11"}, {"date": "2025-02-01", "date_end": "2025-02-08", "kind": "raid"}, ""),
        (
            {"date": "2025-03-12"},
            {"date": "2025-02-01", "date_end": "2025-02-08", "kind": "raid"},
            "ended on 2025-02-08",
        ),
        ({"date": "2026-02-08"}, {"date": "2025-02-01", "date_end": "2025-02-08"}, ""),
        ({"date": "2026-02-10"}, {"date": "2025-02-01", "date_end": "2025-02-08"}, "began on 2026-02-10"),
    ],
)
def test_a_wider_event_of_another_time_holds_nobody(tmp_path, inner, outer, words):
    files = small_files()
    for id_, dates in ((EVENT, inner), (ALL, outer)):
        properties(files, EVENTS, id_).pop("date_end", None)
        properties(files, EVENTS, id_).update(dates)

    problems = check_files(tmp_path, files)

    told = [(p.severity, p.record, p.field) for p in problems]
    assert told == [(WARNING, EVENT, "counted_in")] * bool(words)
    assert all(words in p.message and "take counted_in out" in p.remedy for p in problems)


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({"sanctions": ...}, True),
        ({"sanctions": [], "summary": "Said to lead a group."}, True),
        ({"sanctions": ..., "summary": "Charged in Bangkok with fraud, by the police."}, False),
        ({"sanctions": ..., "summary": "A shareholder of the company in its public register."}, False),
        ({"sanctions": ..., "kind": "company"}, False),
        ({"sanctions": ..., "withdrawn": {"date": "2026-01-01", "reason": "No ground."}}, False),
    ],
)
def test_a_person_is_listed_on_public_records_alone(tmp_path, values, is_told):
    files = small_files()
    put(ACTORS, "saw-somebody", **values)(files)

    warnings = [p for p in check_files(tmp_path, files) if p.severity == WARNING]

    assert [(p.record, p.field) for p in warnings] == [("saw-somebody", "kind")] * is_told
    assert all("write sanctions" in p.remedy and "withdraw" in p.remedy for p in warnings)
