"""Links of the app: a pasted one gives the same view in a second browser, and a proxy harms none."""

import contextlib
import json
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from random_views import random_view
from running_app import map_frame, open_app, start_app

pytestmark = pytest.mark.browser

READ = "JSON.stringify(MoeiWatch.store.get())"


def test_pasted_links_restore_twenty_views_in_a_second_browser(chromium: Browser) -> None:
    page = open_app(chromium, start_app())
    other = open_app(chromium, start_app())
    frame = map_frame(page)
    for seed in range(20):
        frame.evaluate("view => MoeiWatch.store.set(view)", random_view(seed))
        address = frame.evaluate("MoeiWatch.share.address()")
        other.goto(address)
        pasted = map_frame(other)
        wanted = json.loads(frame.evaluate(READ))
        pasted.wait_for_function(f"({READ}) === {json.dumps(json.dumps(wanted, separators=(',', ':')))}")
        assert json.loads(pasted.evaluate(READ)) == wanted, address
    for one in (page, other):
        one.context.close()
        assert one.context.foreign == [] and one.context.errors == []


@pytest.fixture
def proxy() -> Iterator[str]:
    """Address of the app under a path, behind a forwarder that stands under a host name of its own."""
    target = urlsplit(start_app(base_path="moei/watch"))
    listener = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []
    ends: list[socket.socket] = []
    serving = threading.Thread(
        target=_serve, args=(listener, (target.hostname, target.port), threads, ends), daemon=True
    )
    serving.start()
    yield f"http://map.localhost:{listener.getsockname()[1]}{target.path}"
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    serving.join()
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
    for thread in threads:
        thread.join()
    for end in ends:
        end.close()


def _serve(listener: socket.socket, target: tuple[str, int], threads: list, ends: list) -> None:
    while True:
        try:
            reader, _ = listener.accept()
        except OSError:
            return
        server = socket.create_connection(target)
        ends += [reader, server]
        for way in ((reader, server), (server, reader)):
            threads.append(threading.Thread(target=_pass_on, args=way, daemon=True))
            threads[-1].start()


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


def test_the_app_works_under_a_path_of_a_proxy_with_another_name(chromium: Browser, proxy: str) -> None:
    page = open_app(chromium, proxy, "?month=3")
    frame = map_frame(page)
    frame.wait_for_function("MoeiWatch.store.get().month === 3")
    assert frame.evaluate("MoeiWatch.share.address()").startswith(f"{proxy}/?month=3&")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("link", name="What changed", exact=True).click()
    expect(page.get_by_role("heading", name="What changed", exact=True)).to_be_visible()
    link = page.get_by_role("link", name="on the map").first
    if link.count():
        assert link.evaluate("a => a.href").startswith(f"{proxy}/?sel=")
    page.context.close()
    assert page.context.foreign == [] and page.context.errors == []
