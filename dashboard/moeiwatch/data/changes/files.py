"""What happened to the files themselves: moved, rewritten without a change of meaning, added, gone."""

from dataclasses import dataclass
from typing import Any

from moeiwatch.data.changes.schema_phrases import is_schema, schema_phrases
from moeiwatch.data.changes.sides import Side
from moeiwatch.data.changes.story_steps import is_story, story_phrases
from moeiwatch.data.changes.values import meaning
from moeiwatch.data.changes.wording import Names


@dataclass(frozen=True)
class FileChange:
    """One file that is not as it was.

    Attributes
    ----------
    path : where it lies now, or lay before it was removed.
    kind : ``added``, ``removed``, ``changed``, ``moved``.
    was : where it lay before, if it was moved, else "".
    layer : the layer whose records it holds, "" where it holds none.
    members : names of members around the list of records that changed.
    told : what changed in a story or a schema, in sentences; () if it says the same as before, None for
        other files.
    """

    path: str
    kind: str
    was: str = ""
    layer: str = ""
    members: tuple[str, ...] = ()
    told: tuple[str, ...] | None = None

    @property
    def has_meaning(self) -> bool:
        """False for files of records, which are told one by one (only other members count here), for a story
        or a schema that says what it said, and for a file that was moved only."""
        is_same = bool(self.layer) or self.told == () or self.kind == "moved"
        return bool(self.members or self.told) or not is_same


def file_changes(old: Side, new: Side, *, names: Names) -> list[FileChange]:
    """Return the files whose bytes or place changed, by path."""
    holds = {path: layer for side in (old, new) for layer, paths in side.layers.items() for path in paths}
    before, after = old.state.entries, new.state.entries
    gone = {path for path in before if path not in after}
    changes = []
    for path in after:
        layer = holds.get(path, "")
        if path not in before:
            was = _origin(path, layer, gone, old, new, holds)
            gone.discard(was)
            members = _members(old, new, was, path, layer) if was else ()
            changes.append(FileChange(path, "moved" if was else "added", was, layer, members))
        elif not before[path].digest or before[path].digest != after[path].digest:
            members = _members(old, new, path, path, layer)
            changes.append(FileChange(path, "changed", "", layer, members, _told(old, new, path, names)))
    changes += [FileChange(path, "removed", "", holds.get(path, "")) for path in gone]
    return sorted(changes, key=lambda change: change.path)


def _told(old: Side, new: Side, path: str, names: Names) -> tuple[str, ...] | None:
    """Return what changed in a file that is told in sentences of its own, None for any other."""
    if not is_story(path) and not is_schema(path):
        return None
    values = [side.document(path).value for side in (old, new)]
    return story_phrases(*values, names=names) if is_story(path) else schema_phrases(*values)


def _origin(path: str, layer: str, gone: set[str], old: Side, new: Side, holds: dict[str, str]) -> str:
    """Return the file that this one was: of the same bytes, else the one other file of its layer."""
    digest = new.state.entries[path].digest
    same = sorted(was for was in gone if digest and old.state.entries[was].digest == digest)
    if same:
        return same[0]
    of_layer = [was for was in sorted(gone) if layer and holds.get(was) == layer]
    return of_layer[0] if len(of_layer) == 1 else ""


def _members(old: Side, new: Side, was: str, path: str, layer: str) -> tuple[str, ...]:
    """Return the members around the list of records that are not as they were."""
    if not layer or layer == "sources":
        return ()
    listed = "actors" if layer == "actors" else "features"
    values: list[dict[str, Any]] = []
    for side, place in ((old, was), (new, path)):
        value = side.document(place).value
        if not isinstance(value, dict):
            return ()
        values.append({name: inner for name, inner in value.items() if name != listed})
    before, after = values
    names = sorted({*before, *after})
    return tuple(
        n for n in names if meaning(before.get(n)) != meaning(after.get(n)) or (n in before) != (n in after)
    )
