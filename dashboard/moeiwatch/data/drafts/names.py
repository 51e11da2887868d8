"""Which property a heading, a member or a name on the command line means."""

from collections.abc import Collection, Mapping
from typing import Any

from moeiwatch.data.checks.words import list_terms, suggest
from moeiwatch.data.drafts.rows import Row
from moeiwatch.data.problems import Problem, shorten
from moeiwatch.data.properties import Property, inner_properties
from moeiwatch.data.schema import LayerSchema

_ALSO = {
    "published": "issued",
    "date": "issued",
    "date published": "issued",
    "url": "URL",
    "doi": "DOI",
    "newspaper": "container-title",
}
"""Further names of what a publication has."""


def property_names(schema: LayerSchema, layer: str) -> dict[str, Property | None]:
    """Return the properties that may be given by name; of a publication also what stands in ``custom``.

    None stands for what the schema has no property for: the id of a feature, the DOI of a publication.
    """
    found: dict[str, Property | None] = {"id": None, **schema.properties}
    if layer == "sources" and "custom" in found:
        found |= {"DOI": None, **inner_properties(found["custom"])}
    return found


def property_name(name: Any, names: Mapping[str, Property | None], layer: str) -> str:
    """Return the property that a text means, by its name or its title; "" where it means none.

    Examples
    --------
    >>> property_name(" Custom.Kind", {"kind": None}, "sources")
    'kind'
    """
    if name in names:
        return name
    plain = str(name).strip().casefold()
    if layer == "sources":
        plain = plain.removeprefix("custom.")
        if _ALSO.get(plain) in names:
            return _ALSO[plain]
    for known, prop in names.items():
        title = prop.title.casefold() if prop is not None else ""
        if plain in (known.casefold(), known.casefold().replace("_", " ").replace("-", " "), title):
            return known
    return ""


def values_by_property(
    row: Row, schema: LayerSchema, layer: str, *, file: str
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the values of a row by property, and what is wrong with their names.

    An unknown name is a problem, but for publications: programs export much that has no place here.
    """
    names = property_names(schema, layer)
    values: dict[str, Any] = {}
    problems = []
    for name, value in row.values.items():
        known = property_name(name, names, layer) or (name if layer == "sources" else "")
        if not known:
            remedy = f"{suggest(name, schema.properties)}{list_terms(schema.properties)}"
            message = f"the property {shorten(name)} is unknown"
            problems.append(Problem(file, row.line, row.where, "", message, remedy=remedy))
        elif known in values:
            message = f"{known} is given twice, the second time as {shorten(name)}"
            problems.append(Problem(file, row.line, row.where, known, message, remedy="Keep one of the two."))
        else:
            values[known] = value
    return values, problems


def with_given(
    values: Mapping[str, Any], given: Mapping[str, str], *, last: Collection[str] = ()
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the values, completed by given ones (``--set``) where there are none, and what came of each.

    Parameters
    ----------
    last : names that are left open here, as something better may be found out.

    Examples
    --------
    >>> with_given({"kind": "news"}, {"kind": "ngo", "language": "en"})[1]
    ('kind "news" as the file says, not ngo of --set', 'language en of --set')
    """
    custom = values.get("custom")
    own = {**(custom if isinstance(custom, dict) else {}), **values}
    told = []
    for name, value in given.items():
        if name not in own and name not in last:
            told.append(f"{name} {value} of --set")
        elif name in own and own[name] != value:
            told.append(f"{name} {shorten(own[name], limit=60)} as the file says, not {value} of --set")
    added = {name: value for name, value in given.items() if name not in (*own, *last)}
    return {**added, **values}, tuple(told)
