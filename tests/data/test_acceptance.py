"""The quick yes: never for a value that the validator of JSON Schema refuses."""

import pytest
from any_json import ANY_JSON, PROPERTIES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from moeiwatch.data.checks.acceptance import acceptance, lean
from moeiwatch.data.schema import LAYERS, TABLES, read_schema
from sample_geodata import small_files

FILES = small_files()


def records(name):
    value = FILES[f"{name}.geojson" if name in LAYERS else f"{name}.json"]
    if name in LAYERS:
        return [feature["properties"] for feature in value["features"]]
    return value if isinstance(value, list) else value["actors"]


def rules(name):
    """Return the schema of a record without what a rule of our own says, as the check uses it."""
    return {key: rule for key, rule in read_schema(name).record.items() if key not in ("if", "then", "else")}


@pytest.mark.parametrize("name", [*LAYERS, *TABLES])
def test_right_records_are_taken_at_once(name):
    accepts = acceptance(lean(rules(name)))

    assert records(name)
    assert all(accepts(record) for record in records(name))


@pytest.mark.parametrize("name", [*LAYERS, *TABLES])
def test_lean_schema_allows_the_same(name):
    schema = rules(name)
    for prop_name, prop in schema["properties"].items():
        for value in [*read_schema(name).properties[prop_name].terms, "else", 3, None]:
            assert Draft202012Validator(prop).is_valid(value) == Draft202012Validator(lean(prop)).is_valid(
                value
            )


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_yes_is_never_said_of_what_the_validator_refuses(data):
    name = data.draw(st.sampled_from([*LAYERS, *TABLES]))
    schema = rules(name)
    record = dict(data.draw(st.sampled_from(records(name))))
    record.update(data.draw(PROPERTIES))
    for gone in data.draw(st.lists(st.sampled_from(sorted(record)), max_size=2)):
        record.pop(gone, None)

    if acceptance(lean(schema))(record):
        assert Draft202012Validator(schema).is_valid(record)


SCHEMAS = [
    {"type": ["number", "null"]},
    {"type": "integer", "minimum": 0, "exclusiveMaximum": 5},
    {"type": "array", "items": False, "prefixItems": [{"type": "integer"}, {"minimum": 3}], "minItems": 1},
    {"type": "array", "uniqueItems": True, "items": {"type": ["string", "number"]}},
    {"enum": ["a", "b", 1, None]},
    {"const": True},
    {"type": "object", "propertyNames": {"pattern": "^[a-z]$"}, "additionalProperties": {"type": "integer"}},
    {"anyOf": [{"required": ["a"]}, {"required": ["b"]}], "dependentRequired": {"a": ["id"]}},
    {"not": {"type": "string"}},
    {"allOf": [{"type": "string"}, {"maxLength": 3}], "minLength": 1},
    {"oneOf": [{"type": "string"}, {"minLength": 2}]},
    {"multipleOf": 2},
    True,
    False,
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
@settings(deadline=None, max_examples=60)
@given(
    value=ANY_JSON
    | st.integers(-5, 5)
    | st.lists(st.integers(0, 4) | st.booleans() | st.floats(0, 2), max_size=3)
)
def test_every_rule_is_understood_or_left_to_the_library(schema, value):
    if acceptance(schema)(value):
        assert Draft202012Validator(schema).is_valid(value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "string", "pattern": "^[a-z]+$"}, "abc\n"),
        ({"type": "integer"}, True),
        ({"type": "number"}, "1"),
        ({"type": "array", "uniqueItems": True}, [1, 1.0]),
        ({"multipleOf": 2}, 4),
    ],
)
def test_what_is_in_doubt_is_not_taken(schema, value):
    assert not acceptance(schema)(value)
