"""What the tests of the command `add` share: a folder of data, answers at the prompt, the call itself."""

import argparse
from datetime import date
from pathlib import Path

import pytest
from data.small_geodata import small_data, write_base, write_data
from moeiwatch.commands import add as command
from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.problems import Problem

ANSWERS = {
    "* Date": "2026-03-05",
    "* Kind": "2",
    "  Compound": "K.K. Park",
    "* Place": "KK Park",
    "  People, at least": "20",
    "  People, best": "20",
    "* Basis": "claimed",
    "* Confidence": "High",
    "* Summary": "A made-up release.",
    "* Sources": "https://new.example/article",
    "* Type": "1",
    "  Title": "A new article",
    "  Published in": "The New Paper",
    "  Published on": "2026-03-06",
    "* Language": "en",
    "* Access": "1",
    "* Kind of publisher": "1",
    "Write it?": "y",
}


def small_folder(tmp_path: Path) -> Path:
    """Return a folder of the small data in canonical form."""
    folder = write_data(tmp_path / "geodata", small_data())
    write_base(folder)
    contents = read_contents(folder)
    for collection in contents.collections.values():
        (folder / collection.file).write_text(canonical_text(collection, contents=contents), encoding="utf-8")
    return folder


def add(directory: Path, *arguments: object) -> int:
    return run(command, ["--geodata", str(directory), *map(str, arguments)])


def run(module, arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    return module.run(parser.parse_args(arguments))


def errors_of(directory: Path) -> list[Problem]:
    found = check_contents(read_contents(directory), as_of=date(2026, 6, 1))
    return [problem for problem in found if problem.severity == "error"]


def files_of(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}


Answer = str | type[BaseException]


def answering(monkeypatch: pytest.MonkeyPatch, answers: dict[str, Answer | list[Answer]]) -> list[str]:
    """Let somebody answer at the prompt, by the beginnings of questions, and return what is asked.

    A list answers the same question again and again, its last answer for ever; an error ends the dialogue.
    """
    asked: list[str] = []
    waiting = {key: list(one) if isinstance(one, list) else [one] for key, one in answers.items()}

    def answer(question: str = "") -> str:
        asked.append(question)
        assert len(asked) < 200, f"it asks for ever: {asked[-3:]}"
        known = [key for key in waiting if question.startswith(key)]
        given = waiting[max(known, key=len)] if known else [""]
        found = given.pop(0) if len(given) > 1 else given[0]
        if not isinstance(found, str):
            raise found
        return found

    monkeypatch.setattr("builtins.input", answer)
    return asked
