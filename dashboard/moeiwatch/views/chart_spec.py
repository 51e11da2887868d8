"""A chart as Vega-Lite, made once for all that it hangs on.

Streamlit turns an Altair chart into its specification anew in every run, and Altair checks it against the
whole schema each time: that is most of what a page with charts costs the server. Here it is done once for the
same frames and arguments. Tests check the charts against the schema.
"""

import hashlib
import pickle
import threading
from functools import partial
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st
from altair.utils.schemapi import debug_mode

_LOCK = threading.RLock()
"""Altair's choices are those of the whole process: one chart at a time is turned into its specification."""

_NAME = "moei-watch"


def chart_spec(make: partial, *, dark: bool) -> dict[str, Any]:
    """Return the specification of a chart, with its frames under ``datasets``.

    Parameters
    ----------
    make : makes the chart when called with ``dark``. All that the chart hangs on is among its arguments, for
        the specification is kept under these.
    """
    return _spec(hashlib.sha256(pickle.dumps(make)).hexdigest(), dark, make)


def spec_of(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Return the specification of a chart, without the size and the colours that Altair would add."""
    frames: dict[str, pd.DataFrame] = {}

    def keep(frame: pd.DataFrame) -> dict[str, str]:
        name = hashlib.sha256(pickle.dumps(frame)).hexdigest()[:16]
        frames[name] = frame
        return {"name": name}

    with _LOCK:
        alt.data_transformers.register(_NAME, keep)
        with alt.theme.enable("none"), alt.data_transformers.enable(_NAME):
            spec = chart.to_dict(validate=False)
    return {**spec, "datasets": frames}


@st.cache_data(show_spinner=False, max_entries=256)
def _spec(key: str, dark: bool, _make: partial) -> dict[str, Any]:
    with _LOCK, debug_mode(False):  # without: each part is checked while the chart is made
        return spec_of(_make(dark=dark))
