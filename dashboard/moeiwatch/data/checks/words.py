"""How problems are put into words: allowed terms, and the nearest one to what was written."""

from collections.abc import Iterable
from difflib import get_close_matches

_MOST = 20

MOST_PROBLEMS = 100
"""Of one record so many problems of a kind are told at most: a file made to flood the report does not."""


def list_terms(terms: Iterable) -> str:
    """Return the allowed terms as a sentence: ``Allowed are: a, b, c.``."""
    terms = [str(term) for term in terms]
    more = f" and {len(terms) - _MOST} more" if len(terms) > _MOST else ""
    return f"Allowed are: {', '.join(terms[:_MOST])}{more}."


def suggest(written: object, terms: Iterable) -> str:
    """Return ``Did you mean x? `` for the nearest term, "" where none is near.

    Examples
    --------
    >>> suggest("demolishd", ["active", "demolished"])
    'Did you mean demolished? '
    """
    near = nearest(written, terms)
    return f"Did you mean {near}? " if near else ""


def nearest(written: object, terms: Iterable) -> str:
    """Return the nearest other term, "" where none is near."""
    if not isinstance(written, str) or len(written) > 200:
        return ""
    terms = [term for term in terms if isinstance(term, str)]
    plain = written.strip().casefold().replace(" ", "_")
    for term in terms:
        if term.casefold() in (plain, plain.replace("_", "-"), plain.replace("-", "_")) and term != written:
            return term
    near = get_close_matches(written, terms, n=1, cutoff=0.6) or get_close_matches(
        plain, terms, n=1, cutoff=0.6
    )
    return near[0] if near and near[0] != written else ""
