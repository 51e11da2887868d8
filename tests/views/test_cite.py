"""What a page is cited as, and what its files say of themselves: what it shows, by the filters that apply."""

import pytest
from moeiwatch.views import library
from moeiwatch.views.actors_page import show_actors
from moeiwatch.views.building import show_building
from moeiwatch.views.cite import show_cite
from moeiwatch.views.compounds import show_compounds
from moeiwatch.views.events import show_events
from moeiwatch.views.method_page import show_method
from moeiwatch.views.nationalities_page import show_nationalities
from moeiwatch.views.river_page import show_river
from moeiwatch.views.sources_page import show_sources
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files

SHOWS = {
    "actors": show_actors,
    "building": show_building,
    "compounds": show_compounds,
    "events": show_events,
    "method": show_method,
    "nationalities": show_nationalities,
    "river": show_river,
    "sources": show_sources,
}
EVERYTHING = {
    "from": "2025-01",
    "basis": "observed",
    "hide": "crossings,rescue_events.raid",
    "group": "bgf-kna",
}


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    return small_data(tmp_path, small_files(), monkeypatch)


def run_cited(page: str) -> None:
    SHOWS[page]()
    show_cite(data=library.geodata(), page=page.capitalize())


def cited(page: str, **query: str) -> str:
    """Return the citation of a page between the subject and the version."""
    from streamlit.testing.v1 import AppTest

    def script(page: str) -> None:
        import test_cite

        test_cite.run_cited(page)

    app = AppTest.from_function(script, args=(page,), default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception[0].value
    words = app.code[-2].value
    return words.partition("border. ")[2].partition(" Data version")[0]


def test_a_dossier_is_cited_by_the_name_of_its_compound_and_has_no_filters():
    assert cited("compounds", compound="kk-park", **EVERYTHING) == "Dossier: KK Park."


def test_a_page_without_filters_names_none():
    assert cited("method", **EVERYTHING) == "Method."


def test_only_filters_that_apply_are_named():
    assert cited("events", **EVERYTHING) == (
        "Events: Rescue events. Filters: from January 2025; without: rescue events (raid); basis: observed; "
        "armed group: Karen BGF."
    )
    assert cited("events", layer="crossings", **EVERYTHING) == "Events: Crossings."
    assert cited("compounds", to="2025-12", hide="crossings") == "Compounds. Filters: to December 2025."
    assert cited("building", hide="crossings") == "Building."
    assert (
        cited("nationalities", hide="interventions", conf="high")
        == "Nationalities. Filters: confidence: high."
    )


def test_a_layer_asked_for_is_shown_and_not_said_to_be_hidden():
    assert cited("events", hide="rescue_events") == "Events: Rescue events."


def test_words_searched_for_and_the_mode_are_named():
    assert cited("events", search="KK") == "Events: Rescue events. Filters: words: KK."
    assert cited("events", mode="known") == (
        "Events: Rescue events. Filters: as it was known: by the day on which a thing became public."
    )
    assert cited("sources", search="raid", **EVERYTHING) == "Sources. Filters: words: raid."
    assert cited("actors", search="BGF", kind="armed_group") == (
        "Actors. Filters: words: BGF; kind: armed group."
    )


def test_the_river_is_cited_with_its_month_and_the_day_of_its_compounds():
    assert cited("river", to="2025-12", month="3", basis="observed") == (
        "River. Filters: to December 2025; month of the river: March."
    )


def test_how_many_records_there_are_to_show_is_said_without_those_withdrawn(tmp_path, monkeypatch):
    files = small_files()
    event = properties(files, "rescue_events.geojson", "ev-2025-10-20-kk")
    event["withdrawn"] = {"date": "2026-01-05", "reason": "error"}
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_events))
    assert "1 record of 1. 1 more is withdrawn or merged into another, and never shown." in words
