"""What a view shows, by the rules of the map page (shown.js), for the numbers and tables beside it."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import happened_spans, overlap
from moeiwatch.analysis.records import column, select_standing
from moeiwatch.analysis.status import NOT_YET_KNOWN, status_on, status_spans
from moeiwatch.data.dates import parse_partial_date
from moeiwatch.data.viewstate import ViewState

TERMS = {
    "compounds": "status",
    "construction_reports": "kind",
    "rescue_events": "kind",
    "interventions": "kind",
    "crossings": "kind",
}
"""The property whose terms a view can hide."""

DATED = ("construction_reports", "rescue_events", "interventions")
"""Layers whose records lie in a period. Those of the others are there at all times; compounds have spans of
status."""


def select_view(
    layers: Mapping[str, pd.DataFrame], view: ViewState, *, sources: pd.DataFrame | None = None
) -> dict[str, pd.DataFrame]:
    """Return the records of each layer that a view shows.

    - Withdrawn and merged records are never shown; a hidden layer shows none.
    - Reports, events and interventions are in the period if they may have happened in it (or, in mode
      "known", may have become public in it); those without a date always are. Where no publication of a
      record is dated, it may have become public on any day since it can have happened.
    - A compound is shown if a word on it is known by the end of the period, with the status that it had then
      (see `moeiwatch.analysis.status`); terms are hidden by that status.
    - Basis and confidence select among records that have them. An armed group selects compounds named with
      it, their parts, and what happened there.

    Parameters
    ----------
    layers : frames by layer; other layers than those of the view pass unchanged but for the above.
    sources : dates of publication, for mode "known"; without them only what records say of themselves counts.

    Returns
    -------
    dict of layer to a frame of fewer rows; that of compounds has the status at the end of the period in
    ``status`` and, where that is not the record's own, None in ``status_as_of``.
    """
    shown = {layer: select_standing(frame) for layer, frame in layers.items()}
    if "compounds" in shown:
        shown["compounds"] = _with_status(shown, view, sources=sources)
    group = (
        _group_compounds(layers["compounds"], view.group) if view.group and "compounds" in layers else None
    )
    return {
        layer: frame[_mask(frame, layer, view, group, sources).to_numpy()] for layer, frame in shown.items()
    }


def _mask(frame, layer: str, view: ViewState, group: set[str] | None, sources) -> pd.Series:
    mask = pd.Series(layer not in view.hide, index=frame.index)
    hidden = {name.partition(".")[2] for name in view.hide if name.startswith(f"{layer}.")}
    if hidden and layer in TERMS:
        mask &= ~column(frame, TERMS[layer]).isin(hidden)
    for name in ("basis", "confidence"):
        chosen = getattr(view, name)
        if chosen and name in frame and not (name == "basis" and layer == "river_reaches"):
            cells = column(frame, name)
            mask &= cells.isna() | cells.isin(chosen)
    if group is not None and layer == "compounds":
        mask &= frame.index.isin(group)
    elif group is not None and layer in DATED:
        mask &= column(frame, "compound").isin(group)
    if layer in DATED and (view.since or view.until):
        spans = known_spans(frame, sources=sources) if view.mode == "known" else happened_spans(frame)
        mask &= overlap(spans, since=view.since, until=view.until)
    return mask


def _with_status(layers: Mapping[str, pd.DataFrame], view: ViewState, *, sources) -> pd.DataFrame:
    """Return the compounds known by the end of the period, with the status that held (or was known) then."""
    compounds = layers["compounds"]
    if not view.until:
        return compounds
    last: date = parse_partial_date(view.until).end
    empty = compounds.iloc[:0]
    spans = status_spans(
        compounds,
        layers.get("construction_reports", empty),
        layers.get("rescue_events", empty),
        sources=sources,
        mode=view.mode,
    )
    status = status_on(spans, last).reindex(compounds.index, fill_value=NOT_YET_KNOWN)
    known = compounds[(status != NOT_YET_KNOWN).to_numpy()].copy()
    status = status[known.index]
    own = column(known, "status")
    if "status_as_of" in known:
        known["status_as_of"] = column(known, "status_as_of").where(status == own, None)
    known["status"] = status
    return known


def _group_compounds(compounds: pd.DataFrame, group: str) -> set[str]:
    """Return the compounds that sources name an armed group with, and the parts of these."""
    named = {
        record
        for record, entries in column(compounds, "armed_groups").items()
        if any(entry.get("actor") == group for entry in entries or [])
    }
    return named | {record for record, whole in column(compounds, "part_of").items() if whole in named}
