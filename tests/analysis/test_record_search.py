import pandas as pd
import pytest
from moeiwatch.analysis.search import fold, select_matching

RECORDS = pd.DataFrame(
    {
        "name": ["KK Park", "Shwe Kokko", "Câfé"],
        "name_th": [["เคเคปาร์ค"], None, None],
        "nationalities": [{"CN": 3}, None, None],
        "value": [1.0, float("nan"), 2.0],
    },
    index=["kk-park", "shwe-kokko", "cafe"],
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["kk-park", "shwe-kokko", "cafe"]),
        ("PARK kk", ["kk-park"]),
        ("เคเค", ["kk-park"]),
        ("cafe", ["cafe"]),
        ("cn", ["kk-park"]),
        ("park shwe", []),
    ],
)
def test_all_words_have_to_be_somewhere(words, found):
    records = RECORDS.rename(index={"cafe": "x-1"}) if words == "cafe" else RECORDS
    assert [record.replace("x-1", "cafe") for record in select_matching(records, words).index] == found


def test_vowels_and_tones_of_thai_and_burmese_are_kept():
    assert fold("ปาร์ค") == "ปาร์ค" and fold("ရွှေ") != fold("ရေ")
