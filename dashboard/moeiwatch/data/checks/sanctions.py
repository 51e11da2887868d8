"""A rule on the sanctions that a compound tells of: those on whom it names, no more and no fewer."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from moeiwatch.data.checks.walk import check_records
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import WARNING, Problem

_NAMING = ("armed_groups", "operators")

Sanction = tuple[str, str]
"""Authority and day."""


def check_sanctions(contents: Contents) -> list[Problem]:
    """Warn of compounds whose ``sanctions`` are not those on the actors named with them.

    These are the dated sanctions in ``actors.json`` on whom the record names as armed group or operator, and
    on those said to be members of such a one.
    """
    listed = _listed(contents.collections["actors"])

    def rule(collection: Collection, record: Record) -> Iterator[Problem]:
        properties = record.properties
        if "withdrawn" in properties or "merged_into" in properties:
            return
        named = {one for name in _NAMING for one in _actors(properties.get(name))}
        told = set(_sanctions(properties.get("sanctions")))
        meant = {sanction: who for sanction, who in listed.items() if who & named}
        parts = []
        if missing := sorted(meant.keys() - told, key=_by_day):
            parts.append(f"sanctions leaves out {_words(missing)}, on those named with the compound")
        if foreign := sorted(told - meant.keys(), key=_by_day):
            parts.append(f"{_words(foreign)} is on nobody who is named with the compound")
        if parts:
            wanted = [
                dict(zip(("authority", "date"), one, strict=True)) for one in sorted(meant, key=_by_day)
            ]
            remedy = f'Write "sanctions": {json.dumps(wanted)}.' if wanted else "Take sanctions out."
            remedy += " Or mend who is named, or actors.json."
            yield collection.problem(record, "sanctions", "; ".join(parts), severity=WARNING, remedy=remedy)

    return check_records([contents.collections["compounds"]], rule)


def _listed(actors: Collection) -> dict[Sanction, set[str]]:
    """Return each sanction with the actors under it and the groups of which these are members."""
    found: dict[Sanction, set[str]] = {}
    for record in actors.records:
        groups = record.properties.get("member_of")
        of = [one for one in groups if isinstance(one, str)] if isinstance(groups, list) else []
        for sanction in _sanctions(record.properties.get("sanctions")):
            found.setdefault(sanction, set()).update(one for one in (record.id, *of) if one)
    return found


def _sanctions(entries: Any) -> Iterator[Sanction]:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, Mapping):
            authority, day = entry.get("authority"), entry.get("date")
            if isinstance(authority, str) and isinstance(day, str):
                yield authority, day


def _actors(entries: Any) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get("actor"), str):
            yield entry["actor"]


def _by_day(sanction: Sanction) -> Sanction:
    return sanction[1], sanction[0]


def _words(sanctions: list[Sanction]) -> str:
    return ", ".join(f"{authority} {day}"[:40] for authority, day in sanctions[:6])
