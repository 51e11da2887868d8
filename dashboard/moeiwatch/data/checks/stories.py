"""Rules on stories: what they cite and show stands in the data, and the map can show each view."""

import re
from collections.abc import Iterator
from typing import Any

from moeiwatch.data.checks.story_form import StoryFile, check_story_form, read_story_schema
from moeiwatch.data.checks.words import list_terms, suggest
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import WARNING, GeodataError, Problem, shorten
from moeiwatch.data.schema import LAYERS
from moeiwatch.data.viewstate import message, parse_message

UNFOUND = re.compile(r"\bnot found\b", re.IGNORECASE)
"""In the note of a record that nobody has found again since it was written."""

OWNED = re.compile(r"\bnot (?:be )?(?:found again|checked)\b", re.IGNORECASE)
"""In a sentence that owns to telling of such a record."""


def check_stories(contents: Contents) -> list[Problem]:
    """Report everything that is wrong with the stories, by the schema that lies beside those of the data.

    The project's own schema of a story counts where none lies there.
    """
    beside = contents.schemas
    try:
        schema = read_story_schema(beside if beside and (beside / "story.json").is_file() else None)
    except GeodataError as error:
        return [error.problem] if contents.stories else []
    problems = []
    for document in contents.stories:
        problems += check_story_form(document, schema=schema)
        story = StoryFile("story", document, schema, "")
        for index, step in enumerate(story.steps):
            if isinstance(step, dict):
                problems += _sentence_problems(contents, story, ("steps", index, "sentences"), step)
                problems += _view_problems(contents, story, ("steps", index, "view"), step.get("view"))
    return problems


def _sentence_problems(contents: Contents, story: StoryFile, path: tuple, step: dict) -> Iterator[Problem]:
    sources = contents.collections["sources"]
    for index, sentence in enumerate(_list(step.get("sentences"))):
        if not isinstance(sentence, dict):
            continue
        cited: set[str] = set()
        for place, id_ in enumerate(_texts(sentence.get("records"))):
            here = (*path, index, "records", place)
            yield from _reference_problems(contents, story, here, id_)
            yield from _unfound_problems(contents, story, here, id_, sentence.get("text"))
            cited.update(_sources_of(contents, id_))
        unread = [id_ for id_ in _texts(sentence.get("records")) if not _is_read(contents, id_)]
        for place, id_ in enumerate(_texts(sentence.get("sources"))):
            here = (*path, index, "sources", place)
            if id_ not in sources.by_id:
                yield from _dangling(sources, story, here, id_)
            elif cited and id_ not in cited and not unread:
                words = f"none of the records named beside it cites {shorten(id_)}"
                remedy = "Name the record that does, cite it there, or name no record beside it."
                yield story.problem(None, here, words, severity=WARNING, remedy=remedy)


def _unfound_problems(
    contents: Contents, story: StoryFile, path: tuple, address: str, text: Any
) -> Iterator[Problem]:
    """Warn of a record that was looked for in vain, told as if it stood; read in English stories only."""
    record = _record(contents, address)
    note = record.properties.get("note") if record and "verified" not in record.properties else None
    is_owned = not story.is_english or (isinstance(text, str) and OWNED.search(text))
    if not is_owned and isinstance(note, str) and UNFOUND.search(note):
        words = f"the note of {shorten(address)} says that it was not found again, and the sentence does not"
        remedy = "Say so in the sentence ('not found again', 'not checked'), or tell of a verified record."
        yield story.problem(None, path, words, severity=WARNING, remedy=remedy)


def _view_problems(contents: Contents, story: StoryFile, path: tuple, view: Any) -> Iterator[Problem]:
    if not isinstance(view, dict):
        return
    state = message(parse_message(view))
    for name in (name for name in view if name in state and view[name] != state[name]):
        words = f"the map reads {shorten(view[name])} as {_written(state[name])}"
        remedy = f"Write {_written(state[name])}, or leave {name} out where nothing is meant."
        yield story.problem(None, (*path, name), words, remedy=remedy)
    if state["sel"]:
        yield from _reference_problems(contents, story, (*path, "sel"), state["sel"])
        if state["sel"].partition("/")[0] in state["hide"]:
            remedy = "Show its layer, or select nothing."
            yield story.problem(
                None, (*path, "sel"), "the layer of the selected record is hidden", remedy=remedy
            )
    if state["group"] and state["group"] not in contents.collections["actors"].by_id:
        yield from _dangling(contents.collections["actors"], story, (*path, "group"), state["group"])
    if not state["month"] and "river_reaches" not in state["hide"]:
        words = "the river is shown in the month of whoever reads it"
        remedy = "Set month, or hide river_reaches."
        yield story.problem(None, path, words, severity=WARNING, remedy=remedy)
    for place, hidden in enumerate(state["hide"]):
        layer, dot, term = hidden.partition(".")
        terms = _terms(contents.collections[layer])
        if dot and terms and term not in terms:
            remedy = f"{suggest(term, terms)}{list_terms(terms)}"
            words = f"{shorten(term)} is no term of {layer}"
            yield story.problem(None, (*path, "hide", place), words, remedy=remedy)


def _reference_problems(contents: Contents, story: StoryFile, path: tuple, address: str) -> Iterator[Problem]:
    layer, _, id_ = address.partition("/")
    if layer not in LAYERS:
        words = f"{shorten(layer)} is no layer"
        yield story.problem(None, path, words, remedy=f"{suggest(layer, LAYERS)}{list_terms(LAYERS)}")
        return
    found = contents.collections[layer].by_id.get(id_)
    if found is None:
        yield from _dangling(contents.collections[layer], story, path, id_)
    elif "merged_into" in found.properties or "withdrawn" in found.properties:
        words = f"{id_} was merged into another record or withdrawn"
        remedy = "Tell of the record that took its place, or take the sentence out."
        yield story.problem(None, path, words, severity=WARNING, remedy=remedy)


def _dangling(target: Collection, story: StoryFile, path: tuple, id_: str) -> Iterator[Problem]:
    if not target.document.broken:
        remedy = f"{suggest(id_, target.by_id)}Add it to {target.file}, or mend the id."
        yield story.problem(None, path, f"{shorten(id_)} is no id in {target.file}", remedy=remedy)


def _record(contents: Contents, address: str) -> Record | None:
    layer, _, id_ = address.partition("/")
    return contents.collections[layer].by_id.get(id_) if layer in LAYERS else None


def _sources_of(contents: Contents, address: str) -> list[str]:
    record = _record(contents, address)
    return _texts(record.properties.get("sources")) if record else []


def _is_read(contents: Contents, address: str) -> bool:
    """Return False for a record whose file cannot be read: nobody knows what it cites."""
    layer = address.partition("/")[0]
    return layer not in LAYERS or contents.collections[layer].is_read


def _terms(collection: Collection) -> list[str]:
    properties = collection.schema.properties.values() if collection.schema else ()
    return [term for p in properties for term in p.terms if isinstance(term, str)]


def _written(value: Any) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else shorten(value)


def _list(value: Any) -> list:
    return value if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [item for item in _list(value) if isinstance(item, str)]
