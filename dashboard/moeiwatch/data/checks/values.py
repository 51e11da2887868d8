"""Rules of the schema: properties that are missing or unknown, and values that are not allowed."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import UnknownType
from jsonschema.validators import extend

from moeiwatch.data.checks.acceptance import Accepts, acceptance, lean
from moeiwatch.data.checks.explanations import explain
from moeiwatch.data.checks.patterns import ecma_pattern
from moeiwatch.data.checks.walk import check_records
from moeiwatch.data.checks.words import MOST_PROBLEMS, list_terms, suggest
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.inline import inline
from moeiwatch.data.problems import Problem, shorten
from moeiwatch.data.schema import LayerSchema

_SCHEMA_FAULTS = (re.error, TypeError, ValueError, AttributeError, LookupError, UnknownType)
"""What a validator raises when not the data but the schema itself is wrong."""


def check_values(contents: Contents) -> list[Problem]:
    """Report every property that is missing, or whose value the schema does not allow."""
    return check_records(contents.collections.values(), check_record_values)


def check_properties(contents: Contents) -> list[Problem]:
    """Report every property that the schema does not know, with the nearest one that it knows."""
    return check_records(contents.collections.values(), check_unknown)


def check_value_order(contents: Contents) -> list[Problem]:
    """Report a range of a measured value whose upper end is below its lower one."""
    return check_records(contents.layers, _value_order)


def _value_order(collection: Collection, record: Record) -> Iterator[Problem]:
    low, high = (record.properties.get(name) for name in ("value", "value_max"))
    if type(low) in (int, float) and type(high) in (int, float) and high < low:
        message = f"value_max ({high:,}) is less than value ({low:,})"
        yield collection.problem(record, "value_max", message, remedy="Write the lower end into value.")


def check_record_values(collection: Collection, record: Record) -> list[Problem]:
    """Report what is wrong with one record's properties, one problem each."""
    if collection.schema is None or not isinstance(record.value, dict):
        return []
    if collection.is_layer and not isinstance(record.value.get("properties"), dict):
        return []  # told by `check_record_structure`: all that is missing need not be said one by one
    found: dict[tuple, Problem] = {}
    try:
        validator, _, accepts = _validators(collection.schema)
        if accepts(record.properties):
            return []
        errors = validator.iter_errors(record.properties)
        for error in islice(errors, MOST_PROBLEMS):
            for path, message, remedy in islice(explain(error, collection.schema), MOST_PROBLEMS):
                found.setdefault(path, collection.problem(record, path, message, remedy=remedy))
    except _SCHEMA_FAULTS as error:
        message = f"schema/{collection.name}.json cannot be applied: {error}"
        return [collection.problem(record, (), message, remedy="Mend the schema.")]
    return list(found.values())


def check_unknown(collection: Collection, record: Record) -> list[Problem]:
    """Report the properties of one record that the schema does not know."""
    if collection.schema is None:
        return []
    known, problems = collection.schema.properties, []
    for name in islice((name for name in record.properties if name not in known), MOST_PROBLEMS):
        message = f"the property {shorten(name)} is unknown"
        remedy = f"{suggest(name, known)}{list_terms(known)}"
        problems.append(collection.problem(record, name, message, remedy=remedy))
    return problems


def check_id(collection: Collection, record: Record) -> list[Problem]:
    """Report an id of a feature that is not written as ids are."""
    if collection.schema is None:
        return []
    try:
        errors = list(_validators(collection.schema)[1].iter_errors(record.value.get("id")))
    except _SCHEMA_FAULTS:
        return []
    found = [(message, remedy) for e in errors for _, message, remedy in explain(e, collection.schema)]
    return [collection.problem(record, "id", message, remedy=remedy) for message, remedy in found[:1]]


@lru_cache(maxsize=100)
def _validators(schema: LayerSchema) -> tuple[Draft202012Validator, Draft202012Validator, Accepts]:
    """Return the validators of a record's properties and of its id, and a quick yes to the former.

    Left out is what rules of our own say in better words: unknown properties, and where links may stand.
    """
    left_out = ("additionalProperties", "if", "then", "else")
    record = lean({key: value for key, value in schema.record.items() if key not in left_out})
    return _Validator(record), _Validator(lean(schema.identifier)), acceptance(record)


def _match(validator: Any, pattern: str, instance: Any, schema: Mapping) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not ecma_pattern(pattern).search(instance):
        yield ValidationError("pattern")


def _differ(validator: Any, wanted: bool, instance: Any, schema: Mapping) -> Iterator[ValidationError]:
    """Yield an error if a list holds an item twice; the library's own way takes hours on a hostile list."""
    if wanted and isinstance(instance, list) and len({inline(item) for item in instance}) < len(instance):
        yield ValidationError("uniqueItems")


_Validator = extend(Draft202012Validator, {"pattern": _match, "uniqueItems": _differ})
