"""Waiting for the map page: Playwright's ``wait_for_function`` evaluates text, which the page forbids."""

import time
from typing import Any

from playwright.sync_api import Page


def wait_until(page: Page, expression: str, arg: Any = None, *, timeout_s: float = 60) -> None:
    """Wait until a JavaScript expression, or a function of `arg`, is true on the page.

    Raises
    ------
    AssertionError
        If it is not within `timeout_s` seconds.
    """
    end = time.monotonic() + timeout_s
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"not true within {timeout_s} s: {expression}"
        page.wait_for_timeout(30)


def wait_for_frames(page: Page) -> None:
    """Wait for two frames of the screen: what was asked to be drawn has been."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
