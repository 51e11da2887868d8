"""No file and no answers exist on which drafting raises, or which change a record that is there."""

import datetime
import json

import pytest
from any_json import ANY_JSON, LAYERS, PROPERTIES, RAW_FILES, SOURCES
from data.small_geodata import LAYERS as SMALL_LAYERS
from data.small_geodata import small_data, write_data
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moeiwatch.data.changes.values import meaning
from moeiwatch.data.contents import Contents, read_contents
from moeiwatch.data.drafts.adding import plan_addition
from moeiwatch.data.drafts.answers import Answers, answers_text
from moeiwatch.data.drafts.drafting import draft_records
from moeiwatch.data.drafts.mending import ask_all, fault_words, plan_answers
from moeiwatch.data.drafts.questions import Talk
from moeiwatch.data.drafts.read_rows import parse_rows
from moeiwatch.data.drafts.rows import Row, Rows

TODAY = datetime.date(2026, 6, 1)
SETTINGS = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
FORMS = st.sampled_from([".csv", ".tsv", ".json", ".geojson", ".bib", ".ris", ".txt", ".x"])
PIECES = st.sampled_from(
    [
        *("@article{a,", "title = {", "}", '"', "\n", "{", "\\'", "$", "#", "=", "@string{", "@", "%", "\\"),
        *("TY  - NEWS\n", "ER  - \n", "UR  - x\n", "year = 2025,"),
        *("name,kind", ",", ";", "\t", "KK Park", "compound", "\x00", "\r"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(lambda parts: "".join(parts).encode())
JSON_FILES = (LAYERS | SOURCES | ANY_JSON).map(lambda value: json.dumps(value).encode())
NAMES_OF_LAYERS = st.sampled_from(["compounds", "rescue_events", "construction_reports", "sources", "actors"])


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return read_contents(write_data(tmp_path_factory.mktemp("geodata"), small_data()))


@SETTINGS
@given(raw=RAW_FILES | TEXTS | JSON_FILES, form=FORMS, layer=NAMES_OF_LAYERS)
def test_any_file_is_read_or_told(contents, raw, form, layer):
    rows = parse_rows(raw, file=f"file{form}", layer=layer)
    assert rows.rows or rows.problems
    add(rows, layer, contents)


@SETTINGS
@given(values=PROPERTIES, geometry=ANY_JSON, layer=NAMES_OF_LAYERS)
def test_any_values_become_a_record_or_a_problem(contents, values, geometry, layer):
    add(Rows("x.csv", [Row("line 2", 2, values, geometry)]), layer, contents)


@SETTINGS
@given(items=SOURCES)
def test_no_publication_is_passed_over_in_silence(contents, items):
    rows = parse_rows(json.dumps(items).encode(), file="z.json", layer="sources")
    read = [item for item in items if isinstance(item, dict)]
    features = [item for item in read if item.get("type") in ("Feature", "FeatureCollection")]
    assert len(rows.rows) == len(read) - len(features)
    drafts = draft_records(rows, "sources", contents)
    assert len(drafts.drafts) + len(drafts.already) <= len(rows.rows)
    assert {draft.id for draft in drafts.drafts} | {id_ for _, id_ in drafts.already} or not rows.rows


def add(rows: Rows, layer: str, contents: Contents) -> None:
    """Draft and plan, and look that every record of before stands in the result as it was."""
    drafts = draft_records(rows, layer, contents)
    ids = [draft.id for draft in drafts.drafts]
    assert len(set(ids)) == len(ids)
    found = [(layer, draft) for draft in drafts.drafts]
    addition = plan_addition(found, contents, as_of=TODAY, file=rows.file)
    for draft in drafts.drafts:
        assert draft.merged or draft.id not in contents.collections[layer].by_id
    if not found or not addition.texts:
        return
    merged = {draft.id for draft in drafts.drafts if draft.merged}
    after = addition.contents.collections[layer].by_id
    for id_, record in contents.collections[layer].by_id.items():
        assert id_ in merged or meaning(after[id_].value) == meaning(record.value)
    assert len(after) == len(contents.collections[layer].by_id) + len(ids) - len(merged)


ANSWERS = st.sampled_from(
    [
        *(
            "",
            "",
            "?",
            "1",
            "2",
            "9" * 50,
            "-1",
            "KK Park",
            "kk-park",
            "compund",
            "high",
            "2025-02-12",
            "2025-9",
        ),
        *("260", "1,5", "ET 138", "ET", "98.5 16.7", "1e400 2", "nan nan", "[", "{", "[{}]", "a; b;", ";"),
        *("https://x.example/a", "https://", "paper-20250101-one", "\x00", "\udc80", "\u202e", "<b>"),
        *("x" * 5000, "name"),
    ]
)


@SETTINGS
@given(layer=st.sampled_from([*SMALL_LAYERS, "sources", "actors"]), answers=st.lists(ANSWERS, max_size=60))
def test_any_answers_become_a_row_or_an_end(contents, layer, answers):
    waiting = iter(answers)

    def ask(question: str) -> str:
        for answer in waiting:
            return answer
        raise EOFError

    given = Answers(layer)
    try:
        ask_all(given, contents, Talk(ask, str))
    except EOFError:
        kept = json.loads(answers_text(given))
        assert kept["values"] == given.values
        return
    plan = plan_answers(given, contents, as_of=TODAY)
    for problem in plan.problems:
        assert fault_words(problem, given, contents)
    add(Rows("answers", [given.row()]), layer, contents)
