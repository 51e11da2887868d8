"""A link inside a text leads on in the open session; the row of pages shows the page that is open."""

import pytest
from page_waiting import wait_until
from playwright.sync_api import Browser, Page, expect
from running_app import open_app, start_app

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
IN_SIGHT = """() => {
  const open = document.querySelector(".st-key-mw-top strong")?.getBoundingClientRect();
  return Boolean(open) && open.left >= 0 && open.right <= innerWidth;
}"""


def open_marked(chromium: Browser, path: str) -> Page:
    """Return a page that is marked: a mark is gone once the app is loaded anew."""
    page = open_app(chromium, start_app(), path)
    expect(page.locator(".mw-foot")).to_be_visible()
    page.evaluate("window.marked = true")
    return page


def heading(page: Page, name: str):
    return page.get_by_role("heading", name=name, exact=True)


def test_a_number_opens_its_records_in_the_session_and_back_returns(chromium: Browser) -> None:
    page = open_marked(chromium, "construction")
    page.locator(".mw-verdict a").first.click()
    expect(heading(page, "Events")).to_be_visible()
    expect(page.get_by_text("behind one number")).to_be_visible()
    page.go_back()
    expect(heading(page, "Crackdown and construction")).to_be_visible()
    page.go_forward()
    expect(page.get_by_text("behind one number")).to_be_visible()
    assert page.evaluate("window.marked"), "the app was loaded anew"
    page.context.close()
    assert page.context.errors == []


def test_a_link_to_the_page_that_is_open_is_followed_too(chromium: Browser) -> None:
    page = open_marked(chromium, "events")
    counted = page.locator("details.mw-counted").first
    counted.locator("summary").click()
    counted.locator("li a").first.click()
    expect(page.locator(".mw-record")).to_be_visible()
    assert "sel=rescue_events/" in page.url and page.evaluate("window.marked")
    page.context.close()


def test_a_click_that_asks_for_another_tab_is_left_to_the_browser(chromium: Browser) -> None:
    page = open_marked(chromium, "construction")
    with page.context.expect_page() as opened:
        page.locator(".mw-verdict a").first.click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_url("**only=**")
    assert page.url.endswith("/construction")
    page.context.close()


def test_on_a_phone_the_row_of_pages_is_scrolled_to_the_one_that_is_open(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "method", **PHONE)
    expect(page.locator(".mw-foot")).to_be_visible()
    wait_until(page, IN_SIGHT)
    page.locator(".st-key-mw-top").get_by_role("link", name="Events", exact=True).click()
    expect(heading(page, "Events")).to_be_visible()
    wait_until(page, IN_SIGHT)
    page.context.close()
