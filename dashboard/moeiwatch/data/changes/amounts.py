"""Numbers that several properties tell together, as one phrase: people, a value as told."""

from collections.abc import Callable, Mapping
from typing import Any

from moeiwatch.data.changes.wording import say_number, say_value
from moeiwatch.data.properties import Property

Facts = Mapping[str, Any]
Properties = Mapping[str, Property]


def people_words(facts: Facts, properties: Properties | None = None) -> str:
    """Return how many people a record tells of; "" where it gives no number, or none that is one.

    Examples
    --------
    >>> people_words({"people_min": 45, "people_best": 60, "people_max": 80})
    '45 to 80 (best estimate 60)'
    >>> people_words({"people_min": 50, "people_best": 50}), people_words({"people_min": 7, "people_max": 7})
    ('at least 50', '7')
    """
    low, best, high = (facts.get(name) for name in ("people_min", "people_best", "people_max"))
    if any(value is not None and type(value) is not int for value in (low, best, high)):
        return ""
    if low is None and high is None:
        return "" if best is None else f"{best:,}"
    if low is None or high is None:
        words = f"at most {high:,}" if low is None else f"at least {low:,}"
    else:
        words = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    is_range = None not in (low, high) and low != high
    said = best is not None and (is_range or best not in (low, high))
    return f"{words} (best estimate {best:,})" if said else words


def measured_words(facts: Facts, properties: Properties) -> str:
    """Return a value as it is told: ``about 30``, ``31 to 35 hectares``; "" where there is no number."""
    value, most, unit = (facts.get(name) for name in ("value", "value_max", "unit"))
    if not _is_number(value) or not (most is None or _is_number(most)):
        return ""
    words = say_number(value, properties.get("value"))
    words += "" if most is None else f" to {say_number(most, properties.get('value'))}"
    if isinstance(exact := facts.get("value_qualifier"), str):
        words = f"{say_value(exact, properties.get('value_qualifier'))} {words}"
    if isinstance(unit, str) and unit != "count":
        words += f" {say_value(unit, properties.get('unit'))}"
    return words


def stretch_words(facts: Facts, properties: Properties) -> str:
    """Return where a reach lies along the river, ``kilometres 5.03 to 10``; "" without both its ends.

    Examples
    --------
    >>> stretch_words({"from_km": 5.03, "to_km": 10}, {})
    'kilometres 5.03 to 10'
    """
    ends = [facts.get(name) for name in ("from_km", "to_km")]
    if not all(map(_is_number, ends)):
        return ""
    start, end = (
        say_number(value, properties.get(name))
        for value, name in zip(ends, ("from_km", "to_km"), strict=True)
    )
    return f"kilometres {start} to {end}"


AMOUNTS: Mapping[tuple[str, ...], tuple[str, Callable[[Facts, Properties], str]]] = {
    ("people_min", "people_best", "people_max"): ("people", people_words),
    ("value", "value_max", "value_qualifier", "unit"): ("value", measured_words),
}
"""Properties that are one amount, with its title and its words."""


def amount_phrase(names: tuple[str, ...], before: Facts, after: Facts, properties: Properties) -> str:
    """Return what a sentence says of an amount that changed, "" where its properties are told apart."""
    title, words = AMOUNTS[names]
    was, now = (words(facts, properties) for facts in (before, after))
    odd = any(name in facts for facts, said in ((before, was), (after, now)) for name in names if not said)
    if odd or was == now:
        return ""
    return f"{title} {was or 'not given'} -> {now or 'not given'}"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
