"""The pack as the page reads it: a block of JSON inside it, and a script behind the first picture."""

import json
from collections.abc import Mapping
from typing import Any

LATER = ("ground", "places", "sources", "actors", "river", "stories", "privacy", "licence")
"""Parts of the pack that the first picture of the map can do without."""

FIRST_TEXT = ("counted_in", "part_of", "kind", "armed_groups")
"""Properties that decide what the first picture shows and where; the page is told all others behind it."""


def pack_block(pack: Mapping[str, Any]) -> str:
    """Return the element of the page that holds what its first picture needs, as JSON.

    ``<`` is written as an escape, so that no record can end the element. JSON in the page itself is there
    sooner than in a script of its own, and browsers read it faster.
    """
    first = {name: part for name, part in pack.items() if name not in LATER}
    first["layers"] = {layer: _parted(words)[0] for layer, words in pack["layers"].items()}
    return f'<script type="application/json" id="pack">{_json(first)}</script>'


def later_script(pack: Mapping[str, Any]) -> str:
    """Return the script that hands the rest to the page, as a text for `JSON.parse`."""
    layers = {layer: _parted(words)[1] for layer, words in pack["layers"].items()}
    text = _json({**{name: pack[name] for name in LATER}, "layers": layers})
    for character, escape in (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\\", "\\\\"), ("'", "\\'")):
        text = text.replace(character, escape)
    return f"(window.MoeiWatch = window.MoeiWatch || {{}}).laterPack = JSON.parse('{text}');\n"


def _parted(layer: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a layer without what can wait, and what can: the words of its properties, and most texts."""
    text = layer["records"]["text"]
    first = {name: column for name, column in text.items() if name in FIRST_TEXT}
    rest = {name: column for name, column in text.items() if name not in FIRST_TEXT}
    words = {name: part for name, part in layer.items() if name != "properties"}
    return (
        {**words, "records": {**layer["records"], "text": first}},
        {"properties": layer["properties"], "text": rest},
    )


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")
