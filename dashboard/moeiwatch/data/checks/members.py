"""Rules on what GeoJSON allows beside facts: bounding boxes, and the members of a geometry."""

from collections.abc import Iterator
from typing import Any

from moeiwatch.data.checks.geometry import is_number
from moeiwatch.data.checks.walk import check_records
from moeiwatch.data.checks.words import MOST_PROBLEMS, list_terms
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import Problem, shorten

_GEOMETRY = ("type", "coordinates", "bbox")


def check_members(contents: Contents) -> list[Problem]:
    """Report bounding boxes that are none, and members of a geometry that GeoJSON does not know."""
    problems = []
    for layer in contents.layers:
        value = layer.document.value
        if isinstance(value, dict) and _is_no_box(value):
            problems.append(_box_problem(layer, None, ("bbox",), value))
    return problems + check_records(contents.layers, _member_problems)


def _member_problems(layer: Collection, record: Record) -> Iterator[Problem]:
    if isinstance(record.value, dict) and _is_no_box(record.value):
        yield _box_problem(layer, record, ("bbox",), record.value)
    if not isinstance(record.geometry, dict):
        return
    if _is_no_box(record.geometry):
        yield _box_problem(layer, record, ("geometry", "bbox"), record.geometry)
    unknown = [name for name in record.geometry if name not in _GEOMETRY]
    for name in unknown[:MOST_PROBLEMS]:
        message = f"the member {shorten(name)} of the geometry is unknown"
        hint = "Coordinates are WGS 84, longitude first. " if name == "crs" else ""
        remedy = f"Take it out. {hint}{list_terms(_GEOMETRY)}"
        yield layer.problem(record, ("geometry", name), message, remedy=remedy)


def _is_no_box(value: dict[str, Any]) -> bool:
    if "bbox" not in value:
        return False
    box = value["bbox"]
    return not (isinstance(box, list) and len(box) == 4 and all(map(is_number, box)))


def _box_problem(layer: Collection, record: Record | None, path: tuple, value: dict[str, Any]) -> Problem:
    message = f"{shorten(value['bbox'])} is no bounding box"
    return layer.problem(
        record, path, message, remedy="Take bbox out, or write [west, south, east, north] in degrees."
    )
