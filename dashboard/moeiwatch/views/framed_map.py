"""A map page shown to one session only: its text goes to that reader's browser and into no served folder."""

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_frame = st.components.v2.component(
    "moeiwatch_framed_map",
    js=(_HERE / "framed_map.js").read_text(encoding="utf-8"),
    css=".map { display: block; width: 100%; height: 36rem; border: 1px solid var(--st-border-color); }",
)


def show_framed_map(html: str, *, version: str, title: str, view: str, key: str) -> None:
    """Show a map page that stands in one text, its panels folded.

    Parameters
    ----------
    html : the page as `single_file` writes it.
    version : changes whenever `html` does.
    title : what the frame is called for those who do not see it.
    view : query of the view that it begins with, without the question mark.
    """
    _frame(key=key, data={"html": html, "version": version, "title": title, "view": view})
