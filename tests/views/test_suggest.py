"""'Suggest a change' below records, actors, sources and dossiers."""

import pytest
from moeiwatch.data.settings import Settings
from moeiwatch.data.suggestions import record_lines
from moeiwatch.views import library
from moeiwatch.views.actors_page import show_actors
from moeiwatch.views.compounds import show_compounds
from moeiwatch.views.events import show_events
from moeiwatch.views.sources_page import show_sources
from page_runs import html_of, run_page, small_data
from sample_geodata import small_files

PLACES = [
    (show_events, {"sel": "rescue_events/ev-2025-all"}, "rescue_events/ev-2025-all"),
    (show_actors, {"actor": "bgf-kna"}, "actors/bgf-kna"),
    (show_sources, {"source": "ap-20251020-raid"}, "sources/ap-20251020-raid"),
    (show_compounds, {"compound": "kk-park"}, "compounds/kk-park"),
]


@pytest.fixture
def data(tmp_path, monkeypatch):
    found = small_data(tmp_path, small_files(), monkeypatch)
    lines = record_lines(tmp_path)
    monkeypatch.setattr(library, "record_line", lambda layer, record: lines[layer].get(record))
    return found


@pytest.mark.parametrize(("show", "address", "reference"), PLACES)
def test_every_record_can_be_changed_on_github(data, monkeypatch, show, address, reference):
    monkeypatch.setattr(library, "settings", lambda: Settings(repository="https://github.com/a/b"))
    words = html_of(run_page(show, **address))
    assert f"record={reference.replace('/', '%2F')}" in words
    assert "https://github.com/a/b/blob/HEAD/geodata/" in words and "?plain=1#L" in words


@pytest.mark.parametrize(("show", "address", "reference"), PLACES)
def test_every_record_can_be_changed_without_github(data, monkeypatch, show, address, reference):
    monkeypatch.setattr(library, "settings", lambda: Settings(contact="map@example.org"))
    app = run_page(show, **address)
    assert any(f"Record: {reference}" in block.value for block in app.code)
    assert "map@example.org" in html_of(app)
    assert "github.com" not in html_of(app)
