"""One rule on all records, stopped where a file is so broken that more problems help nobody."""

from collections.abc import Callable, Iterable
from itertools import islice

from moeiwatch.data.contents import Collection, Record
from moeiwatch.data.problems import Problem

MOST_IN_A_FILE = 10_000
"""So many problems of one rule are told of one file; that there are more is told as well."""


def check_records(
    collections: Iterable[Collection], rule: Callable[[Collection, Record], Iterable[Problem]]
) -> list[Problem]:
    """Return what one rule finds in all records of some files."""
    problems = []
    for collection in collections:
        found = (problem for record in collection.records for problem in rule(collection, record))
        problems += stop_early(collection, found)
    return problems


def stop_early(collection: Collection, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of one file, the first ten thousand of them, and whether there are more."""
    found = list(islice(problems, MOST_IN_A_FILE + 1))
    if len(found) > MOST_IN_A_FILE:
        message = f"more than {MOST_IN_A_FILE:,} problems of one kind"
        found[-1] = Problem(collection.file, None, "", "", message, remedy="Mend these first.")
    return found
