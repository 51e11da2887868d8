"""A chart with its downloads: SVG and PNG, each with title, day and source line in the picture."""

import io
from collections.abc import Callable
from datetime import date

import altair as alt
import streamlit as st

_WIDTH_PX = 900
_PNG_SCALE = 2
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}

MakeChart = Callable[[bool], alt.TopLevelMixin]
"""Returns the chart for a dark theme (True) or a light one (False)."""


def show_chart(make: MakeChart, *, name: str, version: str, as_of: date) -> None:
    """Show a chart in the reader's theme, and its downloads, which are always light.

    Parameters
    ----------
    name : what the file is called, in words with hyphens; the key of the widgets as well.
    version, as_of : of the data and the day, for the name of the file.
    """
    st.altair_chart(make(st.context.theme.type == "dark"))
    with st.popover("Save the chart", type="tertiary"), st.container(horizontal=True):
        for form, mime in _TYPES.items():
            st.download_button(
                form.upper(),
                lambda form=form: chart_file(make(False), form=form),
                file_name=f"moei-watch_{name}_{as_of.isoformat()}_{version}.{form}",
                mime=mime,
                key=f"chart-{form}-{name}",
                on_click="ignore",
            )


def chart_file(chart: alt.TopLevelMixin, *, form: str) -> bytes:
    """Return a chart as a picture on paper-coloured ground.

    Parameters
    ----------
    form : ``svg`` or ``png`` (twice the pixels, for print).
    """
    drawn = chart.properties(width=_WIDTH_PX, background="#fbfaf7")
    drawn = drawn.configure(font="Noto Sans, Segoe UI, sans-serif").configure_view(stroke=None)
    if form == "png":
        written = io.BytesIO()
        drawn.save(written, format="png", scale_factor=_PNG_SCALE)
        return written.getvalue()
    text = io.StringIO()
    drawn.save(text, format="svg")
    return text.getvalue().encode()
