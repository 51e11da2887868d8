"""Rules on ids that name other records: they lead somewhere, and never round in a circle."""

from collections.abc import Iterator, Mapping
from itertools import islice

from moeiwatch.data.checks.walk import stop_early
from moeiwatch.data.checks.words import suggest
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.drafts.lookup import Lookup
from moeiwatch.data.problems import WARNING, Problem, shorten
from moeiwatch.data.properties import walk_schema, walk_values

_MOST = 1000
"""So many references of one property are followed; the schema allows far fewer."""

_MOST_HINTS = 200
"""The nearest id is looked for so many times: each time all ids are compared."""


_MUTUAL = ("possibly_same_as",)
"""References that two records may make to each other, though none to itself."""

_TOLD_ELSEWHERE = ("overlaps",)
"""References with a rule of their own (`people.check_overlaps`)."""


def check_references(contents: Contents) -> list[Problem]:
    """Report references to records that do not exist, or that were merged or withdrawn."""
    collections, lookup = contents.collections.values(), Lookup(contents)
    return [p for c in collections for p in stop_early(c, _reference_problems(contents, c, lookup))]


def _reference_problems(contents: Contents, collection: Collection, lookup: Lookup) -> Iterator[Problem]:
    hints_left = _MOST_HINTS
    nameless = {c.name for c in contents.collections.values() if any(r.id is None for r in c.records)}
    for record, path, id_, layer in references_in(collection):
        target = contents.collections.get(layer)
        if target is None or not target.is_read:
            continue
        found = target.by_id.get(id_)
        if found is None:
            meant = lookup.resolve(layer, id_.strip())
            others = (name for name in target.by_id if target is not collection or name != record.id)
            if meant in target.by_id:
                hints = f"Did you mean {meant}? "
            else:
                hints = suggest(id_, others) if hints_left > 0 and layer not in nameless else ""
                hints_left -= 1
            add = f"{'Else add' if hints else 'Add'} it to {target.file} (python dashboard add {layer})"
            remedy = f"{hints}{_elsewhere(contents, id_, layer)}{add}, or mend the id."
            message = f"{shorten(id_)} is no id in {target.file}"
            yield collection.problem(record, path, message, remedy=remedy)
        elif path[0] != "merged_into" and (into := found.properties.get("merged_into")):
            message, remedy = f"{id_} was merged into {shorten(into)}", f"Refer to {shorten(into)}."
            yield collection.problem(record, path, message, severity=WARNING, remedy=remedy)
        elif "withdrawn" in found.properties and "withdrawn" not in record.properties:
            message = f"{id_} was withdrawn"
            remedy = (
                f"Write the id of another record into {path[0]}, {_without(collection, path[0])}, or "
                'withdraw this one: "withdrawn": {"date": "YYYY-MM-DD", "reason": "why"}.'
            )
            yield collection.problem(record, path, message, severity=WARNING, remedy=remedy)


def _without(collection: Collection, name: str) -> str:
    """Return how to go without a reference: a point that was the compound's needs a ground of its own."""
    if name != "compound" or collection.schema is None:
        return f"take {name} out if it is not so"
    basis = ' or, if the point stands, add "location_basis"'
    own = basis if "location_basis" in collection.schema.properties else ""
    return f'take {name} out if it is not so and at once write "geometry": null{own}'


def check_circles(contents: Contents) -> list[Problem]:
    """Report references that lead back to where they began: a part of itself, counted in itself.

    Two records may each be possibly the same as the other; none is possibly the same as itself.
    """
    problems = []
    for collection in contents.collections.values():
        for name in _own_references(collection):
            graph = {id_: _targets(record.properties.get(name)) for id_, record in collection.by_id.items()}
            for circle in find_circles(graph):
                if name in _MUTUAL and len(circle) > 1:
                    continue
                record = collection.by_id[circle[0]]
                if len(circle) == 1:
                    message = f"{name} names the record itself"
                else:
                    way = [*circle[:6], *(["..."] if len(circle) > 6 else []), circle[0]]
                    message = f"{name} leads in a circle: {' -> '.join(way)}"
                remedy = f"Take {name} out{'' if len(circle) == 1 else ' of one of them'}."
                problems.append(collection.problem(record, name, message, remedy=remedy))
    return problems


def references_of(contents: Contents) -> Iterator[tuple[Collection, Record, tuple, str, str]]:
    """Yield every reference: where it stands, the id, and the layer that it should lead to."""
    for collection in contents.collections.values():
        for record, path, id_, layer in references_in(collection):
            yield collection, record, path, id_, layer


def references_in(collection: Collection) -> Iterator[tuple[Record, tuple, str, str]]:
    """Yield every reference of one file, as `references_of` does, up to a thousand of a property."""
    properties = collection.schema.properties if collection.schema else {}
    referring = {
        name: p.schema
        for name, p in properties.items()
        if any("x-references" in node for node in walk_schema(p.schema))
    }
    for record in collection.records:
        for name in referring.keys() & record.properties.keys():
            found = references_within(referring[name], record.properties[name], (name,))
            for path, id_, layer in islice(found, _MOST):
                yield record, path, id_, layer


def find_circles(graph: Mapping[str, list[str]]) -> list[list[str]]:
    """Return the circles of a graph, each from its smallest id on; at most one through each record.

    Examples
    --------
    >>> find_circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
    [['a', 'b', 'c']]
    """
    circles, done = [], set()
    for start in graph:
        path: list[str] = []
        on_path: dict[str, int] = {}
        waiting = [(start, iter(graph[start]))] if start not in done else []
        if waiting:
            path.append(start)
            on_path[start] = 0
        while waiting:
            here, targets = waiting[-1]
            target = next(targets, None)
            if target is None:
                waiting.pop()
                done.add(here)
                del on_path[path.pop()]
            elif target in on_path:
                circle = path[on_path[target] :]
                first = circle.index(min(circle))
                circles.append(circle[first:] + circle[:first])
            elif target in graph and target not in done:
                on_path[target] = len(path)
                path.append(target)
                waiting.append((target, iter(graph[target])))
    return circles


def references_within(schema: Mapping, value: object, path: tuple) -> Iterator[tuple[tuple, str, str]]:
    """Yield every reference in the value of one property: where it stands, the id, and the layer."""
    for inner, found, rule in walk_values(schema, value, path):
        layer = rule.get("x-references")
        if isinstance(layer, str) and isinstance(found, str) and rule.get("type") != "array":
            yield inner, found, layer
        elif isinstance(layer, str) and isinstance(found, list):
            yield from (
                ((*inner, place), id_, layer) for place, id_ in enumerate(found) if isinstance(id_, str)
            )


def _own_references(collection: Collection) -> list[str]:
    properties = collection.schema.properties if collection.schema else {}
    circular = [name for name, p in properties.items() if p.references == collection.name]
    return [name for name in circular if name not in _TOLD_ELSEWHERE]


def _targets(value: object) -> list[str]:
    if isinstance(value, list):
        return [id_ for id_ in value if isinstance(id_, str)]
    return [value] if isinstance(value, str) else []


def _elsewhere(contents: Contents, id_: str, layer: str) -> str:
    others = [name for name, c in contents.collections.items() if name != layer and id_ in c.by_id]
    return f"The id stands in {others[0]}, but {layer} is meant here. " if others else ""
