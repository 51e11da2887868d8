"""Downloads of what is shown, or of everything, as GeoJSON, CSV and Excel."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.takeaway.about import About, file_name
from moeiwatch.data.takeaway.bundle import zip_file
from moeiwatch.data.takeaway.files import csv_file, geojson_file
from moeiwatch.data.takeaway.filters import ALL, filter_words
from moeiwatch.data.takeaway.workbook import excel_file
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library
from moeiwatch.views.only import asked_only

_TYPES = {
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
_TITLES = {"geojson": "GeoJSON", "csv": "CSV", "xlsx": "Excel"}
_SCOPES = {"shown": "What is shown", "all": "All records"}


def about_view(view: ViewState, *, data: Geodata, words: str = "", everything: bool = False) -> About:
    """Return what a download or a citation says of itself: version, filters, day, address.

    Parameters
    ----------
    words : words searched for, besides the view.
    everything : True if the filters are not applied.
    """
    names = {layer: library.schema(layer).title.lower() for layer in data.layers} | dict(data.actors["name"])
    filters = ALL if everything else filter_words(view, names=names)
    if words and not everything:
        filters = (f"{filters}; " if filters != ALL else "") + f"words: {words}"
    named = len(asked_only())
    if named and not everything:
        filters = (f"{filters}; " if filters != ALL else "") + f"only {plural(named, 'record')} named by id"
    return About(
        data.version, filters, date.today(), address=library.page_address(), revision=library.revision()
    )


def show_take_away(
    layers: dict[str, pd.DataFrame],
    view: ViewState,
    *,
    data: Geodata,
    name: str,
    words: str = "",
    tables: dict[str, pd.DataFrame] | None = None,
) -> None:
    """Show the downloads of some layers, made only when one is asked for.

    Parameters
    ----------
    layers : the records shown, by layer.
    name : what the file holds, for its name and the keys of the widgets.
    words : words searched for, besides the view.
    tables : further tables by name, for files that can hold more than one.
    """
    with st.popover("Take away"):
        scope = st.segmented_control(
            "Records",
            list(_SCOPES),
            format_func=_SCOPES.get,
            default="shown",
            required=True,
            key=f"away-scope-{name}",
        )
        chosen = layers if scope == "shown" else {layer: data.layers[layer] for layer in layers}
        about = about_view(view, data=data, words=words, everything=scope == "all")
        st.caption(
            f"{plural(sum(map(len, chosen.values())), 'record')}, with licence, data version {data.version} "
            "and the filters that made it in the file."
        )
        with st.container(horizontal=True):
            for form, title in _TITLES.items():
                ending = "zip" if len(chosen) > 1 and form != "xlsx" else form
                st.download_button(
                    title,
                    _maker(chosen, form, about, data, tables),
                    file_name=file_name(about, what=name, ending=ending),
                    mime=_TYPES[ending],
                    key=f"away-{form}-{name}",
                    on_click="ignore",
                )


def _maker(
    layers: dict[str, pd.DataFrame],
    form: str,
    about: About,
    data: Geodata,
    tables: dict[str, pd.DataFrame] | None,
) -> Callable[[], bytes]:
    schemas = {layer: library.schema(layer) for layer in layers}
    held = {layer: len(data.layers[layer]) for layer in layers}

    def make() -> bytes:
        several = {
            "schemas": schemas,
            "sources": data.sources,
            "about": about,
            "held": held,
            "tables": tables,
        }
        if form == "xlsx":
            return excel_file(layers, **several)
        if len(layers) > 1:
            return zip_file(layers, form=form, **several)
        [(layer, records)] = layers.items()
        write = geojson_file if form == "geojson" else csv_file
        return write(records, schema=schemas[layer], about=about, held=held[layer])

    return make
