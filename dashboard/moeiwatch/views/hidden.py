"""What a view hides is said to be hidden: a number made without it would pass for one of the records."""

from collections.abc import Iterable

from moeiwatch.analysis.selection import TERMS
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library


def is_hidden(layer: str, view: ViewState, *, terms: Iterable[str] = ()) -> bool:
    """Tell whether a view hides a layer, by itself or term by term.

    Parameters
    ----------
    terms : of the property whose terms can be hidden (`selection.TERMS`), where a number is made of records
        with these alone; by default all that there are.
    """
    known = library.schema(layer).properties.get(TERMS[layer])
    asked = {f"{layer}.{term}" for term in terms or (known.terms if known else ())}
    return layer in view.hide or (bool(asked) and asked <= set(view.hide))


def hidden_words(layer: str, view: ViewState) -> str:
    """Return what stands in place of a number of records that are hidden, with their layer or alone."""
    title = library.schema(layer).title
    what = title if layer in view.hide else f"Such {title.lower()}"
    return f"{what} are hidden in the legend; show them to count."
