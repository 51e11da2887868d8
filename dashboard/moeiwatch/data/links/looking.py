"""Many addresses: hosts beside each other, the pages of one host one after the other, within a time limit."""

import queue
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from moeiwatch.data.links.visiting import Answer

_AT_ONCE = 12
"""Hosts that are asked at the same time."""

_FEWEST = 3
"""With fewer hosts than this out of reach, and none within it, nobody knows whether there is a network."""

_UNASKED = ("unknown", "private")


@dataclass
class Look:
    """What became of all addresses.

    Attributes
    ----------
    answers : those that were asked, in the order of the addresses.
    left : how many were not asked, for want of time or because their host asked to slow down.
    no_network : True if nothing at all could be reached.
    """

    answers: list[Answer] = field(default_factory=list)
    left: int = 0
    no_network: bool = False


def look(
    addresses: Iterable[str],
    *,
    visit: Callable[[str], Answer],
    seconds: float,
    pause_s: float = 1.0,
    progress: Callable[[int, int], None] | None = None,
) -> Look:
    """Return what became of addresses, as far as the time went; never raises.

    Parameters
    ----------
    visit : asks one address; see `visiting.visitor`.
    seconds : after which it ends, whatever is still on its way.
    pause_s : seconds between two requests to one host.
    progress : called with the number of addresses done and of all.
    """
    wanted = list(dict.fromkeys(addresses))
    hosts: dict[str, list[str]] = {}
    for address in wanted:
        hosts.setdefault(_host(address), []).append(address)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for listed in hosts.values():
        waiting.put(listed)
    done: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
    stop = threading.Event()
    for _ in range(min(_AT_ONCE, len(hosts))):  # daemons: a host that never answers does not keep us
        arguments = (waiting, done, stop, visit, pause_s)
        threading.Thread(target=_work, args=arguments, daemon=True).start()
    found, offline = _collect(done, len(hosts), len(wanted), seconds, progress)
    stop.set()
    answers = [found[address] for address in wanted if address in found]
    return Look([] if offline else answers, len(wanted) - len(answers), offline)


def _work(waiting, done, stop: threading.Event, visit: Callable[[str], Answer], pause_s: float) -> None:
    while not stop.is_set():
        try:
            listed = waiting.get_nowait()
        except queue.Empty:
            return
        for number, address in enumerate(listed):
            if (number and stop.wait(pause_s)) or stop.is_set():
                return
            answer = visit(address)
            done.put(answer)
            if answer.kind == "busy":
                break
            if answer.kind in _UNASKED:
                for other in listed[number + 1 :]:
                    done.put(Answer(other, answer.kind))
                break
        done.put(None)


def _collect(
    done, hosts: int, addresses: int, seconds: float, progress: Callable[[int, int], None] | None
) -> tuple[dict[str, Answer], bool]:
    """Return the answers by address, and True if there seems to be no network."""
    found: dict[str, Answer] = {}
    unknown: set[str] = set()
    end, ended, reached, offline = time.monotonic() + seconds, 0, False, False
    while ended < hosts and not offline:
        try:
            answer = done.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            break
        if answer is None:
            ended += 1
            continue
        found[answer.address] = answer
        reached = reached or answer.kind != "unknown"
        unknown.add(_host(answer.address))
        offline = not reached and len(unknown) >= max(_FEWEST, min(_AT_ONCE, hosts))
        if progress:
            progress(len(found), addresses)
    return found, offline


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
