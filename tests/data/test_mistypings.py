"""Where a text is no JSON, the message says what was mistyped, on its line, and what to write."""

import json

import pytest
from moeiwatch.data.documents import parse_document

RIGHT = """[
  {
    "id": "a-b",
    "status": "active",
    "official": true,
    "people": 1500,
    "sources": ["x-1"]
  },
  {"id": "c-d"}
]
"""

MISTYPED = [
    # what is written, in the place of what; line, words of message and remedy
    ("“active”", '"active"', 4, "a quote stands here that JSON does not know", '"active"'),
    ("“status”", '"status"', 4, "a quote stands here that JSON does not know", '"status"'),
    ("'active'", '"active"', 4, "a quote stands here", '"active"'),
    ('"active”', '"active"', 4, "ends with a curly quote", "straight quote"),
    ('active"', '"active"', 4, "no opening quote", 'Write "active".'),
    ('"active', '"active"', 4, "no closing quote", 'Write " at its end, before the comma.'),
    ('"act "ive" x"', '"active"', 4, "a quote stands inside a text", 'Write \\" for each'),
    ('"act\nive"', '"active"', 4, "runs over the end of its line", "in one line"),
    ('"act\tive"', '"active"', 4, "a tab stands in a text", "a space"),
    ('"C:\\dir"', '"active"', 4, "a backslash stands in a text", "Write \\\\"),
    ("True", "true", 5, "True is no word of JSON", "Write true."),
    ("no", "true", 5, "no is no word of JSON", "Write false."),
    ("None", "true", 5, "None is no word of JSON", "take the property out"),
    ("1,500", "1500", 6, "1,500 is written with a comma", "Write 1500."),
    ("0500", "1500", 6, "begins with 0", "Write 500."),
    (".5", "1500", 6, "the number .5 begins with a sign", "Write 0.5."),
    ("+5", "1500", 6, "the number +5 begins with a sign", "Write 5."),
    ("\u00a01500", " 1500", 6, "a space stands here that JSON does not know (U+00A0)", "a plain space"),
    ('["x-1"],', '["x-1"]', 7, "a comma stands before the closing }", "Take this last comma out"),
    ('["x-1",]', '["x-1"]', 7, "a comma stands before the closing ]", "Take this last comma out"),
    ('"active"', '"active",', 4, "a comma is missing at the end of this line", "Write a comma behind"),
    ('"active",,', '"active",', 4, "two commas stand in a row", "Take one of them out"),
    ("  }\n", "  },\n", 8, "a comma is missing at the end of this line", "Write a comma behind }"),
    ('"status" "active"', '"status": "active"', 4, "a colon is missing", 'Write "status":'),
    ("// mine\n", '"status"', 4, "a comment stands here", "belongs into its note"),
    ('<<<<<<< HEAD\n"status"', '"status"', 4, "a conflict of a merge", "Keep the right version"),
    ('"c-d"}\n', '"c-d"}\n]\n', 9, "the file ends too early", "Write ] at its end"),
]


@pytest.mark.parametrize(("wrong", "right", "line", "message", "remedy"), MISTYPED)
def test_the_message_says_what_was_mistyped(wrong, right, line, message, remedy):
    document = parse_document(RIGHT.replace(right, wrong, 1).encode(), file="sources.json")
    (problem,) = document.problems
    assert document.broken
    assert problem.line == line
    assert message in problem.message
    assert remedy in problem.remedy


def test_what_stands_after_the_end_is_told():
    (problem,) = parse_document((RIGHT + "]\n").encode(), file="sources.json").problems
    assert (problem.line, problem.remedy) == (11, "Take it out, to the end of the file.")


def test_the_right_text_is_read():
    assert parse_document(RIGHT.encode(), file="sources.json").value == json.loads(RIGHT)


@pytest.mark.parametrize(
    "raw", [RIGHT.encode("utf-16"), RIGHT.encode("utf-16-le"), RIGHT.encode("utf-16-be")]
)
def test_utf_16_is_named(raw):
    (problem,) = parse_document(raw, file="sources.json").problems
    assert problem.message == "the text is UTF-16, not UTF-8" and "Save the file as UTF-8" in problem.remedy


def test_wherever_it_breaks_off_the_parser_and_the_remedy_agree():
    for end in range(1, len(RIGHT) - 2):
        (problem,) = parse_document(RIGHT[:end].encode(), file="sources.json").problems
        assert problem.message and problem.remedy


def test_an_object_in_the_place_of_a_list_is_named():
    text = f'{{"features": {{\n{RIGHT.strip()[1:-1]}}}}}'
    (problem,) = parse_document(text.encode(), file="x.geojson").problems
    assert "first property has no name" in problem.message and "Write [ in its place" in problem.remedy
    assert problem.line == 1


def test_a_file_that_ends_inside_a_record_is_to_be_got_whole():
    text = RIGHT[: RIGHT.rindex("}")].rstrip().removesuffix('"c-d"').rstrip()
    (problem,) = parse_document(f'{{"features": [{text}'.encode(), file="x.geojson").problems
    assert "cut off" in problem.remedy and "git checkout" in problem.remedy
