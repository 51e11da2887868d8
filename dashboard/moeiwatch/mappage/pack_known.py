"""When records happened and became public, and which status held when: the analysis in the page's numbers."""

from datetime import date

import pandas as pd

from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import happened_spans
from moeiwatch.analysis.status import MODES, status_spans
from moeiwatch.data.geodata import Geodata
from moeiwatch.mappage.columns import PRECISIONS, day_number

DATED = ("compounds", "construction_reports", "rescue_events", "interventions")
"""Layers with a time; records of the others are shown in every period."""


def time_columns(frame: pd.DataFrame, *, layer: str, sources: pd.DataFrame) -> dict[str, list]:
    """Return the span of days in which each record may have happened, and may have become public.

    Returns
    -------
    dict of ``start``, ``end``, ``known_start`` and ``known_end`` (days since 1970, inclusive; None is an open
    end: both of a record without a date, ``known_end`` of one whose publication is not dated) and ``dated``
    (code of `PRECISIONS`, 0 without a date). Empty for a layer without time.
    """
    if layer not in DATED:
        return {}
    happened, known = happened_spans(frame), known_spans(frame, sources=sources)
    return {
        "start": _days(happened["start"]),
        "end": _days(happened["end"]),
        "dated": [PRECISIONS.get(word, 0) for word in happened["precision"]],
        "known_start": _days(known["start"]),
        "known_end": _days(known["end"]),
    }


def status_columns(geodata: Geodata, *, compounds: pd.Index) -> dict[str, list]:
    """Return for each mode and compound the days from which a status held: ``[[day or None, term], ...]``."""
    result = {}
    for mode in MODES:
        spans = status_spans(
            geodata.layers["compounds"],
            geodata.layers["construction_reports"],
            geodata.layers["rescue_events"],
            sources=geodata.sources,
            mode=mode,
        )
        by_compound: dict[str, list] = {record: [] for record in compounds}
        for compound, start, status in zip(spans["compound"], spans["start"], spans["status"], strict=True):
            by_compound[compound].append([_day(start), status])
        result[mode] = list(by_compound.values())
    return result


def _days(column: pd.Series) -> list[int | None]:
    return [_day(value) for value in column.tolist()]


def _day(value: date | None) -> int | None:
    return day_number(value) if isinstance(value, date) else None
