"""What `diff` says of a schema that changed."""

from copy import deepcopy

import pytest
from any_json import ANY_JSON
from hypothesis import given
from moeiwatch.data.changes.schema_phrases import is_schema, schema_phrases

SCHEMA = {
    "properties": {
        "features": {
            "items": {
                "properties": {
                    "properties": {
                        "required": ["name", "summary"],
                        "properties": {
                            "name": {"type": "string", "maxLength": 100},
                            "status": {"oneOf": [{"const": "active", "title": "Active"}, {"const": "x"}]},
                        },
                    }
                }
            }
        }
    },
    "$defs": {"people": {"maximum": 1000000}},
}


def facts(schema: dict) -> dict:
    return schema["properties"]["features"]["items"]["properties"]["properties"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: None, ()),
        (lambda s: facts(s)["required"].remove("summary"), ("summary no longer required",)),
        (lambda s: facts(s)["required"].append("status"), ("status now required",)),
        (lambda s: facts(s)["properties"].update(height={}), ("property height added",)),
        (lambda s: facts(s)["properties"].pop("name"), ("property name taken out",)),
        (lambda s: facts(s)["properties"]["name"].update(maxLength=90), ("name: maxLength 100 -> 90",)),
        (
            lambda s: facts(s)["properties"]["status"]["oneOf"].append({"const": "rebuilt"}),
            ("status: term rebuilt added",),
        ),
        (
            lambda s: facts(s)["properties"]["status"]["oneOf"][0].update(title="At work"),
            ("status, term active: title Active -> At work",),
        ),
        (lambda s: facts(s)["properties"]["status"]["oneOf"].reverse(), ("status: terms in another order",)),
        (lambda s: s["$defs"]["people"].update(maximum=5), ("people: maximum 1,000,000 -> 5",)),
    ],
)
def test_a_change_is_told_in_sentences(change, told):
    schema = deepcopy(SCHEMA)
    change(schema)
    assert schema_phrases(SCHEMA, schema) == told


@given(ANY_JSON, ANY_JSON)
def test_no_value_makes_it_raise(one, other):
    wrapped = [{"properties": {"a": value}, "oneOf": value, "required": value} for value in (one, other)]
    assert all(line.isprintable() for line in schema_phrases(*wrapped))
    assert schema_phrases(wrapped[0], wrapped[0]) == ()
    schema_phrases(one, other)


def test_only_json_files_of_the_folder_of_schemas_are_schemas():
    assert is_schema("schema/compounds.json")
    assert not is_schema("compounds.json") and not is_schema("schema/README.md")
