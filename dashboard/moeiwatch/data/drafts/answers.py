"""What somebody has answered so far, and the file that keeps it until it can be written."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from moeiwatch.data.drafts.rows import Row
from moeiwatch.data.parsing import parse_json
from moeiwatch.data.writing import write_whole

OWN = "your answers"
"""Where a record of answers comes from, for messages."""

_LARGEST = 1_000_000


@dataclass
class Answers:
    """The answers to the questions for one record.

    Attributes
    ----------
    layer : the layer, ``sources`` or ``actors``.
    values : the answers by property.
    asked : the questions that were put, those too whose answer is not known.
    geometry : the point that was given.
    publications : by address, the answers on publications that it cites and that are not in the data yet.
    """

    layer: str
    values: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    geometry: Any = None
    publications: dict[str, "Answers"] = field(default_factory=dict)

    def put(self, name: str, value: Any) -> None:
        """Note the answer to a question; None where it is not known."""
        if name not in self.asked:
            self.asked.append(name)
        if value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = value

    def row(self, where: str = OWN) -> Row:
        """Return the answers as a row to be drafted."""
        return Row(where, None, dict(self.values), self.geometry)

    def as_dict(self) -> dict[str, Any]:
        """Return all of it as plain values, for JSON."""
        value = {"layer": self.layer, "values": self.values, "asked": self.asked, "geometry": self.geometry}
        return value | {"publications": {url: one.as_dict() for url, one in self.publications.items()}}


def save_answers(answers: Answers, folder: Path) -> Path:
    """Write answers into a new file of a folder, over none that is there, and return its path.

    Raises
    ------
    OSError
        If no file can be written there.
    """
    number, path = 1, folder / f"draft-{answers.layer}.json"
    while path.exists():
        number += 1
        path = folder / f"draft-{answers.layer}-{number}.json"
    write_whole(path, answers_text(answers).encode())
    return path


def answers_text(answers: Answers) -> str:
    """Return the text of such a file."""
    return json.dumps(answers.as_dict(), ensure_ascii=True, indent=2) + "\n"


def read_answers(path: Path, *, layer: str) -> Answers:
    """Return the answers that a file keeps.

    Raises
    ------
    ValueError
        If it cannot be read, or holds no answers for this layer.
    """
    try:
        if path.exists() and not path.is_file():
            raise ValueError(f"{path} is no draft: it is no regular file")
        if path.stat().st_size > _LARGEST:
            raise ValueError(f"{path} is no draft: it is too large")
        value, _ = parse_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"{path} cannot be opened: {error.strerror}") from None
    answers = _answers(value)
    if answers is None:
        raise ValueError(f"{path} is no draft of this command")
    if answers.layer != layer:
        raise ValueError(f"{path} is a draft for {answers.layer}, not for {layer}")
    return answers


def _answers(value: Any) -> Answers | None:
    """Return a value as answers, None if it is not built like them."""
    kinds = {"layer": str, "values": dict, "asked": list, "publications": dict}
    if not isinstance(value, dict) or not all(isinstance(value.get(n), kind) for n, kind in kinds.items()):
        return None
    publications = {url: _answers(one) for url, one in value["publications"].items()}
    if None in publications.values() or not all(isinstance(name, str) for name in value["asked"]):
        return None
    return Answers(value["layer"], value["values"], value["asked"], value.get("geometry"), publications)
