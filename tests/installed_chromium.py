"""Where the browser for tests is, and how to start it."""

import os
import shutil

import pytest

SHELL = "chromium-headless-shell"
"""The same engine with no window around it, drawn or not: a page takes half the time of the processor."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost",
)
"""For a browser that asks nobody but the tests' own servers."""


def chromium_path(names: tuple[str, ...] = (SHELL, *NAMES)) -> str:
    """Return the path of an installed Chromium; ``MOEIWATCH_CHROMIUM`` goes before what is on the path.

    Where there is none the test is skipped, or fails where ``MOEIWATCH_REQUIRE_BROWSER`` is set (the gate).

    Parameters
    ----------
    names : programs that will do, the best one first.
    """
    named = os.environ.get("MOEIWATCH_CHROMIUM")
    path = named or next((found for name in names if (found := shutil.which(name))), None)
    if path is None and os.environ.get("MOEIWATCH_REQUIRE_BROWSER"):
        pytest.fail("no Chromium was found, and MOEIWATCH_REQUIRE_BROWSER is set")
    if path is None:
        pytest.skip("no Chromium on this machine")
    return path
