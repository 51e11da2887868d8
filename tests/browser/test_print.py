"""Printing: one page with title, period, legend, source and address, light whatever the theme."""

import pytest
from printed_sheets import sheets
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("width", "height", "touch"), [(1440, 900, False), (1024, 768, False), (390, 844, True)]
)
def test_one_page_at_every_size(open_page, width, height, touch):
    page = open_page("?from=2024-01&basis=observed&hide=crossings", width=width, height=height, touch=touch)
    assert sheets(page) == 1


def test_the_sheet_says_what_it_shows_and_from_where(open_page):
    page = open_page("?from=2024-01&to=2025-02&mode=known&basis=observed&hide=crossings,hydrology")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    head, foot = page.locator("#print-head").inner_text(), page.locator("#print-foot").inner_text()
    assert head.startswith("Moei Watch")
    assert "What was known, published from January 2024 to February 2025" in head
    assert "Not shown: Crossings." in head, "and not what no map has"
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


def test_what_is_folded_on_the_screen_has_its_symbols_on_the_sheet(open_page):
    page = open_page("?sel=compounds/kk-park")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    legend = page.locator("#legend").inner_text()
    for symbol in ("Supply cut", "Sanctions, law, statements", "Bridge", "Ford or village"):
        assert symbol in legend
    head = page.locator("#print-head").inner_text()
    assert "Ringed: KK Park" in head
    assert "records in this period" in head
    assert page.locator(".leaflet-control-attribution").is_hidden(), "the foot has the same words"


@pytest.mark.parametrize(
    ("query", "width", "height", "theme"),
    [
        ("?from=2025-01&to=2025-12", 1440, 900, "light"),
        ("?sel=compounds/kk-park", 1024, 768, "dark"),
        ("?from=1990-01&to=1990-02", 390, 844, "light"),
    ],
)
def test_the_app_prints_the_maps_sheet_alone(chromium, query, width, height, theme):
    page = open_app(
        chromium, start_app(), query, viewport={"width": width, "height": height}, color_scheme=theme
    )
    frame = map_frame(page)
    assert sheets(page) == 1
    page.emulate_media(media="print")
    frame.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    foot = frame.locator("#print-foot")
    assert frame.locator("#print-head h1").inner_text() == "Moei Watch"
    assert page.url in foot.inner_text(), "the address is the app's"
    assert foot.evaluate("foot => foot.getBoundingClientRect().bottom <= innerHeight"), "nothing is cut"
    for gone in ("#tours", "#search", "#time"):
        assert frame.locator(gone).is_hidden(), gone
    assert page.get_by_role("heading", name="The records shown").is_hidden()
    assert page.locator(".st-key-mw-numbers").is_hidden()
    page.context.close()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768)])
def test_one_page_however_many_filters_it_tells_of(open_page, width, height):
    page = open_page(width=width, height=height)
    for row in ("Building", "Released", "Active", "Supply cut"):
        page.locator(".legend-row", has_text=row).first.evaluate("row => row.click()")
    assert sheets(page) == 1
    head = page.locator("#print-head")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert "Construction reports: Building; " in head.text_content(), "a row of the legend by its own name"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.evaluate(
        """() => MoeiWatch.store.set({ hide: Object.entries(MoeiWatch.data.layers).flatMap(([id, layer]) =>
            layer.terms.filter((term, k) => k % 2).map((term) => `${id}.${term.id}`)),
            group: "bgf-kna", basis: ["claimed"], sel: "compounds/shwe-kokko", mode: "known" })"""
    )
    assert sheets(page) == 1
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    cut = page.locator("#panel").evaluate("panel => panel.scrollHeight - panel.clientHeight")
    assert cut <= 1, "the legend is cut"
    page.emulate_media(media="null")


def test_the_strip_on_the_sheet_is_as_high_as_it_was_drawn(open_page):
    page = open_page(width=390, height=844, touch=True)
    plot = page.locator(".timeline-plot")
    before = plot.evaluate("plot => plot.offsetHeight")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": 1047, "height": 718})  # the sheet is wider than the phone
    page.emulate_media(media="print")
    assert plot.evaluate("plot => plot.offsetHeight") == before
