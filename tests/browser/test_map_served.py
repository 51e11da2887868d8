"""The exported folder on a plain web server, under a path of its own."""

import argparse
import functools
import http.server
import threading

import pytest
from moeiwatch.commands import export
from page_waiting import wait_until

pytestmark = pytest.mark.browser


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def served(tmp_path):
    """Address of an export on a free port of this machine."""
    parser = argparse.ArgumentParser()
    export.add_arguments(parser)
    assert export.run(parser.parse_args([str(tmp_path / "maps" / "moei")])) == 0
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path))
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/maps/moei/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_export_works_under_any_path_and_asks_no_other_host(chromium, served):
    context = chromium.new_context()
    asked, errors = [], []
    context.route("**/*", lambda route: (asked.append(route.request.url), route.continue_()))
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.goto(f"{served}?month=8")
    page.wait_for_selector("body.ready")
    wait_until(page, "() => MoeiWatch.symbols.drawnRevision > 0")
    page.evaluate("() => MoeiWatch.store.set({ month: 3 })")
    assert page.url == f"{served}?month=3"
    page.go_back()
    wait_until(page, "() => MoeiWatch.store.get().month === 8")
    assert errors == []
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
    context.close()


@pytest.mark.parametrize("width", [1024, 390])
def test_the_tools_of_the_export_stay_inside_the_window(chromium, served, width):
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, is_mobile=width < 500, has_touch=width < 500
    )
    page = context.new_page()
    page.goto(served)
    page.wait_for_selector("body.ready")
    ends = page.evaluate(
        "() => [...document.querySelectorAll('#header-tools > *')].map(e => e.getBoundingClientRect().right)"
    )
    assert len(ends) == 5 and max(ends) <= width - 10
    context.close()


def test_the_written_pages_lead_to_each_other_and_to_the_map(chromium, served):
    page = chromium.new_page()
    page.goto(f"{served}privacy.html")
    page.get_by_role("link", name="data and method").click()
    page.get_by_role("heading", name="Data and method", exact=True).wait_for()
    page.get_by_role("link", name="Moei Watch: the map").click()
    page.wait_for_selector("body.ready")
    assert page.url == f"{served}index.html"
    page.close()


def test_a_page_that_comes_in_two_pieces_is_read_whole(chromium, page_folder):
    rest = threading.Event()

    class Halting(Quiet):
        """Keeps the end of the page back until the test has seen the first picture."""

        def do_GET(self):
            if not self.path.startswith("/index.html"):
                return super().do_GET()
            whole = (page_folder / "index.html").read_bytes()
            cut = whole.index(b'<script src="later.js"')
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(whole)))
            self.end_headers()
            self.wfile.write(whole[:cut])
            self.wfile.flush()
            rest.wait(60)
            self.wfile.write(whole[cut:])
            return None

    handler = functools.partial(Halting, directory=str(page_folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    page = chromium.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html", wait_until="commit")
        wait_until(page, "() => performance.getEntriesByName('moeiwatch:drawn').length > 0")
        rest.set()
        page.wait_for_selector("body.ready")
    finally:
        rest.set()
        page.close()
        server.shutdown()
        server.server_close()
        thread.join()
    assert errors == []
