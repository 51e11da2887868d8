"""Crackdown and construction in a browser: the brush, a narrow screen, and charts of one record."""

import re

import pytest
from page_waiting import wait_until
from playwright.sync_api import Browser, Page, expect
from running_app import open_app, start_app

pytestmark = pytest.mark.browser

CHART = "[data-testid=stVegaLiteChart]"
BARS = f"{CHART} path[aria-roledescription=bar]"


def finished(page: Page) -> None:
    """Wait until the page stands: its foot is there and no run goes on."""
    expect(page.locator(".mw-foot")).to_be_visible()
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator(BARS).first).to_be_attached()


def test_a_drag_sets_the_period_and_a_double_click_or_a_button_opens_it(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "construction")
    finished(page)
    box = page.locator(CHART).bounding_box()
    height = box["y"] + 300
    page.mouse.move(box["x"] + 1050, height)
    page.mouse.down()
    page.mouse.move(box["x"] + 1150, height, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=\d{4}-\d{2}&to=\d{4}-\d{2}"))
    finished(page)
    page.mouse.dblclick(box["x"] + 400, height)
    wait_until(page, "() => !location.search.includes('from=')")
    opened = page.get_by_role("button", name="All years", exact=True)
    expect(opened).to_have_count(0)
    finished(page)
    page.go_back()
    expect(opened).to_be_visible()
    finished(page)
    opened.click()
    wait_until(page, "() => !location.search.includes('from=')")
    page.context.close()
    assert page.context.errors == []


def test_on_a_phone_a_month_is_wide_enough_to_read(chromium: Browser) -> None:
    page = open_app(
        chromium, start_app(), "construction", viewport={"width": 390, "height": 844}, has_touch=True
    )
    finished(page)
    expect(page.locator(CHART).get_by_text("other months: Filters, above")).to_be_attached()
    widths = page.locator(BARS).evaluate_all("bars => bars.map(bar => bar.getBBox().width)")
    assert min(widths) >= 5
    page.context.close()


@pytest.mark.parametrize(
    "query",
    [
        "construction?hide=construction_reports,rescue_events",
        "construction?basis=not_stated&conf=high&hide=rescue_events",
        "construction?from=2001-01&to=2001-02",
    ],
)
def test_filters_that_leave_little_break_nothing(chromium: Browser, query: str) -> None:
    page = open_app(chromium, start_app(), query)
    expect(page.locator(".mw-foot")).to_be_visible()
    expect(page.locator(CHART).get_by_text("Steps against the compounds", exact=False).first).to_be_attached()
    assert page.locator("[data-testid=stException]").count() == 0
    page.context.close()


def test_one_country_still_has_a_bar(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "nationalities?from=2020-07&to=2020-07")
    finished(page)
    heights = page.locator(BARS).evaluate_all("bars => bars.map(bar => bar.getBBox().height)")
    assert heights and min(heights) >= 8
    page.context.close()
