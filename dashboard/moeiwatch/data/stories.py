"""Stories: guided tours of the map, read from their files as values that can be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moeiwatch.data.checks.story_form import StoryFile, check_story_form, read_story_schema
from moeiwatch.data.documents import Document
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import ERROR, GeodataError, Problem, sort_problems
from moeiwatch.data.schema import LayerSchema
from moeiwatch.data.story_files import read_story_documents
from moeiwatch.data.viewstate import ViewState, parse_message


@dataclass(frozen=True)
class Sentence:
    """One sentence of a step.

    Attributes
    ----------
    text : plain text, to be read aloud.
    sources : ids of the publications that it stands on, at least one.
    records : ``layer/id`` of the records that hold its facts; may be empty.
    """

    text: str
    sources: tuple[str, ...]
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step of a story: what is told, and what the map shows meanwhile.

    Attributes
    ----------
    id : name of the step, once in its story.
    points : which points of the project it makes; may be empty.
    """

    id: str
    title: str
    sentences: tuple[Sentence, ...]
    view: ViewState
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """One story.

    Attributes
    ----------
    id : its name in addresses, the name of its file.
    title, language, summary : "" where they are missing or broken; the title is then the id.
    steps : the steps that can be shown, in their order; empty if the file cannot be read.
    problems : why a step, or the whole story, is left out or lacks something; empty in a checked file.
    """

    id: str
    title: str
    language: str
    summary: str
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...] = ()


def read_stories(directory: Path | None = None) -> list[Story]:
    """Return the stories by the name of their files, whatever these hold; never raises.

    Whether the sources and records that a story names exist is not looked at here: that is for the check.

    Parameters
    ----------
    directory : the data's folder; by default the project's own.
    """
    directory = directory or GEODATA
    own = directory / "schema"
    try:
        schema = read_story_schema(own if (own / "story.json").is_file() else None)
    except GeodataError as error:
        return [_broken(document, (error.problem,)) for document in read_story_documents(directory)]
    return [parse_story(document, schema=schema) for document in read_story_documents(directory)]


def parse_story(document: Document, *, schema: LayerSchema) -> Story:
    """Return the story in a document, without the steps that are broken; its `problems` say why."""
    problems = tuple(sort_problems(check_story_form(document, schema=schema)))
    file = StoryFile("story", document, schema, "")
    if document.problems or not file.records:
        return _broken(document, problems)
    told = {(p.record, p.field.partition(".")[0]) for p in problems if p.severity == ERROR}
    broken = {record for record, _ in told if record}
    story = file.records[0].properties
    texts = {
        name: "" if ("", name) in told else story.get(name, "") for name in ("title", "language", "summary")
    }
    name = Path(document.file).stem
    return Story(
        id=name,
        title=texts["title"] or name,
        language=texts["language"],
        summary=texts["summary"],
        steps=tuple(
            _step(step) for index, step in enumerate(file.steps) if file.step_name(index) not in broken
        ),
        problems=problems,
    )


def _step(step: Mapping[str, Any]) -> Step:
    """Return a step that the schema allows."""
    return Step(
        id=step["id"],
        title=step["title"],
        sentences=tuple(
            Sentence(sentence["text"], tuple(sentence["sources"]), tuple(sentence.get("records", ())))
            for sentence in step["sentences"]
        ),
        view=parse_message(step["view"]),
        points=tuple(step.get("points", ())),
    )


def _broken(document: Document, problems: tuple[Problem, ...]) -> Story:
    name = Path(document.file).stem
    return Story(id=name, title=name, language="", summary="", steps=(), problems=problems)
