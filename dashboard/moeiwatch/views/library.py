"""What all pages read: the data and the built map page, once for all readers of one version of the data."""

import logging
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import geopandas as gpd
import pandas as pd
import streamlit as st

from moeiwatch.analysis.compound_words import compound_words, layer_words
from moeiwatch.analysis.counting_period import Period
from moeiwatch.analysis.river.low_water import low_water_months
from moeiwatch.analysis.selection import select_view
from moeiwatch.analysis.staleness import stale_after_months
from moeiwatch.data.changes.since import changes_since
from moeiwatch.data.geodata import Geodata, read_geodata
from moeiwatch.data.paths import GEODATA, REPOSITORY
from moeiwatch.data.schema import LayerSchema, read_schema
from moeiwatch.data.settings import Settings, read_settings
from moeiwatch.data.suggestions import record_lines
from moeiwatch.data.viewstate import ViewState
from moeiwatch.mappage.build import build_page

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


def settings() -> Settings:
    """Return what the host of the app has set; what cannot be used is told where the app was started."""
    found = read_settings()
    _tell_host(found.faults)
    return found


@st.cache_resource(show_spinner=False)
def _tell_host(faults: tuple[str, ...]) -> None:
    """Log once which settings are not used: the host can mend them, a reader cannot."""
    for fault in faults:
        logging.getLogger(__name__).warning(fault)


def map_page() -> str:
    """Return the folder that holds the map page of the data as it stands, as a path inside `PAGES`."""
    data = geodata()
    folder = _map_page(data, data.version, date.today(), settings())
    if not (folder / "index.html").is_file():  # a newer build cleared it away
        _map_page.clear()
        folder = _map_page(data, data.version, date.today(), settings())
    return folder.relative_to(PAGES).as_posix()


@st.cache_resource(show_spinner="Drawing the map for the first time", max_entries=2)
def _map_page(_data: Geodata, version: str, as_of: date, settings: Settings) -> Path:
    # A build clears older ones away: that of other data has a folder of its own, and neither harms the other.
    own = GEODATA.resolve() == (REPOSITORY / "geodata").resolve()
    folder = PAGES if own else PAGES / "elsewhere"
    given = {"changes": lambda: changes_since(GEODATA), "lines": lambda: _lines(version)}
    return build_page(_data, folder, as_of=as_of, settings=settings, **given)


def record_line(layer: str, record: str) -> int | None:
    """Return the line of its file on which a record begins, None where that is not known."""
    return _lines(geodata().version).get(layer, {}).get(record)


@st.cache_resource(show_spinner=False, max_entries=2)
def _lines(version: str) -> Mapping[str, Mapping[str, int]]:
    return record_lines(GEODATA)


def _stamp(directory: Path) -> tuple:
    """Return what tells one state of the files from another: names, times in nanoseconds, sizes in bytes."""
    files = sorted(path for pattern in ("*.geojson", "*.json", "*.csv") for path in directory.rglob(pattern))
    return tuple((path.name, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in files)


def shown(view: ViewState) -> dict[str, gpd.GeoDataFrame]:
    """Return the records of each layer that a view shows. Shared between readers: never change it."""
    choice = replace(view, viewport=None, base="", theme="", selected="")
    return _shown(geodata(), geodata().version, choice)


def of_all_years(view: ViewState) -> dict[str, gpd.GeoDataFrame]:
    """Return what a view would show without its period: people are counted by rules of their own in it."""
    return shown(replace(view, since="", until=""))


def counting_period(view: ViewState) -> Period:
    """Return the period of a view in which people are counted."""
    return Period(view.since, view.until, mode=view.mode, sources=geodata().sources)


@st.cache_resource(show_spinner=False, max_entries=64)
def _shown(_data: Geodata, version: str, view: ViewState) -> dict[str, gpd.GeoDataFrame]:
    words = _status_words(_data, version, view.mode)
    return select_view(_data.layers, view, sources=_data.sources, words=words)


@st.cache_resource(show_spinner=False, max_entries=4)
def _status_words(_data: Geodata, version: str, mode: str) -> pd.DataFrame:
    return layer_words(_data.layers, mode=mode, sources=_data.sources)


def with_words(compounds: gpd.GeoDataFrame, view: ViewState) -> gpd.GeoDataFrame:
    """Return compounds with what is told of them beside their records; see `analysis.compound_words`."""
    choice = ViewState(until=view.until, mode=view.mode)
    return compounds.join(_words(geodata(), geodata().version, choice, date.today()))


@st.cache_resource(show_spinner=False, max_entries=64)
def _words(_data: Geodata, version: str, view: ViewState, as_of: date) -> pd.DataFrame:
    months = stale_after_months(schema("compounds"))
    given = {"sources": _data.sources, "words": _status_words(_data, version, view.mode)}
    return compound_words(_data.layers, view, **given, as_of=as_of, stale_after=months)


def low_months() -> list[int]:
    """Return the months (1 to 12) of low water, to be shaded on every axis of time."""
    return _low_months(geodata(), geodata().version)


@st.cache_data(show_spinner=False, max_entries=4)
def _low_months(_data: Geodata, version: str) -> list[int]:
    return low_water_months(_data.layers["hydrology"])


def page_address() -> str:
    """Return the address of the page as the reader sees it, with the view that this run was made for."""
    here = (st.context.url or "").partition("?")[0]
    query = urlencode({key: st.query_params.get_all(key) for key in st.query_params}, doseq=True, safe="/,")
    return f"{here}?{query}" if here and query else here


@st.cache_resource(show_spinner=False)
def revision() -> str:
    """Return the short commit of the repository, "" where it is none or git is missing."""
    command = ["git", "-C", str(REPOSITORY), "rev-parse", "--short", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=5, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
