"""The real data, read once for all of its tests, with nothing but the json module."""

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

GEODATA = Path(__file__).parents[2] / "geodata"
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


def read(name):
    """Return the content of a file of geodata/."""
    return json.loads((GEODATA / name).read_text(encoding="utf-8"))


@cache
def features(layer):
    """Return the features of a layer by id."""
    return {feature["id"]: feature for feature in read(f"{layer}.geojson")["features"]}


@cache
def sources():
    """Return the sources by id."""
    return {source["id"]: source for source in read("sources.json")}


@cache
def actors():
    """Return the actors by id."""
    return {actor["id"]: actor for actor in read("actors.json")["actors"]}


@cache
def schema(name):
    """Return the schema of a layer, of sources or of actors."""
    return read(f"schema/{name}.json")


@cache
def validator(name, pointer):
    """Return a validator of the part of a schema to which a JSON pointer leads."""
    files = (GEODATA / "schema").glob("*.json")
    contents = [(path.name, Resource.from_contents(read(f"schema/{path.name}"))) for path in files]
    registry = Registry().with_resources(contents)
    return Draft202012Validator({"$ref": f"{name}.json#{pointer}"}, registry=registry)


def problems(name, pointer, value):
    """Return what the schema finds wrong with a value, as lines of text."""
    found = validator(name, pointer).iter_errors(value)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def cases(*layers):
    """Return (layer, id) of every record of the layers."""
    return [(layer, id_) for layer in layers or LAYERS for id_ in features(layer)]


def names(case):
    """Return the name of a test case."""
    return "/".join(case) if isinstance(case, tuple) else case
