"""What a page alone costs: its first paint, a step of its timeline, its size, its memory."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

FRAME_MS = 1000 / 60

STEPS = """
async (steps) => {
  const store = MoeiWatch.store, months = [];
  for (let index = MoeiWatch.data.first; index <= MoeiWatch.data.last; index++) months.push(index);
  const frame = () => new Promise(requestAnimationFrame);
  const script = [], gaps = [];
  await frame();
  let before = await frame();
  for (let step = 0; step < steps; step++) {
    const to = MoeiWatch.days.monthText(months[step % months.length]);
    const begin = performance.now();
    store.set({from: '', to}, {kind: 'draft'});
    let spent = performance.now() - begin;
    // What the step asked for in the next frame is timed too: our callback runs behind the page's own.
    const now = await new Promise((done) => requestAnimationFrame((time) => {
      const late = performance.now() - time;
      spent += late;
      done(time);
    }));
    script.push(spent);
    gaps.push(now - before);
    before = now;
  }
  store.set({from: '', to: ''}, {kind: 'choice'});
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


def first_paint_ms(browser: Browser, address: str, *, mark: str) -> float:
    """Return the ms from navigation to the page's own mark of its first whole drawing, in a new context."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.wait_for_function("mark => performance.getEntriesByName(mark).length", arg=mark, timeout=120_000)
    taken = page.evaluate("mark => performance.getEntriesByName(mark)[0].startTime", mark)
    context.close()
    return taken


def step_costs(page: Page, *, steps: int) -> tuple[list[float], int]:
    """Move the timeline's end month by month; returns ms of script per step and the number of missed frames.

    Script is the change itself and what it asked for in the next frame. A frame is missed where the
    gap between two frames is more than one and a half of a frame at 60 Hz.
    """
    measured = page.evaluate(STEPS, steps)
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
