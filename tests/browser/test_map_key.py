"""What stands around the map of a story or a presentation: the key under it, names, numbers and credits."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STORY = "?story=rescue-and-construction"
RIVER = f"{STORY}&step=low-water"


def overlap(page: Page, one: str, other: str) -> bool:
    a, b = page.locator(one).bounding_box(), page.locator(other).bounding_box()
    return (
        a["x"] < b["x"] + b["width"]
        and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"]
        and b["y"] < a["y"] + a["height"]
    )


@pytest.mark.parametrize("query", [RIVER, f"{RIVER}&present=1"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_key_tells_what_a_step_shows_and_nothing_else(open_page, query, width, height) -> None:
    page = open_page(query, width=width, height=height, touch=width < 500)
    words = page.locator("#map-key li").all_inner_texts()
    assert {"Active", "Under construction", "Released, freed or fled"} <= set(words)
    assert "Building" not in words, "the step hides the reports of building"
    assert {"River-crossing risk in April:", "very high", "high"} <= set(words)
    colours = page.evaluate(
        "['#map-key .sample-very-high', '.reach-very-high'].map((one) =>"
        " getComputedStyle(document.querySelector(one)).getPropertyValue('--risk'))"
    )
    assert colours[0] and colours[0] == colours[1]
    assert page.locator("#map-key").bounding_box()["height"] < 135


def test_the_key_follows_the_steps_and_leaves_with_the_story(open_page: Callable[..., Page]) -> None:
    page = open_page(RIVER)
    page.locator("#story-previous").click()
    expect(page.locator("#map-key")).to_contain_text("Building")
    expect(page.locator("#map-key")).not_to_contain_text("risk")
    page.get_by_role("button", name="Close the story").click()
    expect(page.locator("#map-key")).to_be_hidden()


def test_a_compound_that_the_step_tells_of_is_named_where_little_room_is(open_page) -> None:
    page = open_page(f"{RIVER}&present=1")
    written = page.evaluate(
        """() => {
            const fillText = CanvasRenderingContext2D.prototype.fillText, written = [];
            CanvasRenderingContext2D.prototype.fillText = function (words, ...rest) {
                written.push(words);
                return fillText.call(this, words, ...rest);
            };
            MoeiWatch.map.eachLayer((layer) => layer instanceof MoeiWatch.CanvasOverlay && layer.draw());
            return written;
        }"""
    )
    assert "KK Park" in written


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_numbers_of_all_years_do_not_stand_beside_a_step_of_some_months(open_page, width) -> None:
    page = open_page(f"{STORY}&step=kk-park", width=width)
    expect(page.locator("#numbers")).to_be_hidden()
    page.evaluate("MoeiWatch.closeStory()")
    expect(page.locator("#numbers")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "width", "height"),
    [
        ("", 1440, 900),
        (f"{STORY}&step=kk-park", 1440, 900),
        (f"{RIVER}&present=1", 1920, 1080),
        (RIVER, 390, 844),
    ],
)
def test_credits_never_lie_over_the_scale(open_page, query, width, height) -> None:
    page = open_page(query, width=width, height=height, touch=width < 500)
    credits = page.locator(".leaflet-control-attribution")
    expect(credits).to_be_hidden()
    assert not overlap(page, ".leaflet-control-scale", "#map .credits")
    page.get_by_role("button", name="Map data ©").click()
    expect(credits).to_be_visible()


def test_on_a_phone_the_list_of_stories_begins_below_the_map(open_page: Callable[..., Page]) -> None:
    page = open_page("", width=390, height=844, touch=True)
    page.locator("#open-stories").click()
    expect(page.get_by_role("button", name="Begin")).to_be_in_viewport()
    title, stage = page.locator("#story-title").bounding_box(), page.locator("#stage").bounding_box()
    assert title["y"] >= stage["y"] + stage["height"]


def test_the_place_in_a_story_is_told_on_a_phone_that_is_presented(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=kk-park&present=1", width=390, height=844, touch=True)
    place = page.locator(".present-place")
    expect(place).to_have_text("· 9 of 14")
    box, button = place.bounding_box(), page.locator("#present-bar button").first.bounding_box()
    assert box["x"] + box["width"] <= button["x"]
