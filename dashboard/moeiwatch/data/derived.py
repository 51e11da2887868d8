"""What a table or a download tells of a record beyond what the record says: worked out for a view.

These columns have names of their own, so that no record's own value is written over. They are no part of a
record: where a file with them is read, they are passed over, and the canonical form leaves them out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Derived:
    """One such column.

    Attributes
    ----------
    title, description : words for people.
    like : property of the same layer whose kind of value it holds: its terms, its dates.
    """

    title: str
    description: str
    like: str


DERIVED: Mapping[str, Mapping[str, Derived]] = {
    "compounds": {
        "status_shown": Derived(
            "Status",
            "The status that held (or was known) at the end of the period; without an end, the record's.",
            like="status",
        ),
        "status_shown_as_of": Derived(
            "Status as of",
            "Date of the newest word that gives this status, as its record writes it.",
            like="status_as_of",
        ),
        "not_confirmed_since": Derived(
            "Not confirmed since",
            "That date, where by the end of the period more months had passed than a status is good for.",
            like="status_as_of",
        ),
        "newest_word": Derived(
            "Newest word",
            "Date of the newest status, construction report or rescue event on it by the end of the period.",
            like="status_as_of",
        ),
    }
}
"""The columns by layer. 'The end of the period' is the day of the download where a view has no end."""


def own_properties(layer: str, properties: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of a record without what was worked out for a view.

    Examples
    --------
    >>> own_properties("compounds", {"status": "raided", "status_shown": "active"})
    {'status': 'raided'}
    """
    foreign = DERIVED.get(layer, {}).keys() & properties.keys()
    return (
        {name: value for name, value in properties.items() if name not in foreign} if foreign else properties
    )
