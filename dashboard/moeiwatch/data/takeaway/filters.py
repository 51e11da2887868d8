"""The filters of a view in words, for whoever opens a download later."""

from collections.abc import Mapping

from moeiwatch.data.citations import spell_date
from moeiwatch.data.viewstate import ViewState

ALL = "none: all records of the data"

_BASIS = {"claimed": "claimed", "observed": "observed", "not_stated": "not stated"}


def filter_words(view: ViewState, *, names: Mapping[str, str] | None = None) -> str:
    """Return what a reader has chosen to see, in words; `ALL` where nothing is left out.

    Parameters
    ----------
    names : title of each layer, and of each armed group by its id; what is not there is written as it stands.

    Examples
    --------
    >>> filter_words(ViewState(since="2025-02", hide=("crossings",), confidence=("high",)))
    'from February 2025; without: crossings; confidence: high'
    """
    names = names or {}
    words = []
    if view.since:
        words.append(f"from {spell_date(view.since)}")
    if view.until:
        words.append(f"to {spell_date(view.until)}")
    if view.mode == "known":
        what = "period taken" if words else "as it was known:"
        words.append(f"{what} by the day on which a thing became public")
    if view.hide:
        words.append("without: " + ", ".join(_hidden(part, names) for part in view.hide))
    if view.basis:
        words.append("basis: " + ", ".join(_BASIS[term] for term in view.basis))
    if view.confidence:
        words.append("confidence: " + ", ".join(view.confidence))
    if view.group:
        words.append(f"armed group: {names.get(view.group, view.group)}")
    return "; ".join(words) or ALL


def _hidden(part: str, names: Mapping[str, str]) -> str:
    layer, _, term = part.partition(".")
    return names.get(layer, layer) + (f" ({term.replace('_', ' ')})" if term else "")
