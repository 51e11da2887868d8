"""Rules on dates: each one exists, no end comes before its start, no reading lies in the future."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from moeiwatch.data.checks.walk import check_records, stop_early
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.dates import PartialDate, parse_full_date, parse_partial_date
from moeiwatch.data.problems import Problem
from moeiwatch.data.properties import date_kind, walk_schema, walk_values


def check_dates(contents: Contents) -> list[Problem]:
    """Report dates that do not exist, such as 2023-02-30."""
    collections = contents.collections.values()
    problems = [p for c in collections for p in stop_early(c, _date_problems(c))]
    sources = contents.collections["sources"]
    return problems + check_records([sources], _issued)


def _date_problems(collection: Collection) -> Iterator[Problem]:
    for record, path, text, kind in dates_in(collection):
        try:
            parse_full_date(text) if kind == "full" else parse_partial_date(text)
        except ValueError as error:
            forms = (
                "YYYY-MM-DD" if kind == "full" else "it as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD"
            )
            yield collection.problem(record, path, str(error), remedy=f"Write {forms}.")


def check_periods(contents: Contents) -> list[Problem]:
    """Report an end that comes before its start."""
    problems = []
    for collection in contents.collections.values():
        properties = collection.schema.properties if collection.schema else {}
        pairs = [(name.removesuffix("_end"), name) for name in properties if name.endswith("_end")]
        for record in collection.records:
            for first, last in pairs:
                start, end = (_parse(record.properties.get(name)) for name in (first, last))
                if start and end and end.end < start.start:
                    message = f"the end {end.text} comes before the start {start.text} ({first})"
                    remedy = f"Exchange {first} and {last}, or mend the one that is wrong."
                    problems.append(collection.problem(record, last, message, remedy=remedy))
    return problems


def check_future(contents: Contents, *, as_of: date) -> list[Problem]:
    """Report full dates in the future: nobody can have read, withdrawn or sanctioned a thing tomorrow.

    Parameters
    ----------
    as_of : the day that counts as today.
    """
    problems = []
    for collection in contents.collections.values():
        for record, path, text, kind in dates_in(collection):
            parsed = _parse(text) if kind == "full" else None
            if parsed and parsed.start > as_of:
                message = f"the date {text} lies in the future"
                remedy = f"Today is {as_of.isoformat()}: write the day on which it was done."
                problems.append(collection.problem(record, path, message, remedy=remedy))
    return problems


def dates_in(collection: Collection) -> Iterator[tuple[Record, tuple, str, str]]:
    """Yield every date of one file that is a text: where it stands, the text, ``partial`` or ``full``."""
    properties = collection.schema.properties if collection.schema else {}
    dated = {name: p.schema for name, p in properties.items() if any(map(date_kind, walk_schema(p.schema)))}
    for record in collection.records:
        for name in dated.keys() & record.properties.keys():
            for path, value, rule in walk_values(dated[name], record.properties[name], (name,)):
                if isinstance(value, str) and (kind := date_kind(rule)):
                    yield record, path, value, kind


def _parse(text: Any) -> PartialDate | None:
    try:
        return parse_partial_date(text)
    except ValueError:
        return None


def _issued(sources: Collection, record: Record) -> list[Problem]:
    """Report a CSL date (``issued``) that does not exist."""
    issued = record.properties.get("issued")
    dates = issued.get("date-parts") if isinstance(issued, dict) else None
    parts = dates[0] if isinstance(dates, list) and dates and isinstance(dates[0], list) else []
    if len(parts) != 3 or not all(type(part) is int and 0 < part < 10000 for part in parts):
        return []  # the schema tells of these
    text = "{:04}-{:02}-{:02}".format(*parts)
    if not 1 <= parts[1] <= 12 or _parse(text) is not None:
        return []
    message = f"{text} is not a date: there is no such day"
    return [
        sources.problem(record, "issued", message, remedy="Write [[year, month, day]], or leave parts out.")
    ]
