"""The period of a view in words, and how old a record is."""

from datetime import date

from moeiwatch.data.citations import spell_date
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.viewstate import ViewState


def period_words(view: ViewState) -> str:
    """Return the period shown, in words.

    Examples
    --------
    >>> period_words(ViewState(since="2025-02"))
    'from February 2025'
    >>> period_words(ViewState())
    'all years'
    """
    since, until = (spell_date(month) for month in (view.since, view.until))
    if view.since and view.until:
        return since if since == until else f"{since} to {until}"
    if view.since or view.until:
        return f"from {since}" if view.since else f"to {until}"
    return "all years"


def age_words(text: str, *, as_of: date) -> str:
    """Return how long ago a partial date was at least, from the last day that it can mean.

    Examples
    --------
    >>> age_words("2026-02-13", as_of=date(2026, 11, 23)), age_words("2026-02-23", as_of=date(2026, 11, 23))
    ('over 9 months ago', '9 months ago')
    >>> age_words("2026-04", as_of=date(2026, 11, 28)), age_words("2026-11", as_of=date(2026, 11, 23))
    ('over 6 months ago', 'this month')
    >>> age_words("2026-10-30", as_of=date(2026, 11, 23)), age_words("2023", as_of=date(2026, 11, 28))
    ('less than a month ago', 'over 2 years ago')
    """
    end = min(parse_partial_date(text).end, as_of)
    months = (as_of.year - end.year) * 12 + as_of.month - end.month - (as_of.day < end.day)
    if months < 1:
        return "this month" if end.month == as_of.month else "less than a month ago"
    over = "" if end.day == as_of.day else "over "
    if months < 24:
        return f"{over}1 month ago" if months == 1 else f"{over}{months} months ago"
    is_exact = not over and months % 12 == 0
    return f"{'' if is_exact else 'over '}{months // 12} years ago"
