"""What a validator of JSON Schema finds, in words that a contributor can act on."""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import ValidationError

from moeiwatch.data.checks.date_hints import date_hint, issued_hint
from moeiwatch.data.checks.hints import form_hint, kind_hint, object_hint, title_hint
from moeiwatch.data.checks.nationalities import nearest_code
from moeiwatch.data.checks.text import writing_faults
from moeiwatch.data.checks.words import list_terms, suggest
from moeiwatch.data.problems import shorten
from moeiwatch.data.properties import date_kind, terms_of
from moeiwatch.data.schema import LayerSchema

Explanation = tuple[tuple, str, str]
"""Path of the value inside the record, what is wrong, what to do."""

_TYPES = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}

_NAME_A_SOURCE = "Name at least one id of sources.json; add the source there first."

_ISSUED = 'Write "issued": {{"date-parts": {}}}: year, month, day as far as they are known.'

_UNKNOWN = "If it is unknown, leave the property out. "


def explain(error: ValidationError, layer: LayerSchema) -> Iterator[Explanation]:
    """Yield one explanation for each property that an error speaks of."""
    path, value, rule = tuple(error.absolute_path), error.instance, error.validator_value
    schema = error.schema if isinstance(error.schema, Mapping) else {}
    around = layer.properties.get(path[0]) if path else None
    described = schema.get("description") or (around.description if around else "")
    if path[:1] == ("issued",) and error.validator != "additionalProperties":
        remedy = _ISSUED.format(issued_hint(value) or "[[2025, 10, 20]]")
        yield ("issued",), f"{shorten(value)} is no date of a publication", remedy
        return
    match error.validator:
        case "required":
            yield from (_missing((*path, name), schema, layer) for name in rule if name not in value)
        case "additionalProperties":
            yield from _unknown(path, value, schema)
        case "dependentRequired":
            yield from _dependent(path, value, rule)
        case "type":
            kinds = [rule] if isinstance(rule, str) else rule
            wanted = " or ".join(_TYPES.get(kind, kind) for kind in kinds)
            empty = _if_unknown(path, layer) if value is None or value == "" or value == [] else ""
            hint = empty or _type_hint(value, kinds, _declared(path, layer))
            yield path, f"{shorten(value)} is not {wanted}", hint + (described or f"Write {wanted}.")
        case "enum" | "const" | "oneOf" | "anyOf" if terms := _terms(error):
            message = f"{shorten(value)} is not an allowed term"
            hint = title_hint(value, _declared(path, layer)) or suggest(value, terms)
            yield path, message, f"{hint}{list_terms(terms)}"
        case "anyOf" | "oneOf" if names := [name for choice in rule for name in choice.get("required", [])]:
            wanted = " or ".join(names)
            yield (*path, names[0]), f"{wanted} is missing", f"Give {wanted}."
        case "pattern" if "propertyNames" in error.schema_path:
            near = nearest_code(value) if path[:1] == ("nationalities",) else ""
            hint = f"Did you mean {near}? " if near else ""
            yield (*path, value), f"the name {shorten(value)} is not allowed here", hint + described
        case "minItems" if path[-1:] == ("sources",) and not value:
            yield path, "the list of sources is empty", _NAME_A_SOURCE
        case "pattern" if path and isinstance(value, str) and (faults := list(writing_faults(value))):
            yield from ((path, *fault) for fault in faults)
        case "pattern":
            message = f"{shorten(value)} is not written as it should be"
            is_date = date_kind(_declared(path, layer))
            yield path, message, (date_hint(value) if is_date else form_hint(value, rule)) + described
        case "minLength" | "minItems" | "minProperties":
            yield path, *_too_few(path, value, rule, layer, described)
        case _:
            message, remedy = _limit(error.validator, value, rule)
            yield path, message, remedy or described


