"""Lists of records: what a symbol opens, what its number counts, what is said of what is not shown."""

import pytest
from page_waiting import wait_for_frames, wait_until
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

VIEWS = ["", "?from=2025-02&to=2025-03", "?mode=known&to=2024-06", "?basis=claimed&hide=interventions"]
EVERY_PLACE = """() => MoeiWatch.places.map((place, at) => at)
    .filter((at) => MoeiWatch.symbols.reportsAt(at) > 0)
    .map((at) => {
        MoeiWatch.select("");
        MoeiWatch.openTarget({ place: at, compound: -1 });
        const drawer = document.getElementById("drawer");
        const isOne = MoeiWatch.store.get().sel !== "";
        const words = isOne ? "" : drawer.querySelector("p.muted").textContent;
        const [all, reports] = words.replace(/,(?=\\d)/g, "").match(/\\d+/g) || ["1", "1"];
        const starts = MoeiWatch.recordsAt(at).map(([layer, i]) => MoeiWatch.records[layer].start[i]);
        return {
            at, badge: MoeiWatch.symbols.reportsAt(at), listed: Number(reports || all),
            entries: isOne ? 1 : drawer.querySelectorAll(".entry").length, all: Number(all),
            inOrder: starts.every((start, k) => !k || starts[k - 1] <= start),
        };
    })"""


@pytest.mark.parametrize("query", VIEWS)
def test_the_number_at_every_place_is_that_of_the_reports_that_it_opens(open_page, query):
    places = open_page(query).evaluate(EVERY_PLACE)
    assert len(places) > 3
    for place in places:
        assert place["badge"] == place["listed"], place
        assert place["entries"] == min(100, place["all"]), place
        assert place["inOrder"], place


def test_a_click_on_a_number_lists_the_reports_of_all_compounds_at_its_point(open_page):
    page = open_page("?at=13/16.535/98.62")
    badge = page.evaluate(
        """() => {
            const shared = MoeiWatch.records.compounds.index("minletpan-site-1");
            const place = MoeiWatch.records.compounds.place[shared];
            const isBadge = (one) => one.layer === "badge" && one.place === place;
            const badge = MoeiWatch.symbols.drawn().find(isBadge);
            const { x, y } = MoeiWatch.map.layerPointToContainerPoint([badge.x, badge.y]);
            const box = document.getElementById("map").getBoundingClientRect();
            return [x + box.left, y + box.top, MoeiWatch.symbols.reportsAt(place)];
        }"""
    )
    page.mouse.click(*badge[:2])
    drawer = page.locator("#drawer")
    expect(drawer.get_by_role("heading", name="Minletpan site 1 and Shunda Park")).to_be_visible()
    expect(drawer).to_contain_text(f"{badge[2]} of them reports")
    expect(drawer.locator(".entry")).to_have_count(
        page.evaluate("parseInt(document.querySelector('#drawer p.muted').textContent, 10)")
    )
    notes = drawer.locator(".entry-note").all_inner_texts()
    assert not [note for note in notes if note.startswith("·")], "a separator with nothing before it"


def test_a_compound_leads_to_the_reports_on_others_at_its_point(open_page):
    page = open_page("?sel=compounds/minletpan-site-1")
    drawer = page.locator("#drawer")
    expect(drawer).to_contain_text("No report names this compound.")
    words = drawer.get_by_role("button", name="at this point of the map")
    count = words.inner_text().split()[0]
    words.click()
    expect(drawer).to_contain_text(f"{count} of them reports")


def test_an_open_list_follows_the_view(open_page):
    page = open_page("?from=2025-02&to=2025-02")
    page.get_by_role("button", name="not on the map", exact=False).click()
    before = page.locator("#drawer p.muted").first.inner_text()
    page.evaluate("MoeiWatch.store.set({ from: '2020-01', to: '2020-02' })")
    wait_until(page, "before => document.querySelector('#drawer p.muted').textContent !== before", before)
    said = page.get_by_role("button", name="not on the map", exact=False).inner_text().split()[0]
    assert page.locator("#drawer p.muted").first.inner_text().startswith(f"{said} record")


def test_a_chosen_record_that_the_view_leaves_out_says_so(open_page):
    page = open_page("?from=2025-02&to=2025-02&sel=construction_reports/kc-041")
    drawer = page.locator("#drawer")
    expect(drawer).to_contain_text("Happened outside the period shown.")
    page.evaluate("MoeiWatch.store.set({ from: '', to: '' })")
    expect(drawer.locator(".left-out")).to_have_count(0)
    page.evaluate("MoeiWatch.store.set({ hide: ['construction_reports'] })")
    expect(drawer).to_contain_text("the filters leave it out")


def test_a_report_that_no_source_dates_is_known_from_its_own_day_and_says_so(open_page):
    page = open_page("?mode=known&from=1999-01&to=1999-02")
    dated = ("construction_reports", "rescue_events", "interventions")
    shown = "layer => MoeiWatch.shown(layer).filter((one) => one === 1).length"
    assert [page.evaluate(shown, layer) for layer in dated] == [0, 0, 0]
    early = page.evaluate(
        """() => {
            const { days, records, store } = MoeiWatch, early = [];
            for (const to of ["2018-12", "2021-06", "2024-01", "2025-06"]) {
                store.set({ from: "", to });
                const { end } = MoeiWatch.period();
                for (const layer of ["construction_reports", "rescue_events", "interventions"])
                    records[layer].id.forEach((id, i) => {
                        if (MoeiWatch.shown(layer)[i] && records[layer].start[i] > end) early.push([to, id]);
                    });
            }
            return early;
        }"""
    )
    assert early == [], "known before it happened"
    page.evaluate("MoeiWatch.store.set({ from: '', to: '', sel: 'construction_reports/kc-074' })")
    expect(page.locator("#drawer")).to_contain_text("not dated; counted as known from 29 Nov 2025 on")
    page.evaluate("MoeiWatch.select('compounds/kk-park')")
    wait_for_frames(page)
    expect(page.locator("#drawer .entry-note", has_text="publication not dated").first).to_be_visible()
