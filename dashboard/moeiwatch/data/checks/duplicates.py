"""Warnings of records that look like one another: one thing may have been entered twice."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from moeiwatch.data.checks.walk import stop_early
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.inline import inline
from moeiwatch.data.problems import WARNING, Problem
from moeiwatch.data.web_addresses import plain_address

_SAME = {
    "compounds": (("name",),),
    "construction_reports": (
        ("compound", "place", "observed", "observed_end", "kind", "metric", "value", "unit"),
    ),
    "rescue_events": (
        ("compound", "place", "date", "date_end", "kind", "people_min", "people_best", "people_max"),
    ),
    "interventions": (("date", "date_end", "kind", "actor", "target"),),
    "crossings": (("name",),),
    "hydrology": (("name", "variable", "statistic", "period"),),
    "season_evidence": (("date", "place", "season", "finding"),),
    "actors": (("name",),),
}
"""Of each layer the properties that no two records should share, all of them together."""


_PUNCTUATION = re.compile("[^a-z0-9]+")
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
"""Accents on Latin letters; marks of other scripts are part of their words."""


def check_near_duplicates(contents: Contents) -> list[Problem]:
    """Warn of records that agree in everything that tells records of their layer apart."""
    problems = []
    for name, keys in _SAME.items():
        collection = contents.collections[name]
        for properties in keys:
            shared = ", ".join(p for p in properties)
            found = _twins(collection, lambda r, p=properties: _key(r, p), f"the same {shared}")
            problems += stop_early(collection, found)
    sources = contents.collections["sources"]
    problems += stop_early(sources, _twins(sources, _address, "the same address"))
    problems += stop_early(sources, _twins(sources, _publication, "the same publisher, title and date"))
    return problems


def _twins(collection: Collection, key: Callable[[Record], Any], what: str) -> Iterator[Problem]:
    groups: dict[Any, list[Record]] = defaultdict(list)
    for record in collection.records:
        found = key(record)
        if found is not None and not {"merged_into", "withdrawn"} & set(record.properties):
            groups[found].append(record)
    for first, *others in groups.values():
        for record in others:
            if record.id != first.id:
                message = f"this record and {collection.label(first)} have {what}"
                remedy = _one_of_two(collection, new=record, old=first)
                yield collection.problem(record, "id", message, severity=WARNING, remedy=remedy)


def _one_of_two(collection: Collection, *, new: Record, old: Record) -> str:
    """Return what to do where two records may be one; publications know no ``merged_into``."""
    if collection.name == "sources":
        return (
            f"If both are one, take {new.id} out and write {old.id} wherever it is cited. If it is not new, "
            f'write "other_ids": ["{new.id}"] into custom of {old.id}.'
        )
    return f'If both are one, write "merged_into": "{old.id}" into this one, or take it out if it is new.'


def _key(record: Record, properties: tuple[str, ...]) -> Any:
    values = [record.properties.get(name) for name in properties]
    if sum(value is not None for value in values) < min(2, len(properties)):
        return None
    return tuple(plain_text(v) if isinstance(v, str) else v if v is None else inline(v) for v in values)


def _address(record: Record) -> Any:
    custom = record.properties.get("custom")
    read_at = custom.get("read_at") if isinstance(custom, dict) else None
    address = record.properties.get("URL") or read_at
    return plain_address(address) if isinstance(address, str) else None


def _publication(record: Record) -> Any:
    title, issued = record.properties.get("title"), record.properties.get("issued")
    publisher = record.properties.get("container-title") or record.properties.get("publisher")
    if not (isinstance(title, str) and isinstance(publisher, str) and issued):
        return None
    return plain_text(title), plain_text(publisher), inline(issued)


def plain_text(text: str) -> str:
    """Return a text without case, accents, punctuation and white space, to tell whether two say the same.

    Examples
    --------
    >>> plain_text("K.K. Park") == plain_text("KK park")
    True
    """
    if text.isascii():
        return _PUNCTUATION.sub("", text[:1000].lower()) or text
    decomposed = unicodedata.normalize("NFKD", text[:1000]).casefold()
    return "".join(c for c in decomposed if unicodedata.category(c)[0] in "LNM" and c not in _ACCENTS) or text
