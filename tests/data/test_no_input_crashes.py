"""No input makes reading, checking or formatting crash, and formatting never loses data."""

import json
import tempfile
from pathlib import Path

import pytest
from any_json import ACTORS, FILES, RAW_FILES, SOURCES
from hypothesis import HealthCheck, given, settings
from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.problems import GeodataError
from sample_geodata import AS_OF, small_files, write_files

SLOW = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield write_files(Path(name), small_files())


def read_everything(folder):
    contents = read_contents(folder)
    problems = check_contents(contents, as_of=AS_OF)
    assert all(str(p) and p.file and p.message for p in problems)
    json.dumps([p.as_dict() for p in problems]).encode()
    "\n".join(map(str, problems)).encode()
    for collection in contents.collections.values():
        try:
            canonical_text(collection, contents=contents).encode()
        except GeodataError as error:
            assert error.problem.file == collection.file
    read_geodata(folder)
    return problems


@settings(max_examples=40, **SLOW)
@given(files=FILES)
def test_layers_of_any_values(folder, files):
    names = [*files, "compounds.geojson"]
    kept = {name: (folder / name).read_bytes() for name in names}
    try:
        for name, value in files.items():
            (folder / name).write_text(json.dumps(value))
        read_everything(folder)
    finally:
        for name, raw in kept.items():
            (folder / name).write_bytes(raw)


@settings(max_examples=25, **SLOW)
@given(sources=SOURCES, actors=ACTORS)
def test_tables_of_any_values(folder, sources, actors):
    kept = {name: (folder / name).read_bytes() for name in ("sources.json", "actors.json")}
    try:
        (folder / "sources.json").write_text(json.dumps(sources))
        (folder / "actors.json").write_text(json.dumps(actors))
        read_everything(folder)
    finally:
        for name, raw in kept.items():
            (folder / name).write_bytes(raw)


@settings(max_examples=40, **SLOW)
@given(raw=RAW_FILES)
def test_files_of_any_bytes(folder, raw):
    path = folder / "crossings.geojson"
    kept = path.read_bytes()
    try:
        path.write_bytes(raw)
        assert read_everything(folder)
    finally:
        path.write_bytes(kept)


@settings(max_examples=15, **SLOW)
@given(files=FILES)
def test_schemas_of_any_values(folder, files):
    schemas = folder / "schema"
    schemas.mkdir(exist_ok=True)
    real = Path(read_geodata.__globals__["GEODATA"]) / "schema"
    for path in real.glob("*.json"):
        (schemas / path.name).write_bytes(path.read_bytes())
    try:
        for name, value in zip(("compounds.json", "common.json"), files.values(), strict=False):
            (schemas / name).write_text(json.dumps(value))
        read_everything(folder)
    finally:
        for path in schemas.iterdir():
            path.unlink()
        schemas.rmdir()
