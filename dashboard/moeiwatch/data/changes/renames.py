"""Ids that were changed: one problem with both ways out, in the place of all that follows from it."""

from collections import Counter
from collections.abc import Iterable

from moeiwatch.data.changes.compare import Changes, RecordChange
from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import WARNING, Problem, shorten

_MOST = 20
"""Of a layer so many changed ids are told one by one."""

_TELLING = ("name", "summary", "finding", "title", "URL")
"""Properties of which each is hardly the same in two records by chance."""


def renamed_ids(changes: Changes, contents: Contents) -> dict[tuple[str, str], Problem]:
    """Return the problem of each id that was changed into another, by layer and the id that it was."""
    lost = [c for c in changes.records if c.breaks_promise and c.layer in contents.collections]
    of_layer = Counter(change.layer for change in lost)
    found = {}
    for change in lost:
        if of_layer[change.layer] > _MOST:
            continue  # `promises.lost_ids` tells of many in one sentence
        new = change.after.id if change.after is not None else _successor(change, changes)
        collection = contents.collections[change.layer]
        if new and (record := collection.by_id.get(new)):
            old = shorten(change.before.id)
            message = f"the id {old} was changed into {shorten(new)}: ids are promises"
            remedy = f'Write "id": {old} again. {_way_to_stay(change.layer, old=old, new=shorten(new))}'
            found[change.layer, change.before.id] = collection.problem(record, "id", message, remedy=remedy)
    return found


def _way_to_stay(layer: str, *, old: str, new: str) -> str:
    """Return how the new id can stay, ids given as they are written."""
    if layer == "sources":
        return f'Or write "other_ids": [{old}] into custom, and cite {new} in every record that cites {old}.'
    return f'If the new id has to stay, put the record {old} back as well, with "merged_into": {new}.'


def _successor(change: RecordChange, changes: Changes) -> str | None:
    """Return the id of a record that was added where one went, if it tells the same of itself."""
    facts = {name: value for name in _TELLING if (value := change.before.properties.get(name))}
    for other in changes.records:
        is_new = other.layer == change.layer and other.kind == "added" and other.after.id
        if is_new and any(other.after.properties.get(name) == value for name, value in facts.items()):
            return other.after.id
    return None


def without_consequences(
    problems: Iterable[Problem], renamed: dict[tuple[str, str], Problem]
) -> list[Problem]:
    """Return the problems without those that are gone when a changed id is right again.

    These are references to it, and warnings about the new id, such as that nobody cites it.
    """
    references = {f"{shorten(id_)} is no id in {told.file}" for (_, id_), told in renamed.items()}
    places = {(told.file, told.record, told.field) for told in renamed.values()}
    return [
        p
        for p in problems
        if p.message not in references
        and (p.severity != WARNING or (p.file, p.record, p.field) not in places)
    ]
