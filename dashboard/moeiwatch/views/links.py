"""Links in the session that is open, and the row of pages at the one that is shown: what needs a script."""

from pathlib import Path

import streamlit as st

_script = st.components.v2.component(
    "moeiwatch_links", js=Path(__file__).with_name("links.js").read_text(encoding="utf-8")
)


def follow_links(page: str) -> None:
    """Make links that stand in HTML lead on in the session that is open; see links.js.

    Parameters
    ----------
    page : title of the page that is shown.
    """
    with st.container(key="mw-links"):
        _script(key="links", data={"page": page})
