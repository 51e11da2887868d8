"""The data as frames: what can be read, and the problems of what cannot. Never crashes on a broken file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import geopandas as gpd
import pandas as pd

from moeiwatch.data.checks.geometry import check_geometry
from moeiwatch.data.checks.structure import check_record_structure, check_structure
from moeiwatch.data.checks.values import check_record_values
from moeiwatch.data.contents import Collection, Contents, Record, read_contents
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import Problem, sort_problems
from moeiwatch.data.schema import LayerSchema

SOURCE_COLUMNS = (
    "publisher",
    "title",
    "published",
    "url",
    "access",
    "kind",
    "language",
    "note",
    "read_at",
    "type",
)

VERSION_SUFFIXES = (".geojson", ".json", ".csv")
VERSION_LENGTH = 12


@dataclass(frozen=True)
class Geodata:
    """Everything that could be read.

    Attributes
    ----------
    layers : one frame a layer: a row a record, index ``id``, columns in the order of the schema, then
        ``geometry`` (EPSG:4326, longitude and latitude). Missing is NaN in columns of numbers, else None.
    sources : a row a publication, index ``id``, columns `SOURCE_COLUMNS`; ``published`` is a partial date.
    actors : a row an actor, index ``id``, columns in the order of the schema.
    base : frames of geometry that is not ours, by name, and ``wayback_releases``; without what is broken.
    problems : why a file or a record was left out.
    counts : for each layer, then ``sources`` and ``actors``, how many records were read, of how many in the
        file; (0, None) where the file cannot be read and so nobody knows how many it holds.
    version : short hash of all files that were read, the same for the same data.
    """

    layers: dict[str, gpd.GeoDataFrame]
    sources: pd.DataFrame
    actors: pd.DataFrame
    base: dict[str, pd.DataFrame]
    problems: list[Problem]
    counts: dict[str, tuple[int, int | None]]
    version: str


def read_geodata(directory: Path | None = None) -> Geodata:
    """Return the data as frames; what is broken is left out and reported, never dropped in silence.

    A record is left out if it has no shape, breaks the schema, or its geometry cannot be drawn. The other
    rules of ``python dashboard check`` (references, counting, words) are not looked at here.
    """
    directory = directory or GEODATA
    contents = read_contents(directory)
    problems = list(contents.problems)
    kept: dict[str, list[Record]] = {}
    counts = {}
    for name, collection in contents.collections.items():
        problems += check_structure(collection)
        kept[name] = []
        for record in collection.records:
            found = _record_problems(collection, record, contents)
            problems += found
            if not found and collection.by_id.get(record.id) is record:
                kept[name].append(record)
        counts[name] = len(kept[name]), None if collection.items is None else len(collection.items)
    return Geodata(
        layers={layer.name: layer_frame(kept[layer.name], schema=layer.schema) for layer in contents.layers},
        sources=_source_frame(kept["sources"]),
        actors=_table(kept["actors"], list(_columns(contents.collections["actors"].schema))),
        base=_base_frames(directory, contents, problems),
        problems=sort_problems(problems),
        counts=counts,
        version=data_version(directory),
    )


def layer_frame(records: list[Record], *, schema: LayerSchema | None) -> gpd.GeoDataFrame:
    """Return records as a frame with the columns of the schema, whether or not a record has them."""
    columns = _columns(schema)
    features = [{"properties": dict(r.properties), "geometry": r.geometry} for r in records]
    frame = gpd.GeoDataFrame.from_features(features, columns=["geometry", *columns], crs="EPSG:4326")
    frame.index = pd.Index([r.id for r in records], name="id", dtype=object)
    for name, is_number in columns.items():
        frame[name] = pd.to_numeric(frame[name]).astype(float) if is_number else _objects(frame[name])
    return frame[[*columns, "geometry"]]


def has_version(path: PurePath) -> bool:
    """Return True for a file, by its path in the data's folder, that `data_version` looks at."""
    return path.suffix in VERSION_SUFFIXES and not any(part.startswith(".") for part in path.parts)


def data_version(directory: Path) -> str:
    """Return a short hash of the names and the bytes of all data files in a folder, but hidden ones."""
    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*")):
        if has_version(path.relative_to(directory)) and path.is_file():
            digest.update(path.relative_to(directory).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:VERSION_LENGTH]


def _record_problems(collection: Collection, record: Record, contents: Contents) -> list[Problem]:
    return [
        *check_record_structure(collection, record),
        *check_record_values(collection, record),
        *(check_geometry(collection, record, frame=contents.frame) if collection.is_layer else []),
    ]


def _columns(schema: LayerSchema | None) -> dict[str, bool]:
    """Return the columns, each with True where it holds numbers."""
    properties = schema.properties if schema else {}
    return {name: p.type in ("number", "integer") for name, p in properties.items() if name != "id"}


def _objects(column: pd.Series) -> pd.Series:
    values = [None if isinstance(value, float) and value != value else value for value in column]
    return pd.Series(values, index=column.index, dtype=object)


def _table(records: list[Record], columns: list[str]) -> pd.DataFrame:
    rows = [[record.properties.get(name) for name in columns] for record in records]
    index = pd.Index([record.id for record in records], name="id", dtype=object)
    return pd.DataFrame(rows, index=index, columns=columns, dtype=object)


def _source_frame(records: list[Record]) -> pd.DataFrame:
    flat = [Record(r.index, r.id, _flat_source(r.properties), None, None) for r in records]
    return _table(flat, list(SOURCE_COLUMNS))


def _flat_source(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a CSL-JSON item under the names of `SOURCE_COLUMNS`."""
    custom = item["custom"]
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return {
        **{name: item.get(name) for name in ("title", "language", "note", "type")},
        **{name: custom.get(name) for name in ("access", "kind", "read_at")},
        "publisher": item.get("container-title") or item.get("publisher"),
        "published": "-".join(f"{p:04}" if n == 0 else f"{p:02}" for n, p in enumerate(parts)) or None,
        "url": item.get("URL"),
    }


def _base_frames(directory: Path, contents: Contents, problems: list[Problem]) -> dict[str, pd.DataFrame]:
    frames: dict[str, pd.DataFrame] = {}
    for name, collection in contents.base.items():
        faults = check_structure(collection)
        kept = []
        for record in collection.records:
            found = check_record_structure(collection, record)
            found += check_geometry(collection, record, frame=contents.frame)
            faults += found
            if not found and record.geometry is not None:
                kept.append(record)
        problems += faults
        if kept:
            features = [{"properties": dict(r.properties), "geometry": r.geometry} for r in kept]
            frames[name] = gpd.GeoDataFrame.from_features(features, crs="EPSG:4326")
            if all(r.id for r in kept):
                frames[name].index = pd.Index([r.id for r in kept], name="id", dtype=object)
    try:
        frames["wayback_releases"] = pd.read_csv(directory / "base" / "wayback_releases.csv")
    except (OSError, ValueError) as error:
        file = "base/wayback_releases.csv"
        problems.append(Problem(file, None, "", "", f"the file cannot be read: {error}"))
    return frames
