"""Every number leads to its records and their sources in two clicks, on whatever page it stands."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from page_waiting import wait_for_frames, wait_until
from playwright.sync_api import Browser, Page, expect
from running_app import choose_row, open_app, start_app

pytestmark = pytest.mark.browser

SOURCES = ".mw-record ol.mw-list li"
"""The sources of a record that is shown in full."""


TITLE = "(document.querySelector('h1') || {}).innerText ?? null"


def follow(page: Page, step: str | int | tuple[str, str | re.Pattern]) -> None:
    """Click once: a link by its words, a choice as (role, words), or the first row of a table by place."""
    if isinstance(step, int):
        choose_row(page, step, 0)
        return
    role, words = ("link", step) if isinstance(step, str) else step
    before = title(page)
    found = page.get_by_role(role, name=words).first
    address = urljoin(page.url, found.get_attribute("href") or "")
    leaves = role == "link" and urlsplit(address).path != urlsplit(page.url).path
    found.click()
    if leaves:  # what stood here before is still seen for a moment
        wait_until(page, f"before => ({TITLE}) !== before", before)


def title(page: Page) -> str | None:
    """Return the title of the page that is shown, None where it has none."""
    return page.evaluate(TITLE)


NUMBERS = {
    "people who left compounds": ("", "See the ", 0),
    "compounds by rule": ("", "See the compounds", 0),
    "buildings down": ("", "See crackdown and construction", 0),
    "arrests of key figures": ("", "See who they are", 1),
    "the newest record": ("", "Read the newest"),
    "reports after the power cut": ("construction", ("link", re.compile(r"^\d+ reports?$")), 0),
    "share of people with a country": ("nationalities", "See the ", 0),
    "people of a country": ("nationalities", 0, 1),
    "floods of a month": ("river", ("radio", "Floods on record"), 1),
    "low water": ("river", ("radio", "Series of the river"), 1),
    "reports at the river": ("river", 1),
    "people in the events shown": ("events", 0),
    "records of a layer": ("method", "See interventions", 0),
}
"""What is counted: the page on which it stands, and the clicks."""


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_leads_to_its_sources(chromium: Browser, number: str) -> None:
    path, *steps = NUMBERS[number]
    assert len(steps) <= 2
    page = open_app(chromium, start_app(), path)
    for step in steps:
        expect(page.locator(".mw-foot")).to_be_visible()
        expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
        follow(page, step)
    in_a_dossier = page.get_by_role("heading", name="In order of time").locator("visible=true")
    expect(page.locator(SOURCES).first.or_(in_a_dossier.first).first).to_be_visible()
    context = page.context
    context.close()
    assert context.foreign == [] and context.errors == []


@pytest.mark.parametrize("row", ["2025", "Raid", "Observed"])
def test_the_people_of_a_row_open_into_the_records_counted(chromium: Browser, row: str) -> None:
    page = open_app(chromium, start_app(), "events")
    page.get_by_text("By year, by kind, and by who says so").click()
    named = page.locator(".mw-counts tr").filter(has=page.locator("th", has_text=re.compile(f"^{row}$")))
    behind = named.locator("+ tr.mw-behind")
    behind.locator("summary").click()
    expect(behind.locator("li small").first).to_be_visible()
    assert int(behind.locator("summary").inner_text().split()[0]) == behind.locator("li").count()
    page.context.close()


def test_the_events_counted_open_as_a_list_that_leads_to_each(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "events")
    counted = page.locator("details.mw-counted", has_text=re.compile("events counted")).first
    counted.locator("summary").click()
    items = counted.locator("li")
    assert int(counted.locator("summary").inner_text().split()[0]) == items.count() > 40
    items.first.locator("a").first.click()
    expect(page.locator(SOURCES).first).to_be_visible()


@pytest.mark.parametrize("row", ["Records", "Sites", "Sites, possible twins folded"])
def test_a_number_of_compounds_opens_exactly_these(chromium: Browser, row: str) -> None:
    page = open_app(chromium, start_app())
    name = page.locator(".mw-figure td").filter(has_text=re.compile(f"^{row}$"))
    link = name.locator("xpath=following-sibling::td").get_by_role("link")
    count = link.inner_text()
    link.click()
    expect(page.get_by_text(f"Only the {count} records behind one number.")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("said", ["Claimed, KK Park", "Observed, KK Park II"])
def test_a_number_of_buildings_down_opens_exactly_its_own_report(chromium: Browser, said: str) -> None:
    page = open_app(chromium, start_app())
    row = page.locator(".mw-figure tr").filter(has_text=f"{said},")
    value = row.get_by_role("link").inner_text()
    named = row.get_by_role("link").get_attribute("href").partition("only=")[2].split(",")
    row.get_by_role("link").click()
    words = "record" if len(named) == 1 else "records"
    expect(page.get_by_text(f"Only the {len(named)} {words} behind one number.")).to_be_visible()
    expect(page.get_by_text(f"{len(named)} {words} of ")).to_be_visible()
    wait_for_frames(page)  # the page was changed inside the session: its table stands only now
    choose_row(page, 0, 0)
    expect(page.locator(".mw-record")).to_contain_text(f"{value} buildings")
    page.context.close()


def test_published_totals_open_with_their_sources(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "compounds")
    page.get_by_text("Totals that others published").click()
    expect(page.locator("details .mw-counts small a").first).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(("path", "shown"), [("events", "stDataFrame"), ("construction", "stVegaLiteChart")])
def test_nothing_is_downloaded_without_licence_and_version(chromium: Browser, path: str, shown: str) -> None:
    page = open_app(chromium, start_app(), path)
    table = page.locator(f"[data-testid={shown}]").first
    expect(table).to_be_visible()
    table.hover()
    expect(page.get_by_role("button", name="Fullscreen").first).to_be_visible()
    assert page.locator("[aria-label^='Download as']:visible").count() == 0
    page.context.close()
