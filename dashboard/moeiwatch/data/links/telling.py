"""What is said of the addresses of publications: warnings that fail nothing, and one line on all of them."""

from collections.abc import Collection as Container
from collections.abc import Iterator

from moeiwatch.data.citations import is_web_address
from moeiwatch.data.contents import Contents, Record
from moeiwatch.data.links.looking import Look
from moeiwatch.data.links.visiting import Answer
from moeiwatch.data.problems import WARNING, Problem, shorten

_WORDS = {
    "gone": (
        "the page is not there any more ({status})",
        "Give another address, or that of an archived copy.",
    ),
    "moved": ("the page has moved for good", "Its address is now {to}. See that it is the same page."),
    "failing": ("the server has a fault ({status})", "Try again on another day."),
    "silent": ("the server does not answer in time", "Try again on another day."),
    "insecure": ("the certificate of the server is wrong", "Open it in a browser, and mend the host."),
    "unknown": ("no server is reached under this host", "Mend the host, or give an archived copy."),
    "private": ("the address leads into a private network and was not asked", "Give a public address."),
    "wrong": ("no page is served under this address", "Open it in a browser, and mend it."),
}
"""What is wrong and what to do, by `Answer.kind`; of the others nothing is said one by one."""


def addresses(
    contents: Contents, *, only: Container[str] | None = None
) -> Iterator[tuple[Record, tuple, str]]:
    """Yield the addresses of publications with their records and where they stand in them.

    Parameters
    ----------
    only : ids of publications; all of them if it is left out.
    """
    for record in contents.collections["sources"].records:
        if only is not None and record.id not in only:
            continue
        custom = record.properties.get("custom")
        copy = custom.get("read_at") if isinstance(custom, dict) else None
        for path, address in ((("URL",), record.properties.get("URL")), (("custom", "read_at"), copy)):
            if isinstance(address, str) and is_web_address(address):
                yield record, path, address


def link_problems(contents: Contents, look: Look, *, only: Container[str] | None = None) -> list[Problem]:
    """Return a warning for each address that does not lead to its page."""
    answers: dict[str, Answer] = {answer.address: answer for answer in look.answers}
    sources, problems = contents.collections["sources"], []
    for record, path, address in addresses(contents, only=only):
        answer = answers.get(address)
        if answer is None or answer.kind not in _WORDS:
            continue
        message, remedy = _WORDS[answer.kind]
        message = f"{shorten(address)}: {message.format(status=answer.status)}"
        remedy = remedy.format(to=shorten(answer.to, limit=200))
        problems.append(sources.problem(record, path, message, severity=WARNING, remedy=remedy))
    return problems


def look_summary(look: Look) -> str:
    """Return the whole in one line.

    Examples
    --------
    >>> look_summary(Look([Answer("https://a.example/", "there", 200)], left=2))
    'Addresses: 1 looked at: 1 there. 2 were not looked at for want of time.'
    """
    if look.no_network:
        return "Addresses: not looked at, since no host can be reached from here (proxies are not used)."
    counts: dict[str, int] = {}
    for answer in look.answers:
        counts[answer.kind] = counts.get(answer.kind, 0) + 1
    listed = ", ".join(f"{counts[kind]:,} {words}" for kind, words in _COUNTED.items() if kind in counts)
    rest = f" {look.left:,} were not looked at for want of time." if look.left else ""
    return f"Addresses: {len(look.answers):,} looked at{f': {listed}' if listed else ''}.{rest}"


_COUNTED = {
    "there": "there",
    "moved": "moved",
    "gone": "gone",
    "refused": "open to browsers only",
    "busy": "asked us to slow down",
    "failing": "with a fault of the server",
    "silent": "silent",
    "insecure": "with a wrong certificate",
    "unknown": "out of reach",
    "private": "private",
    "wrong": "without a page",
}
