"""Story, presentation and sharing inside the app: its address is the truth, its keys reach the map."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from printed_sheets import sheets
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

expect.set_options(timeout=60_000)

LINK = "?story=rescue-and-construction&step=coup"


@pytest.fixture
def open_(chromium: Browser) -> Iterator[Callable[[str], Page]]:
    pages = []

    def opened(query: str, **options) -> Page:
        pages.append(open_app(chromium, start_app(), query, **options))
        return pages[-1]

    yield opened
    for page in pages:
        page.context.close()
        assert page.context.foreign == [], "the app asked another host"
        assert page.context.errors == [], "the app wrote an error"


def wait_for_step(page: Page, step: str) -> None:
    page.wait_for_function(f"new URLSearchParams(location.search).get('step') === '{step}'")


def test_deep_link_shows_step_and_view_and_numbers_follow(open_) -> None:
    page = open_("?story=rescue-and-construction&step=kk-park&foo=bar")
    frame = map_frame(page)
    expect(frame.locator("#story-title")).to_have_text("KK Park: claimed and observed")
    page.wait_for_function("location.search.includes('sel=compounds%2Fkk-park')")
    assert "foo=bar" in page.evaluate("location.search")
    expect(page.get_by_text("People who left compounds, October 2025 to")).to_be_visible()
    page.reload()
    expect(map_frame(page).locator("#story-title")).to_have_text("KK Park: claimed and observed")


def test_pages_are_turned_and_back_turns_them_back(open_) -> None:
    page = open_(LINK)
    frame = map_frame(page)
    frame.locator("#story-next").click()
    wait_for_step(page, "yatai-city")
    frame.locator("#story-next").click()
    wait_for_step(page, "lured")
    page.go_back()
    expect(frame.locator("#story-title")).to_have_text("Yatai's city at Shwe Kokko")
    frame.locator("#story .close").click()
    page.wait_for_function("!location.search.includes('story')")
    expect(frame.locator("#legend")).to_be_visible()


def test_closing_a_story_gives_the_own_view_back(open_) -> None:
    page = open_("?from=2024-01&to=2024-12&hide=crossings")
    frame = map_frame(page)
    frame.locator("#open-stories").click()
    frame.get_by_role("button", name="Begin").click()
    frame.locator("#story-next").click()
    wait_for_step(page, "yatai-city")
    frame.locator("#story .close").click()
    page.wait_for_function("location.search === '?from=2024-01&to=2024-12&hide=crossings'")
    page.go_back()
    wait_for_step(page, "yatai-city")


def test_a_step_that_is_not_there_is_said_and_leaves_the_address(open_) -> None:
    page = open_("?story=rescue-and-construction&step=gone")
    expect(map_frame(page).locator("#quiet")).to_contain_text("this link names is not in this story")
    page.wait_for_function("!location.search.includes('step') && location.search.includes('story=')")


def test_keys_pressed_in_the_app_turn_the_pages(open_) -> None:
    page = open_(LINK)
    frame = map_frame(page)
    expect(frame.locator("#story-title")).to_have_text("2021: the coup")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    wait_for_step(page, "yatai-city")
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('story')")


def test_presented_the_map_fills_the_window(open_) -> None:
    page = open_(f"{LINK}&present=1")
    frame = map_frame(page)
    expect(frame.locator("#present-bar")).to_be_visible()
    box = page.locator("iframe.map").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1440, 900)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press(" ")
    wait_for_step(page, "yatai-city")
    page.keyboard.press("Shift+ ")
    wait_for_step(page, "coup")
    page.keyboard.press("q")
    expect(frame.locator("#room-code .qr")).to_be_visible()
    frame.locator("#room-code .close").click()
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('present')")
    assert page.locator("iframe.map").bounding_box()["height"] < 900


def test_the_app_prints_every_step_of_a_story_and_its_map_afterwards(open_) -> None:
    page = open_("?story=rescue-and-construction&step=kk-park")
    frame = map_frame(page)
    expect(frame.locator("#story-title")).to_be_visible()
    assert sheets(page) > 4
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    handout, steps = page.locator("#handout"), frame.evaluate("MoeiWatch.story.all()[0].steps.length")
    expect(handout.locator("section")).to_have_count(steps)
    expect(handout.locator("section .handout-place").last).to_have_text(f"{steps} of {steps}")
    assert f"{start_app()}/?from=2025-10" in page.locator(".handout-foot").inner_text()
    expect(page.locator("iframe.map")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(handout).to_have_count(0)
    page.emulate_media(media="screen")
    frame.locator("#story .close").click()
    page.wait_for_function("!location.search.includes('story')")
    assert sheets(page) == 1


def test_shared_address_is_that_of_the_app(open_) -> None:
    page = open_("?from=2025-02&embed_options=light_theme")
    frame = map_frame(page)
    page.wait_for_timeout(500)
    frame.locator("#open-share").click()
    address = frame.locator("#share-address").input_value()
    assert address.startswith(f"{start_app()}/?from=2025-02&")
    assert "index.html" not in address and "embed" not in address
