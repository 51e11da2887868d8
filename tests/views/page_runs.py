"""One page of the app, run without a browser on a small folder of data."""

from collections.abc import Callable
from pathlib import Path

import pytest
from moeiwatch.data.geodata import Geodata, read_geodata
from moeiwatch.views import library
from sample_geodata import write_files
from streamlit.testing.v1 import AppTest


def small_data(folder: Path, files: dict, monkeypatch: pytest.MonkeyPatch) -> Geodata:
    """Write files, make the app read them, and return the data."""
    data = read_geodata(write_files(folder, files))
    monkeypatch.setattr(library, "geodata", lambda: data)
    return data


def run_page(show: Callable[[], None], **query: str) -> AppTest:
    """Return a page that has run, for an address with these keys; an exception of the page fails the test."""

    def script(module: str, name: str) -> None:
        import importlib

        getattr(importlib.import_module(module), name)()

    app = AppTest.from_function(script, args=(show.__module__, show.__name__), default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception[0].value
    return app


def html_of(app: AppTest) -> str:
    """Return all HTML that a page has set."""
    return "\n".join(block.proto.body for block in app.get("html"))
