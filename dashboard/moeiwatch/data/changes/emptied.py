"""Files that lost all their records: one problem, in the place of all that follows from it elsewhere."""

from dataclasses import replace

from moeiwatch.data.changes.sides import Side
from moeiwatch.data.changes.states import State
from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import Problem

_MANY = 5
"""Of so many records that are gone, or fewer, each is told with what leads to it."""


def set_aside_emptied(contents: Contents, before: State) -> list[Problem]:
    """Take files without any record for files that cannot be read where they had many, and return why.

    A record counts if it has an id. Rules that need such a file are skipped, and say so, instead of reporting
    every reference to it.
    """
    problems = []
    side = Side(before, schemas={})
    for layer, collection in contents.collections.items():
        if not collection.is_read or collection.by_id:
            continue
        count = sum(found.record.id is not None for found in side.records(layer))
        if count > _MANY:
            problems.append(
                collection.problem(
                    None,
                    (),
                    f"no record can be read of the {count:,} that the file had: ids are promises",
                    remedy="Put them back as they were. A wrong record stays and is withdrawn: "
                    '"withdrawn": {"date": "YYYY-MM-DD", "reason": "why"}.',
                )
            )
            document = replace(collection.document, value=None, broken=True)
            contents.collections[layer] = replace(collection, document=document, memory={})
    return problems
