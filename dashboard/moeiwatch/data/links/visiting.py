"""One address of the public web: is it there? Asked so that a stranger's address can do no harm."""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from moeiwatch.data.citations import is_web_address

AGENT = "moei-watch-check (looks whether cited pages are still there)"

_MOST_STEPS = 6
_CONNECT_S, _READ_S = 5.0, 10.0

Allowed = Callable[[str], bool]
"""True for an IP address that may be asked."""


@dataclass(frozen=True)
class Answer:
    """What became of one address.

    Attributes
    ----------
    kind : ``there``, ``moved`` (for good, to `to`), ``gone``, ``refused`` (machines are not let in), ``busy``
        (asked to slow down), ``failing`` (a fault of the server), ``silent`` (no answer in time),
        ``insecure`` (a wrong certificate), ``unknown`` (nothing is reached under this host), ``private``
        (leads to an address that is not public, and was not asked), ``wrong`` (an answer that is none).
    status : HTTP status of the last answer, 0 where there was none.
    to : where it leads, if that is another address.
    """

    address: str
    kind: str
    status: int = 0
    to: str = ""


class NotPublicError(Exception):
    """An address of a private, local or otherwise not public network."""


def is_public(address: str) -> bool:
    """Return True for an IP address of the public internet, also inside what carries IPv4 in IPv6.

    Examples
    --------
    >>> [is_public(a) for a in ("93.184.215.14", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = []
    if isinstance(found, ipaddress.IPv6Address):
        inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if found in ipaddress.ip_network("64:ff9b::/96"):
            inner.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
        if found.ipv4_mapped:
            return is_public(str(found.ipv4_mapped))
    carried = all(is_public(str(address)) for address in inner if address is not None)
    return found.is_global and not found.is_multicast and carried


def visitor(*, allowed: Allowed = is_public, read_s: float = _READ_S) -> Callable[[str], Answer]:
    """Return a function that asks one address: HEAD, then GET where HEAD is not answered well.

    Nothing of a page is read, no proxy, cookie or password is used, and each step of a redirect is looked at
    anew. It never raises.

    Parameters
    ----------
    allowed : which IP addresses may be asked; the one that is asked is the one that was looked at.
    read_s : seconds until a connection without a word counts as silent.
    """
    manager = urllib3.PoolManager(
        headers={"User-Agent": AGENT, "Accept": "*/*"},
        timeout=urllib3.Timeout(connect=_CONNECT_S, read=read_s),
        retries=False,
        maxsize=1,
    )
    manager.pool_classes_by_scheme = _pools(allowed)

    def visit(address: str) -> Answer:
        for method in ("HEAD", "GET"):
            try:
                answer = _follow(manager, method, address)
            except (urllib3.exceptions.HTTPError, NotPublicError, OSError, ValueError) as error:
                answer = Answer(address, _fault(error))
            if answer.kind in ("there", "moved", "busy", "private", "unknown", "insecure"):
                break
        return answer

    return visit


def _follow(manager: urllib3.PoolManager, method: str, address: str) -> Answer:
    here, for_good = address, True
    for _ in range(_MOST_STEPS):
        if not is_web_address(here):
            return Answer(address, "wrong", 0, here)
        answer = manager.request(method, here, redirect=False, preload_content=False)
        answer.close()
        target = answer.headers.get("Location")
        if answer.status not in (301, 302, 303, 307, 308) or not target:
            moved = for_good and _plain(here) != _plain(address)
            kind = _KINDS.get(answer.status, "there" if answer.status < 400 else "wrong")
            kind = "failing" if answer.status >= 500 else kind
            return Answer(address, "moved" if kind == "there" and moved else kind, answer.status, here)
        for_good = for_good and answer.status in (301, 308)
        here = urljoin(here, target)
    return Answer(address, "wrong", answer.status, here)


_KINDS = {
    404: "gone",
    410: "gone",
    401: "refused",
    403: "refused",
    406: "refused",
    429: "busy",
    451: "refused",
}


def _plain(address: str) -> tuple[str, str, str]:
    """Return what tells pages apart: not the scheme, ``www.``, the last slash or the fragment."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query


def _fault(error: Exception) -> str:
    if isinstance(error, NotPublicError):
        return "private"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "insecure"
    if isinstance(error, urllib3.exceptions.NewConnectionError | urllib3.exceptions.ConnectTimeoutError):
        return "unknown"
    if isinstance(error, urllib3.exceptions.TimeoutError | TimeoutError):
        return "silent"
    return "wrong"


def _pools(allowed: Allowed) -> dict[str, type]:
    """Return pools whose connections are made to allowed addresses only."""

    class Guarded:
        def _new_conn(self) -> socket.socket:
            try:
                listed = socket.getaddrinfo(self.host.strip("[]"), self.port, type=socket.SOCK_STREAM)
            except socket.gaierror as error:
                raise urllib3.exceptions.NameResolutionError(self.host, self, error) from None
            if not all(allowed(found[4][0]) for found in listed):
                raise NotPublicError(self.host)
            made = super()._new_conn()
            if not allowed(made.getpeername()[0]):  # the name was given another address in between
                made.close()
                raise NotPublicError(self.host)
            return made

    plain = type("GuardedHTTP", (Guarded, HTTPConnection), {})
    safe = type("GuardedHTTPS", (Guarded, HTTPSConnection), {})
    return {
        "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
        "https": type("SafePool", (HTTPSConnectionPool,), {"ConnectionCls": safe}),
    }
