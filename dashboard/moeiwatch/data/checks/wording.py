"""A rule on what readers are told: no ids of records inside texts, which mean nothing to them."""

import re
from collections.abc import Iterator

from moeiwatch.data.checks.walk import stop_early
from moeiwatch.data.contents import Collection, Contents
from moeiwatch.data.problems import WARNING, Problem

_ID = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])")

_FOR_KEEPERS = ("note", "withdrawn")
"""Properties that are written for those who keep the data: ids may stand there."""


def check_named_records(contents: Contents) -> list[Problem]:
    """Warn of texts of a layer that name another record by its id, as in '(see kc-003)'."""
    ids = {id_ for layer in contents.layers for id_ in layer.by_id}
    return [problem for layer in contents.layers for problem in stop_early(layer, _named(layer, ids))]


def _named(collection: Collection, ids: set[str]) -> Iterator[Problem]:
    for record in collection.records:
        for name, text in record.properties.items():
            if name in _FOR_KEEPERS or not isinstance(text, str) or " " not in text:
                continue
            found = next((one for one in _ID.findall(text) if one in ids), None)
            if found:
                message = f"the text names a record by its id: {found}"
                remedy = "Say in words what that record tells; readers do not know ids."
                yield collection.problem(record, name, message, severity=WARNING, remedy=remedy)
