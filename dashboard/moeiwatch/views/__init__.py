"""The Streamlit pages: thin, one file a page."""
