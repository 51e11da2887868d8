"""What is chosen by name stays chosen: actors, towns and places in reports are part of the view."""

import pytest
from page_waiting import wait_until
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FIELD = "Find a compound, place or actor"
SEL = "new URLSearchParams(location.search).get('sel')"


def choose(page, typed, kind):
    page.get_by_label(FIELD).fill(typed)
    page.locator("[role=option]", has=page.locator(".search-kind", has_text=kind)).first.click()


def test_a_town_an_actor_and_a_place_of_reports_are_chosen_kept_and_left_again(open_page):
    page = open_page()
    drawer = page.locator("#drawer")
    choose(page, "Tachileik", "Town")
    expect(drawer.get_by_role("heading", name="Tachilek", exact=True)).to_be_visible()
    expect(page.locator("path.precision")).to_have_count(1)
    town = page.evaluate(SEL)
    assert town.startswith("towns/")
    choose(page, "Karen Border Guard", "Armed group")
    expect(drawer.get_by_role("heading", name="Karen Border Guard Force", exact=False)).to_be_visible()
    assert page.evaluate(SEL).startswith("actors/")
    choose(page, "Mae Sot Airport", "Place in reports")
    expect(drawer.get_by_role("heading", name="Mae Sot Airport", exact=True)).to_be_visible()
    place = page.evaluate(SEL)
    assert place == "report_places/mae-sot-airport"
    page.reload()
    expect(drawer.get_by_role("heading", name="Mae Sot Airport", exact=True)).to_be_visible()
    page.go_back()
    expect(drawer).to_contain_text("Karen Border Guard Force")
    page.go_back()
    wait_until(page, f"town => {SEL} === town", town)
    expect(drawer.get_by_role("heading", name="Tachilek", exact=True)).to_be_visible()
    page.go_back()
    expect(drawer).to_be_hidden()


def test_reports_of_a_place_follow_the_view_and_the_rest_is_said(open_page):
    page = open_page("?from=2026-01&to=2026-02&sel=report_places/mae-sot-airport")
    drawer = page.locator("#drawer")
    shown, all_ = page.evaluate(
        """() => {
            const { reports } = MoeiWatch.reportPlaces().get("mae-sot-airport");
            return [reports.filter(([layer, i]) => MoeiWatch.shown(layer)[i]).length, reports.length];
        }"""
    )
    assert shown < all_
    expect(drawer.locator(".entry")).to_have_count(shown)
    expect(drawer).to_contain_text(f"{shown} record")
    expect(drawer).to_contain_text(f"{all_ - shown} more")
    page.evaluate("MoeiWatch.store.set({ from: '', to: '' })")
    expect(drawer.locator(".entry")).to_have_count(all_)


def test_what_there_is_not_is_no_error_and_the_summary_of_an_earlier_period_is_said_to_be_of_today(open_page):
    for sel in ("towns/nowhere", "actors/constructor", "report_places/x"):
        page = open_page(f"?sel={sel}")
        expect(page.locator("#drawer")).to_contain_text(sel)
    page.evaluate("MoeiWatch.store.set({ mode: 'known', to: '2024-03', sel: 'compounds/kk-park' })")
    expect(page.locator("#drawer .as-of-today")).to_contain_text("as it stands today")
    page.evaluate("MoeiWatch.store.set({ to: '' })")
    expect(page.locator("#drawer .as-of-today")).to_have_count(0)
    page.evaluate("MoeiWatch.store.set({ to: '1901-01', sel: '' })")
    for handle in page.locator(".timeline-handle").all():
        least, now, most = (int(handle.get_attribute(f"aria-value{name}")) for name in ("min", "now", "max"))
        assert least <= now <= most
    page.evaluate("MoeiWatch.store.set({ hide: Object.keys(MoeiWatch.data.layers) })")
    for line in page.locator("#legend .list-line").all():
        assert line.is_hidden() and line.evaluate("node => node.textContent") == "", "nothing to open"
    expect(page.get_by_role("button", name="Reports of people out: kinds")).to_have_count(1)
