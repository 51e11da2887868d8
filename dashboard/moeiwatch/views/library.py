"""What all pages read: the data and the built map page, once for all readers of one version of the data."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import streamlit as st

from moeiwatch.data.geodata import Geodata, read_geodata
from moeiwatch.data.paths import GEODATA
from moeiwatch.data.schema import LayerSchema, read_schema
from moeiwatch.data.viewstate import ViewState
from moeiwatch.mappage.build import build_page

try:
    from moeiwatch.analysis.selection import select_view
except ImportError:

    def select_view(layers, view):
        return layers


PAGES = Path(__file__).resolve().parents[2] / "static" / "page"
"""The folder of built map pages; Streamlit serves what lies under ``static``."""


def geodata() -> Geodata:
    """Return the data; read again when a file has changed. What it holds is shared: never change it."""
    return _geodata(str(GEODATA), _stamp(GEODATA))


@st.cache_resource(show_spinner="Reading the data", max_entries=2)
def _geodata(directory: str, stamp: tuple) -> Geodata:
    return read_geodata(Path(directory))


@st.cache_resource(show_spinner=False)
def schema(layer: str) -> LayerSchema:
    """Return the schema of a layer, of ``sources`` or of ``actors``."""
    return read_schema(layer, GEODATA / "schema")


def map_page() -> str:
    """Return the name of the folder that holds the map page of the data as it stands."""
    data = geodata()
    name = _map_page(data, data.version, date.today())
    if not (PAGES / name / "index.html").is_file():  # a newer build cleared it away
        _map_page.clear()
        name = _map_page(data, data.version, date.today())
    return name


@st.cache_resource(show_spinner="Drawing the map for the first time", max_entries=2)
def _map_page(_data: Geodata, version: str, as_of: date) -> str:
    return build_page(_data, PAGES, as_of=as_of).name


def _stamp(directory: Path) -> tuple:
    """Return what tells one state of the files from another: names, times in nanoseconds, sizes in bytes."""
    files = sorted(path for pattern in ("*.geojson", "*.json", "*.csv") for path in directory.rglob(pattern))
    return tuple((path.name, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in files)


def shown(view: ViewState) -> dict[str, gpd.GeoDataFrame]:
    """Return the records of each layer that a view shows. Shared between readers: never change it."""
    choice = replace(view, viewport=None, base="", theme="", selected="")
    return _shown(geodata(), geodata().version, choice)


@st.cache_resource(show_spinner=False, max_entries=64)
def _shown(_data: Geodata, version: str, view: ViewState) -> dict[str, gpd.GeoDataFrame]:
    return select_view(_data.layers, view)
