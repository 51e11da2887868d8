"""What of an address is not understood."""

import pytest
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.stories import Step, Story
from moeiwatch.data.view_faults import view_faults
from moeiwatch.data.viewstate import ViewState
from sample_geodata import small_files, write_files

STORIES = [Story("one", "One", "en", "", (Step("first", "First", (), ViewState()),))]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return read_geodata(write_files(tmp_path_factory.mktemp("data") / "geodata", small_files()))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "from=2025-01&to=2025-03&mode=happened&month=4&sel=compounds/kk-park&theme=dark&v=abc",
        "at=12.00/16.6400/98.5&hide=crossings,compounds.active&basis=claimed,observed,not_stated",
        "hide=&from=&story=one&step=first&present=1&embed=true",
    ],
)
def test_of_a_right_address_nothing_is_said(data, query):
    assert view_faults(query, geodata=data, stories=STORIES) == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=bogus", ["from=bogus is not understood. First month shown: YYYY-MM"]),
        ("at=99/1/1", ["at=99/1/1 is not understood"]),
        ("at=99/16.6/98.5", ["at=99/16.6/98.5 is not understood"]),
        ("month=13", ["month=13 is not understood"]),
        ("basis=claimed,seen", ["basis=seen is not understood. It may be: claimed, observed"]),
        ("hide=rivers,crossings", ["hide=rivers is not understood"]),
        ("sel=compounds/none", ["sel=compounds/none: there is no such record."]),
        ("sel=kk-park", ["sel=kk-park is not understood"]),
        ("group=none", ["group=none: there is no such actor."]),
        ("story=two", ["story=two: there is no such story."]),
        ("story=one&step=last", ["step=last: the story has no such step"]),
        ("base=satellite", ["base=satellite is not shown: a picture asks no other host for tiles."]),
        ("zoom=3&from=bogus", ["zoom is no key of a view. Its keys are: from, to", "from=bogus is not"]),
    ],
)
def test_each_fault_is_a_sentence(data, query, words):
    faults = view_faults(query, geodata=data, stories=STORIES)
    assert len(faults) == len(words)
    assert all(fault.startswith(word) for fault, word in zip(faults, words, strict=True)), faults
