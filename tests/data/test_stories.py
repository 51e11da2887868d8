import copy
import json
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from moeiwatch.data.checks.stories import check_stories
from moeiwatch.data.checks.story_form import read_story_schema
from moeiwatch.data.contents import read_contents
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import GeodataError
from moeiwatch.data.schema import LAYERS
from moeiwatch.data.stories import Sentence, read_stories
from moeiwatch.data.viewstate import FIELDS, ViewState

STORY = {
    "$schema": "../schema/story.json",
    "id": "walk",
    "title": "A walk",
    "language": "en",
    "summary": "Two steps.",
    "steps": [
        {
            "id": "start",
            "title": "Start",
            "points": ["coup"],
            "sentences": [
                {"text": "One.", "sources": ["paper-1"], "records": ["compounds/park-a"]},
                {"text": "Two.", "sources": ["paper-1", "paper-2"]},
            ],
            "view": {
                "from": "2025-01",
                "to": "2025-02",
                "month": 3,
                "hide": ["crossings", "rescue_events.raid"],
                "sel": "compounds/park-a",
                "at": [11, 16.6, 98.55],
            },
        },
        {
            "id": "end",
            "title": "End",
            "sentences": [
                {"text": "Three.", "sources": ["paper-2"]},
                {"text": "Four.", "sources": ["paper-2"]},
            ],
            "view": {"group": "militia-a", "month": 4},
        },
    ],
}


def compound(**properties):
    return {
        "type": "Feature",
        "id": "park-a",
        "properties": {"name": "Park A", "sources": ["paper-1"], **properties},
        "geometry": None,
    }


def write(path, value):
    path.parent.mkdir(exist_ok=True)
    text = value if isinstance(value, str) else json.dumps(value)
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def folder(path, *stories, **properties):
    """Write a small folder of data with these stories and return it."""
    for layer in LAYERS:
        features = [compound(**properties)] if layer == "compounds" else []
        write(path / f"{layer}.geojson", {"type": "FeatureCollection", "features": features})
    write(path / "sources.json", [{"id": "paper-1"}, {"id": "paper-2"}])
    write(path / "actors.json", {"actors": [{"id": "militia-a"}]})
    for story in stories:
        write(path / "stories" / f"{story['id']}.json", story)
    return path


def changed(*way, to=None, drop=False):
    """Return the story with one value changed."""
    story = copy.deepcopy(STORY)
    place = story
    for part in way[:-1]:
        place = place[part]
    if drop:
        del place[way[-1]]
    else:
        place[way[-1]] = to
    return story


def found(directory):
    return [
        (p.severity, p.record, p.field, p.message, p.remedy) for p in check_stories(read_contents(directory))
    ]


def test_a_story_is_read_with_its_steps_and_views(tmp_path):
    (story,) = read_stories(folder(tmp_path, STORY))
    assert (story.id, story.title, story.language, story.summary) == ("walk", "A walk", "en", "Two steps.")
    assert story.problems == ()
    start, end = story.steps
    assert (start.id, start.title, start.points) == ("start", "Start", ("coup",))
    assert start.sentences[0] == Sentence("One.", ("paper-1",), ("compounds/park-a",))
    assert start.sentences[1] == Sentence("Two.", ("paper-1", "paper-2"), ())
    assert start.view == ViewState(
        since="2025-01",
        until="2025-02",
        month=3,
        hide=("crossings", "rescue_events.raid"),
        selected="compounds/park-a",
        viewport=(11.0, 16.6, 98.55),
    )
    assert (end.points, end.view) == ((), ViewState(group="militia-a", month=4))


def test_a_folder_without_stories_has_none(tmp_path):
    assert read_stories(tmp_path) == []
    assert found(folder(tmp_path)) == []


def test_stories_come_by_the_name_of_their_files(tmp_path):
    directory = folder(tmp_path, {**STORY, "id": "b"}, {**STORY, "id": "a"})
    assert [story.id for story in read_stories(directory)] == ["a", "b"]


