"""The app as a reader meets it: ``streamlit run`` on a free port, and a browser that reaches nothing else."""

import atexit
import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import threading
from collections import defaultdict
from functools import cache, partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from moeiwatch.data.paths import REPOSITORY
from moeiwatch.views.choice_table import ROW_PX
from page_waiting import wait_for_frames
from playwright.sync_api import Browser, BrowserContext, Error, Frame, Page, Request, expect

START_SECONDS = 180
WAIT_MS = 60_000
BOX_PX = 18
LOST_MS = 10_000
WINDOW = {"width": 1440, "height": 900}
FREE: dict[str, list[BrowserContext]] = defaultdict(list)
"""Contexts that tests have closed, by options: with all scripts read, the app opens in half the time."""
expect.set_options(timeout=WAIT_MS)


@cache
def start_app(*, geodata: Path | None = None, base_path: str = "") -> str:
    """Start the app once for these arguments and return its address; it is stopped when the tests end."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.headless=true"]
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    if base_path:
        options.append(f"--server.baseUrlPath={base_path}")
    environment = {**os.environ, **({"MOEIWATCH_GEODATA": str(geodata)} if geodata else {})}
    server = subprocess.Popen(
        [*command, *options],
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    atexit.register(server.terminate)
    threading.Thread(target=server.stdout.read, daemon=True).start()
    address = f"http://127.0.0.1:{port}/{base_path}".rstrip("/")
    _wait_for(f"{address}/_stcore/health", server)
    return address


def open_app(
    chromium: Browser,
    address: str,
    query: str = "",
    *,
    viewport: dict[str, int] = WINDOW,
    color_scheme: str = "light",
    **options,
) -> Page:
    """Return a page that shows the app, in a context of its own until that is closed.

    Requests to other hosts reach nothing (`OPTIONS` of the browser) and stand in ``page.context.foreign``,
    errors of scripts in ``page.context.errors``.
    """
    key = json.dumps(options, sort_keys=True)
    context = FREE[key].pop() if FREE[key] else _new_context(chromium, options)
    context.close = partial(_set_free, context, key)
    context.foreign, context.errors = [], []
    host = re.match(r"https?://[^/]+", address).group()

    def note(request: Request) -> None:
        if not request.url.startswith((f"{host}/", "data:", "blob:")):
            context.foreign.append(request.url)

    page = context.new_page()
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=color_scheme)
    context.on("request", note)
    context.heard = note
    page.on("pageerror", lambda error: context.errors.append(str(error)))
    page.goto(f"{address}/{query}")
    return page


def _new_context(chromium: Browser, options: dict) -> BrowserContext:
    # The map page forbids eval, by which the driver waits inside a frame; its own tests hold it to that.
    context = chromium.new_context(viewport=WINDOW, bypass_csp=True, **options)
    context.set_default_timeout(WAIT_MS)
    return context


def _set_free(context: BrowserContext, key: str) -> None:
    """Leave nothing of a test in its context but the scripts that were read."""
    context.remove_listener("request", context.heard)
    for page in context.pages:
        with contextlib.suppress(Error):  # a page that was never opened stores nothing
            page.evaluate("localStorage.clear()")
        page.close()
    context.clear_cookies()
    context.clear_permissions()
    FREE[key].append(context)


def map_frame(page: Page) -> Frame:
    """Return the frame of the map page once it has its view."""
    # The page builds its blocks anew when it changes: a frame seen a moment ago may be gone by now.
    for _ in range(20):
        frame = page.wait_for_selector("iframe.map", timeout=90_000).content_frame()
        try:
            if frame is not None:
                frame.wait_for_selector("body.ready")
                return frame
        except Error:
            if not frame.is_detached():
                raise
    raise AssertionError("the frame of the map does not stay")


def choose_row(page: Page, table: int, row: int) -> None:
    """Click the box of a row (from 0) of one of the tables on a page, once the run before has ended."""
    found = page.locator("[data-testid=stDataFrame]").nth(table)
    expect(found).to_be_visible()
    app = page.locator("[data-testid=stApp]")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(found.locator("canvas [role=gridcell]").first).to_be_attached()  # drawn: an earlier click is lost
    wait_for_frames(page)
    box = {"x": BOX_PX, "y": ROW_PX * (row + 1.5)}
    found.click(position=box)
    chosen = found.locator(f"canvas [role=row][aria-selected=true][aria-rowindex='{row + 2}']")
    try:
        expect(chosen).to_be_attached(timeout=LOST_MS)
    except AssertionError:  # the table was drawn anew under the click, unless the choice led elsewhere
        if found.is_visible():
            found.click(position=box)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait_for(address: str, server: subprocess.Popen) -> None:
    wait, pause = threading.Event(), 0.1
    for _ in range(int(START_SECONDS / pause)):
        if server.poll() is not None:
            raise RuntimeError("the app ended while it started")
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            wait.wait(pause)
    raise TimeoutError(f"the app did not answer within {START_SECONDS} s")
