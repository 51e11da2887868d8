"""What of an address of the map is not understood, in words: reading passes it over in silence."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.stories import Story
from moeiwatch.data.viewstate import FIELDS, address, parse_address

BESIDE = ("story", "step", "present", "v", "embed", "embed_options", "cite")
"""Keys of an address that stand beside those of the view."""


def view_faults(query: str, *, geodata: Geodata, stories: Sequence[Story]) -> list[str]:
    """Return what a picture of an address will not show though the address asks for it, a sentence each.

    Parameters
    ----------
    query : the part of the address after ``?``.
    geodata, stories : what can be shown.
    """
    given: dict[str, str] = {}
    for name, value in parse_qsl(query):
        given.setdefault(name, value)
    fields = {field["name"]: field for field in FIELDS}
    faults = []
    for name, value in given.items():
        if name in fields:
            faults += _value_faults(fields[name], value)
        elif name not in BESIDE:
            faults.append(f"{name} is no key of a view. Its keys are: {', '.join((*fields, *BESIDE[:3]))}.")
    return [*faults, *_missing(parse_address(given).selected, geodata), *_absent(given, geodata, stories)]


def _value_faults(field: Mapping[str, Any], value: str) -> Iterator[str]:
    """Yield what is wrong with the value of one key."""
    name = field["name"]
    read = address(parse_address({name: value})).get(name, "")
    wanted = set(value.split(",")) if field["kind"] in ("list", "subset") else {value}
    lost = wanted - set(read.split(",")) - {"", str(field["default"])}
    if field["kind"] == "viewport" and _numbers(read) == _numbers(value):
        lost = set()
    if field["kind"] == "subset" and wanted >= set(field["terms"]):
        lost -= set(field["terms"])
    if lost:
        what = f"{name}={','.join(sorted(lost))}"
        allowed = ", ".join(filter(None, field.get("terms", ())))
        remedy = f"It may be: {allowed}." if allowed else f"{field['title']}: {field['description']}"
        yield f"{what} is not understood. {remedy}"
    elif name == "base" and value:
        yield f"base={value} is not shown: a picture asks no other host for tiles."


def _numbers(text: str) -> list[float] | None:
    try:
        return [float(part) for part in text.split("/")]
    except ValueError:
        return None


def _missing(selected: str, geodata: Geodata) -> Iterator[str]:
    layer, _, record = selected.partition("/")
    if selected and (layer not in geodata.layers or record not in geodata.layers[layer].index):
        yield f"sel={selected}: there is no such record."


def _absent(given: Mapping[str, str], geodata: Geodata, stories: Sequence[Story]) -> Iterator[str]:
    """Yield what is named by an id that there is not."""
    group = parse_address(given).group
    if group and group not in geodata.actors.index:
        yield f"group={group}: there is no such actor."
    story = next((one for one in stories if one.id == given.get("story")), None)
    if "story" in given and story is None:
        yield f"story={given['story']}: there is no such story."
    elif story and "step" in given and given["step"] not in [step.id for step in story.steps]:
        yield f"step={given['step']}: the story has no such step; its first is shown."
