"""What changed in a story, in sentences: its own words, its steps, and what each step says and shows."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from moeiwatch.data.changes.excerpts import excerpts
from moeiwatch.data.changes.phrases import value_phrase
from moeiwatch.data.changes.values import ABSENT, differ
from moeiwatch.data.changes.wording import Names, join_phrases, visible
from moeiwatch.data.story_files import FOLDER

_LONGEST_QUOTE = 140
"""Characters of a sentence that are quoted."""


def is_story(path: str) -> bool:
    """Return True if a file of the data, by its path in the data's folder, is a story."""
    place = PurePosixPath(path)
    return place.parent.name == FOLDER and place.suffix == ".json"


def story_phrases(before: Any, after: Any, *, names: Names) -> tuple[str, ...] | None:
    """Return what changed from one story to another; () if both say the same, whatever their form.

    Parameters
    ----------
    before, after : the values of the two files.
    names : gives what people call a record, for the sources and records that a sentence rests on.

    Returns
    -------
    None where one of them is no story: no object with a list of steps that are objects with an id each.
    """
    old, new = _steps(before), _steps(after)
    if old is None or new is None:
        return None
    said = [*_members(before, after, names, apart=("steps",))]
    said += [f"step {_name(old[step])} taken out" for step in old if step not in new]
    said += [f"step {_name(new[step])} added" for step in new if step not in old]
    kept = [step for step in new if step in old]
    if kept != [step for step in old if step in new]:
        said.append("steps in another order")
    for step in kept:
        said += [f"step {_name(new[step])}: {words}" for words in _step_phrases(old[step], new[step], names)]
    return tuple(said)


def _steps(story: Any) -> dict[str, dict] | None:
    steps = story.get("steps") if isinstance(story, dict) else None
    if not isinstance(steps, list):
        return None
    named = {s["id"]: s for s in steps if isinstance(s, dict) and isinstance(s.get("id"), str)}
    return named if len(named) == len(steps) else None


def _step_phrases(before: dict, after: dict, names: Names) -> Iterator[str]:
    yield from _members(before, after, names, apart=("id", "sentences", "view"))
    old, new = (step.get("sentences", ABSENT) for step in (before, after))
    if differ(old, new):
        yield from _sentence_phrases(old, new, names)
    shown = [step.get("view", ABSENT) for step in (before, after)]
    if differ(*shown):
        told = (
            join_phrases([*_members(*shown, names)]) if all(isinstance(v, dict) for v in shown) else "changed"
        )
        yield f"view {told}"


def _sentence_phrases(before: Any, after: Any, names: Names) -> Iterator[str]:
    sides = [_sentences(value) for value in (before, after)]
    if None in sides:
        yield "sentences changed"
        return
    old, new = sides
    gone, come = ([text for text in one if text not in other] for one, other in ((old, new), (new, old)))
    for was, text in zip(gone, come, strict=False):
        yield "sentence {} -> {}".format(*map(_quote, excerpts(was, text, limit=_LONGEST_QUOTE)))
        yield from _members(old[was], new[text], names, apart=("text",))
    yield from (f"sentence {_quote(text)} taken out" for text in gone[len(come) :])
    yield from (f"sentence {_quote(text)} added" for text in come[len(gone) :])
    kept = [text for text in new if text in old]
    if kept != [text for text in old if text in new]:
        yield "sentences in another order"
    for text in kept:
        yield from (f"sentence {_quote(text)}: {words}" for words in _members(old[text], new[text], names))


def _sentences(value: Any) -> dict[str, dict] | None:
    """Return sentences by their words, None where they are not what the schema says or one stands twice."""
    if not isinstance(value, list):
        return None
    named = {s["text"]: s for s in value if isinstance(s, dict) and isinstance(s.get("text"), str)}
    return named if len(named) == len(value) else None


def _members(before: dict, after: dict, names: Names, *, apart: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield what changed of each member but those told `apart`; a title of members is their name."""
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name, ABSENT), after.get(name, ABSENT)
        if name not in apart and differ(old, new):
            old, new = (
                [_called(i, names) for i in v] if name == "records" and isinstance(v, list) else v
                for v in (old, new)
            )
            yield value_phrase(visible(name, limit=40), old, new, None, names)


def _called(item: Any, names: Names) -> Any:
    """Return what people call a record that is written as ``layer/id``."""
    layer, _, id_ = item.partition("/") if isinstance(item, str) else ("", "", "")
    return names(layer, id_) or item


def _name(step: dict) -> str:
    title = step.get("title")
    return visible(f"'{title}'" if isinstance(title, str) and title else step["id"], limit=60)


def _quote(text: str) -> str:
    return f"'{visible(text, limit=_LONGEST_QUOTE + 20)}'"
