"""All files of the data as they were found, in one value: where checks and frames start from."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from moeiwatch.data.derived import own_properties
from moeiwatch.data.documents import Document, read_document
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import ERROR, GeodataError, Problem, field_name
from moeiwatch.data.schema import LAYERS, TABLES, LayerSchema, read_schema
from moeiwatch.data.story_files import read_story_documents

BASE = ("countries", "border", "border_coarse", "districts", "places", "cities")
"""The files of ``base/``, geometry that is not ours: ``base/<name>.geojson``."""

BESIDE = (
    *("README.md", "base", "schema", "stories", "base/wayback_releases.csv"),
    *(f"schema/{name}.json" for name in (*LAYERS, *TABLES, "common", "story")),
)
"""What else lies in the data's folder."""

MOST_RECORDS = 200_000
"""Of a file with more records than this none is read: the map holds a hundred thousand."""


@dataclass(frozen=True)
class Record:
    """One record of a file, whatever it looks like.

    Attributes
    ----------
    index : its place in the file, from 0.
    id : its id as it stands, None where it has none or it is no text.
    properties : its own properties, without what a download tells beside them (`data.derived`); {} where they
        are missing or no object.
    geometry : its geometry as it stands.
    value : the whole record as it stands.
    """

    index: int
    id: str | None
    properties: Mapping[str, Any]
    geometry: Any
    value: Any


@dataclass
class Collection:
    """The records of one file, with the document that they stand in and the schema that rules them.

    `member` is the name of the list in the file (``features``, ``actors``), "" where the file is the list.
    `memory` is for what several rules work out of the file, so that it is worked out once.
    """

    name: str
    document: Document
    schema: LayerSchema | None
    member: str
    memory: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def file(self) -> str:
        """The file's name for messages."""
        return self.document.file

    @property
    def is_layer(self) -> bool:
        """True for GeoJSON, False for a table such as sources."""
        return self.member == "features"

    @property
    def items(self) -> list | None:
        """The list of records as it stands in the file; None where the file holds none."""
        value = self.document.value
        found = value.get(self.member) if self.member and isinstance(value, dict) else value
        return found if isinstance(found, list) else None

    @property
    def is_read(self) -> bool:
        """True if `records` are those of the file: it was read, and its list is not too long."""
        return not self.document.broken and self.items is not None and len(self.items) <= MOST_RECORDS

    @cached_property
    def records(self) -> list[Record]:
        """All records in the order of the file; [] where it holds no list of them, or far too many."""
        items = self.items or []
        return [self._record(i, item) for i, item in enumerate(items)] if len(items) <= MOST_RECORDS else []

    @cached_property
    def by_id(self) -> dict[str, Record]:
        """The records that have an id; of several with one id the first."""
        found: dict[str, Record] = {}
        for record in self.records:
            if record.id is not None:
                found.setdefault(record.id, record)
        return found

    def _record(self, index: int, item: Any) -> Record:
        whole = item if isinstance(item, dict) else {}
        id_ = whole.get("id") if isinstance(whole.get("id"), str) else None
        properties = whole.get("properties") if self.is_layer else whole
        properties = own_properties(self.name, properties) if isinstance(properties, dict) else {}
        return Record(index, id_, properties, whole.get("geometry"), item)

    def label(self, record: Record) -> str:
        """Return what a message calls a record: its id, else its place."""
        if record.id and len(record.id) <= 100 and record.id.isprintable():
            return record.id
        return f"{self.member or 'item'}[{record.index}]"

    def problem(
        self,
        record: Record | None,
        path: tuple | str,
        message: str,
        *,
        severity: str = ERROR,
        remedy: str = "",
    ) -> Problem:
        """Return a problem with the line where it stands.

        Parameters
        ----------
        record : the record, or None for the file as a whole.
        path : the property (with the way inside it), or ``geometry`` or ``id``; () for the whole record.
        """
        path = (path,) if isinstance(path, str) else path
        place: tuple = path
        if record is not None:
            place = (*((self.member,) if self.member else ()), record.index)
            inside = self.is_layer and path and path[0] not in ("id", "geometry", "type", "bbox")
            place += (*(("properties",) if inside else ()), *path)
        line = self.document.positions.line(place) if self.document.text else None
        name = self.label(record) if record is not None else ""
        return Problem(self.file, line, name, field_name(path), message, severity, remedy)


@dataclass
class Contents:
    """Everything in the data's folder.

    Attributes
    ----------
    collections : the layers, ``sources`` and ``actors`` by name, all present, broken ones without records.
    base : the files of ``base/`` by name, in the same form, without a schema.
    problems : what kept a file or a schema from being read.
    stories : the files of the stories; what is wrong with them is told by their own check.
    others : paths of files and folders beside them that are none of the data's.
    schemas : the folder from which the schemas were read.
    """

    collections: dict[str, Collection]
    base: dict[str, Collection]
    problems: list[Problem] = field(default_factory=list)
    stories: list[Document] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    schemas: Path | None = None

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """West, south, east and north, in degrees, of everything that may stand on the map."""
        frames = (c.schema.frame for c in self.collections.values() if c.schema is not None)
        return next(frames, (-180, -90, 180, 90))

    @property
    def layers(self) -> list[Collection]:
        """The collections that are layers, in their order."""
        return [self.collections[name] for name in LAYERS]


def read_contents(directory: Path | None = None, *, schemas: Path | None = None) -> Contents:
    """Return all files of the data; never raises, whatever they hold.

    Parameters
    ----------
    directory : the data's folder; by default the project's own.
    schemas : the folder of the schemas; by default ``schema/`` in that folder, else the project's own.
    """
    directory = directory or GEODATA
    if schemas is None:
        schemas = directory / "schema" if (directory / "schema").is_dir() else GEODATA / "schema"
    contents = Contents({}, {}, stories=read_story_documents(directory), schemas=schemas)
    for name in (*LAYERS, *TABLES):
        try:
            schema = read_schema(name, schemas)
        except GeodataError as error:
            schema = None
            contents.problems.append(error.problem)
        member = "features" if name in LAYERS else "actors" if name == "actors" else ""
        file = f"{name}.geojson" if name in LAYERS else f"{name}.json"
        document = read_document(directory / file, file=file)
        contents.collections[name] = Collection(name, document, schema, member)
        contents.problems.extend(document.problems)
    for name in BASE:
        file = f"base/{name}.geojson"
        document = read_document(directory / file, file=file)
        contents.base[name] = Collection(name, document, None, "features")
        contents.problems.extend(document.problems)
    contents.others = _others(directory, contents)
    return contents


def _others(directory: Path, contents: Contents) -> list[str]:
    """Return what lies in the folder and is not read. Hidden names, such as editors leave, do not count."""
    read = [*contents.collections.values(), *contents.base.values()]
    known = {*BESIDE, *(collection.file for collection in read), *(story.file for story in contents.stories)}
    return [
        f"{folder}{name}"
        for folder in ("", "base/", "schema/", "stories/")
        for name in _names(directory / folder)
        if f"{folder}{name}" not in known and not name.startswith(".")
    ]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.fsencode(path.name).decode(errors="replace") for path in folder.iterdir())
    except OSError:
        return []
