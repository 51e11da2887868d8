"""An address that a link of the app overtook is held back, and goes along to the page of the link."""

import pytest
from moeiwatch.mappage.build import HOST_FILES
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LINK = "({composedPath: () => [{closest: () => true}]})"
"""An event that touches a link."""


def told_and_taken(chromium: Browser, steps: str) -> list:
    """Return how often Streamlit was told, and the address that the next page takes over, after some steps.

    Parameters
    ----------
    steps : script that has ``leaving``, the event ``link`` and ``pass(ms)``, which lets time go by.
    """
    page = chromium.new_page()
    page.clock.install()
    page.evaluate(
        "async text => { window.module = await import(`data:text/javascript,${encodeURIComponent(text)}`); }",
        (HOST_FILES / "leaving.js").read_text("utf-8"),
    )
    page.evaluate(f"() => {{ window.told = 0; window.link = {LINK}; }}")
    page.evaluate("() => { window.leaving = new module.Leaving(() => { told += 1; }); }")
    for step in steps.split("; "):
        if step.startswith("pass "):
            page.clock.run_for(int(step.removeprefix("pass ")))
        else:
            page.evaluate(f"() => {{ {step} }}")
    found = page.evaluate("() => [told, leaving.end()]")
    page.close()
    return found


@pytest.mark.parametrize(
    ("steps", "told", "taken"),
    [
        ("leaving.written('a')", 1, None),
        ("leaving.touch(link); leaving.written('a')", 0, "a"),
        ("leaving.touch(link); leaving.written('a'); pass 3000", 1, "a"),
        ("leaving.touch(link); leaving.written('a'); pass 3000; leaving.written('b')", 2, None),
        ("leaving.touch(link); leaving.written('a'); pass 3000; leaving.touch(link)", 1, None),
        ("leaving.touch(link); leaving.written('a'); leaving.touch(link); leaving.written('b')", 0, "b"),
        ("leaving.touch(link); pass 3000", 0, None),
    ],
    ids=[
        "no link",
        "a link",
        "a page that comes late",
        "a link to nowhere",
        "a new link",
        "two clicks",
        "no news",
    ],
)
def test_what_streamlit_is_told_and_what_goes_along(chromium: Browser, steps, told, taken) -> None:
    assert told_and_taken(chromium, steps) == [told, taken]
