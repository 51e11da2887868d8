"""How the page begins: few files, the symbols first, all else behind them; also where no frame is drawn."""

import pytest
from page_waiting import wait_until

pytestmark = pytest.mark.browser

MARKS = "() => performance.getEntriesByType('mark').map(({ name }) => name)"
BEGUN = """
const seen = window.seen = [];
new MutationObserver(() => {
    const marks = performance.getEntriesByName("moeiwatch:drawn").length;
    if (document.querySelector("path.land, .legend-row, .timeline-head")) seen.push(marks > 0);
}).observe(document, { childList: true, subtree: true });
"""


@pytest.fixture
def open_with(chromium, page_folder):
    """Return a function that opens the page with a script that runs before all others."""
    contexts = []

    def open_(script):
        context = chromium.new_context(viewport={"width": 1024, "height": 768})
        contexts.append(context)
        context.add_init_script(script)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url.rpartition("/")[2]))
        page.goto((page_folder / "index.html").as_uri())
        page.wait_for_selector("body.ready")
        return page

    yield open_
    for context in contexts:
        context.close()


def test_three_files_are_asked_for_and_the_last_behind_the_first_picture(open_with):
    page = open_with(BEGUN)
    files = [name for name in page.asked if name.endswith((".html", ".css", ".js"))]
    assert files == ["index.html", "page.js", "later.js"]
    assert page.evaluate(MARKS) == ["moeiwatch:drawn", "moeiwatch:ready"]
    assert page.evaluate("seen.length > 0 && seen.every(Boolean)"), "something came before the first picture"


def test_the_map_does_not_jump_when_the_rest_comes(open_with):
    page = open_with(
        """addEventListener("DOMContentLoaded", () => {
            const { width, height } = document.getElementById("map").getBoundingClientRect();
            window.first = [Math.round(width), Math.round(height)];
        });"""
    )
    size = "() => { const { x, y } = MoeiWatch.map.getSize(); return [x, y]; }"
    assert page.evaluate(size) == page.evaluate("first")


def test_a_page_that_draws_no_frame_begins_all_the_same(open_with):
    page = open_with("window.requestAnimationFrame = () => 0;")
    wait_until(page, "document.querySelectorAll('path.land').length > 0")
    assert page.locator(".timeline-count").inner_text() != ""


def test_a_reader_without_scripts_is_told_so_where_it_can_be_seen(chromium, page_folder):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((page_folder / "index.html").as_uri())
    box = page.locator(".noscript").bounding_box()
    assert box["y"] < 200
    assert page.locator("#header h1").is_hidden()
    assert page.evaluate("getComputedStyle(document.body, '::after').content") == "none"
    context.close()


def test_a_part_that_does_not_arrive_is_said(chromium, page_folder):
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.route("**/later.js", lambda route: route.abort())
    page.goto((page_folder / "index.html").as_uri())
    page.get_by_text("A part of this page did not arrive").wait_for()
    page.route("**/page.js", lambda route: route.abort())
    page.reload()
    paper, words = page.evaluate(
        """() => [getComputedStyle(document.body).backgroundColor,
                 getComputedStyle(document.body, "::after").content]"""
    )
    assert paper == "rgb(20, 24, 28)", "no flash of white on a dark system"
    assert "still on its way" in words
    context.close()


def test_a_map_that_was_moved_before_all_scripts_came_is_in_the_address(chromium, page_folder):
    context = chromium.new_context()
    page = context.new_page()
    held = []
    page.route("**/later.js", lambda route: held.append(route))
    page.goto((page_folder / "index.html").as_uri(), wait_until="commit")
    wait_until(page, "performance.getEntriesByName('moeiwatch:drawn').length > 0")
    page.evaluate("MoeiWatch.map.setView([16.7, 98.5], 12, { animate: false })")
    wait_until(page, "MoeiWatch.store.get().at")
    held[0].continue_()
    page.wait_for_selector("body.ready")
    assert page.evaluate("location.search").startswith("?at=12/16.7")
    context.close()


COUNTED = """
const mark = performance.mark.bind(performance);
const isNumber = ({ layer }) => layer === "badge";
const drawn = (wanted) => MoeiWatch.symbols.drawn().filter((one) => isNumber(one) === wanted).length;
window.counted = {};
performance.mark = (name) => { counted[name] = [drawn(false), drawn(true)]; return mark(name); };
"""


def test_all_symbols_stand_in_the_first_picture_and_their_numbers_come_with_the_names(open_with):
    counted = open_with(COUNTED).evaluate("counted")
    symbols, numbers = counted["moeiwatch:ready"]
    assert symbols > 20 and numbers > 3
    assert counted["moeiwatch:drawn"] == [symbols, 0]
