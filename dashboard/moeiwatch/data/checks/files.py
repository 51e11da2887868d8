"""A warning of files that nobody reads: of a misnamed one, all records would be missing in silence."""

import re

from moeiwatch.data.checks.words import MOST_PROBLEMS, suggest
from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import WARNING, Problem, shorten

_COPIES = re.compile(
    r"(?i)^copy of |[ _.-]*(\(\d+\)|copy|\(copy\)|backup|old|new)(?=\.|$)|\.(bak|orig|txt|swp)$|~$"
)
"""What systems and people add to the name of a copy."""


def check_files(contents: Contents) -> list[Problem]:
    """Warn of files in the data's folder that are none of the data's, with the name that was likely meant."""
    known = [collection.file for collection in contents.collections.values()]
    problems = []
    for name in contents.others[:MOST_PROBLEMS]:
        likely = _likely(name, known)
        remedy = "Take it out of the folder, or see geodata/README.md for the files of the data."
        if likely:
            remedy = f"Did you mean {likely}? Its records belong in that file; then take this one out."
        shown = "".join(c if c.isprintable() else "?" for c in name)[:100]
        message = f"{shorten(name)} is no file of the data: nothing reads it"
        problems.append(Problem(shown, None, "", "", message, WARNING, remedy))
    return problems


def _likely(name: str, known: list[str]) -> str:
    """Return the file whose name is nearest, "" where none is near."""
    plain = _COPIES.sub("", name.rpartition("/")[2].strip()).casefold().replace(" ", "_").replace("-", "_")
    stem, _, ending = plain.rpartition(".")
    by_stem = {file.partition(".")[0]: file for file in known}
    if plain in known:
        return plain
    if (stem or ending) in by_stem:
        return by_stem[stem or ending]
    hint = suggest(stem or ending, by_stem)
    return next((file for file in known if hint == f"Did you mean {file.partition('.')[0]}? "), "")
