import pandas as pd
from moeiwatch.views.table_columns import MOST_PX, WIDE_PX, fit_columns, text_px

ROWS = pd.DataFrame(
    {
        "Kind": ["Arrest"] * 20 + ["Infrastructure"],
        "Summary": ["A long sentence. " * 20] * 21,
        "People": [1.0] * 20 + [5613.0],
        "Area": [5.5] + [None] * 20,
        "Empty": [None] * 21,
    }
)


def test_a_column_is_as_wide_as_its_longest_cell_wherever_it_stands():
    columns = fit_columns(ROWS, wide=("Summary",))
    assert columns["Kind"]["width"] > text_px("Infrastructure") + 10
    assert WIDE_PX <= columns["Summary"]["width"] <= WIDE_PX + 1
    assert MOST_PX <= fit_columns(ROWS, wide=())["Summary"]["width"] <= MOST_PX + 1
    assert columns["Empty"]["width"] > text_px("Empty")


def test_thousands_are_set_apart_and_parts_of_one_are_kept():
    columns = fit_columns(ROWS)
    assert columns["People"]["type_config"]["format"] == "accounting"
    assert columns["People"]["type_config"]["step"] == 1
    assert columns["Area"]["type_config"]["format"] == "localized"


def test_no_number_below_zero_is_put_into_brackets():
    assert fit_columns(pd.DataFrame({"Change": [-5, 3]}))["Change"]["type_config"]["format"] == "localized"
