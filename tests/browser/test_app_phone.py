"""The app's map on a phone: one finger scrolls the page, the frame has no scroll of its own."""

import pytest
from page_touch import swipe
from page_waiting import wait_for_frames, wait_until
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
FITS = "() => document.documentElement.scrollHeight <= innerHeight + 1"


@pytest.fixture
def phone(chromium):
    pages = []

    def open_(query=""):
        page = open_app(chromium, start_app(), query, **PHONE)
        pages.append(page)
        return page, map_frame(page)

    yield open_
    for page in pages:
        page.context.close()


@pytest.mark.parametrize("query", ["", "?sel=compounds/kk-park", "?from=1990-01&to=1990-02"])
def test_the_frame_is_as_tall_as_what_stands_in_it(phone, query):
    _, frame = phone(query)
    wait_until(frame, FITS)


def test_the_legend_unfolds_and_folds_and_the_frame_follows(phone):
    _, frame = phone()
    wait_until(frame, FITS)
    folded = frame.evaluate("innerHeight")
    button = frame.get_by_role("button", name="Legend and filters")
    assert frame.locator("#legend").is_hidden()
    button.tap()
    assert frame.locator("#legend").is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    wait_until(frame, "least => innerHeight > least + 300", folded)
    wait_until(frame, FITS)
    button.tap()
    wait_until(frame, "was => Math.abs(innerHeight - was) < 2", folded)


def test_the_map_keeps_its_share_of_the_screen(phone):
    page, frame = phone("?sel=compounds/kk-park")
    wait_until(frame, FITS)
    height = frame.evaluate("document.getElementById('map').offsetHeight")
    assert abs(height - 0.58 * page.viewport_size["height"]) < 2


def test_one_finger_on_the_map_scrolls_the_page(phone):
    page, frame = phone("?sel=compounds/kk-park")
    wait_until(frame, FITS)
    box = page.locator("iframe.map").bounding_box()
    swipe(page, x=box["x"] + 150, y=box["y"] + 400, up=300)
    wait_until(page, "() => document.querySelector('[data-testid=stMain]').scrollTop > 200")
    assert frame.evaluate("scrollY") == 0


def test_a_story_has_the_window_and_scrolls_beside_its_map(phone):
    page, frame = phone("?story=rescue-and-construction&step=coup")
    wait_until(frame, "() => document.body.classList.contains('telling')")
    wait_until(frame, "most => innerHeight <= most", page.viewport_size["height"])


@pytest.mark.parametrize("query", ["", "?sel=compounds/kk-park", "?story=rescue-and-construction&step=coup"])
def test_a_dialog_opens_in_what_is_seen_of_the_frame(phone, query):
    page, frame = phone(query)
    frame.locator("#open-share").tap()
    wait_for_frames(page)
    seen = frame.locator("#share").bounding_box()  # on the screen, wherever the frame begins
    assert seen["height"] > 300
    assert seen["y"] >= 0 and seen["y"] + seen["height"] <= page.viewport_size["height"]
    frame.locator("#share .close").tap()
    frame.locator("#share").wait_for(state="detached")
