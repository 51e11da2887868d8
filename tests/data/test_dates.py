"""Partial dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moeiwatch.data.dates import parse_full_date, parse_partial_date


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("2023-05", date(2023, 5, 1), date(2023, 5, 31), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-05-14", date(2023, 5, 14), date(2023, 5, 14), "day"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
    ],
)
def test_date_is_read_as_the_span_that_it_can_mean(text, start, end, precision):
    found = parse_partial_date(text)
    assert (found.text, found.start, found.end, found.precision) == (text, start, end, precision)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-02-30", "has the days 01 to 28"),
        ("2023-13", "months run from 01 to 12"),
        ("2023-00", "months run from 01 to 12"),
        ("2023-04-00", "has the days 01 to 30"),
        ("0000", "no year 0"),
        ("23", "write YYYY"),
        ("2023-5", "write YYYY"),
        ("2023-05-14T00:00", "write YYYY"),
        ("2023-05-14\n", "write YYYY"),
        (" 2023", "write YYYY"),
        ("๒๐๒๓", "write YYYY"),
        ("", "write YYYY"),
        (None, "write YYYY"),
        (2023, "write YYYY"),
        ("9" * 10_000, "write YYYY"),
    ],
)
def test_what_is_no_date_is_told_why(text, message):
    with pytest.raises(ValueError, match=message):
        parse_partial_date(text)


def test_full_date_is_no_month():
    assert parse_full_date("2023-05-14") == date(2023, 5, 14)
    with pytest.raises(ValueError, match="not a full date"):
        parse_full_date("2023-05")


@given(st.dates())
def test_every_day_is_read_back(day):
    text = day.isoformat()
    assert parse_partial_date(text).start == parse_partial_date(text).end == day
    assert parse_partial_date(text[:7]).start <= day <= parse_partial_date(text[:7]).end
    assert parse_partial_date(text[:4]).start <= day <= parse_partial_date(text[:4]).end


@given(st.text())
def test_any_text_is_a_date_or_a_value_error(text):
    try:
        found = parse_partial_date(text)
    except ValueError:
        return
    assert found.start <= found.end
