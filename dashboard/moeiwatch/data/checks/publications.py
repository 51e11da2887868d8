"""Rules on publications: a language that there is, and an address that others can open."""

import ipaddress
from urllib.parse import urlsplit

from moeiwatch.data.citations import is_web_address
from moeiwatch.data.contents import Contents
from moeiwatch.data.language_codes import ISO_639_1, MISTAKEN
from moeiwatch.data.problems import Problem, shorten
from moeiwatch.data.web_addresses import leads_on

_LOCAL = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp")
"""Last parts of names that lead nowhere outside a house or a firm."""

OPEN_IT = "Open it, and give the address of the page that it leads to."


def check_languages(contents: Contents) -> list[Problem]:
    """Report codes that no language has in ISO 639-1, such as xx."""
    sources, problems = contents.collections["sources"], []
    for record in sources.records:
        code = record.properties.get("language")
        is_formed = isinstance(code, str) and len(code) == 2 and code.isascii() and code.islower()
        if is_formed and code not in ISO_639_1:
            meant = f"Did you mean {MISTAKEN[code]}? " if code in MISTAKEN else ""
            remedy = f"{meant}Use the two letters of ISO 639-1, such as en, th, my, zh."
            problems.append(
                sources.problem(record, "language", f"{code} is no language's code", remedy=remedy)
            )
    return problems


def check_hosts(contents: Contents) -> list[Problem]:
    """Report addresses that lead nowhere outside a house or a firm, and links that only pass on (t.co)."""
    sources, problems = contents.collections["sources"], []
    for record in sources.records:
        custom = record.properties.get("custom")
        read_at = custom.get("read_at") if isinstance(custom, dict) else None
        for path, address in ((("URL",), record.properties.get("URL")), (("custom", "read_at"), read_at)):
            if not (isinstance(address, str) and is_web_address(address)):
                continue
            if not is_public(address):
                message = f"{shorten(address)} cannot be opened by others"
                remedy = "Give the address at which everybody can read it."
                problems.append(sources.problem(record, path, message, remedy=remedy))
            elif leads_on(address):
                message = f"{shorten(address)} only passes on to another page"
                problems.append(sources.problem(record, path, message, remedy=OPEN_IT))
    return problems


def is_public(address: str) -> bool:
    """Return True for a web address whose host may be known everywhere.

    Examples
    --------
    >>> is_public("https://example.org/x"), is_public("http://localhost/x"), is_public("http://10.0.0.1/")
    (True, False, False)
    """
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and host.rpartition(".")[2] not in _LOCAL
