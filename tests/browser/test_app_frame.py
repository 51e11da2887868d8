"""The map page inside the app: one frame that reruns leave alone, and an address that is the truth."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Frame, Page, expect
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

PLACED = "?at=12/16.65/98.55"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = open_app(chromium, start_app(), f"{PLACED}&foo=bar")
    yield opened
    context = opened.context
    context.close()
    assert context.foreign == [], "the app asked another host"
    assert context.errors == [], "the app wrote an error"


def choose(frame: Frame, patch: str) -> None:
    """Make a choice on the map, as the legend and the timeline do."""
    frame.evaluate(f"MoeiWatch.store.set({patch})")


def pan(page: Page, frame: Frame, place: str) -> None:
    """Move the map, and wait until the address says so."""
    frame.evaluate(f"MoeiWatch.store.set({{at: {place}}}, {{kind: 'pan'}})")
    first = place.strip("[] ").split(",")[0]
    page.wait_for_function(f"new URLSearchParams(location.search).get('at')?.startsWith('{first}/')")


def view(frame: Frame, field: str):
    return frame.evaluate(f"MoeiWatch.store.get()['{field}']")


def wait_for_view(frame: Frame, test: str) -> None:
    frame.wait_for_function(f"() => {{ const view = MoeiWatch.store.get(); return {test}; }}")


def test_ten_choices_leave_the_frame_and_its_viewport_as_they_are(page: Page) -> None:
    frame = map_frame(page)
    frame.evaluate("window.unbroken = true")
    before = frame.evaluate("JSON.stringify([MoeiWatch.map.getZoom(), MoeiWatch.map.getCenter()])")
    for month in range(1, 11):
        choose(frame, f"{{from: '2024-{month:02}'}}")
    expect(page.get_by_text("People who left compounds, from October 2024")).to_be_visible()
    assert frame.evaluate("window.unbroken")
    assert frame.evaluate("JSON.stringify([MoeiWatch.map.getZoom(), MoeiWatch.map.getCenter()])") == before
    assert "from=2024-10" in page.evaluate("location.search")
    assert "foo=bar" in page.evaluate("location.search")


def test_a_pan_replaces_the_address_and_runs_nothing(page: Page) -> None:
    frame = map_frame(page)
    expect(page.get_by_text("Newest record", exact=True)).to_be_visible()
    depth = page.evaluate("history.length")
    page.evaluate(
        "() => { window.sent = 0; const send = WebSocket.prototype.send;"
        "WebSocket.prototype.send = function (...all) { window.sent += 1; return send.apply(this, all); }; }"
    )
    pan(page, frame, "[11, 16.8, 98.5]")
    assert page.evaluate("history.length") == depth
    choose(frame, "{month: 4}")
    page.wait_for_function("window.sent > 0")
    assert page.evaluate("window.sent") == 1


def test_back_and_forward_restore_the_view_on_map_and_page(page: Page) -> None:
    frame = map_frame(page)
    choose(frame, "{from: '2025-02'}")
    expect(page.get_by_text("from February 2025").first).to_be_visible()
    pan(page, frame, "[10, 16.9, 98.4]")
    choose(frame, "{from: '2025-10'}")
    expect(page.get_by_text("from October 2025").first).to_be_visible()
    page.go_back()
    wait_for_view(frame, "view.from === '2025-02' && view.at[0] === 10")
    expect(page.get_by_text("from February 2025").first).to_be_visible()
    page.go_back()
    wait_for_view(frame, "view.from === '' && view.at[0] === 12")
    expect(page.get_by_text("People who left compounds, all years")).to_be_visible()
    page.go_forward()
    wait_for_view(frame, "view.from === '2025-02'")
    expect(page.get_by_text("from February 2025").first).to_be_visible()


def test_reload_and_a_pasted_link_restore_the_view(page: Page, chromium: Browser) -> None:
    frame = map_frame(page)
    choose(frame, "{from: '2025-01', to: '2025-11', mode: 'known', hide: ['crossings'], basis: ['observed']}")
    pan(page, frame, "[11.5, 16.7, 98.52]")
    expect(page.get_by_text("January 2025 to November 2025").first).to_be_visible()
    said = frame.evaluate("JSON.stringify(MoeiWatch.store.get())")
    page.reload()
    wait_for_view(map_frame(page), f"JSON.stringify(view) === {said!r}")
    pasted = open_app(chromium, start_app(), page.evaluate("location.search"))
    wait_for_view(map_frame(pasted), f"JSON.stringify(view) === {said!r}")
    pasted.context.close()


def test_another_page_and_back_keeps_view_and_viewport(page: Page) -> None:
    frame = map_frame(page)
    choose(frame, "{from: '2025-02'}")
    expect(page.get_by_text("from February 2025").first).to_be_visible()
    pan(page, frame, "[13, 16.66, 98.53]")
    depth = page.evaluate("history.length")
    page.get_by_role("link", name="Events", exact=True).click()
    expect(page.get_by_role("heading", name="Events", exact=True)).to_be_visible()
    assert page.evaluate("history.length") == depth + 1
    assert "from=2025-02" in page.evaluate("location.search")
    page.get_by_role("link", name="Map", exact=True).click()
    wait_for_view(map_frame(page), "view.from === '2025-02' && view.at[0] === 13")
    page.go_back()
    page.go_back()
    wait_for_view(map_frame(page), "view.from === '2025-02' && view.at[0] === 13")


def test_messages_of_another_shape_or_sender_change_nothing(page: Page) -> None:
    frame = map_frame(page)
    for message in (
        "null",
        "'text'",
        "{type: 'moeiwatch:view'}",
        "{type: 'moeiwatch:view', rev: 1e9, view: 'x', address: {}, kind: 'choice'}",
        "{type: 'moeiwatch:view', rev: 1e9, view: {}, address: {from: 5}, kind: 'choice'}",
        "{type: 'moeiwatch:view', rev: -1, view: {}, address: {from: '2024-01'}, kind: 'choice'}",
        "{type: 'moeiwatch:open', layer: {}, id: 'kk-park'}",
        "{type: 'moeiwatch:open', layer: 'compounds', id: {}}",
    ):
        frame.evaluate(f"parent.postMessage({message}, location.origin)")
    page.evaluate(
        "postMessage({type: 'moeiwatch:view', rev: 999, view: {}, kind: 'choice', "
        "address: {from: '2024-01'}}, location.origin)"
    )
    choose(frame, "{month: 7}")
    page.wait_for_function("location.search.includes('month=7')")
    assert "from=" not in page.evaluate("location.search")
    expect(page.get_by_text("People who left compounds, all years")).to_be_visible()


def test_a_dossier_opened_on_the_map_is_one_step_and_back_brings_the_map_as_it_was(page: Page) -> None:
    frame = map_frame(page)
    choose(frame, "{from: '2025-02', sel: 'compounds/kk-park'}")
    expect(page.get_by_text("from February 2025").first).to_be_visible()
    pan(page, frame, "[13, 16.66, 98.53]")
    depth = page.evaluate("history.length")
    frame.get_by_role("button", name="Open the dossier").click()
    expect(page.get_by_role("heading", name="KK Park", exact=True)).to_be_visible()
    here = page.evaluate("location.pathname + location.search")
    assert here.startswith("/compounds?") and "compound=kk-park" in here
    assert "from=2025-02" in here and "foo=bar" in here
    assert page.evaluate("history.length") == depth + 1
    page.go_back()
    wait_for_view(
        map_frame(page),
        "view.from === '2025-02' && view.sel === 'compounds/kk-park' && view.at.join() === '13,16.66,98.53'",
    )


def test_the_frame_follows_the_theme_at_once(page: Page) -> None:
    frame = map_frame(page)
    is_dark = "(document.documentElement.className + document.body.className).includes('dark')"
    page.emulate_media(color_scheme="dark")
    frame.wait_for_function(is_dark)
    page.emulate_media(color_scheme="light")
    frame.wait_for_function(f"!{is_dark}")


def test_a_choice_made_as_the_theme_changes_does_not_lose_the_theme(page: Page) -> None:
    frame = map_frame(page)
    expect(page.get_by_text("Newest record", exact=True)).to_be_visible()
    page.locator("iframe.map").evaluate(
        """frame => {
            const { host } = frame.getRootNode();
            host.style.setProperty("--st-background-color", "#0e1117", "important");
            frame.contentWindow.MoeiWatch.store.set({ month: 4 });
        }"""
    )
    expect(frame.locator("body.theme-dark")).to_have_count(1)


def test_the_frame_follows_the_app_whatever_theme_the_address_names(chromium: Browser) -> None:
    page = open_app(chromium, start_app(), "?theme=dark&month=3")
    frame = map_frame(page)
    wait_for_view(frame, "view.month === 3")
    assert frame.evaluate("MoeiWatch.theme()") == "light"
    page.context.close()


def test_the_app_works_under_a_base_path(chromium: Browser) -> None:
    page = open_app(chromium, start_app(base_path="moei/watch"), "?month=3")
    wait_for_view(map_frame(page), "view.month === 3")
    page.get_by_role("link", name="Compounds", exact=True).click()
    expect(page.get_by_role("heading", name="Compounds", exact=True)).to_be_visible()
    assert "/moei/watch/compounds?month=3" in page.evaluate("location.href")
    page.context.close()


def test_a_row_of_the_table_selects_on_the_map(page: Page) -> None:
    frame = map_frame(page)
    frame.evaluate("window.unbroken = true")
    table = page.locator("[data-testid='stDataFrame'] canvas").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 20, "y": 52}, force=True)  # a pane of the table takes the click for it
    wait_for_view(frame, "view.sel.startsWith('compounds/')")
    assert frame.evaluate("window.unbroken")
    assert view(frame, "at") == [12, 16.65, 98.55]
    page.go_back()
    wait_for_view(frame, "view.sel === ''")


PLAYS = "() => document.querySelector('.play-button').classList.contains('playing')"


def play(page: Page) -> Frame:
    """Begin a play of the months from January 2022 on, and wait for its first steps."""
    frame = map_frame(page)
    choose(frame, "{to: '2022-01'}")
    page.wait_for_function("location.search.includes('to=2022-01')")
    frame.get_by_role("button", name="Play the months").click()
    wait_for_view(frame, "view.to > '2022-02'")
    return frame


def stopped(page: Page, frame: Frame) -> str:
    """Wait until the play has ended and the address says where; return the month."""
    frame.wait_for_function(f"() => !({PLAYS})()")
    month = view(frame, "to")
    page.wait_for_function(f"location.search.includes('to={month}')")
    return month


@pytest.mark.parametrize("touch", ["pointer", "key", "wheel"])
def test_a_hand_on_the_page_around_the_map_ends_the_play(page: Page, touch: str) -> None:
    frame = play(page)
    heading = page.get_by_text("Newest record", exact=True)
    if touch == "pointer":
        heading.click()
    elif touch == "key":
        heading.dispatch_event("keydown", {"key": "x", "bubbles": True})
    else:
        heading.hover()
        page.mouse.wheel(0, 5)
    assert stopped(page, frame) > "2022-02"


def test_a_reload_in_the_middle_of_a_play_shows_where_it_was(page: Page) -> None:
    play(page)
    page.reload()
    frame = map_frame(page)
    wait_for_view(frame, "view.to > '2022-02'")
    page.wait_for_function(f"location.search.includes('to={view(frame, 'to')}')")


def test_what_a_play_had_reached_does_not_come_back_where_nothing_was_reloaded(page: Page) -> None:
    page.goto(f"{start_app()}/compounds")
    page.reload()
    page.get_by_role("link", name="Map", exact=True).click()
    map_frame(page).get_by_role("button", name="Play the months").click()
    wait_for_view(map_frame(page), "view.to > '2021-02'")
    page.go_back()
    expect(page.get_by_role("heading", name="Compounds", exact=True)).to_be_visible()
    page.get_by_role("link", name="Sources", exact=True).click()
    expect(page.get_by_role("heading", name="Sources", exact=True)).to_be_visible()
    page.get_by_role("link", name="Map", exact=True).click()
    frame = map_frame(page)
    assert view(frame, "to") == ""
    assert "to=" not in page.url


def test_the_first_picture_in_the_app_is_of_the_address(page: Page) -> None:
    held = []
    page.route("**/later.js", lambda route: held.append(route))
    page.goto(f"{start_app()}/?mode=known&to=2023-06&at=12/16.63/98.55&embed_options=dark_theme")
    frame = page.wait_for_selector("iframe.map").content_frame()
    frame.wait_for_function("performance.getEntriesByName('moeiwatch:drawn').length")
    first = frame.evaluate("[MoeiWatch.store.get(), MoeiWatch.map.getZoom(), MoeiWatch.theme()]")
    assert [first[0]["mode"], first[0]["to"], *first[1:]] == ["known", "2023-06", 12, "dark"]
    held[0].continue_()
    wait_for_view(
        map_frame(page), f"JSON.stringify(view) === {json.dumps(json.dumps(first[0], separators=(',', ':')))}"
    )


LATE_PAGES = """() => {
    const push = history.pushState.bind(history);
    history.pushState = (state, title, url) => {
        const isPage = new URL(url, location.href).pathname !== location.pathname;
        if (isPage) setTimeout(push, 400, state, title, url);
        else push(state, title, url);
    };
}"""
"""Streamlit may take the map away long before it writes the address of the page that comes."""


@pytest.mark.parametrize("is_late", [False, True])
def test_another_page_and_back_from_it_keep_where_the_play_stood(page: Page, is_late: bool) -> None:
    if is_late:
        page.evaluate(LATE_PAGES)
    play(page)
    page.get_by_role("link", name="Events", exact=True).click()
    expect(page.get_by_role("heading", name="Events", exact=True)).to_be_visible()
    page.wait_for_function("/events.*[?&]to=2022-(?!01)/.test(location.href)")
    month = page.evaluate("new URLSearchParams(location.search).get('to')")
    page.go_back()
    wait_for_view(map_frame(page), f"view.to === '{month}'")
