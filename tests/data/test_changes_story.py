"""What `diff` says of a story that changed."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moeiwatch.data.changes.compare import compare
from moeiwatch.data.changes.report import text_report
from moeiwatch.data.changes.schemas import read_schemas
from moeiwatch.data.changes.sentences import summary
from moeiwatch.data.changes.states import read_folder_state
from moeiwatch.data.changes.story_steps import is_story, story_phrases
from sample_geodata import small_files, write_files

LONG = "Here a sentence goes on and on so that it is long and longer than a line. "

STORY = {
    "id": "one",
    "title": "Rescue",
    "steps": [
        {
            "id": "coup",
            "title": "The coup",
            "sentences": [
                {"text": "The army took power.", "sources": ["a"], "records": ["compounds/kk-park"]},
                {"text": "Building began.", "sources": ["b"]},
            ],
            "view": {"from": "2021-02", "hide": ["crossings"]},
        },
        {
            "id": "end",
            "title": "The end",
            "sentences": [{"text": "Nobody knows.", "sources": ["a"]}],
            "view": {},
        },
    ],
}


def name(layer: str, id_: str) -> str:
    return {("compounds", "kk-park"): "KK Park", ("sources", "c"): "AP, 'Raid'"}.get((layer, id_), "")


def changed(change) -> tuple[str, ...] | None:
    story = deepcopy(STORY)
    change(story)
    return story_phrases(STORY, story, names=name)


def first(story) -> dict:
    return story["steps"][0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: None, ()),
        (lambda s: s.update(title="Building"), ("title Rescue -> Building",)),
        (lambda s: s["steps"].pop(), ("step 'The end' taken out",)),
        (lambda s: s["steps"].append({"id": "more"}), ("step more added",)),
        (lambda s: s["steps"].reverse(), ("steps in another order",)),
        (lambda s: first(s).update(title="A coup"), ("step 'A coup': title The coup -> A coup",)),
        (
            lambda s: first(s)["sentences"][1].update(text="Building goes on."),
            ("step 'The coup': sentence 'Building began.' -> 'Building goes on.'",),
        ),
        (
            lambda s: first(s)["sentences"][1].update(text="Built.", sources=["b", "c"]),
            (
                "step 'The coup': sentence 'Building began.' -> 'Built.'",
                "step 'The coup': 1 source added (AP, 'Raid')",
            ),
        ),
        (
            lambda s: first(s)["sentences"][0]["sources"].append("c"),
            ("step 'The coup': sentence 'The army took power.': 1 source added (AP, 'Raid')",),
        ),
        (
            lambda s: first(s)["sentences"].pop(0),
            ("step 'The coup': sentence 'The army took power.' taken out",),
        ),
        (
            lambda s: first(s)["sentences"].append({"text": "It goes on."}),
            ("step 'The coup': sentence 'It goes on.' added",),
        ),
        (
            lambda s: first(s)["sentences"][0].update(records=[]),
            ("step 'The coup': sentence 'The army took power.': records: KK Park taken out",),
        ),
        (
            lambda s: first(s)["sentences"][1].update(text=LONG * 3),
            (
                "step 'The coup': sentence 'Building began.' -> "
                "'Here a sentence goes on and on so that it is long and longer than a … "
                "sentence goes on and on so that it is long and longer than a line. '",
            ),
        ),
        (lambda s: first(s)["sentences"].reverse(), ("step 'The coup': sentences in another order",)),
        (
            lambda s: first(s)["view"].update({"from": "2022", "to": "2023"}),
            ("step 'The coup': view from 2021-02 -> 2022, to set to 2023",),
        ),
        (lambda s: first(s)["view"].update(hide=[]), ("step 'The coup': view hide: crossings taken out",)),
        (lambda s: first(s).update(view=1), ("step 'The coup': view changed",)),
        (lambda s: first(s).update(sentences="no"), ("step 'The coup': sentences changed",)),
        (lambda s: s.pop("steps"), None),
        (lambda s: s["steps"].append(deepcopy(s["steps"][0])), None),
        (lambda s: s["steps"].append(7), None),
    ],
)
def test_a_change_is_told_in_sentences(change, told):
    assert changed(change) == told


def test_hidden_characters_of_a_sentence_are_shown():
    told = changed(lambda s: first(s)["sentences"][1].update(text="Built\u202e\n."))
    assert told == ("step 'The coup': sentence 'Building began.' -> 'Built\\u202e\\u000a.'",)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "steps", "sentences", "text", "view"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON, JSON)
def test_no_value_makes_it_raise_and_equal_ones_say_nothing(one, other):
    story_phrases(one, other, names=name)
    assert not story_phrases(one, one, names=name)


def test_only_files_of_the_folder_of_stories_are_stories():
    assert is_story("stories/one.json")
    assert not is_story("compounds.geojson")
    assert not is_story("stories/one.md")
    assert not is_story("schema/story.json")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"id":"one","steps":[]}', "no change of meaning"),
        ('{"id": "one", "title": "New", "steps": []}', "stories/one.json: changed: title set to New"),
        ('{"id": "one"', "stories/one.json: changed"),
    ],
)
def test_the_report_tells_a_story_and_passes_over_its_form(tmp_path, text, said):
    states = []
    for name, story in (("before", '{\n  "id": "one",\n  "steps": []\n}\n'), ("after", text)):
        folder = write_files(tmp_path / name, small_files())
        (folder / "stories").mkdir(exist_ok=True)
        (folder / "stories" / "one.json").write_text(story, encoding="utf-8")
        states.append(read_folder_state(folder, label=name))
    found = compare(*states, schemas=read_schemas(tmp_path / "after"))
    assert said in "\n".join([summary(found), *text_report(found)])
