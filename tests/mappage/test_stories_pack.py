import pandas as pd
from moeiwatch.data.stories import Sentence, Step, Story
from moeiwatch.data.viewstate import ViewState, message
from moeiwatch.mappage.stories import story_pack

SOURCES = pd.DataFrame({"title": ["One", "Two"]}, index=pd.Index(["one-2025", "two-2025"], name="id"))
VIEW = ViewState(since="2025-01", selected="compounds/kk-park")


def story(*sentences, name="story"):
    steps = (Step("first", "First", sentences, VIEW),) if sentences else ()
    return Story(name, "A story", "en", "What it tells.", steps)


def test_sources_become_their_places_in_the_table():
    told = story(Sentence("It was so.", ("two-2025", "one-2025"), ("compounds/kk-park",)))
    (packed,) = story_pack([told], sources=SOURCES)
    assert packed["steps"][0]["sentences"] == [
        {"text": "It was so.", "sources": [1, 0], "records": ["compounds/kk-park"]}
    ]
    assert packed["steps"][0]["view"] == message(VIEW)


def test_a_source_that_is_not_there_is_left_out_and_the_sentence_stays():
    (packed,) = story_pack([story(Sentence("It was so.", ("gone", "one-2025")))], sources=SOURCES)
    assert packed["steps"][0]["sentences"][0]["sources"] == [0]


def test_a_story_without_a_step_is_not_offered():
    assert story_pack([story(name="broken")], sources=SOURCES) == []
