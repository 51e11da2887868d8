"""streamlit-folium, its plain mode: the features are part of the map."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import folium
import streamlit as st
from streamlit_folium import st_folium
from synthetic import CHOICES, shown_features, synthetic_features

features = st.cache_data(synthetic_features)(int(os.environ["BENCHMARK_FEATURES"]))
st.session_state.setdefault("choice", 0)
if st.button("Next choice"):
    st.session_state["choice"] += 1
shown = shown_features(features, hidden_kinds=CHOICES[st.session_state["choice"] % len(CHOICES)])
figure = folium.Map([16.6, 98.5], zoom_start=8, tiles=None, prefer_canvas=True)
folium.GeoJson({"type": "FeatureCollection", "features": shown}, marker=folium.CircleMarker(radius=4)).add_to(
    figure
)
st_folium(figure, height=600, use_container_width=True, returned_objects=[], key="map")
