"""Publications of a BibTeX file, as members of CSL-JSON."""

import logging
import re

from moeiwatch.data.drafts.rows import Row, Rows, one_line
from moeiwatch.data.web_addresses import without_escapes

_TYPES = {
    "article": "article-journal",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "misc": "document",
    "report": "report",
    "techreport": "report",
    "book": "book",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "dataset": "dataset",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "inreference": "entry-encyclopedia",
    "newsarticle": "article-newspaper",
}
_MEMBERS = {
    "title": ("title",),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle", "newspaper"),
    "publisher": ("publisher", "institution", "organization", "school", "howpublished"),
    "URL": ("url",),
    "DOI": ("doi",),
    "language": ("langid", "language"),
    "note": ("note", "addendum"),
}
_AS_WRITTEN = ("URL", "DOI")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_rows(text: str, rows: Rows) -> Rows:
    """Return the entries; what the library cannot read is a problem with its line, never passed over."""
    try:
        import bibtexparser
        from bibtexparser.model import DuplicateBlockKeyBlock, Entry

        logging.disable(logging.WARNING)
        library = bibtexparser.parse_string(text)
        for block in library.failed_blocks:
            inner = getattr(block, "ignore_error_block", None)
            if isinstance(block, DuplicateBlockKeyBlock) and isinstance(inner, Entry):
                _add_entry(inner, rows)  # two publications under one key are two publications all the same
            else:
                rows.refuse((block.start_line or 0) + 1, "", f"it cannot be read: {_fault(block)}")
            if rows.is_full:
                break
        for entry in library.entries:
            _add_entry(entry, rows)
    except ImportError:
        rows.refuse(
            None,
            "",
            "BibTeX is read by bibtexparser, which is not installed",
            "pip install -r requirements.txt",
        )
    except (
        Exception
    ) as error:  # a library of others on a file of others: whatever it raises is a fault of the file
        rows.rows = []
        rows.refuse(None, "", f"this is not BibTeX: {one_line(f'{type(error).__name__} {error}')[:200]}")
    finally:
        logging.disable(logging.NOTSET)
    rows.rows.sort(key=lambda row: row.line or 0)
    return rows


def _fault(block) -> str:
    error = getattr(block, "error", None)
    return one_line(str(getattr(error, "abort_reason", None) or error or "it is not BibTeX"))[:200]


def _add_entry(entry, rows: Rows) -> None:
    fields = {field.key.casefold(): str(field.value) for field in entry.fields}
    values = {"type": _TYPES.get(entry.entry_type.casefold(), "document")}
    used = {"year", "month", "date", "urldate"}
    for member, names in _MEMBERS.items():
        name = next((name for name in names if fields.get(name, "").strip()), None)
        if name is not None:
            read = without_escapes if member in _AS_WRITTEN else _plain
            values[member] = read(fields[name].strip())
            used.add(name)
    if values["type"] == "document" and not values.get("URL") and "howpublished" in fields:
        found = re.search(r"https?://[^\s{}]+", fields["howpublished"])
        if found:
            values["URL"] = without_escapes(found.group())
    if date := _date(fields):
        values["issued"] = date
    left = sorted(name for name in fields if name not in used)
    said = (f"left out: {', '.join(left)}",) if left else ()
    line = (entry.start_line or 0) + 1
    rows.rows.append(Row(f"entry {entry.key[:60]}", line, values, None, said))


def _date(fields: dict[str, str]) -> str:
    if fields.get("date", "").strip():
        return fields["date"].strip()
    year, month = fields.get("year", "").strip(), fields.get("month", "").strip().casefold()
    number = (
        _MONTHS.index(month[:3]) + 1
        if month[:3] in _MONTHS
        else int(month)
        if re.fullmatch("[0-9]{1,2}", month)
        else 0
    )
    return f"{year}-{number:02}" if year and number else year


def _plain(text: str) -> str:
    """Return a text of LaTeX as people read it: accents written out, braces gone."""
    if not re.search(r"[\\{}$~]", text):
        return one_line(text)
    from pylatexenc.latex2text import LatexNodes2Text

    return one_line(LatexNodes2Text(math_mode="verbatim").latex_to_text(text))
