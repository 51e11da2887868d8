"""Rule on the times of events: the wider event that holds the people of another is of its time."""

from datetime import date, timedelta

from moeiwatch.data.checks.people import parent_of
from moeiwatch.data.contents import Contents, Record
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.problems import WARNING, Problem

_YEAR, _MONTH, _NONE = timedelta(days=366), timedelta(days=31), timedelta(0)
"""How far an event may lie outside the period of the wider one: see `_slack`."""


def check_times_of_parents(contents: Contents) -> list[Problem]:
    """Warn of an event so far outside the period of its wider event that this cannot hold its people.

    Dates cut to what is known are read as all days that they can mean. See `_slack` for how far is too far.
    """
    events, problems = contents.collections["rescue_events"], []
    for record in events.records:
        parent = parent_of(events, record)
        spans = (_span(record), _span(parent)) if parent else (None, None)
        if parent is None or parent is record or None in spans:
            continue
        (start, end), (first, last) = spans
        before, after = _slack(record, parent)
        side = "before" if first - end > before else "after" if start - last > after else ""
        if side:
            name = events.label(parent)
            wider = f"began on {first}" if side == "before" else f"ended on {last}"
            own = f"ended on {end}" if side == "before" else f"began on {start}"
            message = f"it {own}, but {name}, in which its people are counted, {wider}"
            remedy = (
                "Write the id of the wider event of that time, mend the date that is wrong, or take "
                "counted_in out: the people are added to the totals then."
            )
            problems.append(events.problem(record, "counted_in", message, severity=WARNING, remedy=remedy))
    return problems


def _slack(record: Record, parent: Record) -> tuple[timedelta, timedelta]:
    """Return how long before the start, and after the end, of its wider event an event may lie.

    A number published on one day, without a period, may have been summed up since a day that nobody gives. Of
    another kind are steps of one way out: who escaped is handed over days later, who was handed over may wait
    for months to be flown home. Of the same kind both tell of one step; only its report comes later.
    """
    same_kind = record.properties.get("kind") == parent.properties.get("kind")
    before = _YEAR if "date_end" not in parent.properties else _NONE if same_kind else _MONTH
    return before, _MONTH if same_kind else _YEAR


def _span(record: Record) -> tuple[date, date] | None:
    """Return the first and the last day that an event can mean; None where a date is wrong or missing."""
    begin = record.properties.get("date")
    try:
        start = parse_partial_date(begin)
        end = parse_partial_date(record.properties.get("date_end", begin))
    except ValueError:
        return None
    return start.start, end.end
