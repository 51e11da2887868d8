"""The check's remedies in words for people who have a browser and no shell."""

import re

_ON_THE_WEB = (
    (re.compile(r"git log -p -- geodata/(\S+) shows it"), r"the history of \1 on GitHub shows it"),
    (re.compile(r"git checkout origin/main -- geodata/(\S+)"), r"the file \1 as GitHub has it"),
    (re.compile(r" \(python dashboard add \w+\)"), ""),
    (re.compile(r"Run python dashboard format\b"), "Take the file in canonical form from below"),
    (re.compile(r"python dashboard format turns"), "the canonical form below turns"),
    (re.compile(r", or python dashboard check --maintainer,"), ","),
)
"""What the check says to people with a shell, and what the workbench says in its place."""


def web_remedy(remedy: str) -> str:
    """Return a remedy without commands: with GitHub's pages, and with what the workbench gives.

    Examples
    --------
    >>> web_remedy("Add it to sources.json (python dashboard add sources), or mend the id.")
    'Add it to sources.json, or mend the id.'
    """
    for command, words in _ON_THE_WEB:
        remedy = command.sub(words, remedy)
    return remedy
