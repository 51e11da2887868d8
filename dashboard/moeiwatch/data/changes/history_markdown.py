"""The changes of a release as Markdown: the text that stands beside its files."""

from itertools import groupby

from moeiwatch.data.changes.escaping import escape_markdown
from moeiwatch.data.changes.history import Version
from moeiwatch.data.citations import spell_date

LONGEST = 100_000
"""Characters. GitHub takes 125,000 in the text of a release."""

_VERIFY = "`sha256sum -c SHA256SUMS`, beside the files, tells whether they came whole."


def changes_markdown(newest: Version, *, since: str) -> str:
    """Return what changed in the newest version. Whatever the data holds is only shown, never markup.

    Parameters
    ----------
    since : the name of the last release, "" where this is the first one: then only the sums are told.
    """
    head = [
        f"# Data of {spell_date(newest.date)}, version {newest.version}",
        f"Since {escape_markdown(since)}: {escape_markdown(newest.summary)}."
        if since
        else f"The first release of the data: {escape_markdown(newest.summary)}.",
        *(f"> {escape_markdown(note)}" for note in newest.notes),
    ]
    lines = "\n\n".join(head).split("\n")
    told, left = 0, newest.left_out
    for layer, records in groupby(newest.records, key=lambda record: record.layer):
        lines += ["", f"## {escape_markdown(layer)}", ""]
        for record in records:
            line = f"- **{escape_markdown(record.name.strip() or '?')}**: {escape_markdown(record.phrase)}"
            told += len(line)
            if told > LONGEST - 5_000:
                left += 1
            else:
                lines.append(line)
    if left:
        lines += ["", f"{left:,} more records changed; `changes.json` and the files themselves say how."]
    return "\n".join([*lines, "", _VERIFY, ""])
