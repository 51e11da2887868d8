"""A status that changed has to say as of when, and what shows it."""

from collections.abc import Iterator

from moeiwatch.data.changes.compare import Changes, RecordChange
from moeiwatch.data.contents import Collection, Contents
from moeiwatch.data.problems import Problem, shorten

_READ_AGAIN = "write the day on which you read it again into verified."


def check_statuses(changes: Changes, contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each status that changed while its date or its sources stayed as they were.

    A mistake may be mended without either: then ``verified`` says that the old sources were read again.
    """
    for change in changes.records:
        collection = contents.collections.get(change.layer)
        known = collection.schema.properties if collection and collection.schema else ()
        if change.kind == "changed" and "status" in known and "status_as_of" in known:
            yield from _status_problems(change, collection)


def _status_problems(change: RecordChange, collection: Collection) -> Iterator[Problem]:
    names = {field.name.partition("[")[0] for field in change.fields}
    record = collection.by_id.get(change.after.id)
    if not {"status", "status_as_of"} & names or "verified" in names or record is None:
        return
    old, new = change.before.properties, change.after.properties
    if str(new.get("status")) not in collection.schema.properties["status"].terms:
        return  # told by `checks.values`: likely the old status misspelt
    if "status" in names and "status_as_of" not in names:
        says = f"the status changed from {shorten(old.get('status'))} to {shorten(new.get('status'))}"
        as_of = shorten(new["status_as_of"]) if "status_as_of" in new else "absent"
        message = f"{says}, but status_as_of is {as_of} as before"
        remedy = f"Write the date of which the source gives it. If a mistake is mended, {_READ_AGAIN}"
        yield collection.problem(record, "status_as_of", message, remedy=remedy)
    if "sources" not in names:
        what = "status" if "status" in names else "date of the status"
        message = f"the {what} changed, but sources are as before: nothing shows it"
        remedy = f"Add the id of the publication that shows it. If one that is cited does, {_READ_AGAIN}"
        yield collection.problem(record, "sources", message, remedy=remedy)
