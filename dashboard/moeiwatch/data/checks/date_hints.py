"""Which date was likely meant by what people and spreadsheets write, in the form of the data."""

import re
from datetime import date, timedelta

from moeiwatch.data.dates import parse_partial_date

BUDDHIST_YEARS = range(2400, 2701)
"""Years of the calendar that Thailand writes: 543 more than those of the common era."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_THAI_MONTHS = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?(?:[T ][0-9:.+Z-]*)?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(?: [0-9:.]*(?: ?[AP]M)?)?")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_IN_WORDS = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)?[ -])?([^\W\d]{3,9}|[\u0e00-\u0e7f.]{4,5})[ -]([0-9]{4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d]{3,9}) ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?")
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(36_526, 55_153)
"""Days as spreadsheets count them, of the years 2000 to 2050."""


def date_hint(value: object) -> str:
    """Return ``Did you mean x? `` with the date (or both that it may be), "" where nobody can say.

    Examples
    --------
    >>> date_hint("20/10/2568"), date_hint(45950)
    ('Did you mean 2025-10-20? ', 'Did you mean 2025-10-20? ')
    >>> date_hint("05/02/2025")
    'Did you mean 2025-02-05 (day first) or 2025-05-02 (month first)? '
    """
    meant = meant_dates(value)
    if len(meant) == 2:
        return f"Did you mean {meant[0]} (day first) or {meant[1]} (month first)? "
    return f"Did you mean {meant[0]}? " if meant else ""


def meant_dates(value: object) -> list[str]:
    """Return the date that was likely meant; two where either number may be the month, [] for none.

    Examples
    --------
    >>> meant_dates("5 March 2026"), meant_dates("05/02/2025")
    (['2026-03-05'], ['2025-02-05', '2025-05-02'])
    """
    if type(value) is int and value in _SERIALS:
        return [(_DAY_ZERO + timedelta(days=value)).isoformat()]
    if not isinstance(value, str) or len(value) > 40:
        return []
    plain = " ".join(value.split())
    if plain.isascii() and plain.isdigit() and len(plain) == 5:
        return meant_dates(int(plain))
    if found := _YEAR_LAST.fullmatch(plain):
        first, second, year = found.groups()
        either = (_written(year, second, first), _written(year, first, second))
        return [date for date in dict.fromkeys(either) if date]
    meant = _meant(plain)
    return [meant] if meant else []


def issued_hint(value: object) -> str:
    """Return the day of a publication as CSL writes it, from a text or a list that is not so; "" for none.

    Examples
    --------
    >>> issued_hint("20 October 2025"), issued_hint([2025, 10]), issued_hint("soon")
    ('[[2025, 10, 20]]', '[[2025, 10]]', '')
    """
    if isinstance(value, list) and 0 < len(value) <= 3:
        value = "-".join(str(part) for part in value if isinstance(part, int | str))
    text = str(value) if type(value) in (int, str) else ""
    found = _DAY.search(text if _DAY.fullmatch(text) else date_hint(text))
    return f"[[{', '.join(str(int(part)) for part in found[0].split('-'))}]]" if found else ""


def buddhist_hint(text: str) -> str:
    """Return the date that was likely meant where a year is one of the Buddhist era, "" for others.

    Examples
    --------
    >>> buddhist_hint("2568-02-12")
    'Did you mean 2025-02-12 (2568 - 543)? '
    """
    year = int(text[:4])
    return f"Did you mean {year - 543}{text[4:]} ({year} - 543)? " if year in BUDDHIST_YEARS else ""


def _meant(text: str) -> str:
    if found := _YEAR_FIRST.fullmatch(text):
        return _written(*found.groups())
    if found := _MONTH_YEAR.fullmatch(text):
        return _written(found[2], found[1], None)
    if found := _IN_WORDS.fullmatch(text):
        return _written(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _written(found[3], _month(found[1]), found[2])
    return ""


def _month(word: str) -> str:
    if word in _THAI_MONTHS:
        return str(_THAI_MONTHS.index(word) + 1)
    return str(_MONTHS.index(word[:3].casefold()) + 1) if word[:3].casefold() in _MONTHS else ""


def _written(year: str, month: str, day: str | None) -> str:
    """Return a date in the form of the data, in the common era; "" where there is no such day."""
    if not month:
        return ""
    common = int(year) - (543 if int(year) in BUDDHIST_YEARS else 0)
    text = f"{common:04}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    try:
        return parse_partial_date(text).text
    except ValueError:
        return ""
