"""What the headline numbers share: one number with its line, and by which filters it was made."""

from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views.filters import filter_words
from moeiwatch.views.text import html_text


def figure(title: str, value: str, definition: str, *, table: str = "") -> str:
    """Return one number as HTML. All but `table`, which is HTML already, is plain text."""
    shown = f'<p class="mw-value">{html_text(value)}</p>' if value else ""
    words = f"<p>{html_text(definition)}</p>"
    return f'<div class="mw-figure"><h3>{html_text(title)}</h3>{shown}{table}{words}</div>'


def chosen_words(layer: str, view: ViewState, data: Geodata) -> str:
    """Return the filters that numbers of a layer follow, in the words of the button that sets them."""
    return filter_words(applied_view(view, {layer: data.layers[layer]}), data=data)
