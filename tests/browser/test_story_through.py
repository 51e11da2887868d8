"""The whole story clicked through in both hosts, at three sizes, light and dark."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Frame, Page, expect
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

STORY = "rescue-and-construction"
SIZES = [(1440, 900), (1024, 768), (390, 844)]


@pytest.fixture
def app_page(chromium: Browser) -> Iterator[Callable[..., tuple[Page, Frame]]]:
    """Return a function that opens the story in the app and returns the page and the map's frame."""
    opened = []

    def open_(query: str, *, width: int, height: int) -> tuple[Page, Frame]:
        size = {"width": width, "height": height}
        page = open_app(chromium, start_app(), query, viewport=size)
        opened.append(page)
        return page, map_frame(page)

    yield open_
    for page in opened:
        page.context.close()
        assert page.context.foreign == [] and page.context.errors == []


OUT_OF_SIGHT = """() => {
    const { map, records, story } = MoeiWatch;
    const { step } = story.told();
    const named = [...step.sentences.flatMap(sentence => sentence.records), step.view.sel].map(one => one.split("/"));
    return named.filter(([layer, id]) => {
        const i = records[layer] ? records[layer].index(id) : -1;
        return i >= 0 && records[layer].place[i] >= 0 && !map.getBounds().contains([records[layer].lat[i], records[layer].lon[i]]);
    }).map(String);
}"""  # noqa: E501
"""Records that a step names or selects and that have a place, but not within the map."""


AT_A_STEP = f"""title => ({{
    title: document.querySelector("#story-title").textContent === title,
    text: document.querySelectorAll(".story-text > *").length > 0,
    sources: document.querySelectorAll(".story-sources li").length > 0,
    high: document.querySelector("#map").offsetHeight > 200,
    wide: document.querySelector("#map").offsetWidth > 300,
    narrow: document.documentElement.scrollWidth <= window.innerWidth,
    outOfSight: ({OUT_OF_SIGHT})(),
}})"""
"""What must be there at a step, asked at once."""


def click_through(page: Page, frame: Page | Frame) -> None:
    """Go to the last step by clicks; at each one text, sources and map are there, light and dark."""
    steps = frame.evaluate("MoeiWatch.story.all()[0].steps.map(step => step.title)")
    assert len(steps) > 10
    right = dict.fromkeys(("title", "text", "sources", "high", "wide", "narrow"), True) | {"outOfSight": []}
    for number, title in enumerate(steps):
        expect(frame.locator("#story-title")).to_have_text(title)
        for theme in ("dark", "light"):
            page.emulate_media(color_scheme=theme)
            expect(frame.locator("body.theme-dark")).to_have_count(int(theme == "dark"))
            assert frame.evaluate(AT_A_STEP, title) == right, (title, theme)
        if number + 1 < len(steps):
            frame.locator("#story-next").click()
    expect(frame.locator("#story-next")).to_be_disabled()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_in_the_page_alone(open_page: Callable[..., Page], width: int, height: int) -> None:
    page = open_page(f"?story={STORY}&step=coup", width=width, height=height, touch=width < 500)
    click_through(page, page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_in_the_app(app_page: Callable[..., tuple[Page, Frame]], width: int, height: int) -> None:
    page, frame = app_page(f"?story={STORY}&step=coup", width=width, height=height)
    click_through(page, frame)
    last = frame.evaluate("MoeiWatch.story.all()[0].steps.at(-1).id")
    page.wait_for_function(f"new URLSearchParams(location.search).get('step') === {last!r}")


def test_a_small_map_looks_farther_so_that_a_step_without_places_shows_what_it_tells_of(open_page) -> None:
    page = open_page(f"?story={STORY}&step=second-power-cut", width=390, height=844, touch=True)
    payathonzu, tachileik = [15.30, 98.38], [20.45, 99.88]
    assert page.evaluate(
        "both => both.every(one => MoeiWatch.map.getBounds().contains(one))", [payathonzu, tachileik]
    )
    assert page.evaluate("String(MoeiWatch.story.told().step.view.at) === String(MoeiWatch.store.get().at)")
    large = open_page(f"?story={STORY}&step=second-power-cut")
    assert large.evaluate("MoeiWatch.map.getZoom() === MoeiWatch.story.told().step.view.at[0]")
