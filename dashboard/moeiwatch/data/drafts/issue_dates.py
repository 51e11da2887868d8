"""The date of a publication as CSL-JSON, BibLaTeX, RIS or a cell gives it, made into one of CSL."""

import re
from typing import Any

from moeiwatch.data.checks.date_hints import meant_dates
from moeiwatch.data.dates import parse_partial_date

_DATE = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_SEASONS = range(21, 42)
"""Months that stand for seasons and quarters in dates of ISO 8601-2, as Zotero and BibLaTeX write them."""


def issued(value: Any, said: list[str]) -> dict[str, Any]:
    """Return ``{"issued": ...}``, cut to what is known; {} for what is no date. What was cut is told.

    Parameters
    ----------
    said : takes what was changed or left out. Of a season the year is kept.

    Examples
    --------
    >>> issued({"literal": "Spring 2025"}, [])
    {'issued': {'date-parts': [[2025]]}}
    """
    if isinstance(value, dict):
        parts = value.get("date-parts")
        found = parts[0] if isinstance(parts, list) and parts else value.get("raw", value.get("literal"))
        if isinstance(parts, list) and len(parts) > 1:
            said.append("published: the first day of the period")
        value = "-".join(str(part) for part in found[:3]) if isinstance(found, list) else found
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    form = _DATE.match(text)
    meant = meant_dates(text) if form is None else []
    form = form or (_DATE.match(meant[0]) if len(meant) == 1 else _YEAR.search(text))
    numbers = [int(part) for part in form.groups() if part] if form else []
    if len(numbers) > 1 and numbers[1] in _SEASONS:
        numbers = numbers[:1]
    try:
        parse_partial_date("-".join(f"{n:04}" if i == 0 else f"{n:02}" for i, n in enumerate(numbers)))
    except ValueError:
        if value not in (None, ""):
            said.append(f"left out: the date {text[:40]!r}, which is none; write YYYY-MM-DD, YYYY-MM or YYYY")
        return {}
    whole = "-".join(f"{n:02}" for n in numbers)
    if form.group() != text.rstrip("/ ") or len(numbers) < sum(map(bool, form.groups())):
        said.append(f"published: {whole} of {text[:40]!r}")
    return {"issued": {"date-parts": [numbers]}}
