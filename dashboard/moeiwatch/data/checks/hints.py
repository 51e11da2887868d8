"""What was likely meant by a value of a wrong kind or form, ready to be written into the file."""

import re
from collections.abc import Iterable

from moeiwatch.data.checks.patterns import ecma_pattern

_NUMBER = re.compile(
    r"[-+]?[0-9]{1,3}(?:[, '\u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?|[-+]?[0-9]{1,15}(?:\.[0-9]{1,9})?"
)
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_BOOLEANS = {"true": "true", "yes": "true", "y": "true", "false": "false", "no": "false", "n": "false"}


def kind_hint(value: object, kinds: Iterable[str]) -> str:
    """Return how to write a value of a wrong type, "" where nobody can say.

    Examples
    --------
    >>> kind_hint("2,000", ["integer"])
    'Write 2000, without quotes and commas. '
    >>> kind_hint("yes", ["boolean"]), kind_hint(7, ["string"])
    ('Write true, without quotes. ', 'Write it in quotes: "7". ')
    """
    plain = value.strip() if isinstance(value, str) and len(value) <= 60 else ""
    if plain and {"integer", "number"} & set(kinds) and _NUMBER.fullmatch(plain):
        number = re.sub("[, '\u00a0\u202f]", "", plain).lstrip("+")
        number = re.sub("^(-?)0+(?=[0-9])", r"\1", number)
        if "number" in kinds or "." not in number:
            return f"Write {number}, without quotes{' and commas' if number != plain else ''}. "
    if plain and "boolean" in kinds and (meant := _BOOLEANS.get(plain.casefold())):
        return f"Write {meant}, without quotes. "
    if "string" in kinds and type(value) in (int, float) and len(repr(value)) <= 60:
        return f'Write it in quotes: "{value}". '
    if plain and plain.isprintable() and '"' not in plain and "array" in kinds:
        return f'Write a list: ["{plain}"]. '
    return ""


def form_hint(value: object, pattern: str) -> str:
    """Return ``Did you mean x? `` with the nearest text of the form that a pattern asks for, "" for none.

    Examples
    --------
    >>> form_hint("KK Park", "^[a-z0-9]+(-[a-z0-9]+)*$")
    'Did you mean kk-park? '
    """
    if not isinstance(value, str) or len(value) > 100:
        return ""
    plain = " ".join(value.split())
    for meant in (plain, plain.casefold(), _NO_SLUG.sub("-", plain.casefold()).strip("-")):
        if meant != value and meant.isprintable() and ecma_pattern(pattern).search(meant):
            return f"Did you mean {meant}? "
    return ""
