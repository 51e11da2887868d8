"""Sharing: the address of exactly this view, a title, a snippet, a code, and links made on other data."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from moeiwatch.data.geodata import read_geodata
from moeiwatch.mappage.build import write_page
from playwright.sync_api import Browser, Page, expect
from random_views import random_view

AS_OF = date(2026, 11, 23)

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        pass


@pytest.fixture(scope="module")
def served(page_folder: Path) -> Iterator[str]:
    """Address of the page on a server of its own, under a path."""
    handler = partial(Quiet, directory=str(page_folder.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{page_folder.name}/index.html"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: Browser, served: str) -> Iterator[Page]:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(f"{served}?from=2025-02&sel=compounds/kk-park&foo=bar")
    opened.wait_for_selector("body.ready")
    yield opened
    context.close()


def test_a_pasted_link_restores_the_view_in_another_browser(page: Page, chromium: Browser) -> None:
    for seed in range(20):
        page.evaluate("view => MoeiWatch.store.set(view)", random_view(seed))
        address = page.evaluate("MoeiWatch.share.address()")
        context = chromium.new_context()
        other = context.new_page()
        other.goto(address)
        other.wait_for_selector("body.ready")
        month = "MoeiWatch.river.isShown() && MoeiWatch.river.month()"
        read = f"JSON.stringify({{...MoeiWatch.store.get(), month: {month}}})"
        assert json.loads(other.evaluate(read)) == json.loads(page.evaluate(read)), address
        context.close()


def test_a_link_has_the_month_of_the_river_where_it_is_shown(chromium: Browser, served: str) -> None:
    context = chromium.new_context()
    context.clock.set_fixed_time("2027-04-10T10:00:00")
    page = context.new_page()
    page.goto(served)
    page.wait_for_selector("body.ready")
    assert "month=4&" in page.evaluate("MoeiWatch.share.address()")
    assert "month=4&amp;" in page.evaluate("MoeiWatch.share.snippet()")
    page.evaluate("MoeiWatch.store.set({month: 8})")
    assert "month=8&" in page.evaluate("MoeiWatch.share.address()")
    page.evaluate("MoeiWatch.store.set({month: 0, hide: ['river_reaches']})")
    assert "month" not in page.evaluate("MoeiWatch.share.address()")
    context.close()


def test_dialog_says_address_title_snippet_and_version(page: Page) -> None:
    page.get_by_role("button", name="Share").click()
    dialog = page.get_by_role("dialog", name="Share this view")
    expect(dialog).to_be_visible()
    address = dialog.get_by_label("Address", exact=True).input_value()
    version = page.evaluate("MoeiWatch.data.version")
    for part in ("from=2025-02", "sel=compounds/kk-park", "foo=bar", "at=", f"v={version}"):
        assert part in address
    title = dialog.get_by_label("Title", exact=True).input_value()
    assert title == "Moei Watch: KK Park, since Feb 2025"
    snippet = dialog.get_by_label("To embed in a page", exact=True).input_value()
    assert 'allow="fullscreen"' in snippet and "embed=true&amp;from=2025-02" in snippet
    expect(dialog).to_contain_text(version)
    expect(dialog).not_to_contain_text("null")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def test_copying_is_confirmed(page: Page) -> None:
    page.get_by_role("button", name="Share").click()
    button = page.get_by_role("button", name="Copy: Address")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("MoeiWatch.share.address()")


def test_code_is_a_drawing_of_the_size_that_the_address_needs(page: Page) -> None:
    page.get_by_role("button", name="Share").click()
    expect(page.locator(".qr path")).to_have_count(1)
    side = int(page.locator(".qr").get_attribute("viewBox").split()[2])
    assert (side - 8 - 17) % 4 == 0  # a version of the code, with four modules of white on each side
    assert page.evaluate("MoeiWatch.qrCode('x'.repeat(5000))") is None


def test_code_for_the_room_is_as_large_as_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Show the QR code as large as the screen").click()
    room = page.locator("#room-code")
    box = room.locator(".qr").bounding_box()
    assert min(box["width"], box["height"]) > 900 and box["y"] + box["height"] < 1080
    room.locator(".qr").click()
    expect(room).to_have_count(0)
    expect(page.locator("#share")).to_be_visible()


def test_presented_a_view_is_shared_by_a_key_or_a_button(page: Page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Present", exact=True).click()
    page.keyboard.press("q")
    expect(page.locator("#room-code .qr")).to_be_visible()
    page.keyboard.press("q")
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.press("s")
    expect(page.locator("#share")).to_be_visible()
    page.locator("#share .close").click()
    page.locator("#present-bar").get_by_role("button", name="Share").click()
    address = page.get_by_label("Address", exact=True).input_value()
    assert "sel=compounds/kk-park" in address and "present" not in address


def test_a_link_made_on_other_data_says_so_and_shows_its_view(open_page: Callable[..., Page]) -> None:
    page = open_page("?from=2025-02&v=0123456789ab")
    expect(page.locator("#quiet")).to_contain_text("made on another version of the data")
    assert page.evaluate("MoeiWatch.store.get().from") == "2025-02"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "No record has"), (1, "1 record has"), (15, "15 records have")]
)
def test_a_link_says_how_many_records_changed_where_that_is_known(
    chromium: Browser, tmp_path: Path, count: int, words: str
) -> None:
    write_page(read_geodata(), tmp_path, as_of=AS_OF, changes={"0123456789ab": count})
    page = chromium.new_page()
    page.goto(f"{(tmp_path / 'index.html').as_uri()}?v=0123456789ab")
    expect(page.locator("#quiet")).to_contain_text(f"{words} changed since.")
    page.close()


def test_a_link_made_on_this_data_says_nothing(open_page: Callable[..., Page]) -> None:
    version = open_page().evaluate("MoeiWatch.data.version")
    expect(open_page(f"?v={version}").locator("#quiet")).to_be_hidden()


def test_a_page_from_disk_says_that_its_address_is_of_this_computer(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("dialog")).to_contain_text("opened from disk")
    expect(page.locator(".qr")).to_have_count(0)


def test_embedded_in_a_page_of_another_site(chromium: Browser, served: str, tmp_path: Path) -> None:
    (tmp_path / "host.html").write_text(
        f'<iframe src="{served}?embed=true&from=2025-02" width="900" height="600"></iframe>',
        encoding="utf-8",
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context()
    try:
        page = context.new_page()
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"http://localhost:{server.server_port}/host.html")
        frame = page.frames[1]
        frame.wait_for_selector("body.ready.alone")
        assert frame.evaluate("MoeiWatch.store.get().from") == "2025-02"
        frame.locator("#embed-fold").click()
        frame.locator("#open-share").click()
        assert "embed" not in frame.locator("#share-address").input_value()
        assert errors == []
    finally:
        context.close()
        server.shutdown()
        server.server_close()
