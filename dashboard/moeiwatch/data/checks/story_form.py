"""Rules on one story by itself: the schema, plain text, ids that are given once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from moeiwatch.data.checks.text import check_texts
from moeiwatch.data.checks.values import check_record_values, check_unknown
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.documents import Document, read_document
from moeiwatch.data.inlining import inline_references
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import ERROR, GeodataError, Problem, field_name, shorten
from moeiwatch.data.properties import parse_properties
from moeiwatch.data.schema import LayerSchema


@dataclass
class StoryFile(Collection):
    """One story in the form in which the rules on records take a file: the story is its one record."""

    @cached_property
    def records(self) -> list[Record]:
        """The story; [] where the file holds no object."""
        value = self.document.value
        if not isinstance(value, dict):
            return []
        id_ = value.get("id") if isinstance(value.get("id"), str) else None
        return [Record(0, id_, value, None, value)]

    @property
    def is_english(self) -> bool:
        """Whether rules on the words of a sentence can be applied: they are English."""
        language = self.records[0].properties.get("language") if self.records else None
        return isinstance(language, str) and language.split("-")[0] == "en"

    @property
    def steps(self) -> list[Any]:
        """The steps as they stand; [] where the story has no list of them."""
        steps = self.records[0].properties.get("steps") if self.records else None
        return steps if isinstance(steps, list) else []

    def problem(
        self,
        record: Record | None,
        path: tuple | str,
        message: str,
        *,
        severity: str = ERROR,
        remedy: str = "",
    ) -> Problem:
        """Return a problem; its record is the step in which it stands, "" for the story as a whole."""
        path = (path,) if isinstance(path, str) else tuple(path)
        line = self.document.positions.line(path) if self.document.text else None
        step = ""
        if len(path) > 1 and path[0] == "steps" and isinstance(path[1], int):
            step, path = self.step_name(path[1]), path[2:]
        return Problem(self.file, line, step, field_name(path), message, severity, remedy)

    def step_name(self, index: int) -> str:
        """Return what a message calls a step: its id, else its place."""
        step = self.steps[index] if index < len(self.steps) else None
        id_ = step.get("id") if isinstance(step, dict) else None
        return id_ if isinstance(id_, str) and 0 < len(id_) <= 60 and id_.isprintable() else f"steps[{index}]"


def read_story_schema(directory: Path | None = None) -> LayerSchema:
    """Return the schema of a story, references written out.

    Parameters
    ----------
    directory : the folder of the schemas; by default that of the project's own data.

    Raises
    ------
    GeodataError
        If story.json, or common.json beside it, is missing or broken.
    """
    directory = directory or GEODATA / "schema"
    own, common = (_read(directory / name) for name in ("story.json", "common.json"))
    try:
        document = inline_references(own, files={"common.json": common, "story.json": own})
        properties = parse_properties(document)
    except (ValueError, RecursionError, AttributeError, TypeError, LookupError) as error:
        message = f"this is no schema of a story: {error}"
        raise GeodataError(Problem("schema/story.json", None, "", "", message)) from error
    return LayerSchema(
        name="story",
        title=document.get("title", ""),
        description=document.get("description", ""),
        properties=properties,
        geometry="",
        nullable=True,
        frame=(-180, -90, 180, 90),
        document=document,
        record=document,
        identifier={},
    )


def check_story_form(document: Document, *, schema: LayerSchema) -> list[Problem]:
    """Report what is wrong with a story without looking at the data that it refers to."""
    story = StoryFile("story", document, schema, "")
    if document.problems or not story.records:
        message = f"the file holds {shorten(document.value)}, not a story"
        return document.problems or [story.problem(None, (), message, remedy="A story is an object: {...}.")]
    record = story.records[0]
    problems = [*check_unknown(story, record), *check_record_values(story, record)]
    problems += check_texts(Contents({"story": story}, {}))
    return problems + _id_problems(story) + _double_steps(story)


def _id_problems(story: StoryFile) -> list[Problem]:
    id_, name = story.records[0].id, Path(story.file).stem
    if id_ is None or id_ == name:
        return []
    message = f"the id {shorten(id_)} is not the name of the file, {shorten(name)}"
    return [
        story.problem(None, "id", message, remedy="Links name the story by its file: make both the same.")
    ]


def _double_steps(story: StoryFile) -> list[Problem]:
    problems, first = [], {}
    for index, step in enumerate(story.steps):
        id_ = step.get("id") if isinstance(step, dict) else None
        if isinstance(id_, str) and first.setdefault(id_, index) != index:
            message = f"the id {shorten(id_)} stands twice, first in step {first[id_] + 1} of the story"
            remedy = "Give one of the two steps another id."
            problems.append(story.problem(None, ("steps", index, "id"), message, remedy=remedy))
    return problems


def _read(path: Path) -> Mapping:
    document = read_document(path, file=f"schema/{path.name}")
    if document.problems:
        raise GeodataError(document.problems[0])
    if not isinstance(document.value, dict):
        raise GeodataError(Problem(document.file, 1, "", "", "a schema is an object"))
    return document.value
