"""Opening the page: nothing jumps, whether it is looked at, presented or tells a story."""

import json

import pytest
from page_waiting import wait_for_frames
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

STEP = "story=rescue-and-construction&step=kk-park"
MOST = 0.1
"""Layout shift that web.dev calls good; what is left comes from the timeline's own words."""

WATCH = """
    window.shifted = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (!entry.hadRecentInput) window.shifted += entry.value;
    })).observe({type: "layout-shift", buffered: true});
"""


def opened(chromium, address, script, width, height):
    """Return a page that ran a script before its own, once it is ready."""
    context = chromium.new_context(viewport={"width": width, "height": height}, bypass_csp=True)
    context.add_init_script(script)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("body.ready")
    wait_for_frames(page)
    return page


@pytest.mark.parametrize("query", ["", "?present=1", f"?present=1&{STEP}", f"?{STEP}"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_the_exported_page_does_not_jump(chromium, page_folder, query, width, height):
    page = opened(chromium, f"{(page_folder / 'index.html').as_uri()}{query}", WATCH, width, height)
    assert page.evaluate("shifted") < MOST
    page.context.close()


PLACES = """
    window.places = new Set();
    const look = () => {
        const parts = ["map", "timeline", "map-key"].map(id => document.getElementById(id));
        const boxes = parts.map(part => part?.getBoundingClientRect());
        const whole = boxes.map(box => box && [box.x, box.y, box.width, box.height].map(Math.round));
        const isSeen = boxes[0]?.width && getComputedStyle(parts[0]).visibility === "visible";
        if (isSeen) places.add(JSON.stringify(whole));
        requestAnimationFrame(look);
    };
    look();
"""


@pytest.mark.parametrize("query", ["?present=1", f"?present=1&{STEP}", "?embed=true"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_map_timeline_and_key_stand_where_they_stay(chromium, page_folder, query, width, height):
    page = opened(chromium, f"{(page_folder / 'index.html').as_uri()}{query}", PLACES, width, height)
    assert page.evaluate("places.size") == 1, page.evaluate("[...places]")
    if "story" in query:
        assert page.evaluate("MoeiWatch.story.all()[0].steps.length") > 10
        for _ in range(14):
            page.keyboard.press("PageUp")
        for _ in range(14):
            key = page.locator("#map-key")
            assert key.evaluate("key => key.scrollHeight <= key.clientHeight + 1")
            page.keyboard.press("PageDown")
        wait_for_frames(page)
        assert page.evaluate("places.size") == 1, page.evaluate("[...places]")
    page.context.close()


@pytest.mark.parametrize("query", [f"?present=1&{STEP}", f"?{STEP}"])
def test_the_apps_frame_does_not_jump(chromium, query):
    page = open_app(chromium, start_app(), "about:blank")
    page.add_init_script(WATCH)
    page.goto(f"{start_app()}/{query}")
    frame = map_frame(page)
    wait_for_frames(page)
    assert frame.evaluate("shifted") < MOST
    page.context.close()


VIEWS = """
    window.views = new Set();
    const note = () => {
        const pane = document.querySelector(".leaflet-map-pane");
        const isSeen = pane && getComputedStyle(pane).visibility === "visible" && window.MoeiWatch?.map;
        const { map, store } = window.MoeiWatch ?? {};
        if (isSeen) views.add(JSON.stringify([map.getZoom(), store.get().hide.length > 0]));
        requestAnimationFrame(note);
    };
    note();
"""


@pytest.mark.parametrize("host", ["export", "app"])
def test_the_link_of_a_step_shows_no_other_map_before_that_of_the_step(chromium, page_folder, host):
    if host == "app":
        page = open_app(chromium, start_app(), "about:blank")
        page.add_init_script(VIEWS)
        page.goto(f"{start_app()}/?{STEP}")
        shown = map_frame(page)
    else:
        page = opened(chromium, f"{(page_folder / 'index.html').as_uri()}?{STEP}", VIEWS, 1440, 900)
        shown = page
    shown.locator("#story-title").wait_for()
    wait_for_frames(page)
    ((zoom, is_filtered),) = map(json.loads, shown.evaluate("[...views]"))
    assert zoom > 12 and is_filtered
    page.context.close()


@pytest.mark.parametrize("query", ["?story=no-such-story", "?story=%22%3E", "?present=2"])
def test_what_there_is_not_takes_no_room(open_page, query):
    page = open_page(query)
    assert page.evaluate("document.body.className.match(/telling|present/)") is None
    assert page.locator("#legend").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_the_app_a_story_can_be_shared_and_presented(chromium, theme):
    page = open_app(chromium, start_app(), f"?{STEP}", color_scheme=theme)
    frame = map_frame(page)
    frame.locator("#story-title").wait_for()
    frame.get_by_role("button", name="Share").click()
    frame.get_by_role("dialog").wait_for()
    fields = frame.get_by_role("dialog").locator("input, textarea").all()
    assert any("step=kk-park" in field.input_value() for field in fields)
    page.keyboard.press("Escape")
    frame.get_by_role("button", name="Present").click()
    frame.wait_for_selector("body.present.telling")
    assert frame.locator("#tours").is_hidden()
    page.context.close()
