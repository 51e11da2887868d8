"""Changes as plain text for a terminal, and as JSON for programs."""

from collections.abc import Iterator
from typing import Any

from moeiwatch.data.changes.compare import Changes
from moeiwatch.data.changes.files import FileChange
from moeiwatch.data.changes.lines import heading, lines_by_layer, told_lines
from moeiwatch.data.changes.record_change import RecordChange
from moeiwatch.data.changes.sentences import file_phrase, notes, record_phrase, record_sentence, summary
from moeiwatch.data.changes.values import ABSENT
from moeiwatch.data.changes.wording import visible
from moeiwatch.data.inline import inline
from moeiwatch.data.parsing import ExactNumber


def text_report(changes: Changes) -> Iterator[str]:
    """Yield the lines for a terminal; nothing in them moves the cursor or hides."""
    states = (visible(label, limit=200) for label in (changes.before, changes.after))
    yield f"From {' to '.join(states)}: {summary(changes)}."
    for layer, lines in lines_by_layer(changes):
        yield f"\n{heading(layer)}"
        yield from (f"  {line.name}: {line.phrase}" for line in lines)
    if other := told_files(changes):
        yield "\nFiles"
        yield from (f"  {visible(change.path, limit=200)}: {file_phrase(change)}" for change in other)
    said = notes(changes)
    if said:
        yield ""
        yield from (f"Note: {note}" for note in said)


def json_report(changes: Changes) -> dict[str, Any]:
    """Return everything as plain values: what a program needs to show or to count the changes.

    ``lines`` are what is told, in few lines; ``records`` are all of them, each with its properties.
    """
    return {
        "before": changes.before,
        "after": changes.after,
        "summary": summary(changes),
        "has_meaning": changes.has_meaning,
        "counts": changes.counts,
        "lines": [
            {
                "layer": line.layer,
                "id": line.id,
                "name": line.name,
                "change": line.kind,
                "phrase": line.phrase,
            }
            for line in told_lines(changes)
        ],
        "records": [_record(change) for change in changes.records],
        "files": [
            {
                "path": f.path,
                "change": f.kind,
                "was": f.was,
                "layer": f.layer,
                "members": list(f.members),
                "phrase": file_phrase(f),
                **({} if f.told is None else {"told": list(f.told)}),
            }
            for f in changes.files
        ],
        "unreadable": [{"state": state, **problem.as_dict()} for state, problem in changes.unreadable],
        "not_compared": changes.not_compared,
        "notes": notes(changes),
    }


def told_files(changes: Changes) -> list[FileChange]:
    """Return the files of which something is told; those of records are told record by record."""
    return [change for change in changes.files if change.has_meaning or change.kind == "moved"]


def _record(change: RecordChange) -> dict[str, Any]:
    return {
        "layer": change.layer,
        "id": change.id,
        "name": change.name,
        "change": change.kind,
        "sentence": record_sentence(change),
        "phrase": record_phrase(change),
        "breaks_promise": change.breaks_promise,
        **({"moves_with": change.moves_with} if change.only_follows else {}),
        "fields": [
            {
                "name": f.name,
                "title": f.title,
                "phrase": f.phrase,
                **({} if f.before is ABSENT else {"before": _plain(f.before)}),
                **({} if f.after is ABSENT else {"after": _plain(f.after)}),
            }
            for f in change.fields
        ],
        **({"before": _plain(change.before.value)} if change.kind == "removed" and change.before else {}),
        **({"after": _plain(change.after.value)} if change.kind == "added" and change.after else {}),
    }


def _plain(value: Any) -> Any:
    """Return a value as JSON can write it; a number of more digits than a float holds as text."""
    if isinstance(value, ExactNumber):
        return inline(value)
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
