"""What sentences call a record: its name, or what, where and when."""

from collections.abc import Callable, Mapping
from typing import Any

from moeiwatch.data.changes.sides import Side
from moeiwatch.data.changes.wording import say_value, visible
from moeiwatch.data.citations import spell_date
from moeiwatch.data.contents import Record
from moeiwatch.data.properties import Property

LONGEST_NAME = 110
_LONGEST_ID = 60
_NAMES = ("name", "place", "target", "river", "title")
_NAMED = ("compounds", "crossings", "actors", "hydrology")
"""Layers whose records are known by their name alone."""


def record_names(old: Side, new: Side) -> Callable[[str, str], str]:
    """Return the function that gives what people call a record, by layer and id; "" where there is none."""

    def plain(layer: str, id_: str) -> str:
        record = new.find(layer, id_) or old.find(layer, id_)
        return "" if record is None else _own_name(record.properties)

    def full(layer: str, id_: str) -> str:
        record = new.find(layer, id_) or old.find(layer, id_)
        schema = old.schemas.get(layer)
        properties = schema.properties if schema is not None else {}
        return "" if record is None else name_record(layer, record, properties, names=plain)

    return full


def name_record(
    layer: str, record: Record, prop: Mapping[str, Property], *, names: Callable[[str, str], str]
) -> str:
    """Return what a sentence calls a record: its name, or what, where and when, with its id."""
    facts = record.properties
    id_ = visible(record.id, limit=_LONGEST_ID) if record.id else f"record {record.index + 1}"
    name = _own_name(facts)
    if layer in _NAMED and name:
        return visible(name, limit=LONGEST_NAME)
    if layer == "sources":
        return visible(f"{_source_name(facts) or name or id_}", limit=LONGEST_NAME)
    kind = facts.get("kind", facts.get("season"))
    words = [say_value(kind, prop.get("kind") or prop.get("season"))] if isinstance(kind, str) else []
    if not name and isinstance(facts.get("compound"), str):
        name = names("compounds", facts["compound"]) or facts["compound"]
    words += [name] if name else []
    date = next((facts[k] for k in ("date", "observed") if isinstance(facts.get(k), str)), "")
    words += [spell_date(date)] if date else []
    if not words:
        return id_
    return visible(", ".join(words), limit=LONGEST_NAME) + (f" ({id_})" if record.id else f", {id_}")


def _own_name(facts: Mapping[str, Any]) -> str:
    return next((facts[k] for k in _NAMES if isinstance(facts.get(k), str) and facts[k].strip()), "")


def _source_name(facts: Mapping[str, Any]) -> str:
    """Return the publisher and the title in quotes, as far as they are known."""
    publisher, title = facts.get("container-title", facts.get("publisher")), facts.get("title")
    said = [publisher] if isinstance(publisher, str) and publisher else []
    return ", ".join([*said, f"'{title}'"] if isinstance(title, str) and title else said)
