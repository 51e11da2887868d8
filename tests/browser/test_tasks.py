"""Three questions of a policy analyst, answered as a new reader would, with the clicks counted."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from running_app import open_app, start_app

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser):
    opened = open_app(chromium, start_app())
    expect(opened.locator(".mw-foot")).to_be_visible()
    yield opened
    context = opened.context
    context.close()
    assert context.foreign == [] and context.errors == []


def settled(page: Page) -> None:
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")


def test_what_do_we_know_of_kk_park_and_who_says_so(page: Page) -> None:
    page.goto(f"{start_app()}/?sel=compounds/kk-park")  # one click, on its name on the map
    frame = page.frame_locator("iframe.map")
    frame.get_by_role("link", name=re.compile("dossier", re.I)).or_(
        frame.get_by_role("button", name=re.compile("dossier", re.I))
    ).first.click()  # two
    expect(page.get_by_role("heading", name="KK Park", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Claimed beside observed")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile(r"\d+ sources"))).to_be_visible()
    assert page.locator("ol.mw-list a[href^=http]").count() > 20


def test_how_many_people_left_in_2025_and_how_sure_is_that(page: Page) -> None:
    page.get_by_role("link", name="Events", exact=True).click()  # one
    settled(page)
    page.get_by_text("By year, by kind, and by who says so").click()  # two
    row = page.locator(".mw-counts tr").filter(has=page.locator("th", has_text="2025")).first
    expect(row).to_be_visible()
    low, best, high = (int(re.sub(r"\D", "", cell)) for cell in row.locator("td").all_inner_texts())
    assert 10_000 < low <= best <= high < 40_000
    for basis in ("Claimed", "Observed"):
        expect(page.locator(".mw-counts th", has_text=basis).first).to_be_visible()


def test_did_building_stop_after_the_power_cut(page: Page) -> None:
    page.get_by_role("link", name="Construction", exact=True).click()  # one
    expect(page.get_by_role("heading", name=re.compile("Did it slow the building"))).to_be_in_viewport()
    expect(page.get_by_text("Building went on after February 2025")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="What is not known")).to_be_in_viewport()
