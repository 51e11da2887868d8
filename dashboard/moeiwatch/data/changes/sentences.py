"""Changes as sentences: ``KK Park: status active -> partly demolished (2026-02-09), 2 sources added``."""

from moeiwatch.data.changes.compare import Changes
from moeiwatch.data.changes.fields import FieldChange
from moeiwatch.data.changes.files import FileChange
from moeiwatch.data.changes.record_change import RecordChange
from moeiwatch.data.changes.values import ABSENT
from moeiwatch.data.changes.wording import join_phrases, visible
from moeiwatch.data.plurals import plural

_PROMISE = "without merged_into or withdrawn: ids are promises"
_LONGEST_REASON = 200


def record_phrase(change: RecordChange) -> str:
    """Return what happened to a record, without its name."""
    if change.kind == "added":
        return f"added: {join_phrases(change.facts)}" if change.facts else "added"
    if change.kind == "removed":
        return f"removed {_PROMISE}" if change.breaks_promise else "removed"
    ended = [_end_phrase(f) for f in change.fields if _is_end(f)]
    phrases = [_field_phrase(f, change) for f in change.fields if not _is_end(f)]
    return join_phrases([*ended, *(phrase for phrase in phrases if phrase)])


def record_sentence(change: RecordChange) -> str:
    """Return what happened to a record as one line of plain text."""
    return f"{change.name}: {record_phrase(change)}"


def file_phrase(change: FileChange) -> str:
    """Return what happened to a file, without its name."""
    members = (
        f", members changed: {', '.join(visible(m, limit=40) for m in change.members)}"
        if change.members
        else ""
    )
    if change.kind == "moved":
        return f"moved from {visible(change.was, limit=120)}{members}"
    return f"{change.kind}{members}" + (f": {'; '.join(change.told)}" if change.told else "")


def summary(changes: Changes) -> str:
    """Return the whole in one line: how many records were added, changed, merged, withdrawn, removed."""
    if not changes.has_meaning:
        return "no change of meaning" if changes.files else "no change"
    said = [f"{count:,} {kind}" for kind, count in changes.counts.items()]
    if not said:
        return _no_record_changed(changes)
    total = sum(changes.counts.values())
    words = f"{', '.join(said)} ({plural(total, 'record')})" if len(said) > 1 else _one(said[0], total)
    followers = sum(change.only_follows for change in changes.records)
    return words + (f"; {followers:,} more only moved with their compound" if followers else "")


def notes(changes: Changes) -> list[str]:
    """Return what stands beside the records: what could not be read or compared, and broken promises."""
    said = [*changes.notes]
    for state, problem in changes.unreadable:
        place = problem.file if problem.line is None else f"{problem.file}, line {problem.line}"
        said.append(visible(f"{place}: cannot be relied on in {state}: {problem.message}", limit=400))
    for layer, count in changes.not_compared.items():
        records = "1 record stands" if count == 1 else f"{count:,} records stand"
        said.append(
            f"{layer}: {records} in one state only, and was not compared"
            if count == 1
            else f"{layer}: {records} in one state only, and were not compared"
        )
    broken = sum(change.breaks_promise for change in changes.records)
    if broken:
        said.append(f"{broken:,} {'id has' if broken == 1 else 'ids have'} disappeared {_PROMISE}")
    return [visible(text) for text in said]


def _no_record_changed(changes: Changes) -> str:
    files = len({problem.file for _, problem in changes.unreadable})
    if not files:
        return "no record changed"
    return f"{plural(files, 'file')} cannot be relied on, no record of the others changed"


def _one(said: str, total: int) -> str:
    count, kind = said.split(" ")
    return f"{count} record{'' if total == 1 else 's'} {kind}"


def _is_end(change: FieldChange) -> bool:
    return change.name in ("merged_into", "withdrawn")


def _end_phrase(change: FieldChange) -> str:
    if change.after is ABSENT:
        return "no longer withdrawn" if change.name == "withdrawn" else "no longer merged into another"
    if change.name == "merged_into":
        return f"merged into {change.after_text}"
    facts = change.after if isinstance(change.after, dict) else {}
    reason = facts.get("reason")
    date = facts.get("date")
    said = f"withdrawn on {visible(date, limit=20)}" if isinstance(date, str) else "withdrawn"
    return f"{said}: {visible(reason, limit=_LONGEST_REASON)}" if isinstance(reason, str) else said


def _field_phrase(change: FieldChange, of: RecordChange) -> str:
    names = {field.name for field in of.fields}
    as_of = of.after.properties.get("status_as_of") if of.after is not None else None
    if change.name == "status" and isinstance(as_of, str):
        return f"{change.phrase} ({visible(as_of, limit=20)})"
    if change.name == "status_as_of" and "status" in names and change.after is not ABSENT:
        return ""
    if change.name == "geometry" and of.moves_with:
        return f"position moved with {of.moves_with}"
    if change.name == "geometry" and of.followers:
        move = (
            "record that takes its point moves" if of.followers == 1 else "records that take its point move"
        )
        return f"{change.phrase}; {of.followers:,} {move} with it"
    return change.phrase
