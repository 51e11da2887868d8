"""Rows of JSON files: GeoJSON (exports of geojson.io included) and CSL-JSON as Zotero writes it."""

from typing import Any

from moeiwatch.data.checks.geometry import is_number
from moeiwatch.data.documents import parse_document
from moeiwatch.data.drafts.rows import Row, Rows
from moeiwatch.data.problems import shorten

_STYLE = ("marker-color", "marker-size", "marker-symbol", "stroke", "stroke-width", "stroke-opacity", "fill")
_STYLES = (*_STYLE, "fill-opacity")
"""What geojson.io adds for its own map (simplestyle)."""

_MEMBERS = ("type", "id", "properties", "geometry", "bbox")


def json_rows(raw: bytes, rows: Rows, *, layer: str) -> Rows:
    """Return the rows of a JSON file: publications for ``sources``, else features."""
    document = parse_document(raw, file=rows.file)
    rows.problems += document.problems
    if document.problems:
        return rows
    value = document.value
    if layer in ("sources", "actors"):
        listed = value.get("items", value.get(layer, [value])) if isinstance(value, dict) else value
        _items(listed, rows)
        return rows
    listed = value.get("features", [value]) if isinstance(value, dict) else value
    if not isinstance(listed, list):
        return rows.refuse(1, "", "the file holds no features")
    way = ("features",) if isinstance(value, dict) and "features" in value else ()
    for place, feature in enumerate(listed, start=1):
        line = document.positions.line((*way, place - 1))
        _add_feature(feature, f"feature {place}", line, rows)
    return rows


def _items(listed: Any, rows: Rows) -> None:
    if not isinstance(listed, list):
        rows.refuse(1, "", "the file holds no list of records")
        return
    for place, item in enumerate(listed, start=1):
        if not isinstance(item, dict):
            rows.refuse(None, f"item {place}", f"the item is {shorten(item)}, not an object")
        elif item.get("type") in ("Feature", "FeatureCollection"):
            rows.refuse(None, f"item {place}", "this is GeoJSON: it holds places, not publications")
        else:
            rows.rows.append(Row(f"item {place}", None, _known(item)))


def _add_feature(feature: Any, where: str, line: int, rows: Rows) -> None:
    if not isinstance(feature, dict):
        rows.refuse(line, where, f"the feature is {shorten(feature)}, not an object")
        return
    if feature.get("type") != "Feature" and "coordinates" in feature:
        feature = {"type": "Feature", "properties": {}, "geometry": feature}
    properties = feature.get("properties")
    if feature.get("type") != "Feature" or not isinstance(properties, dict | None):
        rows.refuse(line, where, "this is no GeoJSON feature with properties")
        return
    values = {name: v for name, v in _known(properties or {}).items() if name not in _STYLES}
    styles = [name for name in properties or {} if name in _STYLES]
    extra = [name for name in feature if name not in _MEMBERS]
    said = [f"left out: {', '.join(styles)} (style of the drawing)"] if styles else []
    if extra:
        rows.refuse(
            line, where, f"the feature has the member {shorten(extra[0])}", "Put facts into properties."
        )
        return
    geometry, flattened = _flat(feature.get("geometry"))
    if flattened:
        said.append("left out: the height of positions")
    if isinstance(feature.get("id"), str) and "id" not in values:
        values["id"] = feature["id"]
    rows.rows.append(Row(where, line, values, geometry, tuple(said)))


def _known(values: dict) -> dict:
    """Return the members that say something: null and empty texts mean that nothing is known."""
    return {
        name: v for name, v in values.items() if v is not None and not (isinstance(v, str) and not v.strip())
    }


def _flat(geometry: Any) -> tuple[Any, bool]:
    """Return a geometry without heights, and whether there were any."""
    if not isinstance(geometry, dict) or "coordinates" not in geometry:
        return geometry, False
    flattened = False

    def walk(value: Any) -> Any:
        nonlocal flattened
        if isinstance(value, list) and len(value) == 3 and all(map(is_number, value)):
            flattened = True
            return value[:2]
        return [walk(inner) for inner in value] if isinstance(value, list) else value

    return geometry | {"coordinates": walk(geometry["coordinates"])}, flattened
