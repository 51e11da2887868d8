"""?embed=true in a page of somebody else: the map alone, from the app and from the exported page."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from page_waiting import wait_until
from playwright.sync_api import Browser, Frame, Page, expect
from running_app import start_app

pytestmark = pytest.mark.browser

Embed = Callable[..., tuple[Page, Frame]]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        pass


def serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture
def embed(chromium: Browser, tmp_path: Path, page_folder: Path) -> Iterator[Embed]:
    """Return a function that shows a host of the map in a page of another site: page, and the map's frame."""
    exported, foreign = serve(page_folder), serve(tmp_path)
    contexts, errors = [], []

    def show(host: str, query: str = "", *, width: int = 900, height: int = 600) -> tuple[Page, Frame]:
        address = (
            start_app() + "/" if host == "app" else f"http://127.0.0.1:{exported.server_port}/index.html"
        )
        (tmp_path / "host.html").write_text(
            f'<iframe src="{address}?embed=true{query}" width="{width}" height="{height}" '
            'allow="fullscreen"></iframe>',
            encoding="utf-8",
        )
        context = chromium.new_context(viewport={"width": width + 40, "height": height + 40}, bypass_csp=True)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"http://localhost:{foreign.server_port}/host.html")
        outer = page.wait_for_selector("iframe").content_frame()
        if host == "app":
            outer = outer.wait_for_selector("iframe.map", timeout=90_000).content_frame()
        outer.wait_for_selector("body.ready.embedded")
        return page, outer

    yield show
    for context in contexts:
        context.close()
    for server in (exported, foreign):
        server.shutdown()
        server.server_close()
    assert errors == []


@pytest.mark.parametrize("host", ["app", "page"])
def test_the_map_stands_alone_and_leads_to_the_full_map(embed: Embed, host: str) -> None:
    _, frame = embed(host, "&from=2025-02")
    wait_until(frame, "() => MoeiWatch.store.get().from === '2025-02'")
    expect(frame.locator("#map")).to_be_visible()
    for hidden in ("#header", "#panel", "#numbers"):
        expect(frame.locator(hidden)).to_be_hidden()
    outer = frame.parent_frame if host == "app" else frame
    for chrome in (".st-key-mw-top", ".mw-foot", ".st-key-mw-numbers", "[data-testid='stToolbar'] button"):
        assert outer.locator(chrome).count() == 0
    box = frame.locator("#map").bounding_box()
    assert box["width"] > 880 and box["height"] > 350
    assert frame.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
    assert outer.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
    link = frame.get_by_role("link", name="Open the full map")
    assert "embed" not in link.get_attribute("href") and "from=2025-02" in link.get_attribute("href")
    frame.evaluate("MoeiWatch.store.set({month: 4})")
    assert "month=4" in link.get_attribute("href")


@pytest.mark.parametrize("host", ["app", "page"])
def test_full_screen_is_allowed_and_works(embed: Embed, host: str) -> None:
    page, frame = embed(host)
    assert frame.evaluate("document.fullscreenEnabled")
    frame.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement?.tagName === 'IFRAME'")


def test_the_panel_unfolds_and_folds_again(embed: Embed) -> None:
    _, frame = embed("page")
    frame.get_by_role("button", name="Legend and search").click()
    expect(frame.locator("#panel")).to_be_visible()
    expect(frame.locator("#open-share")).to_be_visible()
    frame.locator("#panel").press("Escape")
    expect(frame.locator("#panel")).to_be_hidden()
    expect(frame.get_by_role("button", name="Legend and search")).to_be_focused()


@pytest.mark.parametrize("size", [(900, 600), (390, 560), (600, 400)])
def test_a_story_and_a_selected_record_fit_into_the_frame(embed: Embed, size: tuple[int, int]) -> None:
    width, height = size
    _, frame = embed("page", "&story=rescue-and-construction&step=kk-park", width=width, height=height)
    expect(frame.locator("#panel .story-body h2")).to_be_visible()
    next_step = frame.get_by_role("button", name="Next")
    assert next_step.bounding_box()["y"] + next_step.bounding_box()["height"] <= height
    _, frame = embed("page", "&sel=compounds/kk-park", width=width, height=height)
    expect(frame.locator("#drawer")).to_be_visible()
    assert frame.evaluate("document.documentElement.scrollHeight <= window.innerHeight")


def test_without_the_key_nothing_is_folded(open_page: Callable[..., Page]) -> None:
    page = open_page("?embed=false")
    expect(page.locator("#panel")).to_be_visible()
    expect(page.locator("#embed-bar")).to_be_hidden()


def test_tools_leave_scale_and_key_free_in_a_small_frame_with_a_story(open_page: Callable[..., Page]) -> None:
    for touch in (False, True):
        page = open_page(
            "?embed=true&story=rescue-and-construction&step=kk-park", width=360, height=500, touch=touch
        )
        tools = [box.bounding_box() for box in page.locator("#maptools .maptool").all()]
        taken = [
            page.locator(part).bounding_box()
            for part in (".leaflet-control-scale", ".leaflet-control-zoom", ".base-choice", "#map-key")
        ]
        assert len(tools) == 2
        for one in tools:
            for other in taken:
                assert (
                    one["x"] + one["width"] <= other["x"]
                    or other["x"] + other["width"] <= one["x"]
                    or one["y"] + one["height"] <= other["y"]
                    or other["y"] + other["height"] <= one["y"]
                ), (touch, one, other)
