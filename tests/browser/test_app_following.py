"""The pages beside the map: a number leads to its records and sources, choices go to the address and back."""

import io
from collections.abc import Callable, Iterator

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect
from running_app import choose_row, open_app, start_app

pytestmark = pytest.mark.browser

_WAIT_MS = 30_000


@pytest.fixture
def open_at(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens the app at an address; no page may ask another host or write an error."""
    opened: list[Page] = []

    def open_(query: str, **options) -> Page:
        opened.append(open_app(chromium, start_app(), query, **options))
        expect(opened[-1].locator(".mw-foot")).to_be_visible(timeout=_WAIT_MS)
        return opened[-1]

    yield open_
    for page in opened:
        page.context.close()
        assert page.context.foreign == [], "the app asked another host"
        assert page.context.errors == [], "the app wrote an error"


def test_people_of_a_country_lead_to_records_and_sources_in_two_clicks(open_at) -> None:
    page = open_at("nationalities")
    choose_row(page, 0, 0)
    expect(page.get_by_role("heading", name="records counted")).to_be_visible(timeout=_WAIT_MS)
    assert "country=" in page.url
    choose_row(page, 1, 0)
    expect(page.locator(".mw-record a[href^=http]").first).to_be_visible(timeout=_WAIT_MS)


def test_a_number_of_records_leads_from_a_publication_to_a_record_and_back(open_at) -> None:
    page = open_at("sources")
    choose_row(page, 0, 1)
    expect(page.locator(".mw-record")).to_have_count(1, timeout=_WAIT_MS)
    choose_row(page, 1, 0)
    expect(page.locator(".mw-record")).to_have_count(2, timeout=_WAIT_MS)
    page.go_back()
    expect(page.locator(".mw-record")).to_have_count(1, timeout=_WAIT_MS)
    page.go_back()
    expect(page.locator(".mw-record")).to_have_count(0, timeout=_WAIT_MS)


def test_a_sanction_leads_to_its_entry_and_its_sources_in_one_click(open_at) -> None:
    page = open_at("actors")
    choose_row(page, 0, 0)
    entry = page.locator("a[href^='https://sanctionssearch.ofac.treas.gov/Details.aspx?id=']")
    expect(entry.first).to_have_attribute("rel", "noopener noreferrer", timeout=_WAIT_MS)
    expect(page.locator("ol.mw-list a[href^=http]").first).to_be_visible(timeout=_WAIT_MS)


def test_reports_at_the_river_lead_to_a_statement_and_its_sources(open_at) -> None:
    page = open_at("river")
    expect(page.get_by_role("heading", name="Evidence beside the model")).to_be_visible(timeout=_WAIT_MS)
    choose_row(page, 1, 0)
    expect(page.locator(".mw-record a[href^=http]").first).to_be_visible(timeout=_WAIT_MS)


def test_the_month_goes_to_the_address_and_back(open_at) -> None:
    page = open_at("river")
    page.get_by_role("radio", name="Mar", exact=True).click()
    expect(page.locator(".mw-summary").first).to_contain_text("In March", timeout=_WAIT_MS)
    assert "month=3" in page.url
    page.go_back()
    expect(page.locator(".mw-summary").first).to_contain_text("It is ", timeout=_WAIT_MS)
    assert "month" not in page.url


def test_the_river_is_taken_away_by_reaches_and_in_their_order(open_at) -> None:
    page = open_at("river")
    page.get_by_role("button", name="Take away").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel").click()
    content = io.BytesIO(download.value.path().read_bytes())
    _, *rows = openpyxl.load_workbook(content)["crossing_risk"].values
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    assert {round(row[2] - row[1], 1) >= 5 for row in rows} == {True}


@pytest.mark.parametrize(
    ("width", "height", "theme"), [(1440, 900, "light"), (1024, 768, "dark"), (390, 844, "light")]
)
def test_no_page_is_wider_than_the_window(open_at, width, height, theme) -> None:
    page = open_at("method", viewport={"width": width, "height": height}, color_scheme=theme)
    for name in ("", "nationalities?country=CN", "river", "sources", "actors?actor=bgf-kna"):
        if name:
            page.goto(f"{start_app()}/{name}")
            expect(page.locator(".mw-foot")).to_be_visible(timeout=_WAIT_MS)
        over = page.evaluate(
            "(main => main.scrollWidth - main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
        )
        assert over <= 0, name
