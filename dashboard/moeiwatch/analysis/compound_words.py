"""What was said of each compound by the end of the period shown, in columns beside the record's own.

Without an end of the period it is what the record says, as of today. With one, nothing that came later is
told: a report or event is a word from the last day that the date of its end can mean, or from its publication
where that comes before; in mode "known" it has to be public besides.
"""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import said_dates
from moeiwatch.analysis.records import column, parse_cell, select_standing
from moeiwatch.analysis.staleness import compound_staleness
from moeiwatch.analysis.status import status_words
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.viewstate import ViewState

_EVENTS = ("construction_reports", "rescue_events")


def shown_status(
    layers: Mapping[str, pd.DataFrame],
    view: ViewState,
    *,
    sources: pd.DataFrame | None = None,
    words: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the status of each compound of which a word is known by the end of a view's period.

    Parameters
    ----------
    sources : dates of publication; without them only `published` is read.
    words : as `layer_words` gives them for the same layers, sources and mode, where they are at hand.

    Returns
    -------
    DataFrame, index compound id, columns ``status_shown`` and ``status_shown_as_of`` (date of the newest word
    that gives it, as written; None where it is not dated). See `moeiwatch.analysis.status`.
    """
    compounds = select_standing(layers["compounds"])
    if not view.until:
        cells = {"status_shown": column(compounds, "status")}
        return pd.DataFrame({**cells, "status_shown_as_of": column(compounds, "status_as_of")}, dtype=object)
    last = parse_partial_date(view.until).end
    if words is None:
        words = layer_words(layers, mode=view.mode, sources=sources)
    by_then = words[[start is None or start <= last for start in words["start"]]]
    newest = by_then.drop_duplicates("compound", keep="last").set_index("compound")[["status", "when"]]
    newest.columns = ["status_shown", "status_shown_as_of"]
    return newest.rename_axis("id")


def layer_words(
    layers: Mapping[str, pd.DataFrame], *, mode: str, sources: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return `status.status_words` of the compounds and what is told of them; they hang on no period."""
    compounds = select_standing(layers["compounds"])
    frames = (layers.get(layer, compounds.iloc[:0]) for layer in _EVENTS)
    return status_words(compounds, *frames, sources=sources, mode=mode)


def compound_words(
    layers: Mapping[str, pd.DataFrame],
    view: ViewState,
    *,
    sources: pd.DataFrame | None = None,
    words: pd.DataFrame | None = None,
    as_of: date,
    stale_after: int | None,
) -> pd.DataFrame:
    """Return what is told of each compound beside its record, by the end of a view's period.

    Parameters
    ----------
    sources, words : as in `shown_status`.
    as_of : today; the end of the period where that comes first.
    stale_after : months, as in `staleness.compound_staleness`.

    Returns
    -------
    DataFrame, index id of each compound known by then, columns as `data.derived.DERIVED` declares them; None
    where there is nothing to tell.
    """
    status = shown_status(layers, view, sources=sources, words=words)
    end = min(parse_partial_date(view.until).end, as_of) if view.until else as_of
    frames = [layers[layer] for layer in _EVENTS]
    if view.until:
        frames = [_select_by(end, frame, mode=view.mode, sources=sources) for frame in frames]
    compounds = status.set_axis(["status", "status_as_of"], axis=1)
    told = compound_staleness(compounds, *frames, as_of=end, stale_after=stale_after)
    return status.assign(not_confirmed_since=told["not_confirmed_since"], newest_word=told["newest"])


def _select_by(day: date, frame: pd.DataFrame, *, mode: str, sources: pd.DataFrame | None) -> pd.DataFrame:
    """Return the records that were words by a day; in mode "known" only those that were public."""
    begins, ends = said_dates(frame)
    public = known_spans(frame, sources=sources)["end"]
    by_then = []
    for begin, end, told in zip(begins, ends, public, strict=True):
        moment = parse_cell(end) or parse_cell(begin)
        held = moment and (told if told and moment.start < told < moment.end else moment.end)
        is_out = mode != "known" or told is None or told <= day
        by_then.append(held is not None and held <= day and is_out)
    return frame[by_then]
