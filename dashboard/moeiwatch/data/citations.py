"""A source as people cite it: publisher, title, date; and the address, where one may be linked."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from moeiwatch.data.dates import parse_partial_date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def citation(source: Mapping[str, Any]) -> str:
    """Return publisher, title and date as plain text; what is not known is left out or said.

    Parameters
    ----------
    source : a row of `Geodata.sources` (or a dict with the same names).

    Examples
    --------
    >>> citation({"publisher": "AP", "title": "Raid", "published": "2025-10", "access": "copy"})
    'AP: Raid. October 2025 (read in a copy)'
    """
    publisher, title = (_text(source.get(name)) for name in ("publisher", "title"))
    published = _text(source.get("published"))
    words = ": ".join(part for part in (publisher, title) if part) or "Publication without a title"
    words += "" if words[-1] in ".?!" else "."
    words += f" {spell_date(published)}" if published else " Undated"
    return words + (" (read in a copy)" if source.get("access") == "copy" else "")


def link(source: Mapping[str, Any]) -> str | None:
    """Return the address of a source if it may be linked: http or https, and never that of a copy."""
    url = _text(source.get("url"))
    if not url or source.get("access") == "copy":
        return None
    return url if is_web_address(url) else None


def is_web_address(text: str) -> bool:
    """Return True for an address that a link may lead to: http(s), a host, no name or password in it."""
    if unfit_sign(text) >= 0:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def unfit_sign(text: str) -> int:
    """Return the place, from 0, of the first character that no address may hold as it is; -1 without one."""
    unfit = (at for at, c in enumerate(text) if c.isspace() or not c.isprintable() or c in '"<>\\^`{|}')
    return next(unfit, -1)


def percent_encoded(address: str) -> str:
    """Return an address with the signs written in codes that it may not hold as they are.

    Line breaks and what cannot be seen are taken out.

    Examples
    --------
    >>> percent_encoded("https://paper.example/new raid?q=a%20b")
    'https://paper.example/new%20raid?q=a%20b'
    """
    seen = (c for c in address if c.isprintable())
    return "".join(quote(c) if unfit_sign(c) == 0 else c for c in seen)


def spell_date(text: str) -> str:
    """Return a partial date in words: ``14 May 2023``, ``May 2023``, ``2023``; as it stands if it is none."""
    try:
        date = parse_partial_date(text)
    except ValueError:
        return text
    month = MONTHS[date.start.month - 1]
    return {
        "year": f"{date.start.year}",
        "month": f"{month} {date.start.year}",
        "day": f"{date.start.day} {month} {date.start.year}",
    }[date.precision]


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
