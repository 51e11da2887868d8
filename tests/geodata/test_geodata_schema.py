"""The law itself: every property and every term has its words, every number its unit."""

import pytest
from geodata_files import GEODATA, LAYERS, problems, read, schema
from jsonschema import Draft202012Validator

FILES = sorted(path.stem for path in (GEODATA / "schema").glob("*.json"))


def nodes(value, path=""):
    """Return (path, node) of every object inside a schema."""
    children = ()
    if isinstance(value, dict):
        yield path, value
        children = value.items()
    elif isinstance(value, list):
        children = enumerate(value)
    for key, child in children:
        yield from nodes(child, f"{path}/{key}")


@pytest.mark.parametrize("name", FILES)
def test_schema_is_a_schema(name):
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", [*LAYERS, "sources", "actors"])
def test_every_property_has_a_title_and_a_description(name):
    shared = schema("common")["$defs"]
    checked = 0
    for path, node in nodes(record_schema(name)):
        if {"if", "then", "else"} & set(path.split("/")):
            continue
        for key, value in node.get("properties", {}).items():
            target = shared[value["$ref"].rsplit("/", 1)[1]] if "$ref" in value else {}
            assert {**target, **value}.get("title"), f"{path}/{key}"
            assert {**target, **value}.get("description"), f"{path}/{key}"
            checked += 1
    assert checked > 5


@pytest.mark.parametrize("name", FILES)
def test_every_term_has_a_title_and_a_description(name):
    for path, node in nodes(schema(name)):
        for term in node.get("oneOf", []) if isinstance(node.get("oneOf"), list) else []:
            if "const" in term:
                assert term.get("title") and term.get("description"), path


@pytest.mark.parametrize("name", FILES)
def test_every_number_has_a_unit(name):
    for path, node in nodes(schema(name)):
        kinds = node.get("type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if {"number", "integer"} & {kind for kind in kinds if isinstance(kind, str)}:
            assert node.get("x-unit"), path


def record_schema(name):
    """Return the schema of one record's properties."""
    whole = schema(name)
    if name == "sources":
        return whole["items"]
    if name == "actors":
        return whole["properties"]["actors"]["items"]
    return whole["properties"]["features"]["items"]["properties"]["properties"]


@pytest.mark.parametrize("name", [*LAYERS, "sources", "actors"])
def test_records_allow_no_other_property(name):
    assert record_schema(name)["additionalProperties"] is False


@pytest.mark.parametrize("layer", LAYERS)
def test_unknown_is_absent_and_never_null(layer):
    body = "/properties/features/items/properties/properties"
    for name, value in record_schema(layer)["properties"].items():
        assert problems(layer, f"{body}/properties/{name}", None), f"{name} may be null"
        if value.get("type") == "array":
            assert problems(layer, f"{body}/properties/{name}", []), f"{name} may be empty"


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2025", True),
        ("2025-02", True),
        ("2025-02-28", True),
        ("2025-13", False),
        ("25-02", False),
        ("2025-2", False),
    ],
)
def test_pattern_of_a_partial_date(text, good):
    assert (problems("common", "/$defs/partial_date", text) == []) is good


def test_copy_with_a_link_is_refused():
    copy = next(source for source in read("sources.json") if source["custom"]["access"] == "copy")
    assert problems("sources", "/items", copy) == []
    assert problems("sources", "/items", {**copy, "URL": "https://example.org/"})
