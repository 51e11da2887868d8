"""The data dictionary: the schema as people read it, in Markdown, for geodata/README.md."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from moeiwatch.data.properties import Property, inner_properties
from moeiwatch.data.schema import LAYERS, TABLES, LayerSchema, read_schema

NAME = "dictionary"
"""Name of the markers between which the dictionary stands."""


def dictionary(directory: Path | None = None) -> str:
    """Return the data dictionary as Markdown: every file, property and term with its words.

    What most layers share, in the same words, is told once, at the end.

    Parameters
    ----------
    directory : the folder of the schemas; by default that of the project's own data.
    """
    schemas = [read_schema(name, directory) for name in (*LAYERS, *TABLES)]
    shared = _shared_properties(schemas)
    blocks = ["A property in bold stands in every record; any other is absent where it is not known."]
    blocks += [_file_block(schema, shared) for schema in schemas]
    blocks += [
        "### Shared properties",
        "Their words are the same in every file.",
        *_tables(shared, one_file=False),
    ]
    return "\n\n".join(blocks)


def _shared_properties(schemas: list[LayerSchema]) -> dict[str, Property]:
    """Return the properties that most files have under one name and in the same words."""
    words = Counter(_words(name, prop) for s in schemas for name, prop in s.properties.items())
    found = {name: prop for s in schemas for name, prop in s.properties.items()}
    most = {name for (name, *_), count in words.items() if count > len(schemas) / 2}
    return {name: prop for name, prop in found.items() if name in most and name != "id"}


def _words(name: str, prop: Property) -> tuple[str, str, str]:
    return name, prop.title, prop.description


def _file_block(schema: LayerSchema, shared: Mapping[str, Property]) -> str:
    ending = "json" if schema.name in TABLES else "geojson"
    told_below = {
        n for n, p in schema.properties.items() if n in shared and _words(n, p) == _words(n, shared[n])
    }
    own = {name: prop for name, prop in schema.properties.items() if name not in told_below}
    blocks = [f"### {schema.title}: `{schema.name}.{ending}`", schema.description]
    if schema.geometry:
        blocks.append(f"Geometry: {schema.geometry}{' or null' if schema.nullable else ''}.")
    blocks += _tables(own, one_file=True)
    names = [_name(n, p, one_file=True) for n, p in schema.properties.items() if n in told_below]
    if names:
        blocks.append(f"And, as told under 'Shared properties': {', '.join(names)}.")
    return "\n\n".join(blocks)


def _tables(properties: Mapping[str, Property], *, one_file: bool) -> list[str]:
    """Return a table of properties, and below it a list of their terms."""
    flat = [line for name, prop in properties.items() for line in _flat(name, prop)]
    rows = [
        f"| {_name(name, prop, one_file=one_file)} | {_kind(prop, one_file=one_file)} | {_meaning(prop)} |"
        for name, prop in flat
    ]
    table = "\n".join(["| property | type | meaning |", "|---|---|---|", *rows])
    terms = [line for name, prop in flat for line in _terms(name, prop)]
    return [table, "\n".join(terms)] if terms else [table]


def _flat(name: str, prop: Property) -> Iterator[tuple[str, Property]]:
    """Yield a property and those inside it: ``armed_groups``, ``armed_groups.actor``."""
    yield name, prop
    for inner_name, inner in inner_properties(prop).items():
        yield from _flat(f"{name}.{inner_name}", inner)


def _name(name: str, prop: Property, *, one_file: bool) -> str:
    return f"**`{name}`**" if one_file and prop.required else f"`{name}`"


def _kind(prop: Property, *, one_file: bool) -> str:
    names = {"string": "text", "array": "list", "boolean": "true or false", "integer": "whole number"}
    kind = {"partial": "date, may be cut", "full": "date"}.get(prop.date, names.get(prop.type, prop.type))
    kind += f", {prop.unit}" if prop.unit else ""
    if prop.references and not one_file:
        return kind + f", id of {prop.references if prop.references in TABLES else 'the same layer'}"
    return kind + (f", id of {prop.references}" if prop.references else "")


def _meaning(prop: Property) -> str:
    words = f"{prop.title}. {prop.description}" if prop.description else prop.title
    return " ".join(words.split()).replace("|", "\\|")


def _terms(name: str, prop: Property) -> Iterator[str]:
    if prop.terms and all(isinstance(term, str) for term in prop.terms):
        yield f"- `{name}`"
        for term, words in prop.terms.items():
            yield f"  - `{term}`: {words.title}. {words.description}".rstrip()
