"""Base layers that were renamed or moved between two states: the same layer under two names."""

from moeiwatch.data.changes.sides import Side
from moeiwatch.data.changes.values import record_meaning

_ALIKE = 0.5
"""Two files are one layer that was renamed if they share more than this part of their records."""


def align_base_layers(old: Side, new: Side) -> None:
    """Have both sides call a layer of ``base/`` by its later name, and find one that was moved elsewhere.

    Layers of records need none of this: their files say by name, ``$schema`` or folder what they hold.
    """
    for late in _only_in(new, old):
        earlier = next((layer for layer in _only_in(old, new) if _is_same(layer, late, old, new)), None)
        if earlier is not None:
            old.layers[late] = old.layers.pop(earlier)
    for one, other in ((old, new), (new, old)):
        free = {entry.digest: path for path, entry in other.state.entries.items() if _is_free(path, other)}
        for layer in _only_in(one, other):
            digests = _digests(one, layer)
            if all(digest in free for digest in digests):
                other.layers[layer] = [free[digest] for digest in digests]


def _only_in(one: Side, other: Side) -> list[str]:
    return sorted(layer for layer in one.layers if layer.startswith("base/") and layer not in other.layers)


def _is_same(earlier: str, late: str, old: Side, new: Side) -> bool:
    if sorted(_digests(old, earlier)) == sorted(_digests(new, late)) and all(_digests(new, late)):
        return True
    said = [
        {record_meaning(found.record, is_layer=True) for found in side.records(layer)}
        for side, layer in ((old, earlier), (new, late))
    ]
    return len(said[0] & said[1]) > _ALIKE * max(len(said[0]), len(said[1]))


def _digests(side: Side, layer: str) -> list[str]:
    return [side.state.entries[path].digest for path in side.layers[layer]]


def _is_free(path: str, side: Side) -> bool:
    """Return True for a file that can be read and holds no layer."""
    known = any(path in paths for paths in side.layers.values())
    return bool(side.state.entries[path].digest) and not known
