"""Rules on dates: each one exists, no end comes before its start, and nothing lies in the future."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from moeiwatch.data.checks.date_hints import buddhist_hint, date_hint
from moeiwatch.data.checks.walk import check_records, stop_early
from moeiwatch.data.contents import Collection, Contents, Record
from moeiwatch.data.dates import PartialDate, parse_full_date, parse_partial_date
from moeiwatch.data.problems import WARNING, Problem
from moeiwatch.data.properties import date_kind, walk_schema, walk_values

_DAYS_OF_A_YEAR = 366

_DONE = {
    "full": "write the day on which it was done.",
    "partial": "only what has happened is recorded.",
}


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
            message = str(error).partition(": write ")[0]
            yield collection.problem(record, path, message, remedy=f"{date_hint(text)}Write {forms}.")


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
                    remedy = (
                        f'If they were exchanged, write "{first}": "{end.text}", "{last}": "{start.text}"; '
                        "else mend the one that is wrong."
                    )
                    problems.append(collection.problem(record, last, message, remedy=remedy))
    return problems


def check_publications(contents: Contents) -> list[Problem]:
    """Report what was published before it happened (``published`` wholly before ``observed`` or ``date``)."""
    problems = []
    for collection in contents.collections.values():
        for record in collection.records:
            facts = record.properties
            name = "observed" if "observed" in facts else "date"
            published, happened = _parse(facts.get("published")), _parse(facts.get(name))
            if published and happened and published.end < happened.start:
                message = f"it was published ({published.text}) before it happened ({name} {happened.text})"
                remedy = (
                    f"Write a date from {happened.text} on into published, or leave it out: its earliest "
                    f"source counts then. If {name} is wrong, mend that. Nothing is known before it happens."
                )
                problems.append(collection.problem(record, "published", message, remedy=remedy))
    return problems


def check_first_reports(contents: Contents) -> list[Problem]:
    """Warn of a status that is more than a year older than the first report of its compound.

    A report tells of days before it, so a status may be somewhat older than the first report.
    """
    compounds, problems = contents.collections["compounds"], []
    for record in compounds.records:
        first, status = (_parse(record.properties.get(name)) for name in ("first_reported", "status_as_of"))
        if first and status and (first.start - status.end).days > _DAYS_OF_A_YEAR:
            message = f"the status (as of {status.text}) is older than the first report ({first.text})"
            remedy = "Mend first_reported or status_as_of: the status is the last that is known."
            problems.append(
                compounds.problem(record, "first_reported", message, severity=WARNING, remedy=remedy)
            )
    return problems


def check_future(contents: Contents, *, as_of: date) -> list[Problem]:
    """Report dates of which no day has come yet, those of publications among them.

    Parameters
    ----------
    as_of : the day that counts as today.
    """
    dated = [(c, *found) for c in contents.collections.values() for found in dates_in(c)]
    sources = contents.collections["sources"]
    dated += [(sources, r, ("issued",), text, "partial") for r in sources.records if (text := _issued_on(r))]
    problems = []
    for collection, record, path, text, kind in dated:
        parsed = _parse(text)
        if parsed and parsed.start > as_of:
            message = f"the date {text} lies in the future"
            remedy = f"{buddhist_hint(text)}Today is {as_of.isoformat()}: {_DONE[kind]}"
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


def _issued_on(record: Record) -> str:
    """Return when a publication was issued as a partial date, which may not exist; "" where it is none."""
    issued = record.properties.get("issued")
    dates = issued.get("date-parts") if isinstance(issued, dict) else None
    parts = dates[0] if isinstance(dates, list) and dates and isinstance(dates[0], list) else []
    if not 1 <= len(parts) <= 3 or not all(type(part) is int and 0 < part < 10000 for part in parts):
        return ""  # the schema tells of these
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def _issued(sources: Collection, record: Record) -> list[Problem]:
    """Report a date of publication that does not exist; the schema tells of months above twelve."""
    text = _issued_on(record)
    if len(text) != len("YYYY-MM-DD") or not "01" <= text[5:7] <= "12" or _parse(text) is not None:
        return []
    message = f"{text} is not a date: there is no such day"
    return [
        sources.problem(record, "issued", message, remedy="Write [[year, month, day]], or leave parts out.")
    ]
