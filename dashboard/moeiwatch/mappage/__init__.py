"""Frames in, one folium page out."""
