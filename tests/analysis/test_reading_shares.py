"""How much was read again: what is counted, what weighs more, and what cannot be read again."""

import pandas as pd
import pytest
from moeiwatch.analysis.reading_shares import carries_much, overall, reading_shares

from .frames import frame

EVENTS = frame(
    {
        "counted": {"people_min": 0, "verified": "2026-05-01"},
        "silent": {"summary": "No number."},
        "open": {"people_max": 20},
        "gone": {"people_min": 9, "verified": "2026-05-01", "withdrawn": {"reason": "twice"}},
    }
)
STEPS = frame({"list": {"kind": "sanction"}, "law": {"kind": "law", "verified": "2026-05-01"}})


def test_shares_are_of_standing_records():
    table = reading_shares({"rescue_events": EVENTS, "interventions": STEPS})
    assert table.loc["rescue_events"].tolist() == [3, 1, pytest.approx(100 / 3), 2, 1, 50.0]
    assert table.loc["interventions"].tolist() == [2, 1, 50.0, 1, 0, 0.0]
    whole = overall(table)
    assert whole[["records", "read_again", "heavy", "heavy_read_again"]].tolist() == [5, 2, 3, 1]
    assert whole["share"] == 40.0


def test_zero_is_a_number_and_a_sanction_weighs():
    assert carries_much(EVENTS).tolist() == [True, False, True, True]
    assert carries_much(STEPS).tolist() == [True, False]
    assert carries_much(frame({"x": {"sanctions": []}, "y": {"months": [1, None]}})).tolist() == [False, True]


def test_reaches_are_counted_but_never_read():
    table = reading_shares({"river_reaches": frame({"r1": {"river": "Moei"}}), "interventions": STEPS})
    assert table.at["river_reaches", "records"] == 1 and pd.isna(table.at["river_reaches", "read_again"])
    assert overall(table)["records"] == 2


def test_without_records_there_is_no_share():
    table = reading_shares({"crossings": frame({}), "interventions": STEPS.iloc[:0]})
    assert table["records"].tolist() == [0, 0] and table["share"].isna().all()
    assert pd.isna(overall(table)["share"])
