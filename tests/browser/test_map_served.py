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