def _declared(path: tuple, layer: LayerSchema) -> Mapping:
    """Return the schema of what stands at a path, with all its words; {} where it is not known."""
    prop = layer.properties.get(path[0]) if path else None
    node = prop.schema if prop else {}
    for part in path[1:]:
        inside = node.get("items") if isinstance(part, int) else node.get("properties", {}).get(part)
        node = inside if isinstance(inside, Mapping) else {}
    return node


def _type_hint(value: Any, kinds: list[str], declared: Mapping) -> str:
    """Return how a value of the wrong type is likely to be written, "" where nobody can say."""
    if date_kind(declared) and (hint := date_hint(value)):
        return hint
    if "string" in kinds and "id" in declared.get("x-definitions", ()) and type(value) is not int:
        return 'Write the id of one record, in quotes: "..." '
    return object_hint(value, declared) if "object" in kinds else kind_hint(value, kinds)


def _if_unknown(path: tuple, layer: LayerSchema) -> str:
    """Return what to do where a value is not known; "" for an id and for what no record goes without."""
    is_needed = not path or (len(path) == 1 and path[0] in layer.record.get("required", ()))
    return "" if is_needed else _UNKNOWN


def _too_few(path: tuple, value: Any, least: int, layer: LayerSchema, described: str) -> tuple[str, str]:
    """Return message and remedy for a value that is empty or too short."""
    if not value or (isinstance(value, str) and not value.strip()):
        return "the value is empty", (_if_unknown(path, layer) or described).strip()
    what = "characters" if isinstance(value, str) else "items"
    return f"{shorten(value)} is too short", f"At least {least:,} {what} are needed. {described}".strip()


def _limit(rule: str, value: Any, limit: Any) -> tuple[str, str]:
    """Return message and remedy for a value beyond a limit; without a remedy the description is one."""
    match rule:
        case "maxLength":
            return f"the text has {len(value):,} characters, at most {limit:,} are allowed", "Shorten it."
        case "maxItems":
            return f"the list has {len(value):,} items, at most {limit:,} are allowed", "Shorten it."
        case "uniqueItems":
            return "the list holds the same item twice", "Keep one of them."
        case "minimum":
            return f"{shorten(value)} is too small", f"The least is {limit:,}."
        case "exclusiveMinimum":
            return f"{shorten(value)} is too small", f"It is more than {limit:,}."
        case "maximum":
            return f"{shorten(value)} is too large", f"The most is {limit:,}."
        case "exclusiveMaximum":
            return f"{shorten(value)} is too large", f"It is less than {limit:,}."
    return f"{shorten(value)} does not fit the schema ({rule})", ""


def _missing(path: tuple, schema: Mapping, layer: LayerSchema) -> Explanation:
    inner = schema.get("properties", {}).get(path[-1], {})
    if path[-1] == "sources":
        return path, "no source is named", _NAME_A_SOURCE
    terms = terms_of(inner) or ({value: value for value in inner.get("enum", [])})
    allowed = " " + list_terms(terms) if terms else ""
    declared = _declared(path, layer)
    example = "YYYY-MM-DD" if date_kind(declared) else "..." if declared.get("type") == "string" else ""
    form = f' Write "{path[-1]}": "{example}".' if example and not allowed else ""
    return path, f"{path[-1]} is missing", (inner.get("description", "") + form + allowed).strip()


def _unknown(path: tuple, value: Mapping, schema: Mapping) -> Iterator[Explanation]:
    known = schema.get("properties", {})
    for name in (name for name in value if name not in known):
        remedy = f"{suggest(name, known)}{list_terms(known)}"
        yield (*path, name), f"the property {shorten(name)} is unknown", remedy


def _dependent(path: tuple, value: Mapping, rule: Mapping) -> Iterator[Explanation]:
    for name, others in rule.items():
        for other in (o for o in others if name in value and o not in value):
            yield (*path, other), f"{other} is missing though {name} is given", f"Give {other} as well."


def _terms(error: ValidationError) -> list:
    rule = error.validator_value
    if error.validator == "enum":
        return list(rule)
    if error.validator == "const":
        return [rule if isinstance(rule, str) else shorten(rule)]
    return list(terms_of({"oneOf": rule}))
