"""Changes as Markdown for a comment on GitHub: sentences, a table, and a map, within GitHub's limits."""

from collections.abc import Iterable, Iterator

from moeiwatch.data.changes.compare import Changes
from moeiwatch.data.changes.escaping import escape_markdown
from moeiwatch.data.changes.feature_block import feature_block
from moeiwatch.data.changes.judging import Finding
from moeiwatch.data.changes.report import by_layer
from moeiwatch.data.changes.sentences import file_phrase, notes, record_phrase, summary
from moeiwatch.data.changes.verdict import verdict_parts
from moeiwatch.data.changes.wording import visible

LONGEST_COMMENT = 60_000
"""Characters. GitHub takes 65,536 in a comment; the rest is left for what the workflow adds."""

_SENTENCES, _TABLE = 24_000, 14_000
"""Characters of these that go to the sentences and to the table; the map has the rest."""


def markdown_report(
    changes: Changes, *, verdict: list[Finding] | None = None, longest: int = LONGEST_COMMENT
) -> str:
    """Return the report. Whatever the data holds is only shown: no markup, link, mention or fence."""
    parts = [
        *verdict_parts(verdict),
        f"**What changes in the data:** {escape_markdown(summary(changes))}.",
        f"From {_code(changes.before)} to {_code(changes.after)}.",
    ]
    parts += [f"> {escape_markdown(note)}" for note in notes(changes)[:30]]
    if len(notes(changes)) > 30:
        parts.append(f"> and {len(notes(changes)) - 30:,} more notes.")
    head = "\n\n".join(parts) + "\n"
    sentences = _fit(
        _sentence_lines(changes), _SENTENCES, "The list is cut here: {} more lines are left out."
    )
    table = _fit(_table_lines(changes), _TABLE, "")
    body = head + ("\n" + sentences if sentences else "")
    if table:
        rows = table.count("\n") - 1
        total = sum(len(change.fields) for change in changes.records)
        left = f" ({total - rows:,} more are left out here)" if rows < total else ""
        body += (
            f"\n<details><summary>Every property, before and after{left}</summary>\n\n{table}\n</details>\n"
        )
    block = feature_block(changes, longest=longest - len(body) - 500)
    return body + (f"\n{block}\n" if block else "")


def _sentence_lines(changes: Changes) -> Iterator[str]:
    for layer, found in by_layer(changes):
        yield f"\n### {escape_markdown(layer)}\n"
        for change in found:
            name = escape_markdown(change.name.strip() or "?")
            yield f"- **{name}**: {escape_markdown(record_phrase(change))}"
    other = [change for change in changes.files if change.has_meaning or change.kind == "moved"]
    if other:
        yield "\n### Files\n"
        for file in other:
            yield f"- {escape_markdown(visible(file.path, limit=200))}: {escape_markdown(file_phrase(file))}"


def _table_lines(changes: Changes) -> Iterator[str]:
    rows = [(change, field) for change in changes.records for field in change.fields]
    if not rows:
        return
    yield "| record | property | before | after |"
    yield "|---|---|---|---|"
    for change, field in rows:
        record = f"{change.layer}/{visible(change.id, limit=60)}" if change.id else change.layer
        cells = (record, visible(field.name, limit=60), field.before_text, field.after_text)
        yield "| " + " | ".join(escape_markdown(cell) for cell in cells) + " |"


def _fit(lines: Iterable[str], longest: int, rest: str) -> str:
    """Return the lines as far as they fit, with a word on what is left out."""
    kept, used, left = [], 0, 0
    for line in lines:
        used += len(line) + 1
        if used <= longest and not left:
            kept.append(line)
        else:
            left += 1
    if left and rest:
        kept.append(f"\n_{rest.format(f'{left:,}')}_")
    return "\n".join(kept) + "\n" if kept else ""


def _code(text: str) -> str:
    """Return a text as code, whatever backticks it holds."""
    return f"<code>{escape_markdown(visible(text, limit=120))}</code>"
