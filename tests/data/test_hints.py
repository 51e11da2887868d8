"""A remedy says what to write, never to leave out what no record goes without."""

import pytest
from broken_contributions import COMPOUNDS, CROSSINGS, KK, put
from moeiwatch.data.checks.hints import form_hint, kind_hint
from sample_geodata import check_files, small_files

ID = "^[a-z0-9]+(-[a-z0-9]+)*$"


@pytest.mark.parametrize(
    ("value", "kinds", "hint"),
    [
        ("2,000", ["integer"], "Write 2000, without quotes and commas. "),
        ("1 234 567", ["number"], "Write 1234567, without quotes and commas. "),
        ("12", ["number"], "Write 12, without quotes. "),
        ("12.5", ["integer"], ""),
        ("12.5", ["integer", "number"], "Write 12.5, without quotes. "),
        ("about 12", ["number"], "Write 12, without quotes and words. "),
        ("12 or 13", ["number"], ""),
        ("1,5", ["number"], ""),
        ("No", ["boolean"], "Write false, without quotes. "),
        ("maybe", ["boolean"], ""),
        (7, ["string"], 'Write it in quotes: "7". '),
        (True, ["string"], ""),
        ("a", ["array"], 'Write a list: ["a"]. '),
        ('a"b', ["array"], ""),
        ("\u202e", ["array"], ""),
        (None, ["array"], ""),
    ],
)
def test_kinds(value, kinds, hint):
    assert kind_hint(value, kinds) == hint


@pytest.mark.parametrize(
    ("value", "pattern", "hint"),
    [
        ("KK Park", ID, "Did you mean kk-park? "),
        ("kk_park ", ID, "Did you mean kk-park? "),
        ("เคเค", ID, ""),
        (" a name ", r"^(?=\S).*\S$", "Did you mean a name? "),
        ("EN", "^[a-z]{2}$", "Did you mean en? "),
        ("x" * 101, ID, ""),
        (7, ID, ""),
    ],
)
def test_forms(value, pattern, hint):
    assert form_hint(value, pattern) == hint


@pytest.mark.parametrize("value", [None, "", " "])
def test_only_what_may_be_missing_is_left_out(tmp_path, value):
    files = small_files()
    put(COMPOUNDS, KK, name=value, township=value)(files)
    put(CROSSINGS, "friendship-bridge-1", sources=[])(files)
    told = {p.field: p.remedy for p in check_files(tmp_path, files)}
    assert "leave the property out" not in told["name"] and told["name"].strip()
    if value != " ":
        assert told["township"].startswith("If it is unknown, leave the property out.")
    assert told["sources"].startswith("Name at least one id of sources.json")
