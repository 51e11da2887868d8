"""Every choice on these pages stands in the address, and an address brings each back."""

import pytest
from moeiwatch.views.actors_page import show_actors
from moeiwatch.views.building import show_building
from moeiwatch.views.events import show_events
from moeiwatch.views.sources_page import show_sources
from page_runs import run_page, small_data
from sample_geodata import small_files

CHOICES = [
    (show_actors, "toggle", "actors-sanctioned", True, {"sanctioned": "yes"}),
    (show_actors, "button_group", "actors-kind", "person", {"kind": "person"}),
    (show_sources, "segmented_control", "sources-scope", "shown", {"scope": "shown"}),
    (show_sources, "selectbox", "sources-access", "copy", {"access": "copy"}),
    (show_sources, "selectbox", "sources-kind", "news", {"kind": "news"}),
    (show_sources, "selectbox", "sources-language", "en", {"language": "en"}),
    (show_building, "segmented_control", "building-layer", "interventions", {"layer": "interventions"}),
    (show_events, "segmented_control", "events-layer", "crossings", {"layer": "crossings"}),
]


@pytest.mark.parametrize(("show", "kind", "key", "value", "address"), CHOICES, ids=[c[2] for c in CHOICES])
def test_a_choice_stands_in_the_address_and_an_address_brings_it_back(
    tmp_path, monkeypatch, show, kind, key, value, address
):
    small_data(tmp_path, small_files(), monkeypatch)
    app = run_page(show)
    before = getattr(app, kind)(key=key).value
    getattr(app, kind)(key=key).set_value(value).run()
    assert not app.exception
    assert {name: "".join(app.query_params[name]) for name in address} == address
    again = run_page(show, **address)
    assert getattr(again, kind)(key=key).value == value != before
    for name in address:  # as Back does
        del again.query_params[name]
    again.run()
    assert getattr(again, kind)(key=key).value == before


@pytest.mark.parametrize("show", [show_actors, show_sources, show_building])
def test_what_is_no_choice_counts_as_not_given(tmp_path, monkeypatch, show):
    small_data(tmp_path, small_files(), monkeypatch)
    wrong = dict.fromkeys(("kind", "sanctioned", "scope", "access", "language", "layer"), "<b>")
    app, plain = run_page(show, **wrong), run_page(show)
    assert [table.value.index.tolist() for table in app.dataframe] == [
        table.value.index.tolist() for table in plain.dataframe
    ]


def test_on_construction_the_selected_record_opens_its_kind(tmp_path, monkeypatch):
    small_data(tmp_path, small_files(), monkeypatch)
    app = run_page(show_building, sel="rescue_events/ev-2025-all")
    assert app.segmented_control(key="building-layer").value == "rescue_events"
    app.segmented_control(key="building-layer").set_value("construction_reports").run()
    assert "sel" not in app.query_params
