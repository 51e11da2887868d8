"""A value as people write it in an answer: ``yes``, ``a; b``, ``Kenya 20; Ethiopia 138``."""

from typing import Any

from moeiwatch.data.country_names import country_name
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.inline import inline
from moeiwatch.data.properties import Property


def answer_words(value: Any, prop: Property | None, lookup: Lookup) -> str:
    """Return a value in words, terms by their titles and records with their names.

    Parameters
    ----------
    prop : the property that it belongs to, None where the schema has none.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return _text(value, prop, lookup)
    if isinstance(value, list):
        return "; ".join("-" if item is None else answer_words(item, prop, lookup) for item in value)
    if isinstance(value, dict) and set(value) == {"date-parts"}:
        return "; ".join(
            "-".join(f"{n:02}" if isinstance(n, int) else str(n) for n in part)
            for part in value["date-parts"]
        )
    if isinstance(value, dict) and all(isinstance(inner, int) for inner in value.values()):
        return "; ".join(f"{country_name(name)} {count}" for name, count in value.items())
    if isinstance(value, dict) and all(isinstance(inner, str) for inner in value.values()):
        return " ".join(value.values())
    return inline(value)


def _text(value: str, prop: Property | None, lookup: Lookup) -> str:
    if prop is not None and value in prop.terms:
        return prop.terms[value].title
    return lookup.words(prop.references, value) if prop is not None and prop.references else value
