"""Settings of all tests, and the map page in a real Chromium.

The page is built once from the real data and opened from disk; no other host may be asked.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from installed_chromium import OPTIONS, chromium_path
from moeiwatch.data.geodata import read_geodata
from moeiwatch.mappage.build import build_page
from page_waiting import wait_for_frames
from playwright.sync_api import Browser, Page, Route, sync_playwright

AS_OF = date(2026, 11, 23)

# How long an example takes says how busy the machine is: speed is measured in tests/benchmarks.
settings.register_profile("project", deadline=None)
settings.load_profile("project")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium for all tests; where there is none, they are skipped."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the page, built once from the real data."""
    return build_page(read_geodata(), tmp_path_factory.mktemp("page"), as_of=AS_OF)


@pytest.fixture
def open_page(chromium: Browser, page_folder: Path) -> Iterator[Callable[..., Page]]:
    """Return a function that opens the page from disk.

    At the end of the test no page may have asked another host for anything, or have written an error.
    """
    contexts, asked, errors = [], [], []

    def keep_out(route: Route) -> None:
        if route.request.url.startswith(("file:", "data:", "blob:")):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    def open_(
        query: str = "",
        *,
        width: int = 1440,
        height: int = 900,
        theme: str = "light",
        touch: bool = False,
        reduced_motion: bool = False,
        folder: Path = page_folder,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            has_touch=touch,
            is_mobile=touch,
            reduced_motion="reduce" if reduced_motion else "no-preference",
        )
        contexts.append(context)
        context.route("**/*", keep_out)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: message.type == "error" and errors.append(message.text))
        page.goto(f"{(folder / 'index.html').as_uri()}{query}")
        page.wait_for_selector("body.ready")
        wait_for_frames(page)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert asked == [], "the page asked another host"
    assert errors == [], "the page wrote an error"
