"""No text of the data acts in a spreadsheet, and no number is changed."""

import csv
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from moeiwatch.data.takeaway.cells import LONGEST, cell, defuse, shortened
from moeiwatch.data.takeaway.files import csv_bytes
from moeiwatch.data.takeaway.tables import frame_rows
from moeiwatch.data.takeaway.workbook import Workbook, _add_sheet

ACTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

texts = st.text() | st.builds(
    lambda start, rest: start + rest, st.sampled_from([*ACTS, " =", "\u3000+"]), st.text()
)
numbers = st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9).map(lambda value: round(value, 3))


@pytest.mark.parametrize("text", [f"{start}1+1|cmd" for start in ACTS] + ["  =1", "\xa0@x", "+66 55 123"])
def test_what_would_act_gets_an_apostrophe(text):
    assert defuse(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "KK Park", "-5", "-5.25", "5", "a=b", "'=x", "16°37′ N", "2025-02"])
def test_what_has_no_effect_stays_as_it_is(text):
    assert defuse(text) == text


@given(texts)
def test_no_cell_begins_with_what_acts(text):
    made = cell(text)
    assert not made.lstrip().startswith(("=", "+", "@", "＝", "＋", "－", "＠"))
    assert not made.startswith(("\t", "\r", "\n"))
    assert not made.lstrip().startswith("-") or float(made) <= 0
    assert defuse(made) == made


@given(st.lists(st.tuples(texts, numbers), min_size=1, max_size=5))
def test_csv_gives_back_cells_as_they_are(rows):
    table = frame_rows(pd.DataFrame(rows, columns=["text", "number"], dtype=object))
    _, *read = csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"), newline=""))
    for (text, number), (read_text, read_number) in zip(rows, read, strict=True):
        assert read_text == cell(text)
        assert float(read_number) == number


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(texts, numbers), min_size=1, max_size=5))
def test_excel_gives_back_texts_as_texts_and_numbers_as_numbers(rows):
    book = Workbook(write_only=True)
    _add_sheet(book, "sheet", frame_rows(pd.DataFrame(rows, columns=["text", "number"], dtype=object)))
    written = io.BytesIO()
    book.save(written)
    _, *read = openpyxl.load_workbook(written)["sheet"].iter_rows()
    for (text, number), (text_cell, number_cell) in zip(rows, read, strict=True):
        assert number_cell.value == pytest.approx(number) and number_cell.data_type == "n"
        assert text_cell.data_type in ("s", "n") and not isinstance(text_cell.value, int | float)
        assert "".join((text_cell.value or "").split()) == "".join(cell(text).split())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None), (float("nan"), None), (-5.0, -5), (2.5, 2.5), (True, "true"), (False, "false"),
        ([], ""), (["a", "b"], "a; b"), (["a;b"], '["a;b"]'), ({"CN": 5}, '{"CN": 5}'),
        ([1, None], "[1, null]"), (["=x", "y"], "'=x; y"), ("\x00a\ud800", "\ufffda\ufffd"),
    ],
)  # fmt: skip
def test_each_kind_of_value(value, expected):
    made = cell(value)
    assert made == expected and type(made) is type(expected)


def test_a_text_longer_than_a_cell_of_excel_is_cut_and_says_so():
    assert len(shortened("a" * 40_000)) == LONGEST and shortened("a" * 40_000).endswith("(cut: see the CSV)")
    assert shortened("a" * LONGEST) == "a" * LONGEST and shortened(-5) == -5
