"""What axe-core finds on the map page: nothing, in both themes, at three sizes, with and without a selection.

axe-core 4.14.1 lies beside this file, unmodified, as npm publishes it (MPL-2.0).
"""

from pathlib import Path

import pytest
from page_waiting import wait_until
from playwright.sync_api import expect
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "axe-core-4.14.1" / "axe.min.js"
RUN = """() => axe.run(document, {
    resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } },
})"""


FOCUSED = "document.activeElement.id || document.activeElement.textContent"


def violations(page):
    return [
        (rule["id"], node["target"]) for rule in page.evaluate(RUN)["violations"] for node in rule["nodes"]
    ]


def choose(page, name):
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("width", "theme", "query"),
    [
        (1440, "light", "?sel=compounds/kk-park"),
        (1440, "dark", "?sel=river_reaches/moei-040&from=2025-01&to=2025-03"),
        (1024, "dark", "?sel=compounds/shwe-kokko&hide=crossings,compounds.active"),
        (390, "light", ""),
        (390, "dark", "?sel=rescue_events/ev-2022-09-in-32"),
        (1440, "light", "?sel=actors/bgf-kna"),
        (1440, "dark", "?sel=report_places/myawaddy"),
        (1440, "light", "?from=2025-02&to=2025-02"),
        (390, "dark", "?from=2025-02&to=2025-02"),
        (1440, "dark", "?from=1995-01&to=1995-12"),
        (390, "light", "?from=1995-01&to=1995-12"),
    ],
)
def test_axe_finds_nothing(open_page, width, theme, query):
    page = open_page(query, width=width, height=844, theme=theme, touch=width < 500)
    page.locator("button.mark").first.wait_for(state="attached")
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    assert violations(page) == []


