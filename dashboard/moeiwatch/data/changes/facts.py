"""What a sentence tells of a record that was added, beside its name: what a reviewer asks first."""

from collections.abc import Iterator, Mapping
from typing import Any

from moeiwatch.data.changes.amounts import measured_words, people_words, stretch_words
from moeiwatch.data.changes.wording import Names, lower_first, say_value, visible
from moeiwatch.data.contents import Record
from moeiwatch.data.plurals import plural
from moeiwatch.data.properties import Property

_TOLD = {
    "compounds": ("kind", "part_of", "status"),
    "construction_reports": ("compound", "method", "basis"),
    "rescue_events": ("compound", "counted_in", "basis"),
    "interventions": ("compound", "actor"),
    "crossings": ("kind", "official"),
    "river_reaches": ("nearest_place",),
    "hydrology": ("variable", "statistic", "period"),
    "sources": ("issued",),
    "actors": ("kind",),
}
"""Properties that are told of each layer. Kind, place and date stand in the name where there is no other."""

_LONGEST = 200


def added_facts(
    layer: str, record: Record, properties: Mapping[str, Property], *, names: Names
) -> tuple[str, ...]:
    """Return what is told of an added record, each in a few words."""
    return tuple(visible(words, limit=_LONGEST) for words in _facts(layer, record, properties, names))


def _facts(layer: str, record: Record, properties: Mapping[str, Property], names: Names) -> Iterator[str]:
    facts = record.properties
    if layer == "rescue_events":
        people = people_words(facts)
        yield _with_noun(people) if people else "number of people not given"
    if layer == "construction_reports" and (value := measured_words(facts, properties)):
        metric = facts.get("metric") if isinstance(facts.get("metric"), str) else ""
        is_unit = metric == facts.get("unit")
        yield f"{value} ({metric.replace('_', ' ')})" if metric and not is_unit else value
    if layer == "river_reaches" and (stretch := stretch_words(facts, properties)):
        yield stretch
    for name in (*_TOLD.get(layer, ()), "confidence"):
        prop, value = properties.get(name), facts.get(name)
        if value is None or _is_said_by_name(name, facts, value, names):
            continue
        words = say_value(value, prop, names=names)
        if name == "status" and isinstance(facts.get("status_as_of"), str):
            words += f" ({visible(facts['status_as_of'], limit=20)})"
        title = lower_first(prop.title) if prop is not None and prop.title else visible(name, limit=60)
        colon = ":" if isinstance(value, bool) else ""
        yield words if name in ("kind", "variable") else f"{title}{colon} {words}"
    if isinstance(facts.get("sources"), list) and facts["sources"]:
        yield plural(len(facts["sources"]), "source")
    if facts.get("merged_into") or facts.get("withdrawn"):
        yield "already merged or withdrawn"
    if layer not in ("sources", "actors") and record.geometry is None and layer in _TOLD:
        yield "not on the map"


def _with_noun(people: str) -> str:
    """Return ``45 to 80 people (best estimate 60)`` for a number of people in words."""
    words, opening, rest = people.partition(" (")
    return f"{words} {'person' if words == '1' else 'people'}{opening}{rest}"


def _is_said_by_name(name: str, facts: Mapping[str, Any], value: Any, names: Names) -> bool:
    """Return True for a compound whose name is the place by which the record is called."""
    if name != "compound" or not isinstance(value, str):
        return False
    return facts.get("place") in (None, names("compounds", value))
