"""The stories themselves: each sentence stands on what it names, and each point is made."""

import json
import re

import pytest
from geodata_files import GEODATA, LAYERS, features, problems, read, schema, sources
from moeiwatch.analysis.selection import select_view
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.viewstate import parse_message

FILES = sorted(path.name for path in (GEODATA / "stories").glob("*.json"))
FIRST = "rescue-and-construction"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = rf"(?:\d{{1,2}}(?: and | to ))?(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{4}})?"
DATE = re.compile(rf"{DAYS}|\b(?:in|In|by|By|of|to) (?:19|20)\d\d\b")


@pytest.fixture(scope="module")
def layers():
    return read_geodata(GEODATA).layers


def story(name=FIRST):
    return read(f"stories/{name}.json")


def steps():
    return [step for file in FILES for step in read(f"stories/{file}")["steps"]]


def sentences():
    """Return (step id, place, sentence) of every sentence of every story."""
    return [
        pytest.param(sentence, id=f"{step['id']}-{place}")
        for step in steps()
        for place, sentence in enumerate(step["sentences"], start=1)
    ]


def record(address):
    layer, _, id_ = address.partition("/")
    assert layer in LAYERS, address
    return features(layer)[id_]["properties"]


def records(sentence):
    """Return the records that a sentence names: none where its sources alone carry it."""
    return sentence.get("records", [])


def points():
    """Return the points that the schema lists."""
    step = schema("story")["properties"]["steps"]["items"]["properties"]
    return [term["const"] for term in step["points"]["items"]["oneOf"]]


@pytest.mark.parametrize("file", FILES)
def test_a_story_is_as_its_schema_says(file):
    assert problems("story", "", read(f"stories/{file}")) == []


@pytest.mark.parametrize("file", FILES)
def test_a_story_is_written_with_two_spaces_and_a_last_newline(file):
    text = (GEODATA / "stories" / file).read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("sentence", sentences())
def test_every_source_of_a_sentence_exists(sentence):
    assert sentence["sources"]
    assert [id_ for id_ in sentence["sources"] if id_ not in sources()] == []


@pytest.mark.parametrize("sentence", sentences())
def test_the_records_that_a_sentence_names_cite_its_sources(sentence):
    cited = {id_ for address in records(sentence) for id_ in record(address)["sources"]}
    assert not cited or set(sentence["sources"]) <= cited


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence_says_of_a_record_that_it_was_not_found_again(sentence):
    lost = [
        address
        for address in records(sentence)
        if "verified" not in record(address) and "not found" in record(address).get("note", "").lower()
    ]
    assert not lost or re.search("not found again|not checked", sentence["text"])


@pytest.mark.parametrize("sentence", sentences())
def test_every_number_of_a_sentence_stands_in_its_records(sentence):
    known = json.dumps([record(address) for address in records(sentence)]).replace(",", "")
    text = DATE.sub("", sentence["text"])
    numbers = [number.replace(",", "") for number in re.findall(r"\d[\d,.]*\d|\d", text)]
    assert [n for n in numbers if not re.search(rf"(?<!\d){re.escape(n)}(?!\d)", known)] == []


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence_is_one_plain_sentence(sentence):
    text = sentence["text"]
    assert text[0].isupper() and text.endswith(".")
    assert not re.search(r"[!?…]|\. [A-Z]|  |--|—", text)


@pytest.mark.parametrize("step", steps(), ids=lambda step: step["id"])
def test_a_view_shows_records_that_the_step_tells_of_and_the_selected_one(step, layers):
    told = {address for sentence in step["sentences"] for address in records(sentence)}
    shown = select_view(layers, parse_message(step["view"]))
    visible = {f"{layer}/{id_}" for layer, frame in shown.items() for id_ in frame.index}
    assert len(told & visible) > len(told) / 2
    assert step["view"].get("sel") in {None, *visible}


@pytest.mark.parametrize("step", steps(), ids=lambda step: step["id"])
def test_a_view_gives_a_period_and_a_place(step):
    assert {"from", "to", "at"} <= set(step["view"])


def test_the_first_story_has_ten_to_fourteen_steps():
    assert 10 <= len(story()["steps"]) <= 14


@pytest.mark.parametrize("point", points())
def test_each_point_is_made_by_a_step_of_the_first_story(point):
    assert [step["id"] for step in story()["steps"] if point in step.get("points", [])]


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("released", "China, Thailand and Myanmar"),
        ("released", "Mae Sot"),
        ("not-stopped", "tens of thousands were still held"),
        ("not-stopped", "None of the key figures"),
        ("lured", "forced labour"),
        ("lured", "lured with promises"),
        ("low-water", "when the river stood low"),
        ("arrests-and-roots", "root causes"),
        ("arrests-and-roots", "extradited"),
        ("coup", "took power in February 2021"),
        ("afp-images", "AFP"),
        ("kk-park", "Claimed:"),
        ("kk-park", "Observed:"),
        ("shunda", "Shunda Park"),
        ("not-known", "not known"),
    ],
)
def test_the_first_story_says_what_it_set_out_to_say(step, words):
    found = {step["id"]: step for step in story()["steps"]}[step]
    assert any(words in sentence["text"] for sentence in found["sentences"])