def test_axe_finds_nothing_in_the_app_with_the_map_in_it(chromium):
    page = open_app(chromium, start_app())
    frame = map_frame(page)
    frame.locator("button.mark").first.wait_for(state="attached")
    expect(page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")
    for part in (frame, page):  # the one that runs asks the frames in it
        part.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    assert violations(page) == []
    page.context.close()


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
    page.locator("#panel").evaluate("panel => panel.scrollTo(0, 0)")  # its search stands over what scrolls
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    assert violations(page) == []
    more = page.locator("#drawer").get_by_role("button", name="Show more")
    for _ in range(10):
        if more.count() == 0 or more.is_hidden():
            break
        more.click()
    assert page.locator("#drawer .entry").count() == shown


def test_all_that_is_shown_is_a_table_reached_and_left_by_keyboard(open_page):
    page = open_page()
    opener = page.get_by_role("button", name="as a table")
    opener.focus()
    page.keyboard.press("Enter")
    table = page.get_by_role("table")
    headers = table.get_by_role("columnheader").all_inner_texts()
    assert headers == ["What", "Place", "Date", "People, value or status", "Basis", "Position", "Sources"]
    shown = int(page.get_by_role("button", name="as a list", include_hidden=True).inner_text().split()[2])
    assert shown > 100
    expect(table.get_by_role("rowheader")).to_have_count(shown)
    assert table.get_attribute("aria-rowcount") == str(shown + 1)
    row = table.get_by_role("row").filter(has=page.get_by_role("button", name="KK Park", exact=True))
    expect(row).to_contain_text("partly demolished", ignore_case=True)
    expect(row).to_contain_text("16.63")
    expect(row).to_contain_text("surely within")
    assert row.get_by_role("link").first.get_attribute("href").startswith("http")
    page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(table).to_have_count(0)
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    row.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("MoeiWatch.store.get().sel") == "compounds/kk-park"
    assert page.evaluate("document.activeElement.id") == "drawer"


@pytest.mark.parametrize("close", ["Escape", "button"])
def test_the_focus_goes_back_to_the_symbol_whose_drawer_is_closed(open_page, close):
    page = open_page(reduced_motion=True)
    page.get_by_role("button", name="as a list").click()
    page.keyboard.press("Escape")
    mark = page.locator("button.mark[aria-label^='Dongmei Park']")
    mark.focus()
    own = page.evaluate(FOCUSED)
    page.evaluate("() => { window.former = document.activeElement; }")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "drawer"
    wait_until(page, "() => !window.former.isConnected")  # the symbols' buttons are made anew
    if close == "Escape":
        page.keyboard.press("Escape")
    else:
        page.locator("#drawer .close").click()
    assert page.evaluate(FOCUSED) == own
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "mark"


def test_the_focus_goes_back_to_the_opener_of_a_list_from_one_of_its_entries(open_page):
    page = open_page()
    opener = page.get_by_role("button", name="as a list")
    words = opener.inner_text()
    opener.click()
    page.locator("#drawer .entry-open").nth(3).click()
    assert page.evaluate(FOCUSED) == "drawer"
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == words


def test_the_focus_stays_in_a_drawer_that_is_made_anew(open_page):
    page = open_page("?sel=compounds/kk-park")
    page.locator("#drawer a").first.focus()
    page.evaluate("() => { window.former = document.activeElement; }")
    page.evaluate("MoeiWatch.store.set({ from: '2025-01' })")
    wait_until(page, "() => !window.former.isConnected")
    assert page.evaluate(FOCUSED) == "drawer"


def test_a_button_that_goes_leaves_the_focus_beside_it(open_page):
    page = open_page("?from=2025-01&to=2025-03&month=3")
    page.get_by_role("button", name="reset").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "period-from"
    page.get_by_role("button", name="now", exact=True).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaLabel") == "Month of the river"
    page.locator("#open-present").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "present-title"
    page.get_by_role("button", name="End (Escape)").click()
    assert page.evaluate(FOCUSED) == "open-present"


def test_what_is_chosen_in_the_search_has_the_focus(open_page):
    page = open_page(reduced_motion=True)
    for name in ("Kawkareik", "KK Park"):
        choose(page, name)
        assert page.evaluate(FOCUSED) == "drawer"
        page.keyboard.press("Escape")
        assert page.evaluate(FOCUSED) == "map"


def test_the_ring_of_the_focus_stands_at_its_symbol_and_the_button_on_the_map(open_page):
    page = open_page()
    page.locator("button.mark").first.wait_for(state="attached")
    off, outside = page.evaluate(
        """() => {
            const size = MoeiWatch.map.getSize(), corner = MoeiWatch.map.containerPointToLayerPoint([0, 0]);
            const px = (node, name) => parseFloat(node.style.getPropertyValue(name));
            const off = [], outside = [];
            document.querySelectorAll("button.mark").forEach((node) => {
                const [place, compound] = node.id.replace("mark-", "").split(".").map(Number);
                const x = px(node, "left") + px(node, "--ring-x"), y = px(node, "top") + px(node, "--ring-y");
                const isThere = MoeiWatch.symbols.drawn().some((one) => one.place === place &&
                    one.compound === compound && Math.hypot(one.x - x, one.y - y) < 1);
                if (!isThere) off.push(node.ariaLabel);
                const left = px(node, "left") - corner.x, top = px(node, "top") - corner.y;
                const [right, bottom] = [left + px(node, "width"), top + px(node, "height")];
                const middle = [(left + right) / 2, (top + bottom) / 2];
                if (middle[0] < 12 || middle[1] < 12 || middle[0] > size.x - 12 || middle[1] > size.y - 12)
                    outside.push(node.ariaLabel);
            });
            return [off, outside];
        }"""
    )
    assert off == []
    assert outside == []


def test_a_symbol_under_the_credits_is_brought_out_when_it_has_the_focus(open_page):
    # where the map is wide enough for credits that are not folded behind their button
    page = open_page("?at=13/16.631/98.557", width=1920, height=1080, reduced_motion=True)
    under = """() => {
        const mark = document.activeElement, box = mark.getBoundingClientRect();
        const x = box.left + parseFloat(mark.style.getPropertyValue("--ring-x"));
        const y = box.top + parseFloat(mark.style.getPropertyValue("--ring-y"));
        const credits = document.querySelector(".leaflet-control-attribution").getBoundingClientRect();
        return mark.className === "mark" && y > credits.top && y < credits.bottom && x > credits.left;
    }"""
    page.evaluate(
        """() => {
            const record = MoeiWatch.records.compounds, i = record.index("kk-park");
            const y = MoeiWatch.map.getSize().y - 14;
            const now = MoeiWatch.map.latLngToContainerPoint([record.lat[i], record.lon[i]]);
            MoeiWatch.map.panBy([0, now.y - y], { animate: false });
        }"""
    )
    mark = page.locator("button.mark[aria-label^='KK Park,']")
    wait_until(page, "() => document.querySelector(\"button.mark[aria-label^='KK Park,']\")")
    page.evaluate("() => { window.former = document.querySelector('button.mark'); }")
    page.evaluate("() => { MoeiWatch.map.fire('moveend'); }")
    wait_until(page, "() => !window.former.isConnected")
    before = page.evaluate("MoeiWatch.map.getCenter().lat")
    mark.focus()
    assert page.evaluate("MoeiWatch.map.getCenter().lat") < before
    assert not page.evaluate(under)


def test_the_keys_of_the_map_work_while_a_symbol_has_the_focus(open_page):
    page = open_page("?at=12/16.631/98.557", reduced_motion=True)
    mark = page.locator("button.mark[aria-label^='KK Park,']")
    mark.wait_for(state="attached")
    mark.focus()
    own = page.evaluate(FOCUSED)
    page.keyboard.press("+")
    wait_until(page, "() => MoeiWatch.map.getZoom() > 12")
    page.keyboard.press("ArrowRight")
    wait_until(page, "() => MoeiWatch.map.getCenter().lng > 98.557")
    assert page.evaluate(FOCUSED) == own
    page.locator("#search-field").focus()
    zoom = page.evaluate("MoeiWatch.map.getZoom()")
    page.keyboard.press("+")
    assert page.evaluate("MoeiWatch.map.getZoom()") == zoom
