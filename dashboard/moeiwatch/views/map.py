"""The map with its headline numbers, and below it the table of what it shows."""

from datetime import date

import streamlit as st

from moeiwatch.data.plurals import plural
from moeiwatch.data.schema import LAYERS
from moeiwatch.data.viewstate import ViewState
from moeiwatch.mappage.pack import LAYERS as DRAWN
from moeiwatch.views import library
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.cite import cite_as
from moeiwatch.views.compounds import show_asked_dossier
from moeiwatch.views.headline import show_headline
from moeiwatch.views.map_frame import show_map_frame
from moeiwatch.views.record_detail import show_record
from moeiwatch.views.record_table import held_words, show_record_table
from moeiwatch.views.shell import show_problems
from moeiwatch.views.take_away import show_take_away
from moeiwatch.views.text import html_text

_SHARE = [3.3, 1]
_LAYER = "moeiwatch_layer"
_ASKED = "map-layer"


def show_map() -> None:
    """Show the page that opens first."""
    view = read_view()
    data = library.geodata()
    if show_asked_dossier(view, data):
        return
    if st.context.is_embedded:
        _show_frame(view, embedded=True)
        return
    shown = library.shown(view)
    show_problems(data)
    cite_as(view)
    map_side, number_side = st.columns(_SHARE, gap="medium")
    with map_side:
        _show_frame(view)
    with number_side, st.container(key="mw-numbers"):
        show_headline(shown, view, data=data, as_of=date.today())
    _show_records(shown, view)


def _show_frame(view: ViewState, *, embedded: bool = False) -> None:
    try:
        page = library.map_page()
    except OSError as error:
        st.error(
            f"The map cannot be shown: its page could not be written ({error.strerror}). Whoever hosts this "
            "app: let it write to dashboard/static/page."
        )
    else:
        show_map_frame(view, page=page, embedded=embedded)


def _show_records(shown: dict, view: ViewState) -> None:
    data = library.geodata()
    st.header("The records shown", anchor="records")
    titles = {layer: library.schema(layer).title for layer in LAYERS}
    layer = _ask_layer({name: f"{title} {len(shown[name])}" for name, title in titles.items()}, view)
    chosen, _, record = view.selected.partition("/")
    records = shown[layer]
    unplaced = int(records.geometry.isna().sum())
    words = f"{plural(len(records), 'record')} shown, of {held_words(data.layers[layer])}"
    if unplaced:
        words += f" {unplaced} of them have no known place and are not on the map."
    st.html(f'<p class="mw-note">{html_text(words)} {html_text(library.schema(layer).description)}</p>')
    show_record_table(layer, records, view, data=data, key="map")
    if chosen == layer and layer not in DRAWN:  # of the others the map itself tells
        show_record(layer, record, data=data)
    show_take_away({layer: records}, view, data=data, name=f"map-{layer}")


def _ask_layer(labels: dict[str, str], view: ViewState) -> str:
    """Ask whose table is shown: that of the address, else of what is selected, else the one before."""
    known = (st.query_params.get("layer"), view.selected.partition("/")[0], st.session_state.get(_LAYER))
    layer = next((name for name in known if name in labels), LAYERS[0])
    st.session_state[_LAYER] = st.session_state[_ASKED] = layer
    return st.segmented_control(
        "Layer",
        LAYERS,
        format_func=labels.__getitem__,
        key=_ASKED,
        on_change=lambda: keep_view(kept_view(), layer=st.session_state[_ASKED]),
        label_visibility="collapsed",
        required=True,
    )
