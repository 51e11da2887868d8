"""Rules on dates: each one exists, no end comes before its start, no reading lies in the future."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.dates import PartialDate, parse_full_date, parse_partial_date
from moeiwatch.data.problems import Problem, shorten
from moeiwatch.data.properties import date_kind, walk_schema, walk_values


def check_dates(contents: Contents) -> list[Problem]:
    """Report dates that do not exist, such as 2023-02-30."""
    problems = []
    for collection, record, path, text, kind in dates_of(contents):
        try:
            parse_full_date(text) if kind == "full" else parse_partial_date(text)
        except ValueError as error:
            remedy = (
                "Write YYYY-MM-DD."
                if kind == "full"
                else "Cut it to what is known: YYYY, YYYY-MM or YYYY-MM-DD."
            )
            problems.append(collection.problem(record, path, str(error), remedy=remedy))
    return problems + [
        p for record in contents.collections["sources"].records for p in _issued(contents, record)
    ]


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
    for collection, record, path, text, kind in dates_of(contents):
        parsed = _parse(text) if kind == "full" else None
        if parsed and parsed.start > as_of:
            message = f"the date {text} lies in the future"
            remedy = f"Today is {as_of.isoformat()}: write the day on which it was done."
            problems.append(collection.problem(record, path, message, remedy=remedy))
    return problems


def dates_of(contents: Contents) -> Iterator[tuple[Collection, Record, tuple, str, str]]:
    """Yield every date in a record that is a text: where it stands, the text, ``partial`` or ``full``."""
    for collection in contents.collections.values():
        properties = collection.schema.properties if collection.schema else {}
        dated = {
            name: p.schema for name, p in properties.items() if any(map(date_kind, walk_schema(p.schema)))
        }
        for record in collection.records:
            for name, schema in dated.items():
                if name not in record.properties:
                    continue
                for path, value, rule in walk_values(schema, record.properties[name], (name,)):
                    kind = date_kind(rule)
                    if kind and isinstance(value, str):
                        yield collection, record, path, value, kind


def _parse(text: Any) -> PartialDate | None:
    try:
        return parse_partial_date(text)
    except ValueError:
        return None


def _issued(contents: Contents, record: Record) -> list[Problem]:
    """Report a CSL date (``issued``) that does not exist."""
    issued = record.properties.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    if not (isinstance(parts, list) and parts and isinstance(parts[0], list)):
        return []
    if not all(
        isinstance(part, int) and not isinstance(part, bool) and 0 < part < 10000 for part in parts[0]
    ):
        return []
    text = "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(parts[0]))
    if _parse(text) is not None or len(parts[0]) > 3:
        return []
    message = f"{shorten(text)} is not a date: there is no such day"
    remedy = "Write [[year, month, day]], cut to what is known."
    return [contents.collections["sources"].problem(record, "issued", message, remedy=remedy)]
