"""The schemas in whose words changes are told."""

from pathlib import Path

from moeiwatch.data.paths import GEODATA
from moeiwatch.data.problems import GeodataError
from moeiwatch.data.schema import LAYERS, TABLES, LayerSchema, read_schema


def read_schemas(directory: Path) -> dict[str, LayerSchema | None]:
    """Return each layer's schema, of the data's folder, else the project's own; None where neither reads."""
    return {name: _read(name, directory) for name in (*LAYERS, *TABLES)}


def _read(name: str, directory: Path) -> LayerSchema | None:
    for folder in (directory / "schema", GEODATA / "schema"):
        try:
            return read_schema(name, folder)
        except GeodataError:
            continue
    return None