def test_a_broken_step_is_left_out_and_told_and_the_rest_is_kept(tmp_path):
    (story,) = read_stories(folder(tmp_path, changed("steps", 0, "sentences", 1, "sources", drop=True)))
    assert [step.id for step in story.steps] == ["end"]
    assert [(p.file, p.record, p.field) for p in story.problems] == [
        ("stories/walk.json", "start", "sentences[1].sources")
    ]


def test_a_broken_title_is_replaced_by_the_id(tmp_path):
    (story,) = read_stories(folder(tmp_path, changed("title", to="turned \u202e round")))
    assert story.title == "walk"
    assert len(story.steps) == 2
    assert [(p.record, p.field) for p in story.problems] == [("", "title")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        '{"id": "a", "id": "b"}',
        '{"steps": NaN}',
        '{"steps": ' + "[" * 5000,
        '{"title": "\\ud800"}',
        '{"steps": ' + "9" * 5000 + "}",
        '{"steps": {"0": 1}}',
        '{"steps": [1, null, [], {}]}',
    ],
)
def test_no_file_is_too_broken_to_be_read(tmp_path, text):
    write(folder(tmp_path) / "stories" / "x.json", text)
    (story,) = read_stories(tmp_path)
    assert (story.id, story.title, story.steps) == ("x", "x", ())
    assert story.problems
    assert found(tmp_path)


def test_a_folder_in_place_of_a_story_is_told(tmp_path):
    (folder(tmp_path) / "stories" / "x.json").mkdir(parents=True)
    assert [story.steps for story in read_stories(tmp_path)] == [()]
    assert [message for *_, message, _ in found(tmp_path)] == ["this is a folder, not a file"]


def test_a_sound_story_has_no_problem(tmp_path):
    assert found(folder(tmp_path, STORY)) == []


@pytest.mark.parametrize(
    ("story", "record", "field", "words"),
    [
        (changed("$schema", to="x"), "", "$schema", "not an allowed term"),
        (changed("summary", drop=True), "", "summary", "missing"),
        (changed("sumary", to="x"), "", "sumary", "unknown"),
        (changed("steps", to=[]), "", "steps", "empty"),
        (changed("steps", 1, "id", to="start"), "start", "id", "stands twice, first in step 1"),
        (changed("steps", 1, "id", to="No Id"), "No Id", "id", "not written as it should be"),
        (changed("steps", 0, "points", to=["kup"]), "start", "points[0]", "not an allowed term"),
        (
            changed("steps", 0, "sentences", to=STORY["steps"][0]["sentences"][:1]),
            "start",
            "sentences",
            "short",
        ),
        (
            changed("steps", 0, "sentences", 0, "text", to="x" * 301),
            "start",
            "sentences[0].text",
            "301 characters",
        ),
        (changed("steps", 0, "sentences", 0, "text", to="<b>x</b>"), "start", "sentences[0].text", "markup"),
        (
            changed("steps", 0, "sentences", 0, "text", to="x\u202ey"),
            "start",
            "sentences[0].text",
            "direction",
        ),
        (changed("steps", 0, "sentences", 0, "sources", to=[]), "start", "sentences[0].sources", "empty"),
        (
            changed("steps", 1, "sentences", 0, "sources", 0, to="paper-3"),
            "end",
            "sentences[0].sources[0]",
            "no id",
        ),
        (
            changed("steps", 0, "sentences", 0, "records", 0, to="compounds/park-b"),
            "start",
            "sentences[0].records[0]",
            "no id in compounds.geojson",
        ),
        (
            changed("steps", 0, "sentences", 0, "records", 0, to="compound/park-a"),
            "start",
            "sentences[0].records[0]",
            "no layer",
        ),
        (changed("steps", 0, "view", "sel", to="compounds/park-b"), "start", "view.sel", "no id"),
        (
            changed("steps", 0, "view", "sel", to="parks/park-a"),
            "start",
            "view.sel",
            'reads "parks/park-a" as ""',
        ),
        (changed("steps", 0, "view", "hide", to=["compounds"]), "start", "view.sel", "is hidden"),
        (
            changed("steps", 0, "view", "hide", to=["crossings", "bridges"]),
            "start",
            "view.hide",
            "as [crossings]",
        ),
        (
            changed("steps", 0, "view", "hide", to=["crossings.bridges"]),
            "start",
            "view.hide[0]",
            '"bridges" is no term',
        ),
        (changed("steps", 0, "view", "to", to="2024-12"), "start", "view.from", 'as "2024-12"'),
        (changed("steps", 0, "view", "at", to=[11, 16.6]), "start", "view.at", "short"),
        (changed("steps", 0, "view", "theme", to="dark"), "start", "view.theme", "unknown"),
        (changed("steps", 1, "view", "group", to="militia-b"), "end", "view.group", "no id in actors.json"),
        (changed("steps", 1, "view", "month", to=13), "end", "view.month", "too large"),
        (changed("steps", 1, "view", "basis", to=["seen"]), "end", "view.basis[0]", "not an allowed term"),
    ],
)
def test_each_fault_is_told_with_its_step_and_field(tmp_path, story, record, field, words):
    told = found(folder(tmp_path, story))
    assert any(
        (severity, *place) == ("error", record, field) and words in message
        for severity, *place, message, _ in told
    ), told


