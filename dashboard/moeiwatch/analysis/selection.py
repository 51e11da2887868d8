"""What a view shows, by the rules of the map page (shown.js), for the numbers and tables beside it."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from moeiwatch.analysis.compound_words import shown_status
from moeiwatch.analysis.known import known_spans
from moeiwatch.analysis.periods import happened_spans, overlap
from moeiwatch.analysis.records import column, select_standing
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
    layers: Mapping[str, pd.DataFrame],
    view: ViewState,
    *,
    sources: pd.DataFrame | None = None,
    words: pd.DataFrame | None = None,
) -> dict[str, pd.DataFrame]:
    """Return the records of each layer that a view shows.

    - Withdrawn and merged records are never shown; a hidden layer shows none.
    - Reports, events and interventions are in the period if they may have happened in it (or, in mode
      "known", may have become public in it); those without a date always are. Where no publication of a
      record is dated, it may have become public on any day since it can have happened.
    - A compound is shown if a word on it is known by the end of the period; terms are hidden by the status
      that it had then (see `moeiwatch.analysis.compound_words`), while its record stays as it is.
    - Basis and confidence select among records that have them. An armed group selects compounds named with
      it, their parts, and what happened there.

    Parameters
    ----------
    layers : frames by layer; other layers than those of the view pass unchanged but for the above.
    sources : dates of publication, for mode "known"; without them only what records say of themselves counts.
    words : as in `compound_words.shown_status`.

    Returns
    -------
    dict of layer to a frame of fewer rows.
    """
    shown = {layer: select_standing(frame) for layer, frame in layers.items()}
    terms = {layer: column(frame, TERMS[layer]) for layer, frame in shown.items() if layer in TERMS}
    if "compounds" in shown:
        terms["compounds"] = shown_status(layers, view, sources=sources, words=words)["status_shown"]
        known = shown["compounds"].index.isin(terms["compounds"].index)
        shown["compounds"] = shown["compounds"][known]
    group = (
        _group_compounds(layers["compounds"], view.group) if view.group and "compounds" in layers else None
    )
    return {
        layer: frame[_mask(frame, layer, view, group, sources, terms.get(layer)).to_numpy()]
        for layer, frame in shown.items()
    }


def applied_view(view: ViewState, layers: Mapping[str, pd.DataFrame]) -> ViewState:
    """Return a view with only those filters that can make a difference to some layers.

    It tells by which choices records were selected, where a page or a file holds some layers only.
    """
    dated = any(layer in DATED for layer in layers)
    compounds = "compounds" in layers
    ends = dated or compounds

    def has(name: str) -> bool:
        return any(_is_asked(frame, layer, name) for layer, frame in layers.items())

    return replace(
        view,
        since=view.since if dated else "",
        until=view.until if ends else "",
        mode=view.mode if dated or (compounds and view.until) else "happened",
        hide=tuple(name for name in view.hide if name.partition(".")[0] in layers),
        basis=view.basis if has("basis") else (),
        confidence=view.confidence if has("confidence") else (),
        group=view.group if ends else "",
    )


def _is_asked(frame: pd.DataFrame, layer: str, name: str) -> bool:
    """Tell whether ``basis`` or ``confidence`` selects among the records of a layer."""
    return name in frame and not (name == "basis" and layer == "river_reaches")


def _mask(frame, layer: str, view: ViewState, group: set[str] | None, sources, terms) -> pd.Series:
    mask = pd.Series(layer not in view.hide, index=frame.index)
    hidden = {name.partition(".")[2] for name in view.hide if name.startswith(f"{layer}.")}
    if hidden and terms is not None:
        mask &= ~terms[frame.index].isin(hidden)
    for name in ("basis", "confidence"):
        chosen = getattr(view, name)
        if chosen and _is_asked(frame, layer, name):
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


def _group_compounds(compounds: pd.DataFrame, group: str) -> set[str]:
    """Return the compounds that sources name an armed group with, and the parts of these."""
    named = {
        record
        for record, entries in column(compounds, "armed_groups").items()
        if any(entry.get("actor") == group for entry in entries or [])
    }
    return named | {record for record, whole in column(compounds, "part_of").items() if whole in named}
