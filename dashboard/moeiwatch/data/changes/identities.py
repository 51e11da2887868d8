"""What a record may not become unseen: another record under its id, or valid again after it was withdrawn."""

from collections.abc import Iterator

from moeiwatch.data.changes.compare import Changes, RecordChange
from moeiwatch.data.changes.values import ABSENT
from moeiwatch.data.contents import Collection, Contents
from moeiwatch.data.problems import WARNING, Problem

_IDENTIFYING: dict[str, tuple[int, tuple[str, ...]]] = {
    "compounds": (2, ("name", "geometry")),
    "construction_reports": (2, ("compound", "place", "observed", "kind", "metric")),
    "rescue_events": (2, ("date", "compound", "place", "kind")),
    "interventions": (2, ("date", "kind", "actor", "target")),
    "crossings": (2, ("name", "geometry")),
    "hydrology": (2, ("name", "variable", "statistic")),
    "season_evidence": (2, ("date", "place", "finding")),
    "actors": (2, ("name", "kind", "summary")),
    "sources": (3, ("title", "issued", "URL", "read_at")),
}
"""Of each layer the properties that tell which thing a record is of, and how many of them, changed at once
along with all sources, make another thing of it. Compound and place are one, as are the two addresses."""

_ONE = {"place": "compound", "read_at": "URL"}


def check_identities(changes: Changes, contents: Contents) -> Iterator[Problem]:
    """Yield a warning for each id that was likely given to another record, and each that is valid again.

    A record is likely another one if what tells which it is changed along with all of its sources.
    """
    for change in changes.records:
        collection = contents.collections.get(change.layer)
        if change.kind == "changed" and collection and collection.by_id.get(change.after.id):
            yield from _taken_over(change, collection)
            yield from _valid_again(change, collection)


def _taken_over(change: RecordChange, collection: Collection) -> Iterator[Problem]:
    least, identifying = _IDENTIFYING.get(change.layer, (0, ()))
    changed = {field.name.rpartition(".")[2] for field in change.fields}
    told = list(dict.fromkeys(_ONE.get(name, name) for name in identifying if name in changed))
    if change.before.id != change.after.id or not least or len(told) < least or _shares_source(change):
        return
    what = ", ".join(told if change.layer == "sources" else [*told, "sources"])
    message = f"is this another record? {what} changed at once"
    out = (
        f"cite the old one or write {change.after.id} into custom.other_ids of the one that took it over"
        if change.layer == "sources"
        else 'withdraw this one if it was wrong ("withdrawn": {"date": "YYYY-MM-DD", "reason": "why"})'
    )
    remedy = (
        "Ids are never given to another: put this one back as it was, add a new record with an id of its "
        f"own, and {out}. If it is the same one, keep one of its sources."
    )
    record = collection.by_id[change.after.id]
    yield collection.problem(record, "id", message, severity=WARNING, remedy=remedy)


def _shares_source(change: RecordChange) -> bool:
    cited = [record.properties.get("sources") for record in (change.before, change.after)]
    old, new = (
        [id_ for id_ in ids if isinstance(id_, str)] if isinstance(ids, list) else [] for ids in cited
    )
    return bool(set(old) & set(new))


def _valid_again(change: RecordChange, collection: Collection) -> Iterator[Problem]:
    fields = {field.name.partition("[")[0]: field for field in change.fields}
    if {"sources", "verified"} & set(fields):
        return
    for name in ("withdrawn", "merged_into"):
        if name in fields and fields[name].after is ABSENT:
            message = f"{name} was taken out: the record counts again, and nothing shows why"
            remedy = (
                f"Put {name} back. If the record is right after all, add the id of a publication that shows "
                "it, or write the day on which you read one that is cited again into verified."
            )
            record = collection.by_id[change.after.id]
            yield collection.problem(record, name, message, severity=WARNING, remedy=remedy)
