"""Addresses of publications: what of one is written, what tells two apart, whose page it leads to."""

import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.*|mc_[ce]id|mtm_.*|at_(medium|campaign|link.*)|(fb|g|y|ms|d|tw|tt|ig)clid|[gw]braid|igshid|ref_src"
    r"|cmpid|ocid|smid|ns_(campaign|mchannel|source)|guc(counter|e_referr.*)|li_fat_id|mkt_tok|_ga|_gl",
    re.IGNORECASE,
)
"""Names of parameters that only tell who led there."""

_TEXT_FRAGMENT = re.compile(r":~:.*", re.DOTALL)
_WRAPPERS = {"google.com": ("q", "url"), "l.facebook.com": ("u",), "lm.facebook.com": ("u",)}
"""Hosts that pass on to the address in one of these parameters."""

_RESOLVERS = frozenset(["doi.org", "dx.doi.org", "hdl.handle.net", "handle.net", "n2t.net", "purl.org"])
"""Hosts of lasting addresses, which lead to the pages of all publishers."""

_ARCHIVES = frozenset(
    [
        *("archive.org", "web.archive.org", "archive.today", "archive.ph", "archive.is", "archive.li"),
        *("archive.md", "archive.vn", "archive.fo", "perma.cc", "ghostarchive.org", "webcitation.org"),
    ]
)
_FORWARDERS = frozenset(
    [
        *("t.co", "bit.ly", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "lnkd.in", "fb.me", "is.gd"),
        *("dlvr.it", "trib.al", "reut.rs", "t.ly", "cutt.ly", "rebrand.ly", "shorturl.at", "news.google.com"),
    ]
)


def web_host(address: object) -> str:
    """Return the host of an address in small letters, without ``www.``; "" where there is none."""
    try:
        return (urlsplit(address.strip()).hostname or "").rstrip(".").removeprefix("www.")
    except (ValueError, AttributeError):
        return ""


def publisher_host(address: object) -> str:
    """Return the host that tells the publisher; "" where the host is nobody's in particular.

    Examples
    --------
    >>> publisher_host("https://web.archive.org/web/2025/https://www.paper.example/x")
    'paper.example'
    >>> publisher_host("https://doi.org/10.1234/x"), publisher_host("https://t.co/x")
    ('', '')
    """
    host = web_host(archived_address(address) or address)
    return "" if host in _RESOLVERS | _ARCHIVES | _FORWARDERS else host


def is_archived(address: object) -> bool:
    """Return True for an address at an archive of web pages: it leads to a copy."""
    return web_host(address) in _ARCHIVES


def archived_address(address: object) -> str:
    """Return the address of the page whose copy an archive keeps there; "" where it does not say."""
    if not isinstance(address, str) or not is_archived(address):
        return ""
    found = re.search(r"(?<=/)https?://?[^/].*", address[8:])
    return re.sub(r"^(https?):/+", r"\1://", found.group()) if found else ""


def leads_on(address: object) -> bool:
    """Return True for an address that only passes on to another one: a shortened link, a news reader."""
    return web_host(address) in _FORWARDERS


def without_tracking(address: str) -> str:
    """Return an address without the parameters that only tell who led there.

    Examples
    --------
    >>> without_tracking("https://paper.example/a?id=5&utm_source=x&fbclid=y")
    'https://paper.example/a?id=5'
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    asked = parts.query.split("&")
    kept = [part for part in asked if not _TRACKING.fullmatch(part.partition("=")[0])]
    fragment = _TEXT_FRAGMENT.sub("", parts.fragment)
    if len(kept) == len(asked) and fragment == parts.fragment:
        return address
    return urlunsplit(parts._replace(query="&".join(kept), fragment=fragment))


def written_address(address: str) -> str:
    """Return an address as it is written into a record: of the page itself, the host in small letters.

    Examples
    --------
    >>> written_address(" HTTPS://Paper.Example:443/A?utm_medium=x ")
    'https://paper.example/A'
    >>> written_address("https://www.google.com/url?q=https://paper.example/a&sa=U")
    'https://paper.example/a'
    """
    try:
        parts = urlsplit(address.strip())
        names = _WRAPPERS.get(web_host(address), ()) if parts.path in ("/url", "/l.php") else ()
        asked = parse_qs(parts.query) if names else {}
        inner = next((asked[name][0] for name in names if name in asked), "")
        if inner.startswith(("http://", "https://")):
            return without_tracking(inner)
        default = {"http": ":80", "https": ":443"}.get(parts.scheme, "")
        host = parts.netloc if "@" in parts.netloc else parts.netloc.lower().removesuffix(default or "\0")
        return without_tracking(urlunsplit(parts._replace(netloc=host)))
    except ValueError:
        return address.strip()


def without_escapes(text: str) -> str:
    """Return an address without the backslashes that LaTeX wants before some of its signs.

    Examples
    --------
    >>> without_escapes(r"https://paper.example/2\\_3\\%20a")
    'https://paper.example/2_3%20a'
    """
    return re.sub(r"\\([_%#&])", r"\1", text)


def plain_address(address: str) -> str:
    """Return what tells an address from others: no http(s), ``www.``, last slash, fragment or tracking."""
    try:
        parts = urlsplit(without_tracking(address.strip()))
    except ValueError:
        return address
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")
