"""Files that were renamed or moved between two states: the same layer under two names."""

from moeiwatch.data.changes.sides import Side
from moeiwatch.data.changes.values import record_meaning

_ALIKE = 0.5
"""Two files are one layer that was renamed if they share more than this part of their records."""


def align_layers(old: Side, new: Side) -> None:
    """Have both sides call a layer of ``base/`` by its later name, and know a file that was moved elsewhere.

    Names, ``$schema`` and folders tell of most files what they hold. Of one that lies where nothing tells it,
    the file of the same bytes does on the other side.
    """
    for late in _only_in(new, old):
        earlier = next((layer for layer in _only_in(old, new) if _is_same(layer, late, old, new)), None)
        if earlier is not None:
            old.layers[late] = old.layers.pop(earlier)
    for one, other in ((old, new), (new, old)):
        free = {entry.digest: path for path, entry in other.state.entries.items() if _is_free(path, other)}
        for layer, paths in one.layers.items():
            for path in paths:
                digest = one.state.entries[path].digest
                if digest in free and path not in other.state.entries:
                    other.layers.setdefault(layer, []).append(free.pop(digest))


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
