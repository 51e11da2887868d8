"""A dossier on paper: ink on white in either theme, with a head, addresses, and nothing folded away."""

import re

import pytest
from playwright.sync_api import Browser, expect
from running_app import open_app, start_app

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_printed_dossier(chromium: Browser, theme: str) -> None:
    page = open_app(chromium, start_app(), "compounds?compound=kk-park", color_scheme=theme)
    expect(page.locator(".mw-foot")).to_be_visible()
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    head = page.locator(".mw-print")
    assert not head.is_visible()
    page.emulate_media(media="print")
    assert head.is_visible() and "Data version" in head.inner_text() and "KK Park" in head.inner_text()
    style = page.evaluate(
        """() => ["[data-testid=stMain]", ".mw-summary"].map((where) => {
            const found = getComputedStyle(document.querySelector(where));
            return [found.backgroundColor, found.color];
        })"""
    )
    assert {tuple(one) for one in style} == {("rgba(0, 0, 0, 0)", "rgb(29, 39, 51)")}
    link = page.locator("ol.mw-list a[href^=http]").first
    assert "http" in link.evaluate("(a) => getComputedStyle(a, '::after').content")
    folded = page.locator("[data-testid=stHtml] details:not([open])")
    assert folded.count() > 3
    hidden = "all => all.filter(one => !one.lastElementChild.getClientRects().length).length"
    assert folded.evaluate_all(hidden) == 0, "on paper nothing can be opened"
    for gone in (".st-key-mw-top", "nav.mw-screen", ".st-key-mw-cite", "[data-testid=stPopover]"):
        assert not page.locator(gone).first.is_visible(), gone
    chart = page.locator("[data-testid=stVegaLiteChart] svg").first
    paper = 182 / 25.4 * 96  # the width of A4 between its margins, px
    expect(chart).to_have_attribute("viewBox", re.compile(r"^0 0 (6[0-8][0-9])\b"))
    assert chart.bounding_box()["width"] <= paper + 1, "drawn wider, its words would shrink"
    turned = page.locator("[data-testid=stVegaLiteChart]").first.evaluate("(e) => getComputedStyle(e).filter")
    assert ("invert" in turned) == (theme == "dark")
    page.context.close()
