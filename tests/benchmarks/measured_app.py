"""Starts an app for the benchmark and tells what a click in it costs."""

import contextlib
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

CHROMIUM_FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_health(address: str, *, seconds: float = 180) -> None:
    """Return when `address` answers 200; raises TimeoutError after `seconds`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer within {seconds} s")


@contextlib.contextmanager
def running_app(script: Path, *, environment: dict[str, str]) -> Iterator[str]:
    """Run a Streamlit script on a free port; yields its address."""
    port = free_port()
    options = ["--server.headless=true", f"--server.port={port}", "--browser.gatherUsageStats=false"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), *options],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for_health(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


class Traffic:
    """Bytes of the websocket frames that the server sent to a page.

    Attributes
    ----------
    received : of all frames, Streamlit's own words on every run included.
    messages : of the frames that hold `mark`, one after the other.
    """

    def __init__(self, page: Page, *, mark: bytes) -> None:
        self.received, self.messages, self._mark = 0, [], mark
        page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    def _count(self, payload: bytes | str) -> None:
        self.received += len(payload)
        if self._mark in (payload if isinstance(payload, bytes) else payload.encode()):
            self.messages.append(len(payload))


CLICK_UNTIL_DRAWN = """
async ({drawnWhen, want, timeout}) => {
  const drawn = new Function('want', 'return (' + drawnWhen + ')(want)');
  const control = document.querySelector('[data-testid="stButton"] button');
  const begin = performance.now();
  control.click();
  while (performance.now() - begin < timeout) {
    await new Promise(requestAnimationFrame);
    if (drawn(want)) {
      await new Promise(requestAnimationFrame); // what was asked for is drawn in this frame
      return performance.now() - begin;
    }
  }
  return null;
}
"""


def click_times(page: Page, *, drawn_when: str, wants: list, timeout_ms: int = 60_000) -> list[float]:
    """Click the app's button once per element of `wants`; returns ms from click to redrawn map.

    `drawn_when` is a JavaScript function that is asked once a frame whether the map shows what is wanted.
    Raises RuntimeError when a map is not redrawn in time.
    """
    times = []
    for want in wants:
        taken = page.evaluate(
            CLICK_UNTIL_DRAWN, {"drawnWhen": drawn_when, "want": want, "timeout": timeout_ms}
        )
        if taken is None:
            raise RuntimeError(f"not redrawn within {timeout_ms} ms (wanted {want})")
        times.append(taken)
        page.wait_for_function("() => !document.querySelector('[data-testid=\"stStatusWidget\"]')")
    return times


def median(values: list[float]) -> float:
    """Return the median, rounded to a tenth."""
    return round(statistics.median(values), 1)
