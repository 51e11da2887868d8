"""How old the newest word on each compound is, and when a status is no longer confirmed."""

from datetime import date

import pandas as pd

from moeiwatch.analysis.periods import said_dates
from moeiwatch.analysis.records import column, months_later, parse_cell, select_standing
from moeiwatch.data.dates import PartialDate
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
    ``not_confirmed_since`` (`status_as_of` where stale, else None), ``newest`` (date of the newest word as it
    is written; None without any word), ``newest_layer``, ``newest_record`` and ``age_months`` (whole months
    since then; NaN without any). Words are put in order, and aged, by the first day that their date can mean,
    so that '2026' does not pass for today.
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
        word, layer, record = newest.get(compound, (None, None, None))
        since, text = saids[compound] if stale else None, word and word.text
        rows.append(
            (statuses[compound], saids[compound], stale, since, text, layer, record, _age(word, as_of))
        )
    names = ["status", "status_as_of", "is_stale", "not_confirmed_since", "newest", "newest_layer"]
    table = pd.DataFrame(
        rows, index=standing.index, columns=[*names, "newest_record", "age_months"], dtype=object
    )
    return table.astype({"is_stale": bool, "age_months": float})


def _newest_words(
    compounds: pd.DataFrame, layers: dict[str, pd.DataFrame]
) -> dict[str, tuple[PartialDate, str, str]]:
    newest: dict[str, tuple[PartialDate, str, str]] = {}
    for compound, text in column(compounds, "status_as_of").items():
        said = parse_cell(text)
        if said is not None:
            newest[compound] = (said, "compounds", compound)
    for layer, frame in layers.items():
        standing = select_standing(frame)
        begins, ends = said_dates(standing)
        cells = zip(column(standing, "compound"), begins, ends, standing.index, strict=True)
        for compound, begin, end, record in cells:
            word = parse_cell(end) or parse_cell(begin)
            if compound is None or word is None:
                continue
            if compound not in newest or word.start > newest[compound][0].start:
                newest[compound] = (word, layer, record)
    return newest


def _age(word: PartialDate | None, as_of: date) -> float:
    if word is None:
        return float("nan")
    day = word.start
    return float((as_of.year - day.year) * 12 + as_of.month - day.month - (as_of.day < day.day))
