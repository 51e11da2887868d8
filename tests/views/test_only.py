import pytest
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.cite import show_cite
from moeiwatch.views.events import show_events
from moeiwatch.views.only import records_link
from page_runs import html_of, run_page, small_data
from sample_geodata import small_files


def show_linked() -> None:
    import streamlit as st

    st.html(records_link("2 reports", ["kc-1", "kc-2"], ViewState(since="2025-01"), page="events", layer="x"))
    st.html(records_link("<0>", [], ViewState(), page="events"))


def show_cited() -> None:
    show_events()
    show_cite(data=library.geodata(), page="Events")


def test_a_number_links_to_its_records_and_none_is_no_link():
    words = html_of(run_page(show_linked))
    assert 'href="./events?layer=x&amp;only=kc-1,kc-2&amp;from=2025-01" target="_self">2 reports</a>' in words
    assert "&lt;0&gt;" in words and words.count("<a ") == 1


def test_the_page_shows_the_records_named_and_what_is_no_id_is_passed_over(tmp_path, monkeypatch):
    small_data(tmp_path, small_files(), monkeypatch)
    app = run_page(show_events, layer="rescue_events", only="ev-2025-all,<b>,ev-2025-all,")
    assert app.dataframe[0].value.index.tolist() == ["ev-2025-all"]
    assert "Only the 1 record behind one number." in html_of(app)
    assert "behind one number" not in html_of(run_page(show_events, layer="rescue_events"))


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nope", "The 1 record that the address names is not in the data, or no longer."),
        ("ev-2025-all", "Only the 1 record behind one number. 1 of them the filters leave out."),
        (
            "ev-2025-all,nope,gone,ev-2025-10-20-kk",
            "Only the 4 records behind one number. 2 of them the filters leave out. 2 of them are not in the "
            "data, or no longer.",
        ),
    ],
)
def test_what_filters_leave_out_is_told_apart_from_what_there_is_not(tmp_path, monkeypatch, named, said):
    small_data(tmp_path, small_files(), monkeypatch)
    app = run_page(show_events, layer="rescue_events", only=named, **{"from": "2001-01", "to": "2001-02"})
    assert f">{said}</p>" in html_of(app)


def test_a_citation_says_that_only_some_records_are_shown(tmp_path, monkeypatch):
    small_data(tmp_path, small_files(), monkeypatch)
    assert "only 2 records named by id" in run_page(show_cited, only="kc-1,kc-2").code[0].value


def test_people_are_counted_in_the_records_named_alone(tmp_path, monkeypatch):
    small_data(tmp_path, small_files(), monkeypatch)
    both, one = (html_of(run_page(show_events, **query)) for query in ({}, {"only": "ev-2025-10-20-kk"}))
    assert "100 to 200" in both and "100 to 200" not in one
    assert "1 event counted once each" in one and "is held within these" not in one
