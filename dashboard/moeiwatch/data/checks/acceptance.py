"""A quick yes for values that a schema surely allows; all others are left to the validator of JSON Schema.

The library looks at every rule of every value with much ado: on ten times the data of this project it took
two seconds. Nearly all values are right, and of these this module can be sure in a tenth of the time. It
never says no: what it does not understand goes to the library, which alone decides and explains.
"""

from collections.abc import Callable, Mapping
from typing import Any

from moeiwatch.data.checks.patterns import ecma_pattern
from moeiwatch.data.inline import inline
from moeiwatch.data.properties import terms_of

Accepts = Callable[[Any], bool]
"""True only of values that a rule surely allows."""

_KINDS = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_NUMBERS = (int, float)
_WORDS_ONLY = ("title", "description", "$comment")


def acceptance(schema: Any) -> Accepts:
    """Return a function that says True only of values that the schema allows.

    Parameters
    ----------
    schema : a schema whose references are written out.
    """
    if not isinstance(schema, Mapping):
        return lambda value: schema is True
    tests = []
    for key, rule in schema.items():
        if key in _WORDS_ONLY or key.startswith("x-"):
            continue
        make = _RULES.get(key)
        test = make(rule, schema) if make else None
        if test is None:
            return lambda value: False
        tests.append(test)
    if len(tests) == 1:
        return tests[0]
    return lambda value: all(test(value) for test in tests)


def lean(schema: Any) -> Any:
    """Return a schema that allows the same and is quicker to apply: terms as one list of values."""
    if isinstance(schema, list):
        return [lean(item) for item in schema]
    if not isinstance(schema, Mapping):
        return schema
    quick = {key: lean(value) for key, value in schema.items() if not key.startswith("x-")}
    terms = terms_of(schema)
    if terms and len(terms) == len(schema.get("oneOf", [])):
        del quick["oneOf"]
        quick["enum"] = list(terms)
    return quick


def _type(rule: Any, schema: Mapping) -> Accepts:
    names = [rule] if isinstance(rule, str) else rule
    kinds = tuple(kind for name in names for kind in _KINDS.get(name, ()))
    return lambda value: type(value) in kinds


def _enum(rule: Any, schema: Mapping) -> Accepts:
    texts = frozenset(term for term in rule if isinstance(term, str))
    return lambda value: type(value) is str and value in texts


def _const(rule: Any, schema: Mapping) -> Accepts:
    return lambda value: type(value) is type(rule) and type(value) in (str, bool) and value == rule


def _pattern(rule: str, schema: Mapping) -> Accepts:
    search = ecma_pattern(rule).search
    return lambda value: type(value) is not str or search(value) is not None


def _items(rule: Any, schema: Mapping) -> Accepts | None:
    test, first = acceptance(rule), len(schema.get("prefixItems", ()))
    return lambda value: type(value) is not list or all(map(test, value[first:]))


def _prefix(rule: list, schema: Mapping) -> Accepts:
    tests = [acceptance(inner) for inner in rule]
    return lambda value: (
        type(value) is not list or all(test(item) for test, item in zip(tests, value, strict=False))
    )


def _unique(rule: bool, schema: Mapping) -> Accepts:
    return lambda value: not rule or type(value) is not list or len(set(map(inline, value))) == len(value)


def _properties(rule: Mapping, schema: Mapping) -> Accepts:
    tests = {name: acceptance(inner) for name, inner in rule.items()}
    return lambda value: (
        type(value) is not dict or all(tests[name](inner) for name, inner in value.items() if name in tests)
    )


def _additional(rule: Any, schema: Mapping) -> Accepts:
    known, test = frozenset(schema.get("properties", ())), acceptance(rule)
    return lambda value: (
        type(value) is not dict or all(test(inner) for name, inner in value.items() if name not in known)
    )


def _required(rule: list, schema: Mapping) -> Accepts:
    return lambda value: type(value) is not dict or all(name in value for name in rule)


def _dependent(rule: Mapping, schema: Mapping) -> Accepts:
    pairs = [(name, other) for name, others in rule.items() for other in others]
    return lambda value: type(value) is not dict or all(b in value for a, b in pairs if a in value)


def _names(rule: Any, schema: Mapping) -> Accepts:
    test = acceptance(rule)
    return lambda value: type(value) is not dict or all(map(test, value))


def _all_of(rule: list, schema: Mapping) -> Accepts:
    tests = [acceptance(inner) for inner in rule]
    return lambda value: all(test(value) for test in tests)


def _any_of(rule: list, schema: Mapping) -> Accepts:
    tests = [acceptance(inner) for inner in rule]
    return lambda value: any(test(value) for test in tests)


_RULES: dict[str, Callable[[Any, Mapping], Accepts | None]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minLength": lambda rule, _: lambda value: type(value) is not str or len(value) >= rule,
    "maxLength": lambda rule, _: lambda value: type(value) is not str or len(value) <= rule,
    "minimum": lambda rule, _: lambda value: type(value) not in _NUMBERS or value >= rule,
    "maximum": lambda rule, _: lambda value: type(value) not in _NUMBERS or value <= rule,
    "exclusiveMinimum": lambda rule, _: lambda value: type(value) not in _NUMBERS or value > rule,
    "exclusiveMaximum": lambda rule, _: lambda value: type(value) not in _NUMBERS or value < rule,
    "items": _items,
    "prefixItems": _prefix,
    "minItems": lambda rule, _: lambda value: type(value) is not list or len(value) >= rule,
    "maxItems": lambda rule, _: lambda value: type(value) is not list or len(value) <= rule,
    "uniqueItems": _unique,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "minProperties": lambda rule, _: lambda value: type(value) is not dict or len(value) >= rule,
    "required": _required,
    "dependentRequired": _dependent,
    "allOf": _all_of,
    "anyOf": _any_of,
}
