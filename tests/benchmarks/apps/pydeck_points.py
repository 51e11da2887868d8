"""pydeck in Streamlit: one scatterplot layer."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pandas as pd
import pydeck
import streamlit as st
from synthetic import CHOICES, shown_features, synthetic_features

features = st.cache_data(synthetic_features)(int(os.environ["BENCHMARK_FEATURES"]))
st.session_state.setdefault("choice", 0)
if st.button("Next choice"):
    st.session_state["choice"] += 1
shown = shown_features(features, hidden_kinds=CHOICES[st.session_state["choice"] % len(CHOICES)])
points = pd.DataFrame(
    {
        "id": [f["id"] for f in shown],
        "lon": [f["geometry"]["coordinates"][0] for f in shown],
        "lat": [f["geometry"]["coordinates"][1] for f in shown],
        **{name: [f["properties"][name] for f in shown] for name in ("kind", "date", "place", "people_best")},
    }
)
layer = pydeck.Layer(
    "ScatterplotLayer",
    points,
    id="points",
    get_position=["lon", "lat"],
    get_radius=4,
    radius_units="'pixels'",
    get_fill_color=[15, 118, 110],
    pickable=True,
)
view = pydeck.ViewState(longitude=98.5, latitude=16.6, zoom=7)
st.pydeck_chart(pydeck.Deck([layer], initial_view_state=view, map_style=None), height=600, key="map")
