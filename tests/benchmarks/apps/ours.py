"""Our map page in its frame, with the peers' one choice: copied beside a built page and run there."""

import os
import sys

sys.path.insert(0, os.environ["BENCHMARK_PACKAGE"])
sys.path.insert(0, os.environ["BENCHMARK_TOOLS"])

from dataclasses import replace

import streamlit as st
from moeiwatch.views.address import keep_view, kept_view, read_view
from moeiwatch.views.map_frame import show_map_frame
from synthetic import CHOICES


def choose() -> None:
    """Hide what the next choice hides, by the address, as every page of the app does."""
    st.session_state["choice"] = st.session_state.get("choice", 0) + 1
    hidden = CHOICES[st.session_state["choice"] % len(CHOICES)]
    keep_view(replace(kept_view(), hide=tuple(sorted(f"rescue_events.{kind}" for kind in hidden))))


view = read_view()
st.button("Next choice", on_click=choose)
show_map_frame(view, page=os.environ["BENCHMARK_PAGE"])
