"""One property as the schema declares it: its words, its type, its terms, what it refers to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Term:
    """One value that a property may hold, with its words for people."""

    title: str
    description: str


@dataclass(frozen=True)
class Property:
    """What the schema says of one property.

    Attributes
    ----------
    title, description : words for people.
    unit : unit of a number, "" where it has none.
    type : JSON type: string, number, integer, boolean, array or object.
    terms : the values allowed, in their order; empty where values are free. For a list, those of its items.
    references : layer (or ``sources``, ``actors``) whose ids it holds, "" where it holds none.
    required : True if every record has it.
    date : ``partial``, ``full``, or "" where it is no date.
    schema : the schema of the value, references written out.
    """

    title: str
    description: str
    unit: str
    type: str
    terms: Mapping[Any, Term]
    references: str
    required: bool
    date: str
    schema: Mapping = field(repr=False, compare=False)


def parse_properties(schema: Mapping) -> dict[str, Property]:
    """Return the properties of an object by name, in the order in which its schema declares them."""
    required = schema.get("required", [])
    declared = schema.get("properties", {}).items()
    return {
        name: _property(inner, required=name in required)
        for name, inner in declared
        if isinstance(inner, Mapping)
    }


def inner_properties(prop: Property) -> dict[str, Property]:
    """Return the properties of the objects that a property holds (or lists); {} where it holds none."""
    items = prop.schema.get("items")
    return parse_properties(items if isinstance(items, Mapping) else prop.schema)


def walk_values(schema: Mapping, value: Any, path: tuple = ()) -> Iterator[tuple[tuple, Any, Mapping]]:
    """Yield each value inside a value with its path and its schema, as far as the schema knows it."""
    yield path, value, schema
    if isinstance(value, dict):
        inside = schema.get("properties", {})
        for name, inner in value.items():
            below = inside.get(name, schema.get("additionalProperties"))
            yield from walk_values(below if isinstance(below, Mapping) else {}, inner, (*path, name))
    elif isinstance(value, list):
        below = schema.get("items")
        for index, inner in enumerate(value):
            yield from walk_values(below if isinstance(below, Mapping) else {}, inner, (*path, index))


def walk_schema(schema: Mapping) -> Iterator[Mapping]:
    """Yield the schema of a value and those of what stands inside it."""
    waiting = [schema]
    while waiting:
        node = waiting.pop()
        yield node
        inside = [*node.get("properties", {}).values(), node.get("items"), node.get("additionalProperties")]
        waiting += [inner for inner in inside if isinstance(inner, Mapping)]


def terms_of(schema: Mapping) -> dict[Any, Term]:
    """Return the terms that a schema allows, in their order; empty where it lists none."""
    choices = schema.get("oneOf") or schema.get("anyOf") or []
    return {
        choice["const"]: Term(choice.get("title", str(choice["const"])), choice.get("description", ""))
        for choice in choices
        if isinstance(choice, Mapping) and "const" in choice
    }


def date_kind(schema: Mapping) -> str:
    """Return ``full`` or ``partial`` for the schema of a date, "" for any other."""
    definitions = schema.get("x-definitions", ())
    return "full" if "full_date" in definitions else "partial" if "partial_date" in definitions else ""


def _property(schema: Mapping, *, required: bool) -> Property:
    items = schema.get("items") if isinstance(schema.get("items"), Mapping) else {}
    return Property(
        title=schema.get("title", ""),
        description=schema.get("description", ""),
        unit=schema.get("x-unit", ""),
        type=_type(schema),
        terms=terms_of(schema) or terms_of(items),
        references=schema.get("x-references") or items.get("x-references") or "",
        required=required,
        date=date_kind(schema),
        schema=schema,
    )


def _type(schema: Mapping) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((name for name in kind if name != "null"), "null")
    if kind is None and "const" in schema:
        kind = "boolean" if isinstance(schema["const"], bool) else "string"
    return kind or "string"