def test_a_near_id_is_suggested(tmp_path):
    story = changed("steps", 0, "sentences", 0, "records", 0, to="compounds/park-aa")
    (problem,) = found(folder(tmp_path, story))
    assert problem[-1].startswith("Did you mean park-a? ")


def test_a_problem_names_its_line(tmp_path):
    story = changed("steps", 1, "sentences", 0, "sources", 0, to="paper-3")
    write(folder(tmp_path) / "stories" / "walk.json", json.dumps(story, indent=2))
    (problem,) = check_stories(read_contents(tmp_path))
    assert json.dumps(story, indent=2).split("\n")[problem.line - 1].strip() == '"paper-3"'


def test_an_id_that_is_not_the_name_of_the_file_is_told(tmp_path):
    write(folder(tmp_path) / "stories" / "other.json", STORY)
    (problem,) = found(tmp_path)
    assert problem[:3] == ("error", "", "id")
    assert problem[3] == 'the id "walk" is not the name of the file, "other"'


def test_a_source_that_none_of_the_named_records_cites_is_a_warning(tmp_path):
    story = changed("steps", 0, "sentences", 0, "sources", to=["paper-1", "paper-2"])
    (problem,) = found(folder(tmp_path, story))
    assert problem[:3] == ("warning", "start", "sentences[0].sources[1]")
    assert problem[3] == 'none of the records named beside it cites "paper-2"'


LOST = "Looked for on 2026-01-01: not found again."


@pytest.mark.parametrize(
    ("text", "properties", "language", "is_told"),
    [
        ("One.", {"note": LOST}, "en", True),
        ("One.", {"note": "Looked for. Found: the name. Not found: the number."}, "en", True),
        ("One, not found again.", {"note": LOST}, "en", False),
        ("One, its day not checked.", {"note": LOST}, "en", False),
        ("One.", {"note": LOST, "verified": "2026-01-02"}, "en", False),
        ("One.", {"note": "Named on a map."}, "en", False),
        ("One.", {"note": LOST}, "th", False),
        ("One.", {"note": 7}, "en", False),
    ],
)
def test_a_record_not_found_again_is_a_warning_unless_the_sentence_says_so(
    tmp_path, text, properties, language, is_told
):
    story = changed("steps", 0, "sentences", 0, "text", to=text)
    story["language"] = language
    directory = folder(tmp_path, story, **properties)
    told = [problem[:3] for problem in found(directory) if "found again" in problem[3]]
    assert told == [("warning", "start", "sentences[0].records[0]")] * is_told


