"""The address holds the view; writing it leaves the keys of others alone."""

from moeiwatch.data.viewstate import ViewState
from streamlit.testing.v1 import AppTest


def write_month() -> None:
    from dataclasses import replace

    import streamlit as st
    from moeiwatch.views.address import keep_view, kept_view, link_query, read_view

    view = read_view()
    st.session_state["read"] = view
    st.session_state["link"] = link_query(view, compound="kk-park")
    st.button("month", on_click=lambda: keep_view(replace(kept_view(), month=4), compound=""))


def run(**query) -> AppTest:
    app = AppTest.from_function(write_month, default_timeout=20)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def test_the_view_is_read_from_the_address():
    app = run(month="3", sel="compounds/kk-park", foo="bar")
    assert app.session_state["read"] == ViewState(month=3, selected="compounds/kk-park")


def test_of_several_values_the_first_counts_as_in_the_exported_map():
    assert run(**{"from": ["2025-01", "2024-01"], "to": "2025-02"}).session_state["read"] == ViewState(
        since="2025-01", until="2025-02"
    )


def test_a_broken_address_gives_a_valid_view():
    app = run(month="99", at="x/y", hide="<script>", conf="none")
    assert app.session_state["read"] == ViewState()


def test_writing_leaves_foreign_keys_and_takes_page_keys_away():
    app = run(month="3", foo=["a", "b"], compound="kk-park")
    app.button[0].click().run()
    assert app.session_state["read"].month == 4
    assert app.query_params["foo"] == ["a", "b"]
    assert "compound" not in app.query_params


def test_a_link_takes_the_view_and_foreign_keys_along_but_no_page_key():
    app = run(month="3", foo="a", search="power", layer="interventions")
    assert app.session_state["link"] == {"foo": ["a"], "compound": "kk-park", "month": "3"}
