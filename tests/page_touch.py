"""One finger on the page, as a driver of touch draws it."""

from page_waiting import wait_for_frames
from playwright.sync_api import Page


def swipe(page: Page, *, x: float, y: float, up: float = 0, right: float = 0) -> None:
    """Draw one finger up the screen, or to the right, by so many pixels: in steps, one a frame."""
    session = page.context.new_cdp_session(page)

    def touch(kind, *at):
        points = [{"x": at[0], "y": at[1]}] if at else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        wait_for_frames(page)

    touch("touchStart", x, y)
    for step in range(1, 16):
        touch("touchMove", x + right * step / 15, y - up * step / 15)
    touch("touchEnd")
