"""What a page alone costs: its first picture, a step of its timeline, its size, its memory."""

import contextlib
import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

FRAME_MS = 1000 / 60
PAUSE_MS, PATIENCE = 100, 1200

CHANGES = """
async ({changes, kind}) => {
  const {store, days, data} = MoeiWatch;
  const width = data.last - data.first + 1;
  const patch = (n) =>
    kind === 'step' ? {from: '', to: days.monthText(data.first + n % width)} : {month: 1 + n % 12};
  const script = [], gaps = [];
  let before = await new Promise(requestAnimationFrame);
  for (let n = 0; n < changes; n++) {
    // Two callbacks of the next frame stand around those that the change asks for: what lies between is the
    // page's own work in that frame, without the time for which the frame itself was waited for.
    let opened = 0;
    requestAnimationFrame(() => { opened = performance.now(); });
    const begin = performance.now();
    store.set(patch(n), {kind: 'step'});
    const set = performance.now() - begin;
    const now = await new Promise((done) => requestAnimationFrame((time) => {
      script.push(set + performance.now() - opened);
      done(time);
    }));
    gaps.push(now - before);
    before = now;
  }
  store.set({from: '', to: '', month: 0}, {kind: 'choice'});
  return {script, gaps};
}
"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    def log_message(self, *_: object) -> None:
        """Keep the table free of the server's lines."""


@contextlib.contextmanager
def static_host(directory: Path) -> Iterator[str]:
    """Serve a folder on a free port; yields its address."""
    handler = functools.partial(QuietHandler, directory=str(directory))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def paint_ms(browser: Browser, address: str, *, mark: str) -> dict[str, float]:
    """Open a page in a new context; returns the ms from navigation to each of its marks.

    Both pages set their mark of the first picture in the same way: in the frame after the one that shows it.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    page = context.new_page()
    # Asked over the protocol itself: the driver adds no script of its own, which takes long to read.
    session = context.new_cdp_session(page)
    page.goto(address, wait_until="commit")
    marks = (
        "JSON.stringify(performance.getEntriesByType('mark').map(({name, startTime}) => [name, startTime]))"
    )
    taken: dict[str, float] = {}
    for _ in range(PATIENCE):
        page.wait_for_timeout(PAUSE_MS)
        answer = session.send("Runtime.evaluate", {"expression": marks})
        taken = dict(json.loads(answer["result"]["value"]))
        if mark in taken:
            break
    else:
        raise TimeoutError(f"{address} did not set {mark}")
    context.close()
    return taken


def change_costs(page: Page, *, changes: int, kind: str = "step") -> tuple[list[float], int]:
    """Change the view again and again; returns ms of script per change and the number of missed frames.

    Script is the change itself and what it asked for in the next frame. A frame is missed where the
    gap between two frames is more than one and a half of a frame at 60 Hz.

    Parameters
    ----------
    kind : ``step`` moves the end of the period month by month, as play does; ``month`` changes the river's.
    """
    measured = page.evaluate(CHANGES, {"changes": changes, "kind": kind})
    missed = sum(max(0, round(gap / FRAME_MS) - 1) for gap in measured["gaps"] if gap > 1.5 * FRAME_MS)
    return measured["script"], missed


def heap_mb(page: Page) -> float:
    """Return the page's JavaScript heap in MB after a garbage collection."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return used / 1e6


def folder_bytes(directory: Path) -> int:
    """Return the bytes of all files of a folder."""
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
