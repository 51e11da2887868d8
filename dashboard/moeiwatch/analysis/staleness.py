"""How old the newest word on each compound is, and when a status is no longer confirmed."""

from datetime import date

import pandas as pd

from moeiwatch.analysis.periods import DATES
from moeiwatch.analysis.records import column, months_later, parse_cell, select_standing
from moeiwatch.data.schema import LayerSchema


def stale_after_months(schema: LayerSchema) -> int | None:
    """Return after how many months a status is no longer confirmed: `x-stale-after-months` of the schema of
    compounds.

    None if the schema sets no such rule; then nothing grows stale.
    """
    return schema.document.get("x-stale-after-months")


def compound_staleness(
    compounds: pd.DataFrame,
    construction_reports: pd.DataFrame,
    rescue_events: pd.DataFrame,
    *,
    as_of: date,
    stale_after: int | None,
) -> pd.DataFrame:
    """Return the newest word on each compound and whether its status is still confirmed.

    The newest word is the latest of its status, the construction reports and the rescue events there. Only a
    status that is confirmed anew is; an event at the compound is a word on it, not on its status.

    Parameters
    ----------
    as_of : the day that counts as today.
    stale_after : months, from `stale_after_months`.

    Returns
    -------
    DataFrame, index compound id, columns ``status``, ``status_as_of``, ``is_stale`` (True if more than so
    many months have passed since the last day that `status_as_of` can mean, or if it has none),
    ``not_confirmed_since`` (`status_as_of` where stale, else None), ``newest`` (`datetime.date`: the first
    day that the date of the newest word can mean, so that '2026' does not pass for today; None without any
    word),
    ``newest_layer``, ``newest_record`` and ``age_months`` (whole months since then; NaN without any).
    """
    standing = select_standing(compounds)
    newest = _newest_words(
        standing, {"construction_reports": construction_reports, "rescue_events": rescue_events}
    )
    rows = []
    statuses, saids = column(standing, "status"), column(standing, "status_as_of")
    for compound in standing.index:
        said = parse_cell(saids[compound])
        stale = stale_after is not None and (said is None or as_of > months_later(said.end, stale_after))
        day, layer, record = newest.get(compound, (None, None, None))
        since = saids[compound] if stale else None
        rows.append((statuses[compound], saids[compound], stale, since, day, layer, record, _age(day, as_of)))
    names = ["status", "status_as_of", "is_stale", "not_confirmed_since", "newest", "newest_layer"]
    return pd.DataFrame(rows, index=standing.index, columns=[*names, "newest_record", "age_months"])


def _newest_words(compounds: pd.DataFrame, layers: dict[str, pd.DataFrame]) -> dict[str, tuple]:
    newest: dict[str, tuple] = {}
    for compound, text in column(compounds, "status_as_of").items():
        said = parse_cell(text)
        if said is not None:
            newest[compound] = (said.start, "compounds", compound)
    for layer, frame in layers.items():
        standing = select_standing(frame)
        words = zip(column(standing, "compound"), _last_days(standing), standing.index, strict=True)
        for compound, day, record in words:
            if compound is not None and day is not None and day > newest.get(compound, (date.min,))[0]:
                newest[compound] = (day, layer, record)
    return newest


def _last_days(frame: pd.DataFrame) -> list[date | None]:
    """Return the first day that the end of each record, else its beginning, can mean."""
    begins, ends = next(((first, last) for first, last in DATES if first in frame), ("", ""))
    cells = zip(column(frame, ends), column(frame, begins), strict=True)
    moments = [parse_cell(last) or parse_cell(first) for last, first in cells]
    return [moment and moment.start for moment in moments]


def _age(day: date | None, as_of: date) -> float:
    if day is None:
        return float("nan")
    return float((as_of.year - day.year) * 12 + as_of.month - day.month - (as_of.day < day.day))
