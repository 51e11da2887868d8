"""'Suggest a change' for one record: the form filled in, the file at its line, and words for a letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from moeiwatch.data.contents import read_contents
from moeiwatch.data.schema import LAYERS

FORM = "correction.yml"
"""The form of ``.github/ISSUE_TEMPLATE/`` that is filled in; its fields are named by their ids."""

LETTER = """\
Suggestion for a change to {site}
Record: {reference} ({title})
File: {file}
Data version: {version}
It says: {summary}

What it should say instead:

What shows it (a published source, its address, the passage):
"""
"""What is copied by those who write without GitHub; the same in the app and on the map page."""

_LONGEST_TITLE = 80


@dataclass(frozen=True)
class Suggestion:
    """The ways to suggest a change of one record.

    Attributes
    ----------
    form, file : addresses on GitHub, "" where no repository is set.
    letter : text to copy.
    """

    form: str
    file: str
    letter: str


def suggestion(
    layer: str,
    record: str,
    *,
    title: str,
    summary: str,
    site: str,
    repository: str,
    version: str,
    line: int | None,
) -> Suggestion:
    """Return the ways to suggest a change of a record.

    Parameters
    ----------
    layer : a layer, ``sources`` or ``actors``.
    title, summary : what people call the record, and what it says; may be "".
    site : name of the site.
    repository : as in `Settings`, "" where none is set.
    line : where the record stands in its file, None where that is not known.
    """
    reference, file = f"{layer}/{record}", data_file(layer)
    form = file_address = ""
    if repository:
        asked = {"template": FORM, "title": f"Correction: {title or record}"[:_LONGEST_TITLE]}
        form = f"{repository}/issues/new?{urlencode({**asked, 'record': reference})}"
        file_address = f"{repository}/blob/HEAD/{file}?plain=1{f'#L{line}' if line else ''}"
    where = f"{file}, line {line}" if line else file
    told = {"reference": reference, "title": title or record, "file": where, "version": version}
    letter = LETTER.format(site=site, summary=summary or "(see the record)", **told)
    return Suggestion(form, file_address, letter)


def data_file(layer: str) -> str:
    """Return the file of the repository in which a layer's records stand.

    Examples
    --------
    >>> data_file("compounds"), data_file("sources")
    ('geodata/compounds.geojson', 'geodata/sources.json')
    """
    return f"geodata/{layer}.{'geojson' if layer in LAYERS else 'json'}"


def record_lines(directory: Path | None = None) -> Mapping[str, Mapping[str, int]]:
    """Return the line on which each record begins in its file, by layer and id, as the data's reader counts.

    Parameters
    ----------
    directory : the data's folder; by default the project's own.
    """
    found: dict[str, dict[str, int]] = {}
    for name, collection in read_contents(directory).collections.items():
        found[name] = {}
        if not collection.is_read:
            continue
        prefix = (collection.member,) if collection.member else ()
        positions = collection.document.positions
        for id_, record in collection.by_id.items():
            found[name][id_] = positions.line((*prefix, record.index))
    return found
