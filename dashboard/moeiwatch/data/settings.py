"""What whoever runs or exports the map can set, in one place: environment variables, read and judged here.

A value that cannot be used is put aside with a sentence about it, and the default stands: a slip in a setting
never takes the map away. Values are plain text until they are shown; each sink escapes them for itself.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from moeiwatch.data.problems import shorten

TILES = ("light", "satellite")
"""Base layers that other hosts serve, in the order in which they are offered."""

LONGEST_TITLE = 60
LONGEST_BANNER = 300

_REPOSITORY = re.compile(r"https://github\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38})/([A-Za-z0-9._-]{1,100})")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
_WEB = re.compile(
    r"https://(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?::[0-9]{1,5})?(?:/[!#-;=?-_a-z~]{0,400})?"
)
_LONGEST_VALUE = 2000


@dataclass(frozen=True)
class Settings:
    """The settings of one host of the map.

    Attributes
    ----------
    title : name of the site, one line. Data and citations keep the project's own name.
    repository : address of the repository on GitHub without a slash at the end, "" where there is none.
    tiles : which of `TILES` are offered; () for none.
    contact : mail address or web address (https) for take-downs and questions, "" where none is named.
    banner : a sentence shown above everything, "" for none.
    faults : sentences on values that could not be used; their defaults stand.
    """

    title: str = "Moei Watch"
    repository: str = ""
    tiles: tuple[str, ...] = TILES
    contact: str = ""
    banner: str = ""
    faults: tuple[str, ...] = ()

    @property
    def contact_link(self) -> str:
        """The contact as an address to follow, "" where none is named."""
        return f"mailto:{self.contact}" if "@" in self.contact and "/" not in self.contact else self.contact


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings; empty variables count as not set.

    Parameters
    ----------
    environment : names to values; by default the process's own.
    """
    given = os.environ if environment is None else environment
    values: dict[str, str | tuple[str, ...]] = {}
    faults = []
    for variable, (name, parse) in VARIABLES.items():
        text = given.get(variable, "").strip()
        if not text:
            continue
        try:
            if len(text) > _LONGEST_VALUE:
                raise ValueError(f"holds {len(text):,} characters")
            values[name] = parse(text)
        except ValueError as fault:
            faults.append(f"The setting {variable} is not used: {shorten(text, limit=60)} {fault}.")
    return Settings(**values, faults=tuple(faults))


def parse_line(text: str, *, longest: int) -> str:
    """Return a text of one line, blanks put in order.

    Raises
    ------
    ValueError
        If it is longer than `longest` characters, or holds what cannot be seen or turns the writing round.
    """
    line = " ".join(text.split())
    if len(line) > longest:
        raise ValueError(f"is longer than {longest} characters")
    if any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") or c in _TURNS for c in line):
        raise ValueError("holds characters that cannot be shown")
    return line


def parse_repository(text: str) -> str:
    """Return the address of a repository on GitHub in its plain form; ValueError for anything else.

    Examples
    --------
    >>> parse_repository("https://github.com/somebody/moei-watch.git/")
    'https://github.com/somebody/moei-watch'
    """
    plain = text.rstrip("/").removesuffix(".git")
    found = _REPOSITORY.fullmatch(plain)
    if found is None or found[2] in (".", ".."):
        raise ValueError("is no address such as https://github.com/OWNER/NAME")
    return plain


def parse_tiles(text: str) -> tuple[str, ...]:
    """Return the base layers that are offered, of `TILES`: ``light,satellite``, one of them, or ``off``."""
    parts = {part for part in re.split(r"[,\s]+", text.lower()) if part}
    if parts in ({"off"}, {"none"}):
        return ()
    if parts == {"on"}:
        return TILES
    if not parts or not parts <= set(TILES):
        raise ValueError(f"is neither off nor a list of {', '.join(TILES)}")
    return tuple(name for name in TILES if name in parts)


def parse_contact(text: str) -> str:
    """Return a mail address or an https address; ValueError for anything else."""
    mail = text.removeprefix("mailto:")
    if _MAIL.fullmatch(mail):
        return mail
    if not _WEB.fullmatch(text):
        raise ValueError("is neither a mail address nor one that begins with https://")
    return text


_TURNS = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

VARIABLES: Mapping[str, tuple[str, Callable[[str], str | tuple[str, ...]]]] = {
    "MOEIWATCH_TITLE": ("title", lambda text: parse_line(text, longest=LONGEST_TITLE)),
    "MOEIWATCH_REPOSITORY": ("repository", parse_repository),
    "MOEIWATCH_TILES": ("tiles", parse_tiles),
    "MOEIWATCH_CONTACT": ("contact", parse_contact),
    "MOEIWATCH_BANNER": ("banner", lambda text: parse_line(text, longest=LONGEST_BANNER)),
}
"""Environment variables: the attribute of `Settings` that each sets, and what reads its text."""
