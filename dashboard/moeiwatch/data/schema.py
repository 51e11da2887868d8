"""The law of the data as Python reads it: layers, their properties and the terms that these may hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from moeiwatch.data.documents import read_document
from moeiwatch.data.inlining import inline_references
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import GeodataError, Problem

LAYERS = (
    "compounds",
    "construction_reports",
    "rescue_events",
    "interventions",
    "crossings",
    "river_reaches",
    "hydrology",
    "season_evidence",
)
"""The layers in the order in which they are listed everywhere."""

TABLES = ("sources", "actors")
"""What layers refer to: records without a geometry."""


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


@dataclass(frozen=True, eq=False)
class LayerSchema:
    """What the schema says of one layer.

    Attributes
    ----------
    name, title, description : the layer's name and its words for people.
    properties : its properties by name, in canonical order.
    geometry : GeoJSON type of the geometry, "" for a table.
    nullable : True if the geometry may be null.
    frame : west, south, east and north, in degrees, of everything that may stand on the map.
    document : the schema of the whole file, references written out.
    record : the schema of a record's properties.
    identifier : the schema of a record's id.
    """

    name: str
    title: str
    description: str
    properties: Mapping[str, Property]
    geometry: str
    nullable: bool
    frame: tuple[float, float, float, float]
    document: Mapping = field(repr=False)
    record: Mapping = field(repr=False)
    identifier: Mapping = field(repr=False)


def read_schema(layer: str, directory: Path | None = None) -> LayerSchema:
    """Return the schema of a layer, of ``sources`` or of ``actors``.

    Parameters
    ----------
    layer : one of `LAYERS` or `TABLES`.
    directory : the folder of the schemas; by default that of the project's own data.

    Raises
    ------
    GeodataError
        If the file, or common.json beside it, is missing or is no schema of a layer.
    """
    directory = directory or GEODATA / "schema"
    file = f"schema/{layer}.json"
    common = _read(directory / "common.json", "schema/common.json")
    own = _read(directory / f"{layer}.json", file)
    try:
        document = inline_references(own, files={"common.json": common, f"{layer}.json": own})
        record = _record_schema(document)
    except (ValueError, RecursionError) as error:
        raise GeodataError(Problem(file, None, "", "", str(error))) from error
    geometry = document.get("x-geometry") or {}
    required = record.get("required", [])
    return LayerSchema(
        name=layer,
        title=document.get("title", layer),
        description=document.get("description", ""),
        properties={
            name: _property(schema, required=name in required)
            for name, schema in record["properties"].items()
            if isinstance(schema, Mapping)
        },
        geometry=geometry.get("type", ""),
        nullable=bool(geometry.get("nullable", False)),
        frame=_frame(common),
        document=document,
        record=record,
        identifier=_identifier(document),
    )


def inner_properties(prop: Property) -> dict[str, Property]:
    """Return the properties of the objects that a property holds (or lists); {} where it holds none."""
    items = prop.schema.get("items")
    holder = items if isinstance(items, Mapping) else prop.schema
    required = holder.get("required", [])
    inside = holder.get("properties", {})
    return {
        name: _property(s, required=name in required) for name, s in inside.items() if isinstance(s, Mapping)
    }


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


def _read(path: Path, file: str) -> Mapping:
    document = read_document(path, file=file)
    if document.broken:
        raise GeodataError(document.problems[0])
    if not isinstance(document.value, dict):
        raise GeodataError(Problem(file, 1, "", "", "a schema is an object"))
    return document.value


def _frame(common: Mapping) -> tuple[float, float, float, float]:
    frame = common.get("x-frame") or {}
    west, south = frame.get("west", -180), frame.get("south", -90)
    return west, south, frame.get("east", 180), frame.get("north", 90)


def _record_schema(document: Mapping) -> Mapping:
    """Return the schema of a record's properties: of a feature's ``properties``, or of a table's item."""
    properties = document.get("properties", {})
    collection = properties.get("features") or properties.get("actors") or document
    record = collection.get("items", {})
    if "features" in properties:
        record = record.get("properties", {}).get("properties", {})
    if not isinstance(record.get("properties"), Mapping):
        raise ValueError("the schema does not say which properties a record has")
    return record


def _identifier(document: Mapping) -> Mapping:
    features = document.get("properties", {}).get("features", {})
    return features.get("items", {}).get("properties", {}).get("id", {})


def _property(schema: Mapping, *, required: bool) -> Property:
    items = schema.get("items") if isinstance(schema.get("items"), Mapping) else {}
    definitions = schema.get("x-definitions", [])
    return Property(
        title=schema.get("title", ""),
        description=schema.get("description", ""),
        unit=schema.get("x-unit", ""),
        type=_type(schema),
        terms=terms_of(schema) or terms_of(items),
        references=schema.get("x-references") or items.get("x-references") or "",
        required=required,
        date="full" if "full_date" in definitions else "partial" if "partial_date" in definitions else "",
        schema=schema,
    )


def terms_of(schema: Mapping) -> dict[Any, Term]:
    """Return the terms that a schema allows, in their order; empty where it lists none."""
    choices = schema.get("oneOf") or schema.get("anyOf") or []
    return {
        choice["const"]: Term(choice.get("title", str(choice["const"])), choice.get("description", ""))
        for choice in choices
        if isinstance(choice, Mapping) and "const" in choice
    }


def _type(schema: Mapping) -> str:
    kind = schema.get("type")
    if isinstance(kind, list):
        kind = next((name for name in kind if name != "null"), "null")
    if kind is None and "const" in schema:
        kind = "boolean" if isinstance(schema["const"], bool) else "string"
    return kind or "string"
