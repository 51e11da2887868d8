"""All that changed between two states of the data, record by record."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from moeiwatch.data.changes.aligning import align_layers
from moeiwatch.data.changes.changed_ids import Ids, changed_ids, with_changed_ids
from moeiwatch.data.changes.facts import added_facts
from moeiwatch.data.changes.fields import FieldChange, field_changes
from moeiwatch.data.changes.files import FileChange, file_changes
from moeiwatch.data.changes.following import mark_following
from moeiwatch.data.changes.matching import Pair, match_records
from moeiwatch.data.changes.naming import name_record, record_names
from moeiwatch.data.changes.record_change import KINDS, RecordChange
from moeiwatch.data.changes.sides import Found, Schemas, Side
from moeiwatch.data.changes.states import State
from moeiwatch.data.changes.values import ABSENT
from moeiwatch.data.changes.wording import Names, lower_first, say_value
from moeiwatch.data.problems import Problem
from moeiwatch.data.schema import LAYERS, TABLES


@dataclass
class Changes:
    """What changed from one state to another.

    Attributes
    ----------
    before, after : what the two states are called.
    records : the records that changed, by layer, then kind, then id.
    files : what happened to the files themselves.
    unreadable : which state, and why a file of it could not be read.
    not_compared : by layer, how many records stand in one state only while the other is not whole.
    notes : what else should be said of the states.
    """

    before: str
    after: str
    records: list[RecordChange] = field(default_factory=list)
    files: list[FileChange] = field(default_factory=list)
    unreadable: list[tuple[str, Problem]] = field(default_factory=list)
    not_compared: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def has_meaning(self) -> bool:
        """False if the data says the same in both states, however it is written, as far as it can be read."""
        return bool(self.records or self.unreadable or any(f.has_meaning for f in self.files))

    @property
    def counts(self) -> dict[str, int]:
        """How many records were added, changed and so on; kinds that did not happen are left out, and
        records to which nothing happened but that they moved with their compound."""
        found = Counter(change.kind for change in self.records if not change.only_follows)
        return {kind: found[kind] for kind in KINDS if found[kind]}


def compare(
    before: State, after: State, *, schemas: Schemas, progress: Callable[[int, int], None] | None = None
) -> Changes:
    """Return what changed; never raises, whatever the files hold.

    Parameters
    ----------
    schemas : the schemas in whose words the changes are told, by layer; None where one cannot be read.
    progress : called before each layer with the number of layers done and of all.
    """
    old, new = Side(before, schemas=schemas), Side(after, schemas=schemas)
    changes = Changes(before.label, after.label, notes=[*before.notes, *after.notes])
    align_layers(old, new)
    names = record_names(old, new)
    layers = [*LAYERS, *TABLES, *sorted({n for s in (old, new) for n in s.layers if n.startswith("base/")})]
    layers = [layer for layer in layers if not _same_files(old, new, layer)]
    pairs = {layer: match_records(old.records(layer), new.records(layer)) for layer in layers}
    ids = changed_ids(pairs, new=new)
    for done, layer in enumerate(layers):
        if progress:
            progress(done, len(layers))
        for side, state in ((old, before), (new, after)):
            changes.unreadable += [(state.label, problem) for problem in side.faults(layer)]
        pair_changes = partial(_pair_changes, layer, old=old, new=new, changes=changes, names=names, ids=ids)
        found = [change for pair in pairs[layer] for change in pair_changes(pair)]
        changes.records += sorted(found, key=lambda c: (KINDS.index(c.kind), c.id, c.name))
    changes.records = mark_following(changes.records)
    changes.files = file_changes(old, new, names=names)
    return changes


def _pair_changes(
    layer: str, pair: Pair, *, old: Side, new: Side, changes: Changes, names: Names, ids: Ids
) -> Iterator[RecordChange]:
    missing = new if pair.after is None else old if pair.before is None else None
    if missing is not None and not missing.is_whole(layer):
        changes.not_compared[layer] = changes.not_compared.get(layer, 0) + 1
        return
    found: Found = pair.after or pair.before
    schema = old.schemas.get(layer)
    properties = schema.properties if schema is not None else {}
    fields: list[FieldChange] = []
    kind = "added" if pair.before is None else "removed"
    if pair.before is not None and pair.after is not None:
        fields = field_changes(
            with_changed_ids(pair.before.record, properties, ids=ids),
            pair.after.record,
            is_layer=found.collection.is_layer,
            properties=properties,
            names=names,
        )
        kind = _kind(fields)
    if pair.after is None and layer == "sources" and (into := new.former_sources.get(pair.before.record.id)):
        kind, fields = "merged", [_merged_source(into)]
    if fields or kind in ("added", "removed"):
        name = name_record(layer, found.record, properties, names=names)
        before, after = (side.record if side else None for side in (pair.before, pair.after))
        lost = (
            before is not None
            and before.id is not None
            and kind != "merged"
            and not layer.startswith("base/")
        )
        lost = lost and new.find(layer, before.id) is None
        told = added_facts(layer, after, properties, names=names) if kind == "added" else ()
        yield RecordChange(layer, kind, found.record.id or "", name, fields, before, after, lost, told)


def _kind(fields: list[FieldChange]) -> str:
    for change in fields:
        if change.after is not ABSENT and change.name in ("merged_into", "withdrawn"):
            return "merged" if change.name == "merged_into" else "withdrawn"
    return "changed"


def _merged_source(into: str) -> FieldChange:
    said = say_value(into, None)
    return FieldChange(
        "merged_into", lower_first("Merged into"), ABSENT, into, "", said, f"merged into {said}"
    )


def _same_files(old: Side, new: Side, layer: str) -> bool:
    """Return True if a layer stands in files of the same bytes in both states."""
    digests = [
        [side.state.entries[path].digest for path in side.layers.get(layer, [])] for side in (old, new)
    ]
    return sorted(digests[0]) == sorted(digests[1]) and all(digests[0])
