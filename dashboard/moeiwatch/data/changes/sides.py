"""One of the two states that are compared, as records: which file holds which layer, and what it says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from moeiwatch.data.changes.states import Entry, State, entry_problem
from moeiwatch.data.contents import Collection, Record
from moeiwatch.data.documents import Document, parse_document
from moeiwatch.data.problems import Problem
from moeiwatch.data.schema import LAYERS, TABLES, LayerSchema

Schemas = Mapping[str, LayerSchema | None]

_OF_PUBLICATIONS = ("issued", "accessed", "URL", "DOI", "container-title", "publisher")
"""Members of CSL-JSON of which a publication has one at least, beside its title and type."""


@dataclass(frozen=True)
class Found:
    """A record with the file in which it stands."""

    collection: Collection
    record: Record


class Side:
    """The files of a state, sorted by layer and parsed when they are needed.

    Parameters
    ----------
    state : the files.
    schemas : the schema of each layer, None where it cannot be read.
    """

    def __init__(self, state: State, *, schemas: Schemas) -> None:
        self.state = state
        self.schemas = schemas
        self._documents: dict[str, Document] = {}

    @cached_property
    def layers(self) -> dict[str, list[str]]:
        """The paths of each layer's files.

        A file is known by its name, its ``$schema`` or its folder; a bibliography also by its members, since
        a list has no ``$schema``.
        """
        self.load(path for path in self.state.entries if _may_be_layer(path) and not named_layer(path))
        found: dict[str, list[str]] = {}
        for path in self.state.entries:
            if layer := self._layer(path):
                found.setdefault(layer, []).append(path)
        return found

    def load(self, paths: Iterable[str]) -> None:
        """Parse these files, all that were not before; one call reads many files at once."""
        wanted = {p: self.state.entries[p] for p in paths if p not in self._documents}
        read = self.state.read(entry.handle for entry in wanted.values() if not entry.fault)
        for path, entry in wanted.items():
            self._documents[path] = _document(entry, read.get(entry.handle))

    def document(self, path: str) -> Document:
        """Return a file, whatever is wrong with it."""
        self.load([path])
        return self._documents[path]

    def faults(self, layer: str) -> list[Problem]:
        """Return why files of a layer, or their records, cannot be read as a whole."""
        found = []
        for collection in self.collections(layer):
            document, value = collection.document, collection.document.value
            found += document.problems
            if not document.broken and not isinstance(_listed(collection, value), list):
                what = f"list of {collection.member}" if collection.member else "list of records"
                found.append(Problem(document.file, 1, "", "", f"the file has no {what}"))
        return found

    def is_whole(self, layer: str) -> bool:
        """Return False where records of a layer may be missing because a file could not be read."""
        return not any(
            collection.document.broken or not isinstance(_listed(collection, collection.document.value), list)
            for collection in self.collections(layer)
        )

    def collections(self, layer: str) -> list[Collection]:
        """Return the files of a layer, parsed."""
        paths = self.layers.get(layer, [])
        self.load(paths)
        member = "" if layer == "sources" else "actors" if layer == "actors" else "features"
        return [self._collection(layer, path, member) for path in paths]

    def records(self, layer: str) -> list[Found]:
        """Return all records of a layer, from all its files, in their order."""
        listed = [c for c in self.collections(layer) if isinstance(_listed(c, c.document.value), list)]
        return [Found(collection, record) for collection in listed for record in collection.records]

    def find(self, layer: str, id_: str) -> Record | None:
        """Return a record by its id, None where there is none."""
        for collection in self.collections(layer):
            if id_ in collection.by_id:
                return collection.by_id[id_]
        return None

    @cached_property
    def former_sources(self) -> dict[str | None, str]:
        """The ids under which publications were listed before, each with the id that it has now."""
        found = {}
        for at in self.records("sources"):
            custom = at.record.properties.get("custom")
            former = custom.get("other_ids") if isinstance(custom, dict) else None
            for id_ in former if isinstance(former, list) and at.record.id else []:
                if isinstance(id_, str):
                    found[id_] = at.record.id
        return found

    @cached_property
    def _collections(self) -> dict[str, Collection]:
        return {}

    def _collection(self, layer: str, path: str, member: str) -> Collection:
        if path not in self._collections:
            schema = self.schemas.get(layer)
            self._collections[path] = Collection(layer, self._documents[path], schema, member)
        return self._collections[path]

    def _layer(self, path: str) -> str:
        if not _may_be_layer(path):
            return ""
        if name := named_layer(path):
            return name
        value = self.document(path).value
        schema = value.get("$schema") if isinstance(value, dict) else None
        if isinstance(schema, str) and (name := PurePosixPath(schema[:200]).stem) in (*LAYERS, *TABLES):
            return name
        folders = [folder for folder in PurePosixPath(path).parts[:-1] if folder in (*LAYERS, *TABLES)]
        if folders:
            return folders[-1]
        return "sources" if _is_bibliography(value) else ""


def named_layer(path: str) -> str:
    """Return the layer that a file holds by its name, "" where the name does not say."""
    file = PurePosixPath(path)
    if "schema" in file.parts[:-1]:
        return ""
    if "base" in file.parts[:-1]:
        return f"base/{file.stem}"
    name = file.name.rpartition(".")[0]
    if file.suffix == ".geojson" and name in LAYERS:
        return name
    return name if file.suffix == ".json" and name in TABLES else ""


def _may_be_layer(path: str) -> bool:
    file = PurePosixPath(path)
    inside = "base" in file.parts[:-1]
    return "schema" not in file.parts[:-1] and file.suffix in (
        (".geojson",) if inside else (".geojson", ".json")
    )


def _is_bibliography(value: object) -> bool:
    """Return True for a list of which more than half are publications, as CSL-JSON writes them."""
    if not isinstance(value, list):
        return False
    alike = sum(
        isinstance(item, dict)
        and all(isinstance(item.get(name), str) for name in ("id", "type", "title"))
        and not item.keys().isdisjoint(_OF_PUBLICATIONS)
        for item in value
    )
    return 2 * alike > len(value)


def _document(entry: Entry, raw: bytes | None) -> Document:
    if entry.fault:
        return Document(entry.path, broken=True, problems=[entry_problem(entry)])
    if raw is None:
        fault = Problem(entry.path, None, "", "", "the file cannot be read")
        return Document(entry.path, broken=True, problems=[fault])
    return parse_document(raw, file=entry.path)


def _listed(collection: Collection, value: object) -> object:
    if not collection.member:
        return value
    return value.get(collection.member) if isinstance(value, dict) else None
