"""The page on a phone: a finger that scrolls changes nothing, and what is opened is seen."""

import pytest
from page_touch import swipe
from page_waiting import wait_for_frames, wait_until

pytestmark = pytest.mark.browser

VIEW = "() => { const { month, from, to } = MoeiWatch.store.get(); return [month, from, to].join(); }"


def middle(page, selector):
    """Bring an element into the middle of the screen and return where its middle is."""
    page.evaluate(
        "selector => document.querySelector(selector).scrollIntoView({ block: 'center' })", selector
    )
    box = page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_scroll_that_begins_on_a_slider_scrolls_and_chooses_nothing(open_page):
    page = open_page("?month=3", width=390, height=844, touch=True)
    entries = page.evaluate("history.length")
    for selector in (".month-row", ".timeline-handle-to", ".timeline-plot"):
        before = page.evaluate(VIEW)
        x, y = middle(page, selector)
        scrolled = page.evaluate("scrollY")
        swipe(page, x=x, y=y, up=250)
        wait_until(page, "before => Math.abs(scrollY - before) > 100", scrolled)
        assert page.evaluate(VIEW) == before, selector
    assert page.evaluate("history.length") == entries
    # sideways they are moved, and a tap on a month chooses it
    x, y = middle(page, ".timeline-handle-to")
    swipe(page, x=x, y=y, right=-100)
    wait_until(page, "() => MoeiWatch.store.get().to !== ''")
    x, y = middle(page, ".month-row")
    swipe(page, x=x, y=y, right=100)
    wait_until(page, "() => location.search.includes('month=10')")
    page.locator(".month").nth(1).tap()
    assert page.evaluate("MoeiWatch.store.get().month") == 2


def test_what_is_tapped_is_told_in_sight_and_leaves_no_tip_on_the_map(open_page):
    page = open_page(width=390, height=844, touch=True, reduced_motion=True)
    wait_for_frames(page)
    x, y = page.evaluate(
        """() => {
            const { x, y } = MoeiWatch.symbols.drawn().find(({ compound }) =>
                compound >= 0 && MoeiWatch.records.compounds.id[compound] === "tai-chang-2");
            const point = MoeiWatch.map.layerPointToContainerPoint([x, y]);
            const box = document.getElementById("map").getBoundingClientRect();
            return [point.x + box.left, point.y + box.top];
        }"""
    )
    page.touchscreen.tap(x, y)
    page.locator("#drawer").get_by_role("heading", name="Tai Chang 2").wait_for()
    title = "document.querySelector('#drawer h2').getBoundingClientRect()"
    wait_until(page, f"() => {title}.top > 100 && {title}.bottom < 600")
    summary = page.locator("#drawer .summary").bounding_box()
    assert summary["y"] + summary["height"] < 844
    assert page.locator("#tip").is_hidden()


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (768, 1024)])
def test_all_that_is_said_of_a_number_is_to_be_read(open_page, width, height):
    page = open_page(width=width, height=height)
    cut = page.locator("#numbers .muted:visible").evaluate_all(
        "all => all.filter((one) => one.scrollHeight > one.clientHeight + 1 || !one.clientHeight).length"
    )
    assert cut == 0
    assert page.locator("#map").bounding_box()["height"] > 0.5 * height
