"""Ctrl-C, a terminal that is closed, and a request to end: what they do while answers are not written yet."""

import contextlib
import signal
import threading
from collections.abc import Iterator

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGHUP", "SIGTERM") if hasattr(signal, name)]


@contextlib.contextmanager
def stopped_once() -> Iterator[None]:
    """Have the first of them raise KeyboardInterrupt; later ones come to nothing until the block ends."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals belong to the main thread
        return
    before = {number: signal.signal(number, _stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def hold_on() -> None:
    """Let none of them disturb what follows in a block of `stopped_once`: the writing."""
    if threading.current_thread() is threading.main_thread():
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_IGN)


def _stop(number: int, frame: object) -> None:
    hold_on()
    raise KeyboardInterrupt
