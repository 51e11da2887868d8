"""The canonical form of a data file: the one way to write it, so that a change shows as what it changes."""

from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any

from moeiwatch.data.checks.geometry import shape_fault, signed_area
from moeiwatch.data.checks.misplaced import misplaced_compounds
from moeiwatch.data.composed import composed_value
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.inline import inline
from moeiwatch.data.problems import GeodataError, Problem

DECIMALS = 6
"""Decimals of a degree, about 0.1 m: as exact as a position is ever written."""


def canonical_text(collection: Collection, *, contents: Contents | None = None) -> str:
    """Return the canonical text of a file: the same data, in the one form that the tool writes.

    Records by id; one property a line, in the order of the schema; what stands inside a property, and the
    geometry, on one line; texts with composed accents (NFC); positions with at most six decimals; outer rings
    anticlockwise; a newline at the end. What the schema does not know is kept, after what it knows, but for
    what a download tells beside a record. An event at a compound, without a place of its own, takes the
    compound's point, unless that point itself is wrong.

    Parameters
    ----------
    contents : all the data, in which compounds are looked up; without it geometry is left as it is.

    Raises
    ------
    GeodataError
        If the file cannot be read, or a name stands twice in it (one of the two would be lost).
    """
    document = collection.document
    fault = next(iter(document.problems), None)
    if fault is None and not isinstance(document.value, dict if collection.member else list):
        fault = collection.problem(None, (), "the file is not built as its layer is")
    elif fault is None and collection.items is None:
        fault = collection.problem(None, (), f"the file has no list of {collection.member}")
    elif fault is None and len(collection.items) > len(collection.records):
        fault = Problem(collection.file, None, "", "", f"the file holds {len(collection.items):,} records")
    if fault is not None:
        raise GeodataError(fault)
    records = sorted(collection.records, key=lambda record: (record.id is None, record.id or ""))
    deeper = "    " if collection.member else "  "
    points = _points_to_take(collection, contents) if contents else {}
    lines = [_record_lines(collection, record, points, deeper) for record in records]
    listed = ",\n".join("\n".join(record) for record in lines)
    if not collection.member:
        return f"[\n{listed}\n]\n" if listed else "[]\n"
    members = [f"  {_text(name)}: {inline(member)}" for name, member in _outer_members(collection)]
    listed = f"[\n{listed}\n  ]" if listed else "[]"
    return "{\n" + ",\n".join([*members, f"  {_text(collection.member)}: {listed}"]) + "\n}\n"


def order_members(value: Any, schema: Any) -> Any:
    """Return a value whose objects have their members in the order of the schema, unknown ones last.

    Objects whose names are free (people by country) are sorted by name.
    """
    if not isinstance(schema, Mapping):
        return value
    if isinstance(value, list):
        return [order_members(item, schema.get("items")) for item in value]
    if not isinstance(value, dict):
        return value
    known = schema.get("properties", {})
    free = schema.get("additionalProperties")
    names = [*(name for name in known if name in value), *(name for name in value if name not in known)]
    if not known and isinstance(free, Mapping):
        names = sorted(value)
    return {name: order_members(value[name], known.get(name, free)) for name in names}


def canonical_geometry(geometry: Any) -> Any:
    """Return a geometry with at most six decimals and its rings in order; one of no known shape as it is."""
    if geometry is None or shape_fault(geometry) is not None:
        return geometry
    rest = {name: value for name, value in geometry.items() if name not in ("type", "coordinates")}
    coordinates = _rounded(geometry["coordinates"])
    if geometry["type"] == "Polygon":
        coordinates = _in_order(coordinates)
    elif geometry["type"] == "MultiPolygon":
        coordinates = [_in_order(polygon) for polygon in coordinates]
    return {"type": geometry["type"], "coordinates": coordinates, **rest}


def settled_geometry(record: Record, points: Mapping[str, Any]) -> Any:
    """Return the geometry that a record should have: at a compound that of the compound, else its own.

    Parameters
    ----------
    points : the geometry of every compound whose place may be taken over, by id.
    """
    id_ = record.properties.get("compound")
    if "location_basis" in record.properties or not isinstance(id_, str):
        return record.geometry
    return points.get(id_, record.geometry)


def _points_to_take(collection: Collection, contents: Contents) -> dict[str, Any]:
    """Return the geometries that records of a file take from their compounds; {} where it has no events.

    A compound whose own place is wrong gives it to nobody: the mistake would then stand in every event.
    """
    compounds = contents.collections["compounds"]
    if collection is compounds or collection.schema is None or "compound" not in collection.schema.properties:
        return {}
    misplaced = misplaced_compounds(contents)
    return {id_: record.geometry for id_, record in compounds.by_id.items() if id_ not in misplaced}


def _outer_members(collection: Collection) -> Iterator[tuple[str, Any]]:
    """Yield the members of the file before its list: those of the schema, added if missing, then others."""
    value = collection.document.value
    rules = collection.schema.document.get("properties", {}) if collection.schema else {}
    for name, rule in rules.items():
        if name in value and name != collection.member:
            yield name, value[name]
        elif isinstance(rule, Mapping) and "const" in rule and name not in value:
            yield name, rule["const"]
    for name, member in value.items():
        if name not in rules and name != collection.member:
            yield name, member


def _record_lines(
    collection: Collection, record: Record, points: Mapping[str, Any], indent: str
) -> list[str]:
    if not isinstance(record.value, dict):
        return [indent + inline(record.value)]
    schema = collection.schema.record if collection.schema else {}
    if not collection.is_layer:
        return _object_lines(order_members(record.value, schema), indent)
    lines = []
    known = ("type", "id", "properties", "geometry")
    members = [*(n for n in known if n in record.value), *(n for n in record.value if n not in known)]
    for name in members:
        value = record.value[name]
        if name == "properties" and isinstance(value, dict):
            value = dict(record.properties)
        if name == "properties" and isinstance(value, dict) and value:
            inside = _object_lines(order_members(value, schema), indent + "  ")
            lines.append([f'{indent}  "properties": {{', *inside[1:]])
            continue
        if name == "geometry":
            value = canonical_geometry(settled_geometry(record, points))
        lines.append([f"{indent}  {_text(name)}: {inline(value)}"])
    return [f"{indent}{{", *_with_commas(lines), f"{indent}}}"] if lines else [f"{indent}{{}}"]


def _object_lines(value: dict, indent: str) -> list[str]:
    lines = [[f"{indent}  {_text(name)}: {inline(composed_value(inner))}"] for name, inner in value.items()]
    return [f"{indent}{{", *_with_commas(lines), f"{indent}}}"] if lines else [f"{indent}{{}}"]


def _with_commas(blocks: list[list[str]]) -> Iterator[str]:
    for block in blocks[:-1]:
        yield from block[:-1]
        yield block[-1] + ","
    yield from blocks[-1]


def _text(text: str) -> str:
    return encode_basestring(text)


def _rounded(coordinates: list) -> list:
    if isinstance(coordinates[0], list):
        return [_rounded(inner) for inner in coordinates]
    return [round(float(value), DECIMALS) + 0.0 for value in coordinates]


def _in_order(polygon: list) -> list:
    return [
        ring[::-1]
        if ring[0] == ring[-1] and (signed_area(ring) < 0 if place == 0 else signed_area(ring) > 0)
        else ring
        for place, ring in enumerate(polygon)
    ]
