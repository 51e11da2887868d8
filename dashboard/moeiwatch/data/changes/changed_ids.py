"""Ids that were changed: who refers to a record under its new id says what was said before."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from moeiwatch.data.changes.matching import Pair
from moeiwatch.data.changes.sides import Side
from moeiwatch.data.checks.references import references_within
from moeiwatch.data.contents import Record
from moeiwatch.data.properties import Property

Ids = Mapping[str, Mapping[str, str]]
"""By layer, the ids that were changed, each with the one that it became."""


def changed_ids(pairs: Mapping[str, Iterable[Pair]], *, new: Side) -> Ids:
    """Return the ids that were changed, and those of publications that another one took over."""
    found = {
        layer: {
            pair.before.record.id: pair.after.record.id
            for pair in of_layer
            if pair.before and pair.after and pair.before.record.id and pair.after.record.id
            if pair.before.record.id != pair.after.record.id
        }
        for layer, of_layer in pairs.items()
    }
    gone = {id_: into for id_, into in new.former_sources.items() if id_ and not new.find("sources", id_)}
    return found | {"sources": gone | found.get("sources", {})}


def with_changed_ids(record: Record, properties: Mapping[str, Property], *, ids: Ids) -> Record:
    """Return a record of before with its references under the ids of now; the record itself without any."""
    facts: dict[str, Any] = {}
    for name in record.properties.keys() & properties.keys():
        value = record.properties[name]
        found = references_within(properties[name].schema, value, (name,))
        told = [(path, ids[layer][id_]) for path, id_, layer in found if id_ in ids.get(layer, ())]
        if told:
            facts[name] = _rewritten({name: copy.deepcopy(value)}, told)[name]
    if not facts:
        return record
    inside = record.value.get("properties")
    value = facts if not isinstance(inside, dict) else {"properties": {**inside, **facts}}
    return replace(record, properties={**record.properties, **facts}, value={**record.value, **value})


def _rewritten(facts: dict[str, Any], told: Iterable[tuple[tuple, str]]) -> dict[str, Any]:
    """Return facts with other ids in the given places; what then stands twice in a list stands once."""
    lists = []
    for path, id_ in told:
        inner = facts
        for part in path[:-1]:
            inner = inner[part]
        inner[path[-1]] = id_
        lists += [inner] if isinstance(inner, list) else []
    for items in lists:
        items[:] = [item for place, item in enumerate(items) if item not in items[:place]]
    return facts
