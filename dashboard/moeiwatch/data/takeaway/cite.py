"""'Cite this view': what was seen, in which version of the data, on which day, at which address."""

import re

from moeiwatch.data.citations import spell_date
from moeiwatch.data.takeaway.about import PROJECT, SUBJECT, About
from moeiwatch.data.takeaway.filters import ALL

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def cite_text(about: About, *, what: str = "") -> str:
    """Return a citation as a line of text.

    Parameters
    ----------
    what : what was looked at, such as the title of a page; "" for the whole.

    Examples
    --------
    >>> from datetime import date
    >>> cite_text(About("1f0f", ALL, date(2026, 11, 23), "https://example.org/?month=3"), what="River")
    'Moei Watch: Scam compounds along the Thai-Myanmar border. River. Data version 1f0f, 2026. Accessed 23 November 2026. https://example.org/?month=3'
    """  # noqa: E501 - a citation is one line
    parts = [
        f"{PROJECT}: {SUBJECT}",
        _one_line(what),
        "" if about.filters == ALL else f"Filters: {_one_line(about.filters)}",
        f"Data version {about.version_words}, {about.downloaded.year}",
        f"Accessed {spell_date(about.downloaded.isoformat())}",
    ]
    return ". ".join(part for part in parts if part) + "." + (f" {about.address}" if about.address else "")


def cite_bibtex(about: About, *, what: str = "") -> str:
    """Return a citation as a BibTeX entry (``@misc``; the address in ``url``, set as it stands)."""
    title = f"{PROJECT}: {SUBJECT}" + (f". {_one_line(what)}" if _one_line(what) else "")
    note = f"Data version {about.version_words}. Accessed {about.downloaded.isoformat()}"
    if about.filters != ALL:
        note += f". Filters: {_one_line(about.filters)}"
    fields = {
        "author": f"{{{PROJECT}}}",
        "title": f"{{{bibtex_text(title)}}}",
        "year": str(about.downloaded.year),
        "version": bibtex_text(about.version_words),
        "note": bibtex_text(note),
        "urldate": about.downloaded.isoformat(),
    }
    if about.address:
        fields["url"] = bibtex_address(about.address)
    key = re.sub(r"[^a-z0-9]", "", f"moeiwatch{about.downloaded:%Y%m%d}{about.version[:7]}".lower())
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n"


def bibtex_text(text: str) -> str:
    r"""Return a text for a field of BibTeX: what TeX takes for its own is escaped.

    Examples
    --------
    >>> print(bibtex_text("50% & more_or {less}"))
    50\% \& more\_or \{less\}
    """
    return "".join(_SPECIAL.get(letter, letter) for letter in _one_line(text))


def bibtex_address(address: str) -> str:
    """Return an address for ``url``: what could end the field or start a command is percent-encoded."""
    return "".join(
        "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
        if letter in '{}\\^~"<>`|' or letter.isspace() or not letter.isprintable() or not letter.isascii()
        else letter
        for letter in address
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
