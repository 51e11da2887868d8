"""A JSON Schema with its references written out, so that it can be read and validated in one piece."""

from collections.abc import Mapping
from typing import Any

_DEEPEST = 60


def inline_references(schema: Mapping, *, files: Mapping[str, Mapping]) -> dict:
    """Return a schema in which every ``$ref`` is replaced by what it names.

    Keys beside a ``$ref`` are kept: titles, descriptions and ``x-`` keys win over those of the definition; a
    rule that both state holds twice (the second one in ``allOf``), as JSON Schema 2020-12 wants it. The names
    of the definitions that were followed are noted in ``x-definitions``.

    Parameters
    ----------
    schema : a whole schema.
    files : the other schemas that it may refer to, by file name.

    Raises
    ------
    ValueError
        If a reference leads nowhere or in a circle.
    """
    return _inline(schema, root=schema, files=files, depth=0)


def _inline(node: Any, *, root: Mapping, files: Mapping[str, Mapping], depth: int) -> Any:
    if depth > _DEEPEST:
        raise ValueError("the references of the schema lead in a circle")
    if isinstance(node, list):
        return [_inline(item, root=root, files=files, depth=depth + 1) for item in node]
    if not isinstance(node, Mapping):
        return node
    inlined = {
        key: value if key == "$ref" else _inline(value, root=root, files=files, depth=depth + 1)
        for key, value in node.items()
    }
    address = inlined.get("$ref")
    if not isinstance(address, str):
        return inlined
    del inlined["$ref"]
    file, _, pointer = address.partition("#")
    target_root = files.get(file) if file else root
    target = _inline(_follow(target_root, pointer, address), root=target_root, files=files, depth=depth + 1)
    return _merge(target, inlined, name=pointer.rpartition("/")[2])


def _follow(root: Any, pointer: str, address: str) -> Any:
    found = root
    for part in pointer.strip("/").split("/") if pointer.strip("/") else []:
        if not isinstance(found, Mapping) or part not in found:
            raise ValueError(f"the schema refers to {address}, which does not exist")
        found = found[part]
    if not isinstance(found, Mapping):
        raise ValueError(f"the schema refers to {address}, which does not exist")
    return found


def _merge(target: Mapping, beside: Mapping, *, name: str) -> dict:
    twice = {
        key: value
        for key, value in beside.items()
        if key in target and key not in ("title", "description") and not key.startswith("x-")
    }
    merged = {**target, **{key: value for key, value in beside.items() if key not in twice}}
    if twice:
        merged["allOf"] = [*merged.get("allOf", []), twice]
    if name:
        merged["x-definitions"] = [name, *target.get("x-definitions", [])]
    return merged
