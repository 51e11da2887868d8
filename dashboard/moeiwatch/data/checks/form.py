"""A warning of files that are not in canonical form: the tool writes it, nobody has to."""

from itertools import zip_longest

from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import WARNING, GeodataError, Problem


def check_form(contents: Contents) -> list[Problem]:
    """Warn of files whose text differs from the canonical form, at the first line that does."""
    problems = []
    for collection in contents.collections.values():
        try:
            wanted = canonical_text(collection, contents=contents)
        except GeodataError:
            continue
        text = collection.document.text
        if text == wanted and not collection.document.marked:
            continue
        pairs = enumerate(zip_longest(text.split("\n"), wanted.split("\n")), start=1)
        line = next((number for number, (found, meant) in pairs if found != meant), 1)
        message = "from here on the file is not in canonical form"
        if text.count("\n") < 2 < wanted.count("\n"):
            message = "the whole file stands on one line, so that no problem in it can be told by its line"
        remedy = "Run python dashboard format."
        problems.append(Problem(collection.file, line, "", "", message, WARNING, remedy))
    return problems
