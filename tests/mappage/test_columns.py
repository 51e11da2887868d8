import pandas as pd
from moeiwatch.data.schema import read_schema
from moeiwatch.mappage.columns import NONE, code_column, number_column, text_columns


def test_codes_are_places_among_the_terms_and_none_for_the_rest():
    assert code_column(["b", None, "x", float("nan"), "a"], terms=["a", "b"]) == [1, NONE, NONE, NONE, 0]


def test_whole_numbers_lose_their_point_and_missing_ones_stay_missing():
    assert number_column(pd.Series([3.0, 2.5, float("nan")])) == [3, 2.5, None]


def test_repeated_words_are_written_once():
    frame = pd.DataFrame(
        {"place": ["Mae Sot", "Mae Sot", None, "Mae Sot", "Tak", "Tak"]}, index=list("abcdef")
    )
    columns = text_columns(frame, schema=read_schema("construction_reports"), without=[])
    assert columns == {"place": {"words": ["Mae Sot", "Tak"], "at": [0, 0, -1, 0, 1, 1]}}


def test_columns_without_any_value_are_left_out_and_lists_stay_lists():
    frame = pd.DataFrame(
        {"name_my": [None, None], "name_th": [["ก"], None], "name": ["x", "y"]}, index=["a", "b"]
    )
    columns = text_columns(frame, schema=read_schema("compounds"), without=["name"])
    assert columns == {"name_th": [["ก"], None]}
