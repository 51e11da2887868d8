"""The schema as Python reads it: the real one is law, and a made one shows each turn."""

import json

import pytest
from moeiwatch.data.inlining import inline_references
from moeiwatch.data.problems import GeodataError
from moeiwatch.data.properties import inner_properties, walk_values
from moeiwatch.data.schema import LAYERS, TABLES, read_schema

COMMON = {
    "x-frame": {"west": 91, "south": 5, "east": 107.5, "north": 27},
    "$defs": {
        "id": {"type": "string", "pattern": "^[a-z]+$", "title": "Id", "description": "A word."},
        "partial_date": {"type": "string", "title": "Date", "description": "As known."},
        "observed": {"$ref": "#/$defs/partial_date", "title": "Observed"},
    },
}


def layer(**properties):
    record = {"type": "object", "required": ["kind"], "properties": properties}
    feature = {"properties": {"id": {"$ref": "common.json#/$defs/id"}, "properties": record}}
    return {
        "title": "Things",
        "description": "All things.",
        "x-geometry": {"type": "Point", "nullable": True},
        "properties": {"features": {"type": "array", "items": feature}},
    }


def write_schema(folder, value, common=COMMON):
    (folder / "common.json").write_text(json.dumps(common))
    (folder / "compounds.json").write_text(json.dumps(value))
    return folder


def test_properties_come_in_their_order_with_words_terms_and_units(tmp_path):
    terms = [{"const": "a", "title": "A", "description": "First."}, {"const": "b", "title": "B"}]
    folder = write_schema(
        tmp_path,
        layer(
            kind={"title": "Kind", "description": "Which.", "type": "string", "oneOf": terms},
            size={"title": "Size", "type": "number", "x-unit": "metres"},
            seen={"$ref": "common.json#/$defs/observed", "description": "Here."},
            same={"type": "array", "items": {"$ref": "common.json#/$defs/id", "x-references": "compounds"}},
            key={"const": True, "title": "Key"},
            months={"type": "array", "items": {"type": ["number", "null"]}},
        ),
    )

    schema = read_schema("compounds", folder)

    assert (schema.title, schema.geometry, schema.nullable) == ("Things", "Point", True)
    assert schema.frame == (91, 5, 107.5, 27)
    assert list(schema.properties) == ["kind", "size", "seen", "same", "key", "months"]
    kind = schema.properties["kind"]
    assert (kind.required, list(kind.terms), kind.terms["a"].description) == (True, ["a", "b"], "First.")
    assert (schema.properties["size"].unit, schema.properties["size"].type) == ("metres", "number")
    seen = schema.properties["seen"]
    assert (seen.title, seen.description, seen.date) == ("Observed", "Here.", "partial")
    assert (schema.properties["same"].references, schema.properties["same"].type) == ("compounds", "array")
    assert schema.properties["key"].type == "boolean"
    assert schema.identifier["pattern"] == "^[a-z]+$"


def test_rule_beside_a_reference_holds_as_well_as_the_one_it_names():
    schema = {
        "$ref": "#/$defs/name",
        "maxLength": 40,
        "title": "T",
        "$defs": {"name": {"maxLength": 9, "minLength": 1}},
    }

    inlined = inline_references(schema, files={})

    assert (inlined["maxLength"], inlined["minLength"], inlined["allOf"]) == (9, 1, [{"maxLength": 40}])
    assert (inlined["title"], inlined["x-definitions"]) == ("T", ["name"])


@pytest.mark.parametrize(
    "schema",
    [
        {"a": {"$ref": "#/$defs/a"}, "$defs": {"a": {"b": {"$ref": "#/$defs/a"}}}},
        {"$ref": "#"},
        {"$ref": "nothing.json#/$defs/a"},
        {"$ref": "#/$defs/nothing"},
    ],
)
def test_reference_that_leads_nowhere_or_round_is_a_value_error(schema):
    with pytest.raises(ValueError, match=r"circle|does not exist"):
        inline_references(schema, files={})


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        {"properties": {"features": {"items": {"properties": {"properties": {"properties": 3}}}}}},
        {"properties": [1]},
        {"properties": {"features": {"items": 1}}},
        {**layer(), "x-geometry": "Point"},
        layer(kind={"oneOf": 3}),
        layer(kind={"oneOf": [{"const": []}]}),
        layer(kind={"$ref": "common.json#/$defs/nothing"}),
    ],
)
def test_what_is_no_schema_is_told(tmp_path, value):
    with pytest.raises(GeodataError, match=r"schema/compounds\.json"):
        read_schema("compounds", write_schema(tmp_path, value))


def test_missing_schema_is_told(tmp_path):
    with pytest.raises(GeodataError, match=r"schema/common\.json: error: the file is missing"):
        read_schema("compounds", tmp_path)


@pytest.mark.parametrize("name", [*LAYERS, *TABLES])
def test_the_real_schema_can_be_read(name):
    schema = read_schema(name)

    assert schema.title
    assert schema.properties["sources" if name != "sources" else "custom"].required
    assert all(p.title and p.description for p in schema.properties.values())


def test_values_are_walked_with_their_schemas():
    schema = read_schema("compounds").properties["armed_groups"]
    value = [{"actor": "bgf-kna", "until": "2024", "else": [1]}]

    walked = {
        path: rule.get("title") for path, _, rule in walk_values(schema.schema, value, ("armed_groups",))
    }

    assert walked[("armed_groups", 0, "until")] == "Until"
    assert walked[("armed_groups", 0, "else", 0)] is None
    assert list(inner_properties(schema)) == ["actor", "until", "note"]
