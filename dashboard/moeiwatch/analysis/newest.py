"""The date of the newest word from the ground, as against steps of policy."""

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from moeiwatch.analysis.records import column, parse_cell, select_standing

DATES = {
    "construction_reports": ("observed", "observed_end"),
    "rescue_events": ("date", "date_end"),
    "interventions": ("date", "date_end"),
    "compounds": ("status_as_of",),
}
"""The dates of a layer that tell when something was seen or happened."""

GROUND = ("construction_reports", "rescue_events", "compounds")
"""Layers of what happened on the ground, as against steps of policy."""


def newest_date(layers: Mapping[str, pd.DataFrame], *, as_of: date, among: Iterable[str] = GROUND) -> str:
    """Return the newest date of some layers, as written; "" where there is none. See `newest_record`."""
    return newest_record(layers, as_of=as_of, among=among)[0]


def newest_record(
    layers: Mapping[str, pd.DataFrame], *, as_of: date, among: Iterable[str] = GROUND
) -> tuple[str, str, str]:
    """Return the newest date of some layers, as written, with the layer and the id of its record.

    A compound's ``status_as_of`` is word from the ground as much as a report is, and counts where it is
    later, also with the status ``unknown``: on that day something was told of the place (shells fell
    there), if not what became of the compound. Withdrawn and merged records do not count. Dates after
    `as_of` are announcements and no news of what happened; a date known to the month or the year stands
    at its first day, so that it does not pass for a later one.

    Returns
    -------
    (date, layer, id); three empty texts where nothing is dated.
    """
    found = []
    for layer in among:
        if layer not in layers:
            continue
        frame = select_standing(layers[layer])
        for name in DATES[layer]:
            dates = ((parse_cell(text), text, record) for record, text in column(frame, name).items())
            found += [
                (day.start, text, layer, record)
                for day, text, record in dates
                if day is not None and day.start <= as_of
            ]
    return max(found, key=lambda entry: entry[:2], default=(None, "", "", ""))[1:]