def test_what_a_record_of_a_broken_file_cites_is_not_judged(tmp_path):
    story = changed("steps", 0, "sentences", 0, "sources", to=["paper-1", "paper-2"])
    records = story["steps"][0]["sentences"][0]["records"]
    story["steps"][0]["sentences"][0]["records"] = [*records, "interventions/any"]
    directory = folder(tmp_path, story)
    (directory / "interventions.geojson").write_text("{")
    assert not [problem for problem in found(directory) if "none of the records" in problem[3]]


@pytest.mark.parametrize(
    "gone", [{"merged_into": "park-b"}, {"withdrawn": {"date": "2026-01-01", "reason": "x"}}]
)
def test_a_record_that_no_longer_stands_is_a_warning(tmp_path, gone):
    told = found(folder(tmp_path, STORY, **gone))
    assert [problem[:3] for problem in told] == [
        ("warning", "start", "sentences[0].records[0]"),
        ("warning", "start", "view.sel"),
    ]


def test_a_river_without_its_month_is_a_warning(tmp_path):
    story = changed("steps", 1, "view", "month", to=0)
    del story["steps"][1]["view"]["month"]
    (problem,) = found(folder(tmp_path, story))
    assert problem[:3] == ("warning", "end", "view") and "month of whoever reads it" in problem[3]
    story["steps"][1]["view"]["hide"] = ["river_reaches"]
    assert found(folder(tmp_path, story)) == []


def test_the_schema_beside_the_data_is_the_one_that_counts(tmp_path, monkeypatch):
    monkeypatch.setattr("moeiwatch.data.checks.story_form.GEODATA", tmp_path / "moved")
    directory = folder(tmp_path, STORY)
    copytree(GEODATA / "schema", directory / "schema")
    assert check_stories(read_contents(directory)) == []


def test_a_schema_that_cannot_be_read_is_an_error_with_its_file(tmp_path):
    with pytest.raises(GeodataError) as raised:
        read_story_schema(tmp_path)
    assert raised.value.problem.file == "schema/story.json"
    write(folder(tmp_path, STORY) / "schema" / "story.json", "[]")
    (story,) = read_stories(tmp_path)
    assert (story.steps, [p.file for p in story.problems]) == ((), ["schema/story.json"])


def test_a_view_has_the_fields_of_the_view_state_but_the_readers_own():
    view = read_story_schema().properties["steps"].schema["items"]["properties"]["view"]["properties"]
    assert list(view) == [field["name"] for field in FIELDS if field["name"] not in ("base", "theme")]


@pytest.mark.parametrize("name", ["month", "at"])
def test_limits_of_numbers_are_those_of_the_view_state(name):
    view = read_story_schema().properties["steps"].schema["items"]["properties"]["view"]["properties"][name]
    declared = next(field for field in FIELDS if field["name"] == name)
    if name == "month":
        assert (view["minimum"], view["maximum"]) == (declared["lowest"], declared["highest"])
    else:
        limits = [[part["minimum"], part["maximum"]] for part in view["prefixItems"]]
        assert limits == [declared["zoom"], declared["latitude"], declared["longitude"]]


plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
anything = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)
ways = st.sampled_from(
    [
        ("id",),
        ("title",),
        ("steps",),
        ("steps", 0),
        ("steps", 0, "id"),
        ("steps", 0, "sentences"),
        ("steps", 0, "sentences", 0),
        ("steps", 0, "sentences", 0, "sources"),
        ("steps", 0, "sentences", 0, "records"),
        ("steps", 0, "view"),
        ("steps", 0, "view", "hide"),
        ("steps", 0, "view", "sel"),
        ("steps", 0, "view", "at"),
        ("steps", 1, "points"),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=ways, value=anything)
def test_nothing_that_a_file_holds_makes_it_crash(tmp_path, way, value):
    folder(tmp_path)
    write(tmp_path / "stories" / "walk.json", changed(*way, to=value))
    (story,) = read_stories(tmp_path)
    assert all(step.sentences and step.id for step in story.steps)
    check_stories(read_contents(tmp_path))
