"""The app as a reader meets it: ``streamlit run`` on a free port, and a browser that reaches nothing else."""

import atexit
import os
import re
import socket
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from moeiwatch.data.paths import REPOSITORY
from moeiwatch.views.choice_table import ROW_PX
from page_waiting import wait_for_frames
from playwright.sync_api import Browser, Error, Frame, Page, Route, expect

START_SECONDS = 180
WAIT_MS = 60_000
BOX_PX = 18
LOST_MS = 10_000
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


def open_app(chromium: Browser, address: str, query: str = "", **options) -> Page:
    """Return a page of a new context that shows the app; requests to other hosts are refused and noted.

    They stand in ``page.context.foreign``, errors of scripts in ``page.context.errors``.
    """
    # The map page forbids eval, by which the driver waits inside a frame; its own tests hold it to that.
    own = {"viewport": {"width": 1440, "height": 900}, "bypass_csp": True}
    context = chromium.new_context(**{**own, **options})
    context.set_default_timeout(WAIT_MS)
    host = re.match(r"https?://[^/]+", address).group()

    def keep_out(route: Route) -> None:
        if route.request.url.startswith((f"{host}/", "data:", "blob:")):
            route.continue_()
        else:
            context.foreign.append(route.request.url)
            route.abort()

    context.foreign, context.errors = [], []
    context.route("**/*", keep_out)
    page = context.new_page()
    page.on("pageerror", lambda error: context.errors.append(str(error)))
    page.goto(f"{address}/{query}")
    return page


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
