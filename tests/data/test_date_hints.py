"""Dates as people and spreadsheets write them are told in the form of the data."""

import pytest
from moeiwatch.data.checks.date_hints import date_hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20/10/2025", "2025-10-20"),
        ("10/20/2025", "2025-10-20"),
        ("20.10.2568", "2025-10-20"),
        ("2025/10/20", "2025-10-20"),
        ("2025-1-5", "2025-01-05"),
        ("2025-10-20T00:00:00Z", "2025-10-20"),
        ("20/10/2025 00:00", "2025-10-20"),
        ("20 October 2025", "2025-10-20"),
        ("20th Oct 2025", "2025-10-20"),
        ("October 20, 2025", "2025-10-20"),
        ("Oct 2025", "2025-10"),
        ("10/2025", "2025-10"),
        ("20 ต.ค. 2568", "2025-10-20"),
        (45950, "2025-10-20"),
        ("45950", "2025-10-20"),
    ],
)
def test_the_date_that_is_meant(written, meant):
    assert date_hint(written) == f"Did you mean {meant}? "


def test_both_are_told_where_either_may_be_meant():
    assert date_hint("05/02/2025") == "Did you mean 2025-02-05 (day first) or 2025-05-02 (month first)? "


@pytest.mark.parametrize(
    "written", ["", "soon", "31/31/2025", "2025-02-30", 12, 999_999_999, None, True, ["x"], "9" * 99]
)
def test_nothing_is_made_up(written):
    assert date_hint(written) == ""
