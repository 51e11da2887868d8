"""One table, of which a row is chosen: the address follows the reader, and the table follows the address."""

import pandas as pd
import pytest
from moeiwatch.views.choice_table import ROW_PX, chosen_id, table_height
from streamlit.testing.v1 import AppTest


def page() -> None:
    import pandas as pd
    import streamlit as st
    from moeiwatch.views.choice_table import show_choice_table

    rows = pd.DataFrame({"Name": ["Ay", "Bee"]}, index=["a", "b"])
    marked = st.query_params.get("marked", "")
    show_choice_table(rows, key="t", chosen=marked, choose=lambda one: st.query_params.update(chosen=one))


def test_the_row_that_the_address_names_is_marked():
    app = AppTest.from_function(page)
    app.query_params["marked"] = "b"
    app.run()
    assert not app.exception
    assert app.session_state["t"]["selection"]["rows"] == [1]
    app.query_params["marked"] = "a"
    app.run()
    assert app.session_state["t"]["selection"]["rows"] == [0], "the address is the truth"
    app.query_params["marked"] = "gone"
    app.run()
    assert app.session_state["t"]["selection"]["rows"] == []


@pytest.mark.parametrize(("rows", "chosen"), [([1], "b"), ([], ""), ([7], "")])
def test_the_chosen_row_is_read_by_its_place(rows, chosen):
    assert chosen_id({"selection": {"rows": rows}}, list(pd.Index(["a", "b"]))) == chosen


def test_a_table_is_as_high_as_its_rows_up_to_the_most():
    assert table_height(3) == 4 * ROW_PX + 3 and table_height(50, most=8) == 9 * ROW_PX + 3


def test_no_icon_is_read_into_a_name():
    app = AppTest.from_string(
        "import pandas as pd\n"
        "from moeiwatch.views.choice_table import show_choice_table\n"
        "rows = pd.DataFrame({'Name': [':material/delete: Park'], 'People': [1234]}, index=['a'])\n"
        "show_choice_table(rows, key='t', chosen='', choose=print)\n"
    ).run()
    [table] = app.dataframe
    assert ":material/" not in table.value["Name"].iloc[0] and "delete: Park" in table.value["Name"].iloc[0]
    assert '"format": "accounting"' in table.proto.columns, "thousands are set apart"
