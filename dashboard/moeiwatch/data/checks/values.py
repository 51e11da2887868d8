"""Rules of the schema, told in plain words: one problem a property, with what is allowed."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from moeiwatch.data.checks.words import list_terms, suggest
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.problems import Problem, shorten
from moeiwatch.data.schema import LayerSchema, terms_of

_TYPES = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


def check_values(contents: Contents) -> list[Problem]:
    """Report every property that is missing, or whose value the schema does not allow."""
    return [
        p
        for c in contents.collections.values()
        for record in c.records
        for p in check_record_values(c, record)
    ]


def check_properties(contents: Contents) -> list[Problem]:
    """Report every property that the schema does not know, with the nearest one that it knows."""
    return [
        p for c in contents.collections.values() for record in c.records for p in check_unknown(c, record)
    ]


def check_record_values(collection: Collection, record: Record) -> list[Problem]:
    """Report what is wrong with one record's properties, one problem each."""
    if collection.schema is None or not isinstance(record.value, dict):
        return []
    found: dict[tuple, Problem] = {}
    for error in _validators(collection.schema)[0].iter_errors(record.properties):
        for path, message, remedy in _explain(error):
            found.setdefault(path, collection.problem(record, path, message, remedy=remedy))
    return list(found.values())


def check_unknown(collection: Collection, record: Record) -> list[Problem]:
    """Report the properties of one record that the schema does not know."""
    if collection.schema is None:
        return []
    known = collection.schema.properties
    return [
        collection.problem(
            record,
            name,
            f"the property {shorten(name)} is unknown",
            remedy=f"{suggest(name, known)}{list_terms(known)}",
        )
        for name in record.properties
        if name not in known
    ]


def check_id(collection: Collection, record: Record) -> list[Problem]:
    """Report an id of a feature that is not written as ids are."""
    if collection.schema is None:
        return []
    errors = _validators(collection.schema)[1].iter_errors(record.value.get("id"))
    found = [(message, remedy) for error in errors for _, message, remedy in _explain(error)]
    return [collection.problem(record, "id", message, remedy=remedy) for message, remedy in found[:1]]


@lru_cache(maxsize=100)
def _validators(schema: LayerSchema) -> tuple[Draft202012Validator, Draft202012Validator]:
    """Return the validators of a record's properties and of its id.

    Left out is what rules of our own say in better words: unknown properties, and where links may stand.
    """
    left_out = ("additionalProperties", "if", "then", "else")
    record = {key: value for key, value in schema.record.items() if key not in left_out}
    return _Validator(_lean(record)), _Validator(_lean(schema.identifier))


def _lean(schema: Any) -> Any:
    """Return a schema that allows the same and is quicker to apply: terms as one list of values."""
    if isinstance(schema, list):
        return [_lean(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    lean = {key: _lean(value) for key, value in schema.items() if not key.startswith("x-")}
    terms = terms_of(schema)
    if terms and len(terms) == len(schema.get("oneOf", [])):
        del lean["oneOf"]
        lean["enum"] = list(terms)
    return lean


@lru_cache(maxsize=200)
def _pattern(text: str) -> re.Pattern:
    """Return an expression as ECMA 262 reads it: ``$`` is the end, ``\\d`` an ASCII digit."""
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", text).replace(r"\d", "[0-9]"))


def _match(validator: Any, pattern: str, instance: Any, schema: Mapping) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _pattern(pattern).search(instance):
        yield ValidationError("pattern")


_Validator = extend(Draft202012Validator, {"pattern": _match})


def _explain(error: ValidationError) -> Iterator[tuple[tuple, str, str]]:
    """Yield path, message and remedy for one finding of the validator."""
    path, value, rule, schema = (
        tuple(error.absolute_path),
        error.instance,
        error.validator_value,
        error.schema,
    )
    described = schema.get("description", "") if isinstance(schema, Mapping) else ""
    written = shorten(value)
    match error.validator:
        case "required":
            for name in (name for name in rule if name not in value):
                yield _missing((*path, name), schema)
        case "additionalProperties":
            known = schema.get("properties", {})
            for name in (name for name in value if name not in known):
                remedy = f"{suggest(name, known)}{list_terms(known)}"
                yield (*path, name), f"the property {shorten(name)} is unknown", remedy
        case "type":
            wanted = " or ".join(
                _TYPES.get(kind, kind) for kind in ([rule] if isinstance(rule, str) else rule)
            )
            unknown = "If it is unknown, leave the property out. " if value in (None, "", []) else ""
            yield path, f"{written} is not {wanted}", unknown + (described or f"Write {wanted}.")
        case "oneOf" | "anyOf" | "enum" | "const" if terms := _terms(error):
            yield path, f"{written} is not an allowed term", f"{suggest(value, terms)}{list_terms(terms)}"
        case "anyOf" | "oneOf" if names := [name for choice in rule for name in choice.get("required", [])]:
            wanted = " or ".join(names)
            yield (*path, names[0]), f"{wanted} is missing", f"Give {wanted}."
        case "dependentRequired":
            for name, others in rule.items():
                for other in (o for o in others if name in value and o not in value):
                    yield (
                        (*path, other),
                        f"{other} is missing though {name} is given",
                        f"Give {other} as well.",
                    )
        case "minLength" | "minItems" | "minProperties":
            yield path, "the value is empty" if not value else f"{written} is too short", _UNKNOWN + described
        case "maxLength":
            yield path, f"the text has {len(value):,} characters, at most {rule:,} are allowed", "Shorten it."
        case "maxItems":
            yield path, f"the list has {len(value)} items, at most {rule} are allowed", "Shorten it."
        case "uniqueItems":
            yield path, "the list holds the same item twice", "Keep one of them."
        case "minimum" | "exclusiveMinimum":
            yield (
                path,
                f"{written} is too small",
                f"Allowed is {'more than' if 'ex' in error.validator else 'from'} {rule}.",
            )
        case "maximum" | "exclusiveMaximum":
            yield (
                path,
                f"{written} is too large",
                f"Allowed is {'less than' if 'ex' in error.validator else 'up to'} {rule}.",
            )
        case "pattern":
            yield path, f"{written} is not written as it should be", described or f"The pattern is {rule}"
        case "propertyNames":
            yield path, f"{written} has a name that is not allowed", described
        case _:
            yield path, f"{written} does not fit the schema ({error.validator})", described


_UNKNOWN = "If it is unknown, leave the property out. "


def _missing(path: tuple, schema: Mapping) -> tuple[tuple, str, str]:
    inner = schema.get("properties", {}).get(path[-1], {})
    if path[-1] == "sources":
        return path, "no source is named", "Name at least one id of sources.json; add the source there first."
    terms = terms_of(inner) if isinstance(inner, Mapping) else {}
    allowed = " " + list_terms(terms) if terms else ""
    return path, f"{path[-1]} is missing", (inner.get("description", "") + allowed).strip()


def _terms(error: ValidationError) -> list:
    if error.validator == "enum":
        return list(error.validator_value)
    if error.validator == "const":
        return [
            error.validator_value
            if isinstance(error.validator_value, str)
            else shorten(error.validator_value)
        ]
    return list(terms_of({"oneOf": error.validator_value}))
