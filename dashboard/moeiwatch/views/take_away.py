"""Downloads of what is shown, or of everything, as GeoJSON, CSV and Excel."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from moeiwatch.analysis.records import select_standing
from moeiwatch.analysis.selection import applied_view
from moeiwatch.data.geodata import Geodata
from moeiwatch.data.plurals import plural
from moeiwatch.data.takeaway.about import About, file_name
from moeiwatch.data.takeaway.bundle import zip_file
from moeiwatch.data.takeaway.files import csv_file, geojson_file
from moeiwatch.data.takeaway.filters import ALL, filter_words
from moeiwatch.data.takeaway.workbook import excel_file
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views import library

_TYPES = {
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
MakeTables = Callable[[str], dict[str, pd.DataFrame]]

_TITLES = {"geojson": "GeoJSON", "csv": "CSV", "xlsx": "Excel"}
_SCOPES = {"shown": "What is shown", "all": "All records"}


def view_words(view: ViewState, *, data: Geodata, besides: str = "") -> str:
    """Return in words what was chosen, for a file, a picture or a citation; see `takeaway.filters`.

    Parameters
    ----------
    besides : what was chosen besides the view, such as words searched for.
    """
    names = {layer: library.schema(layer).title.lower() for layer in data.layers} | dict(data.actors["name"])
    filters = filter_words(view, names=names)
    return "; ".join(words for words in ("" if besides and filters == ALL else filters, besides) if words)


def about_view(view: ViewState, *, data: Geodata, besides: str = "") -> About:
    """Return what a download or a citation says of itself: version, filters, day, address.

    Parameters
    ----------
    view : the filters that apply; those of no effect are told like any other.
    besides : as in `view_words`.
    """
    filters = view_words(view, data=data, besides=besides)
    return About(
        data.version, filters, date.today(), address=library.page_address(), revision=library.revision()
    )


def show_take_away(
    layers: dict[str, pd.DataFrame],
    view: ViewState,
    *,
    data: Geodata,
    name: str,
    besides: str = "",
    tables: MakeTables | None = None,
) -> None:
    """Show the downloads of some layers, made only when one is asked for.

    Tables without places, the actors and the publications, come as CSV and Excel alone.

    Parameters
    ----------
    layers : the records shown, by layer; ``actors`` and ``sources`` count as such.
    name : what the file holds, for its name and the keys of the widgets.
    besides : as in `view_words`.
    tables : makes further tables by name, for ``shown`` or ``all``; GeoJSON and CSV then come as a zip.
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
        about, chosen, held = taken_layers(layers, view, scope=scope, data=data, besides=besides)
        st.caption(
            f"{plural(sum(map(len, chosen.values())), 'record')}, with licence, data version {data.version} "
            "and the filters that made it in the file."
        )
        has_places = all(library.schema(layer).geometry for layer in layers)
        with st.container(horizontal=True):
            for form, title in _TITLES.items():
                if form == "geojson" and not has_places:
                    continue
                ending = "zip" if (len(chosen) > 1 or tables) and form != "xlsx" else form
                st.download_button(
                    title,
                    _maker(chosen, form, about, data, held, tables and partial(tables, scope)),
                    file_name=file_name(about, what=name, ending=ending),
                    mime=_TYPES[ending],
                    key=f"away-{form}-{name}",
                    on_click="ignore",
                )


def taken_layers(
    layers: dict[str, pd.DataFrame], view: ViewState, *, scope: str, data: Geodata, besides: str
) -> tuple[About, dict[str, pd.DataFrame], dict[str, int]]:
    """Return what a file says of itself, the records that it holds, and of how many of each layer.

    With what is shown come the filters that apply to it, and the number of records that stand; with all
    records also those that are withdrawn or merged. Compounds carry what is told beside their records.

    Parameters
    ----------
    layers, view, besides : as in `show_take_away`.
    scope : ``shown`` or ``all``.
    """
    known = {**data.layers, "actors": data.actors, "sources": data.sources}
    held = {layer: known[layer] for layer in layers}
    if scope == "all":
        view, besides, layers = ViewState(), "", held
    about = about_view(applied_view(view, layers), data=data, besides=besides)
    if scope == "shown":
        held = {layer: select_standing(records) for layer, records in held.items()}
    if "compounds" in layers:
        layers = {**layers, "compounds": library.with_words(layers["compounds"], view)}
    return about, layers, {layer: len(records) for layer, records in held.items()}


def _maker(
    layers: dict[str, pd.DataFrame],
    form: str,
    about: About,
    data: Geodata,
    held: dict[str, int],
    tables: Callable[[], dict[str, pd.DataFrame]] | None,
) -> Callable[[], bytes]:
    schemas = {layer: library.schema(layer) for layer in layers}

    def make() -> bytes:
        several = {
            "schemas": schemas,
            "sources": data.sources,
            "about": about,
            "held": held,
            "tables": tables() if tables else None,
        }
        if form == "xlsx":
            return excel_file(layers, **several)
        if len(layers) > 1 or tables:
            return zip_file(layers, form=form, **several)
        [(layer, records)] = layers.items()
        write = geojson_file if form == "geojson" else csv_file
        return write(records, schema=schemas[layer], about=about, held=held[layer])

    return make
