"""The law of the data as Python reads it: layers, their properties and the terms that these may hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from moeiwatch.data.documents import read_document
from moeiwatch.data.inlining import inline_references
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import GeodataError, Problem
from moeiwatch.data.properties import Property, parse_properties

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
        return _layer_schema(layer, document, common)
    except (ValueError, RecursionError, AttributeError, TypeError, LookupError) as error:
        raise GeodataError(Problem(file, None, "", "", f"this is no schema of a layer: {error}")) from error


def _layer_schema(layer: str, document: Mapping, common: Mapping) -> LayerSchema:
    record = _record_schema(document)
    geometry = document.get("x-geometry") or {}
    return LayerSchema(
        name=layer,
        title=document.get("title", layer),
        description=document.get("description", ""),
        properties=parse_properties(record),
        geometry=geometry.get("type", ""),
        nullable=bool(geometry.get("nullable", False)),
        frame=_frame(common),
        document=document,
        record=record,
        identifier=_identifier(document),
    )


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
