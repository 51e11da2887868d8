"""A chart with its downloads: SVG and PNG, each with title, day and source line in the picture."""

import io
from collections.abc import Callable
from datetime import date
from functools import partial

import altair as alt
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from moeiwatch.views.chart_spec import chart_spec

_WIDTH_PX = 900
_PNG_SCALE = 2
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}

MakeChart = Callable[..., alt.TopLevelMixin]
"""Returns the chart, called with ``dark`` (True or False); it has a title by `chart_title`."""


def show_chart(make: partial, *, name: str, version: str, as_of: date) -> None:
    """Show a chart in the reader's theme, and its downloads, which are always light.

    Parameters
    ----------
    make : makes the chart when called with ``dark``; all that the chart hangs on is among its arguments.
    name : what the file is called, in words with hyphens; the key of the widgets as well.
    version, as_of : of the data and the day, for the name of the file.
    """
    dark = is_dark()
    spec = chart_spec(make, dark=dark)
    words = f"{spec['title']['text']}. Its figures: 'Show data' in the bar above the chart."
    with drawn(name, dark=dark):
        st.vega_lite_chart(spec=spec, alt=words)
    show_downloads(make, name=name, version=version, as_of=as_of)


def is_dark() -> bool:
    """Tell whether the reader's theme is a dark one."""
    return st.context.theme.type == "dark"


def drawn(name: str, *, dark: bool) -> DeltaGenerator:
    """Return a container for charts; by its key a dark one is known on paper, and printed light."""
    return st.container(key=f"drawn-{'dark' if dark else 'light'}-{name}")


def show_downloads(make: MakeChart, *, name: str, version: str, as_of: date) -> None:
    """Show the downloads of a chart, made only when one is asked for; see `show_chart`."""
    with st.popover("Save the chart", type="tertiary"), st.container(horizontal=True):
        for form, mime in _TYPES.items():
            st.download_button(
                form.upper(),
                lambda form=form: chart_file(make(dark=False), form=form),
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
    own = {} if isinstance(chart, alt.VConcatChart) else {"width": _WIDTH_PX}  # rows have a width each
    drawn = chart.properties(background="#fbfaf7", **own)
    drawn = drawn.configure(font="Noto Sans, Segoe UI, sans-serif").configure_view(stroke=None)
    if form == "png":
        written = io.BytesIO()
        drawn.save(written, format="png", scale_factor=_PNG_SCALE)
        return written.getvalue()
    text = io.StringIO()
    drawn.save(text, format="svg")
    return text.getvalue().encode()
