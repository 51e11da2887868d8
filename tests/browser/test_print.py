"""Printing: one page with title, period, legend, source and address, light whatever the theme."""

import re

import pytest

pytestmark = pytest.mark.browser


def sheets(page):
    """Return how many pages the printed page has."""
    return len(
        re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True, print_background=True))
    )


@pytest.mark.parametrize(
    ("width", "height", "touch"), [(1440, 900, False), (1024, 768, False), (390, 844, True)]
)
def test_one_page_at_every_size(open_page, width, height, touch):
    page = open_page("?from=2024-01&basis=observed&hide=crossings", width=width, height=height, touch=touch)
    assert sheets(page) == 1


def test_the_sheet_says_what_it_shows_and_from_where(open_page):
    page = open_page("?from=2024-01&to=2025-02&mode=known&basis=observed&hide=crossings")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    head, foot = page.locator("#print-head").inner_text(), page.locator("#print-foot").inner_text()
    assert head.startswith("Moei Watch")
    assert "What was known, published from January 2024 to February 2025" in head
    assert "Not shown: Crossings" in head
    assert "Basis: Observed" in head
    assert "OpenStreetMap contributors, ODbL" in foot
    assert "from=2024-01&to=2025-02" in foot
    assert page.locator("#legend").is_visible()
    for gone in ("#header", "#search", "#maptools", ".timeline-head", "#drawer"):
        assert page.locator(gone).is_hidden(), gone
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#print-head").is_hidden()


def test_the_sheet_is_light_and_the_screen_stays_dark(open_page):
    page = open_page(theme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("MoeiWatch.theme()") == "light"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("MoeiWatch.theme()") == "dark"
    assert page.evaluate("location.search") == "", "the address does not hear of it"
