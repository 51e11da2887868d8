"""Changed records as a map: GitHub draws a fenced block of GeoJSON."""

import json
from collections.abc import Iterator
from typing import Any

from moeiwatch.data.canonical import canonical_geometry
from moeiwatch.data.changes.compare import Changes
from moeiwatch.data.changes.record_change import RecordChange
from moeiwatch.data.changes.sentences import record_phrase
from moeiwatch.data.changes.wording import visible
from moeiwatch.data.checks.geometry import shape_fault

MOST_FEATURES = 300
"""More than these cannot be told apart on a map of a comment's size."""

_COLOURS = {"added": "#1a7f37", "changed": "#bf8700", "before": "#8c959f"}
_GONE = "#cf222e"


def feature_block(changes: Changes, *, longest: int) -> str:
    """Return the fenced block with a word before it, "" where nothing that changed has a place.

    Parameters
    ----------
    longest : characters that the whole may have. Features that do not fit are left out and counted.
    """
    told = [change for change in changes.records if not change.only_follows]
    everything = [feature for change in told for feature in _features(change)]
    if not everything:
        return ""
    kept: list[str] = []
    used = 200
    for feature in everything:
        written = _json(feature)
        if used + len(written) + 2 <= longest and len(kept) < MOST_FEATURES:
            kept.append(written)
            used += len(written) + 2
    left = len(everything) - len(kept)
    said = (
        f"{left:,} of {len(everything):,} shapes are left out of this map: it would be too large.\n\n"
        if left
        else ""
    )
    if not kept:
        return said.strip()
    key = "Green: added. Yellow: changed. Grey: where it was before. Red: removed, merged or withdrawn.\n\n"
    listed = ",\n".join(kept)
    return f'{key}{said}```geojson\n{{"type":"FeatureCollection","features":[\n{listed}\n]}}\n```'


def _features(change: RecordChange) -> Iterator[dict[str, Any]]:
    """Yield the shapes of one change: where the record is, and where it was if it moved."""
    words = record_phrase(change)
    before, after = (
        record.geometry if record is not None else None for record in (change.before, change.after)
    )
    moved = change.before is not None and any(field.name == "geometry" for field in change.fields)
    if moved and _drawable(before):
        yield _feature(change, before, colour=_COLOURS["before"], what="before", words=words)
    shown = after if change.after is not None else before
    if _drawable(shown):
        yield _feature(change, shown, colour=_COLOURS.get(change.kind, _GONE), what=change.kind, words=words)


def _feature(change: RecordChange, geometry: Any, *, colour: str, what: str, words: str) -> dict[str, Any]:
    style = {"marker-color": colour} if geometry["type"] == "Point" else {"stroke": colour, "fill": colour}
    record = f"{change.layer}/{change.id}" if change.id else change.layer
    told = {"name": change.name, "record": visible(record, limit=80), "change": what}
    told["what"] = visible(words, limit=200)
    plain = {
        name: value for name, value in canonical_geometry(geometry).items() if name in ("type", "coordinates")
    }
    return {"type": "Feature", "properties": told | style, "geometry": plain}


def _drawable(geometry: Any) -> bool:
    if geometry is None or shape_fault(geometry) is not None:
        return False
    return geometry["type"] in ("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon")


def _json(feature: dict[str, Any]) -> str:
    """Return JSON in ASCII, in which nothing can end the fence or be taken for markup."""
    written = json.dumps(feature, ensure_ascii=True, separators=(",", ":"))
    for character in "`<>&@":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written
