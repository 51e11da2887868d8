"""Map, table and pages of the app keep one place: the record chosen, the layer read, where the map looks."""

import re
from collections.abc import Iterator

import pytest
from page_waiting import wait_until
from playwright.sync_api import Browser, Page, expect
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

AT = "new URLSearchParams(location.search).get('at')"
WHERE = "[MoeiWatch.map.getZoom(), MoeiWatch.map.getCenter().lat.toFixed(3)].join()"
IN_SIGHT = "() => MoeiWatch.map.getBounds().contains([16.631, 98.557])"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = open_app(chromium, start_app())
    yield opened
    context = opened.context
    context.close()
    assert context.foreign == [], "the app asked another host"
    assert context.errors == [], "the app wrote an error"


def table_of(page: Page, title: str):
    return page.get_by_role("radio", name=re.compile(title))


def test_what_is_chosen_on_the_map_is_the_first_row_of_its_layers_table(page: Page) -> None:
    frame = map_frame(page)
    expect(table_of(page, "^Compounds")).to_be_checked()
    frame.evaluate("MoeiWatch.select('interventions/' + MoeiWatch.records.interventions.id[0])")
    expect(table_of(page, "^Interventions")).to_be_checked()
    row = page.locator("[data-testid=stDataFrame] canvas [role=row][aria-rowindex='2']")
    expect(row).to_have_attribute("aria-selected", "true")
    table_of(page, "^Crossings").click()
    page.wait_for_function("location.search.includes('layer=crossings')")
    page.reload()
    expect(table_of(page, "^Crossings")).to_be_checked()
    map_frame(page).evaluate("MoeiWatch.select('compounds/kk-park')")
    expect(table_of(page, "^Compounds")).to_be_checked()
    page.go_back()
    expect(table_of(page, "^Crossings")).to_be_checked()


def test_back_in_a_flight_leads_to_the_view_before_it_and_forward_to_its_end(page: Page) -> None:
    frame = map_frame(page)
    frame.get_by_role("button", name="As it was known").click()
    wait_until(page, "location.search.includes('mode=known')")
    before = frame.evaluate(WHERE)
    frame.get_by_role("combobox", name="Find a compound").fill("KK Park")
    page.keyboard.press("Enter")
    wait_until(page, f"{AT} !== null")
    page.go_back()
    wait_until(page, f"{AT} === null")
    page.wait_for_timeout(1200)  # the flight would be over by now, and told
    assert frame.evaluate(WHERE) == before
    assert page.evaluate(AT) is None
    page.go_forward()
    wait_until(frame, IN_SIGHT)
    assert page.evaluate(AT).startswith("12/")


def test_where_the_map_looks_goes_along_to_other_pages_and_new_tabs(page: Page) -> None:
    frame = map_frame(page)
    frame.evaluate("MoeiWatch.map.setView([16.7, 98.5], 11)")
    wait_until(page, f"{AT} !== null")
    place = page.evaluate(AT)
    link = page.get_by_role("link", name="Sources", exact=True)
    link.hover()
    expect(link).to_have_attribute("href", re.compile("at=11%2F16.7%2F98.5"))
    link.click()
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()
    wait_until(page, f"place => {AT} === place", place)
    expect(page.get_by_role("link", name="Map", exact=True)).to_have_attribute("href", re.compile("at=11"))
    page.reload()
    page.get_by_role("link", name="Map", exact=True).click()
    frame = map_frame(page)
    wait_until(
        frame, "() => MoeiWatch.map.getZoom() === 11 && MoeiWatch.map.getBounds().contains([16.7, 98.5])"
    )
    frame.get_by_role("button", name="Go to a named extent").click()
    frame.get_by_role("button", name="Home", exact=True).click()
    wait_until(page, f"{AT} === null")
    page.go_back()
    wait_until(page, f"place => {AT} === place", place)
