"""What axe-core finds on the map page: nothing, in both themes, at three sizes, with and without a selection.

axe-core 4.14.1 lies beside this file, unmodified, as npm publishes it (MPL-2.0).
"""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe-core-4.14.1" / "axe.min.js"
RUN = """() => axe.run(document, {
    resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } },
})"""


@pytest.mark.parametrize(
    ("width", "theme", "query"),
    [
        (1440, "light", "?sel=compounds/kk-park"),
        (1440, "dark", "?sel=river_reaches/moei-040&from=2025-01&to=2025-03"),
        (1024, "dark", "?sel=compounds/shwe-kokko&hide=crossings,compounds.active"),
        (390, "light", ""),
        (390, "dark", "?sel=rescue_events/ev-2022-09-in-32"),
    ],
)
def test_axe_finds_nothing(open_page, width, theme, query):
    page = open_page(query, width=width, height=844, theme=theme, touch=width < 500)
    page.locator("button.mark").first.wait_for(state="attached")
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found = page.evaluate(RUN)["violations"]
    assert [(rule["id"], node["target"]) for rule in found for node in rule["nodes"]] == []


def test_keyboard_walks_search_legend_and_symbols_in_order(open_page):
    page = open_page("?at=13/16.631/98.557")
    page.locator("button.mark").first.wait_for(state="attached")
    order = page.evaluate(
        """() => {
            const spots = ["#search input", ".legend-row", "#map", "button.mark"];
            const reached = "a[href], button, input, select, [tabindex='0']";
            const all = Array.from(document.querySelectorAll(reached));
            return spots.map((spot) => all.indexOf(document.querySelector(spot)));
        }"""
    )
    assert -1 not in order
    assert order == sorted(order)


def test_marks_say_what_they_are(open_page):
    page = open_page("?at=13/16.631/98.557")
    page.locator("button.mark").first.wait_for(state="attached")
    words = page.locator("button.mark").evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    assert any(word.startswith("KK Park, compound, partly demolished") for word in words), words
    assert all(words)


def test_all_that_is_shown_can_be_read_as_a_list(open_page):
    page = open_page("?from=2025-02&to=2025-02")
    button = page.get_by_role("button", name="as a list")
    layers = "['compounds', 'construction_reports', 'rescue_events', 'interventions', 'crossings']"
    shown = page.evaluate(f"{layers}.reduce((sum, layer) => sum + MoeiWatch.counts(layer).total, 0)")
    assert f" {shown} records " in button.inner_text()
    button.click()
    more = page.locator("#drawer").get_by_role("button", name="Show more")
    for _ in range(10):
        if more.count() == 0 or more.is_hidden():
            break
        more.click()
    assert page.locator("#drawer .entry").count() == shown
