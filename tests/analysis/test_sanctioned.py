import pandas as pd
from moeiwatch.analysis.sanctioned import sanctions_tied

from analysis.frames import frame

ON = {"authority": "OFAC", "date": "2025-05-05", "sources": ["ofac"]}
ACTORS = frame(
    {
        "army": {"sanctions": [ON]},
        "officer": {"sanctions": [ON], "member_of": ["army"]},
        "stranger": {"sanctions": [ON]},
        "earlier": {"sanctions": [{**ON, "date": "2020-12-09"}], "member_of": ["army"]},
        "firm": {},
    },
    ("sanctions", "member_of"),
)


def tied(**record):
    return sanctions_tied(pd.Series(record), ACTORS)


def test_those_named_and_their_members_are_listed_and_no_stranger():
    rows = tied(armed_groups=[{"actor": "army"}], sanctions=[{"authority": "OFAC", "date": "2025-05-05"}])
    assert rows["actor"].tolist() == ["earlier", "army", "officer"]
    assert rows["member_of"].tolist() == ["army", None, "army"]
    assert rows["sources"].tolist() == [["ofac"]] * 3


def test_sanctions_on_those_named_need_no_word_in_the_record():
    rows = tied(armed_groups=[{"actor": "firm"}], operators=[{"actor": "officer"}], sanctions=None)
    assert rows[["authority", "date", "actor", "member_of"]].to_numpy().tolist() == [
        ["OFAC", "2025-05-05", "officer", None]
    ]


def test_a_sanction_on_nobody_named_stays_and_names_nobody():
    rows = tied(operators=[{"actor": "firm"}], sanctions=[{"authority": "OFAC", "date": "2025-05-05"}])
    assert rows.iloc[0].tolist() == ["OFAC", "2025-05-05", None, None, []]


def test_no_sanction_is_no_row():
    assert tied(armed_groups=[{"actor": "firm"}], sanctions=None).empty
    assert tied(sanctions=None).empty
