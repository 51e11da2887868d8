"""Publications of a RIS file, as members of CSL-JSON.

The form is a tag, two spaces, a hyphen and a text on each line. It is read here and not by a library: rispy
passes in silence over an entry without its first or last line, and over a file with a byte order mark.
"""

import re

from moeiwatch.data.drafts.rows import Row, Rows, one_line

_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?")
_TYPES = {
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "RPRT": "report",
    "GOVDOC": "report",
    "BOOK": "book",
    "CHAP": "chapter",
    "THES": "thesis",
    "ELEC": "webpage",
    "ICOMM": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "ENCYC": "entry-encyclopedia",
    "CASE": "legal_case",
    "STAT": "legislation",
    "BILL": "bill",
    "VIDEO": "broadcast",
}
_MEMBERS = {
    "title": ("TI", "T1"),
    "container-title": ("T2", "JO", "JF", "JA"),
    "publisher": ("PB",),
    "issued": ("DA", "PY", "Y1"),
    "URL": ("UR",),
    "DOI": ("DO",),
    "language": ("LA",),
    "note": ("N1",),
}
_OF_FORM = {"TY", "ER", "ID"}


def ris_rows(text: str, rows: Rows) -> Rows:
    """Return the entries, each between ``TY`` and ``ER``; the last one may lack its ``ER``."""
    entry: dict[str, list[list[str]]] = {}  # of each tag its values, each a list of lines
    start = 0
    tag = ""
    for number, line in enumerate([*text.split("\n"), "ER  - "], start=1):
        if rows.is_full:
            break
        found = _LINE.fullmatch(line.rstrip())
        if found is None:
            if line.strip() and tag:
                entry[tag][-1].append(line)
            elif line.strip():
                rows.refuse(number, "", f"{line.strip()[:40]!r} stands outside of every entry (TY to ER)")
            continue
        tag, value = found.group(1), found.group(2) or ""
        if entry and tag in ("TY", "ER"):
            _add_entry(entry, start, rows)
            entry = {}
        if tag == "ER":
            tag = ""
        elif tag == "TY" or entry:
            start = number if tag == "TY" else start
            entry.setdefault(tag, []).append([value])
        else:
            rows.refuse(number, "", f"{line.strip()[:40]!r} stands before the first line of an entry (TY)")
            tag = ""
    return rows


def _add_entry(lines: dict[str, list[list[str]]], start: int, rows: Rows) -> None:
    entry = {tag: [one_line(" ".join(value)) for value in values] for tag, values in lines.items()}
    values: dict[str, str] = {"type": _TYPES.get(entry["TY"][0], "document")}
    used = set(_OF_FORM)
    for member, tags in _MEMBERS.items():
        tag = next((tag for tag in tags if any(entry.get(tag, []))), None)
        if tag is not None:
            texts = [text for text in entry[tag] if text]
            values[member] = " ".join(texts) if member == "note" else texts[0]
            used |= {tag} if len(texts) == 1 or member == "note" else set()
    left = sorted(tag for tag in entry if tag not in used)
    said = (f"left out: {', '.join(left)}",) if left else ()
    rows.rows.append(Row(f"entry on line {start}", start, values, None, said))
