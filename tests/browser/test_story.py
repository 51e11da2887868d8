"""The story beside the map, turned by buttons and keys, linked to and presented; from disk."""

from collections.abc import Callable

import pytest
from page_waiting import wait_until
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STORY = "?story=rescue-and-construction"


def step(page: Page) -> str:
    return page.evaluate("(MoeiWatch.story.told() || {step: {id: ''}}).step.id")


def keys(page: Page) -> dict:
    return page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")


def test_story_is_begun_from_the_header_and_every_step_is_told(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Story", exact=True).click()
    page.get_by_role("button", name="Begin").click()
    steps = page.evaluate("MoeiWatch.story.all()[0].steps.map(one => one.title)")
    for number, title in enumerate(steps, start=1):
        expect(page.locator("#story-title")).to_have_text(title)
        expect(page.locator(".story-place")).to_have_text(f"{number} of {len(steps)}")
        texts, sources = page.locator(".story-text p"), page.locator(".story-sources li")
        assert 2 <= texts.count() <= 3
        assert sources.count() >= 1
        for i in range(texts.count()):
            assert texts.nth(i).locator("sup > *").count() >= 1, title
        if number < len(steps):
            page.locator("#story-next").click()
    expect(page.locator("#story-next")).to_be_disabled()


def test_each_step_shows_its_own_view(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=coup")
    told = page.evaluate("""() => MoeiWatch.story.all()[0].steps.map((step, i) => {
        MoeiWatch.story.go(MoeiWatch.story.all()[0], i);
        const wanted = MoeiWatch.store.codec().parseMessage(step.view);
        const codec = MoeiWatch.store.codec();
        return [codec.address(wanted), codec.address(MoeiWatch.store.get()), location.search];
    })""")
    assert len(told) > 10
    for wanted, shown, search in told:
        assert shown == wanted
        assert "story=rescue-and-construction&step=" in search


def test_deep_link_opens_its_step_and_back_leads_out_of_the_page(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=kk-park&foo=bar")
    expect(page.locator("#story-title")).to_have_text("KK Park: claimed and observed")
    assert keys(page)["sel"] == "compounds/kk-park"
    assert keys(page)["foo"] == "bar"
    assert page.evaluate("history.length") == 2  # about:blank, and the page once
    assert page.evaluate("document.getElementById('drawer').hidden")


def test_a_link_with_a_view_of_its_own_keeps_it(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=kk-park&from=2020-01")
    assert step(page) == "kk-park"
    assert page.evaluate("[MoeiWatch.store.get().from, MoeiWatch.store.get().sel]") == ["2020-01", ""]


@pytest.mark.parametrize("query", ["?story=gone", "?story=%3Cimg%3E&step=1", f"{STORY}&step=gone"])
def test_a_link_to_what_is_not_there_shows_the_map(open_page: Callable[..., Page], query: str) -> None:
    page = open_page(query)
    assert step(page) in ("", "coup")
    assert page.locator("#legend").count() == 1


@pytest.mark.parametrize(
    ("query", "words", "left"),
    [
        ("?story=gone&step=coup", "The story that this link names", {}),
        (f"{STORY}&step=gone", "The step that this link names", {"story": "rescue-and-construction"}),
        ("?story=gone&v=0123456789ab", "another version of the data", {"v": "0123456789ab"}),
    ],
)
def test_what_a_link_names_in_vain_is_said_and_dropped(
    open_page: Callable[..., Page], query, words, left
) -> None:
    page = open_page(query)
    expect(page.locator("#quiet")).to_contain_text("that this link names is not")
    expect(page.locator("#quiet")).to_contain_text(words)
    found = keys(page)
    assert {name: found[name] for name in ("story", "step", "v") if name in found} == left
    assert page.evaluate("history.length") == 2
    if "story" in left:
        page.locator("#story-next").click()
        expect(page.locator("#quiet")).to_be_hidden()


def test_closing_a_story_gives_the_own_view_back(open_page: Callable[..., Page]) -> None:
    own = {"from": "2024-01", "to": "2024-12", "hide": "crossings", "at": "9/16.5/98.6"}
    page = open_page("?from=2024-01&to=2024-12&hide=crossings&at=9/16.5/98.6")
    page.get_by_role("button", name="Story", exact=True).click()
    page.get_by_role("button", name="Begin").click()
    page.keyboard.press("ArrowRight")
    assert keys(page)["step"] == "yatai-city"
    page.keyboard.press("Escape")
    assert keys(page) == own
    assert page.evaluate("[MoeiWatch.map.getZoom(), MoeiWatch.map.getCenter().lat]") == pytest.approx(
        [9, 16.5], abs=0.01
    )
    expect(page.locator("#quiet")).to_be_hidden()
    page.go_back()  # one step of the history
    wait_until(page, "(MoeiWatch.story.told() || {step: {}}).step.id === 'yatai-city'")


def test_a_story_that_a_link_opened_leaves_its_view_and_a_way_out(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=kk-park&theme=dark")
    page.keyboard.press("Escape")
    assert keys(page)["sel"] == "compounds/kk-park"
    page.get_by_role("button", name="Show everything").click()
    assert keys(page) == {"theme": "dark"}
    expect(page.locator("#quiet")).to_be_hidden()


def test_arrow_keys_turn_and_escape_closes(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=coup")
    page.keyboard.press("ArrowRight")
    assert step(page) == "yatai-city"
    page.keyboard.press("ArrowLeft")
    assert step(page) == "coup"
    page.keyboard.press("ArrowLeft")
    assert step(page) == "coup"
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")  # here the key moves the map
    assert step(page) == "coup"
    page.locator("#story-title").focus()
    page.keyboard.press("Escape")
    assert step(page) == ""
    expect(page.locator("#legend")).to_be_visible()
    assert "story" not in keys(page)


def test_back_and_forward_turn_the_pages(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=coup")
    page.locator("#story-next").click()
    page.locator("#story-next").click()
    assert step(page) == "lured"
    page.go_back()
    wait_until(page, "MoeiWatch.story.told().step.id === 'yatai-city'")
    assert page.evaluate("MoeiWatch.store.get().sel") == "compounds/shwe-kokko"
    page.go_forward()
    wait_until(page, "MoeiWatch.story.told().step.id === 'lured'")
    page.reload()
    page.wait_for_selector("body.ready")
    assert step(page) == "lured"


def test_presented_the_keys_work_wherever_the_focus_is(open_page: Callable[..., Page]) -> None:
    page = open_page("?present=1")
    page.keyboard.press(" ")
    assert step(page) == "coup"
    for focus, key, expected in (
        ("#map", "ArrowRight", "yatai-city"),
        ("#story-previous", " ", "lured"),
        (".timeline-grip", "PageDown", "first-power-cut"),
        ("#story-next", "ArrowLeft", "lured"),
        ("#story-next", " ", "first-power-cut"),
        ("#map", "Shift+ ", "lured"),
    ):
        page.locator(focus).first.focus()
        page.keyboard.press(key)
        assert step(page) == expected, (focus, key)
    page.keyboard.press("Escape")
    assert "present" not in keys(page)
    assert step(page) == "lured"
    expect(page.locator("#header")).to_be_visible()


def test_nothing_shifts_between_steps_of_a_presentation(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=coup&present=1", width=1920, height=1080)
    boxes = []
    for _ in range(13):
        boxes.append(
            [page.locator(part).bounding_box() for part in ("#map", "#story", "#story-next", "#timeline")]
        )
        page.keyboard.press("ArrowRight")
    assert all(box == boxes[0] for box in boxes)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.story-text')).fontSize)")
    assert size >= 20


def test_a_story_prints_as_a_handout(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{STORY}&step=kk-park")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sections = page.locator("#handout section")
    assert sections.count() == page.evaluate("MoeiWatch.story.all()[0].steps.length")
    for i in range(sections.count()):
        assert sections.nth(i).locator("li").count() >= 1
    told = page.locator("#handout").inner_text()
    assert "file:" not in told, "the presenter's own folder"
    foot = page.locator(".handout-foot").inner_text()
    assert page.evaluate("new Date().getFullYear().toString()") in foot.split("Printed on ")[1]
    assert "CC BY 4.0" in foot
    assert "%E" not in told, "addresses in letters"
    expect(page.locator("#map")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#handout").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_is_cut_off_at_any_size(open_page: Callable[..., Page], width, height, theme) -> None:
    page = open_page(f"{STORY}&step=coup", width=width, height=height, theme=theme, touch=width < 500)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for _ in range(3):
        page.locator("#story-next").click()
        assert page.locator("#map").bounding_box()["height"] > 200
        box = page.locator("#story-title").bounding_box()
        assert 0 <= box["y"] <= height - box["height"]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (1920, 1080)])
def test_a_room_reads_key_and_words_without_scrolling(open_page: Callable[..., Page], width, height) -> None:
    page = open_page(f"{STORY}&step=coup&present=1", width=width, height=height)
    key_px, words_px = page.evaluate(
        """() => ["#map-key", ".story-text"].map(part =>
            parseFloat(getComputedStyle(document.querySelector(part)).fontSize))"""
    )
    assert key_px >= 0.7 * words_px
    for _ in range(page.evaluate("MoeiWatch.story.all()[0].steps.length")):
        hidden = page.evaluate("""() => {
            const [body, words] = [".story-body", ".story-text"].map(part =>
                document.querySelector(part).getBoundingClientRect());
            const key = document.getElementById("map-key");
            return [words.bottom - body.bottom, key.scrollHeight - key.clientHeight];
        }""")
        assert max(hidden) <= 0, step(page)
        page.keyboard.press("ArrowRight")
