"""Counts with their nouns."""


def plural(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun.

    Examples
    --------
    >>> plural(1, "report"), plural(27, "report"), plural(2000, "country", "countries")
    ('1 report', '27 reports', '2,000 countries')
    """
    return f"{int(count):,} {one if count == 1 else many or one + 's'}"
