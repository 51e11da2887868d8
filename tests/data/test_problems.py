"""Problems in words, as data, and as notes on a pull request."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moeiwatch.data.annotations import annotation
from moeiwatch.data.checks.words import list_terms, suggest
from moeiwatch.data.problems import WARNING, Problem, shorten, sort_problems

PROBLEM = Problem(
    "compounds.geojson", 12, "kk-park", "status", '"x" is not an allowed term', remedy="Allowed are: a."
)


def test_problem_is_one_line_with_everything_in_it():
    assert str(PROBLEM) == (
        'compounds.geojson:12: error: kk-park status: "x" is not an allowed term. Allowed are: a.'
    )
    assert str(Problem("a.json", None, "", "", "the file is missing")) == "a.json: error: the file is missing"


def test_problems_are_sorted_by_place_and_told_once():
    other = Problem("compounds.geojson", 2, "a", "b", "c", WARNING)
    assert sort_problems([PROBLEM, other, PROBLEM]) == [other, PROBLEM]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a\u202eb\n", '"a\\u202eb\\u000a"'),
        ("x" * 100, '"' + "x" * 80 + '..."'),
        (None, "null"),
        (True, "true"),
        ([1, 2], "a list of 2"),
        ({}, "an object with 0 members"),
        (10**100, "1" + "0" * 79 + "..."),
    ],
)
def test_values_are_shortened_and_safe_to_print(value, written):
    assert shorten(value) == written


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Active", "Did you mean active? "),
        ("under construction", "Did you mean under_construction? "),
        ("under-construction", "Did you mean under_construction? "),
        ("demolishd", "Did you mean demolished? "),
        ("xyz", ""),
        ("active", ""),
        (5, ""),
        ("a" * 10_000, ""),
    ],
)
def test_nearest_term_is_suggested(written, hint):
    assert suggest(written, ["active", "demolished", "under_construction"]) == hint


def test_many_terms_are_not_all_listed():
    assert list_terms(range(30)).endswith("19 and 10 more.")


def test_note_on_a_pull_request_names_file_line_and_record():
    assert annotation(PROBLEM) == (
        "::error file=geodata/compounds.geojson,line=12,title=kk-park status::"
        '"x" is not an allowed term. Allowed are: a.'
    )


def test_record_cannot_begin_a_command_of_its_own():
    hostile = Problem("a,b:c%.json", 1, "x\r\n::set-env name=A::b", "f", "100%\n::stop-commands::t")

    assert annotation(hostile, folder=".") == (
        "::error file=a%2Cb%3Ac%25.json,line=1,title=x%0D%0A%3A%3Aset-env name=A%3A%3Ab f"
        "::100%25%0A::stop-commands::t"
    )


@given(st.text(), st.text(), st.text())
def test_note_is_always_one_line(record, field, message):
    note = annotation(Problem("a.json", None, record, field, message))
    assert "\n" not in note
    assert "\r" not in note
