"""'Suggest a change' in the drawer of the map page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.settings import Settings
from moeiwatch.data.suggestions import record_lines, suggestion
from moeiwatch.mappage.build import write_page
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

AS_OF = date(2026, 11, 23)


@pytest.fixture(scope="module")
def with_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    settings = Settings(repository="https://github.com/a/b", contact="map@example.org")
    write_page(read_geodata(), folder, as_of=AS_OF, settings=settings, lines=record_lines())
    return folder


@pytest.mark.parametrize("layer", ["compounds", "rescue_events", "construction_reports", "crossings"])
def test_the_form_and_the_line_are_those_of_the_record(
    open_page: Callable[..., Page], with_repository: Path, layer: str
) -> None:
    record, line = next(iter(record_lines()[layer].items()))
    page = open_page(f"?sel={layer}/{record}", folder=with_repository)
    form = page.get_by_role("link", name="Suggest a change")
    expect(form).to_be_visible()
    assert parse_qs(urlsplit(form.get_attribute("href")).query)["record"] == [f"{layer}/{record}"]
    file = page.get_by_role("link", name="Its line in the file")
    assert file.get_attribute("href").endswith(f"geodata/{layer}.geojson?plain=1#L{line}")


def test_the_letter_is_that_of_the_app(open_page: Callable[..., Page], with_repository: Path) -> None:
    page = open_page("?sel=compounds/kk-park", folder=with_repository)
    page.get_by_text("Without GitHub", exact=True).click()
    expect(page.get_by_role("link", name="map@example.org")).to_be_visible()
    written = page.get_by_label("Text", exact=True).input_value()
    data = read_geodata()
    row = data.layers["compounds"].loc["kk-park"]
    expected = suggestion(
        "compounds",
        "kk-park",
        title=row["name"],
        summary=row["summary"],
        site="Moei Watch",
        repository="",
        version=data.version,
        line=record_lines()["compounds"]["kk-park"],
    )
    assert written == expected.letter


def test_without_a_repository_there_is_only_the_letter(open_page: Callable[..., Page]) -> None:
    page = open_page("?sel=compounds/kk-park")
    page.get_by_text("Suggest a change", exact=True).click()
    expect(page.get_by_label("Text", exact=True)).to_be_visible()
    assert page.locator(".suggest a[href*='github.com']").count() == 0
