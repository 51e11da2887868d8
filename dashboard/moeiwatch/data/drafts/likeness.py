"""Records that may be the new one already: alike by name, date, place, people or source."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from moeiwatch.data.checks.duplicates import plain_text
from moeiwatch.data.contents import Contents, Record
from moeiwatch.data.drafts.event_likeness import NEAR_M, RELATION, event_reasons, metres_apart
from moeiwatch.data.drafts.lookup import names_of

_NEAR_NAME = 0.85
MOST_ALIKE = 5
"""Of one record so many that may be the same are told."""


@dataclass(frozen=True)
class Likeness:
    """A record that may be the same.

    Attributes
    ----------
    id : of the record.
    reasons : in what the two agree.
    strong : True if they agree in so much that the new one is not written unless somebody says so.
    advice : what else may be done than to compare the two, "" where nothing.
    """

    id: str
    reasons: tuple[str, ...]
    strong: bool
    advice: str = ""


def near_duplicates(layer: str, new: Record, contents: Contents, *, other_than: str = "") -> list[Likeness]:
    """Return the records of the layer that may be the new one, the most alike first, at most five.

    Compounds, crossings and actors are alike by name or by place. Events are alike when they agree in two or
    more of day (give or take three), place, people, and source; in three or more they are taken for one. The
    same people in events of two kinds (released, then flown home) are told, and never taken for one event.
    """
    found, compounds = [], contents.collections["compounds"].by_id
    for record in contents.collections[layer].records:
        if record.id is None or record.id == other_than or "merged_into" in record.properties:
            continue
        is_named = "name" in new.properties
        reasons = tuple(_named(new, record) if is_named else event_reasons(new, record, compounds=compounds))
        if len(reasons) < (1 if is_named else 2):
            continue
        if not is_named and new.properties.get("kind") != record.properties.get("kind"):
            found.append(Likeness(record.id, reasons, False, f", or set {RELATION}"))
        else:
            strong = "the same name" in reasons or len(reasons) >= 3
            found.append(Likeness(record.id, reasons, strong))
    return sorted(found, key=lambda like: (not like.strong, -len(like.reasons), like.id))[:MOST_ALIKE]


def _named(new: Record, old: Record) -> Iterator[str]:
    pairs = [
        (plain_text(a), plain_text(b)) for a in names_of(new.properties) for b in names_of(old.properties)
    ]
    same_kind = [new.properties.get(n) == old.properties.get(n) for n in ("variable", "statistic", "period")]
    if any(a == b for a, b in pairs) and all(same_kind):
        yield "the same name"
    elif all(same_kind) and any(_similar(a, b) for a, b in pairs):
        yield "a similar name"
    if (
        (metres := metres_apart(new, old)) is not None
        and metres <= NEAR_M
        and _is_exact(new)
        and _is_exact(old)
    ):
        yield f"{metres:.0f} m apart"


def _similar(first: str, second: str) -> bool:
    if min(len(first), len(second)) < 4 or abs(len(first) - len(second)) > 4:
        return False
    if [c for c in first if c.isdigit()] != [c for c in second if c.isdigit()]:
        return False
    matcher = SequenceMatcher(None, first[:100], second[:100], autojunk=False)
    return matcher.quick_ratio() >= _NEAR_NAME and matcher.ratio() >= _NEAR_NAME


def _is_exact(record: Record) -> bool:
    return record.properties.get("location_basis") in ("published_coordinates", "map_in_report")
