"""Changes as Markdown for a comment on GitHub: sentences, a table, and a map, within GitHub's limits."""

from collections.abc import Iterator

from moeiwatch.data.changes.compare import Changes
from moeiwatch.data.changes.escaping import escape_markdown, escape_within
from moeiwatch.data.changes.feature_block import feature_block
from moeiwatch.data.changes.fields import FieldChange
from moeiwatch.data.changes.fitting import fit
from moeiwatch.data.changes.judging import Finding
from moeiwatch.data.changes.lines import heading, lines_by_layer
from moeiwatch.data.changes.record_change import RecordChange
from moeiwatch.data.changes.report import told_files
from moeiwatch.data.changes.sentences import file_phrase, notes, summary
from moeiwatch.data.changes.verdict import verdict_parts
from moeiwatch.data.changes.wording import visible

LONGEST_COMMENT = 60_000
"""Characters. GitHub takes 65,536 in a comment; the rest is left for what the workflow adds."""

_VERDICT, _NOTES, _SENTENCES, _TABLE = 0.2, 0.05, 0.4, 0.2
"""Shares of these in the whole; the map has the rest, and what they leave."""

_MOST_NOTES, _LONGEST_NOTE, _LONGEST_STATE = 30, 800, 240
_LONGEST_SENTENCE = 2_000
"""Characters, so that one record of many changes does not push all others out."""


def markdown_report(
    changes: Changes, *, verdict: list[Finding] | None = None, longest: int = LONGEST_COMMENT
) -> str:
    """Return the report. Whatever the data holds is only shown: no markup, link, mention or fence.

    Parameters
    ----------
    longest : characters that the whole may have, whatever was changed; at least 10,000.
    """
    parts = [
        *verdict_parts(verdict, longest=int(_VERDICT * longest)),
        f"**What changes in the data:** {escape_markdown(summary(changes))}.",
        f"From {_code(changes.before)} to {_code(changes.after)}.",
    ]
    said = notes(changes)
    quoted = [f"> {escape_within(note, _LONGEST_NOTE)}\n" for note in said[:_MOST_NOTES]]
    more = len(said) - len(quoted)
    if listed := fit(quoted, int(_NOTES * longest), "> and {} more notes.", more=more):
        parts.append(listed.rstrip("\n"))
    head = "\n\n".join(parts) + "\n"
    left_out = "\n_The list is cut here: {} more lines are left out._"
    sentences = fit(_sentence_lines(changes), int(_SENTENCES * longest), left_out)
    table = fit(_table_lines(changes), int(_TABLE * longest), "")
    body = head + ("\n" + sentences if sentences else "")
    if table:
        rows = table.count("\n") - 1
        total = len(_rows(changes))
        left = f" ({total - rows:,} more are left out here)" if rows < total else ""
        body += (
            f"\n<details><summary>Every property, before and after{left}</summary>\n\n{table}\n</details>\n"
        )
    block = feature_block(changes, longest=longest - len(body) - 500)
    return body + (f"\n{block}\n" if block else "")


def _sentence_lines(changes: Changes) -> Iterator[str]:
    for layer, lines in lines_by_layer(changes):
        yield f"\n### {escape_markdown(heading(layer))}\n"
        for line in lines:
            name = escape_markdown(line.name.strip() or "?")
            yield f"- **{name}**: {escape_within(line.phrase, _LONGEST_SENTENCE)}"
    if other := told_files(changes):
        yield "\n### Files\n"
        for file in other:
            yield f"- {escape_markdown(visible(file.path, limit=200))}: {escape_markdown(file_phrase(file))}"


def _table_lines(changes: Changes) -> Iterator[str]:
    rows = _rows(changes)
    if not rows:
        return
    yield "| record | property | before | after |"
    yield "|---|---|---|---|"
    for change, field in rows:
        record = f"{change.layer}/{visible(change.id, limit=60)}" if change.id else change.layer
        cells = (record, visible(field.name, limit=60), field.before_text, field.after_text)
        yield "| " + " | ".join(escape_markdown(cell) for cell in cells) + " |"


def _rows(changes: Changes) -> list[tuple[RecordChange, FieldChange]]:
    """Return each property that changed, but not the points of records that moved with their compound."""
    return [
        (change, field) for change in changes.records if not change.only_follows for field in change.fields
    ]


def _code(text: str) -> str:
    """Return a text as code, whatever backticks it holds."""
    return f"<code>{escape_within(visible(text, limit=120), _LONGEST_STATE)}</code>"
