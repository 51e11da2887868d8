"""Rules on the river's layers: reaches along the line, and the years of a series."""

from datetime import date
from typing import Any

from moeiwatch.data.checks.date_hints import buddhist_hint
from moeiwatch.data.checks.geometry import is_number
from moeiwatch.data.contents import Contents
from moeiwatch.data.problems import Problem

_ROUNDING_KM = 0.05
"""Kilometres by which a length may differ from that between its ends: all three are rounded."""


def check_reaches(contents: Contents) -> list[Problem]:
    """Report reaches that end before they begin, or whose length is not that between their ends."""
    reaches, problems = contents.collections["river_reaches"], []
    for record in reaches.records:
        start, end, length = (record.properties.get(name) for name in ("from_km", "to_km", "length_km"))
        if not (is_number(start) and is_number(end)):
            continue
        if end <= start:
            message = f"the reach ends at {end:g} km, before it begins at {start:g} km"
            remedy = "Exchange from_km and to_km: kilometres run downstream."
            problems.append(reaches.problem(record, "to_km", message, remedy=remedy))
        elif is_number(length) and abs(length - (end - start)) > _ROUNDING_KM:
            message = f"the length is {length:g} km, but {end - start:g} km lie between the ends"
            remedy = f"Write {round(end - start, 2):g}, or mend from_km or to_km."
            problems.append(reaches.problem(record, "length_km", message, remedy=remedy))
    return problems


def check_series(contents: Contents, *, as_of: date) -> list[Problem]:
    """Report periods of series that end before they begin, or that lie in the future.

    Parameters
    ----------
    as_of : the day that counts as today.
    """
    series, problems = contents.collections["hydrology"], []
    for record in series.records:
        first, last = _years(record.properties.get("period"))
        if first > last:
            message = f"the period {first}-{last} ends before it begins"
            problems.append(series.problem(record, "period", message, remedy=f"Write {last}-{first}."))
        elif max(first, last) > as_of.year:
            message = f"the period {record.properties['period']} lies in the future"
            remedy = (
                f"{buddhist_hint(str(last))}Today is {as_of.isoformat()}: only what was measured is recorded."
            )
            problems.append(series.problem(record, "period", message, remedy=remedy))
    return problems


def _years(period: Any) -> tuple[int, int]:
    """Return the first and the last year of a period; 0 and 0 for what is none, of which the schema tells."""
    parts = period.split("-") if isinstance(period, str) and len(period) <= 10 else []
    years = [int(part) for part in parts if len(part) == 4 and part.isascii() and part.isdigit()]
    return (years[0], years[-1]) if years else (0, 0)
