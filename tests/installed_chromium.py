"""Where the browser for tests is, and how to start it."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium_path() -> str:
    """Return the path of an installed Chromium; ``MOEIWATCH_CHROMIUM`` goes before what is on the path.

    Where there is none the test is skipped, or fails where ``MOEIWATCH_REQUIRE_BROWSER`` is set (the gate).
    """
    named = os.environ.get("MOEIWATCH_CHROMIUM")
    path = named or next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None and os.environ.get("MOEIWATCH_REQUIRE_BROWSER"):
        pytest.fail("no Chromium was found, and MOEIWATCH_REQUIRE_BROWSER is set")
    if path is None:
        pytest.skip("no Chromium on this machine")
    return path
