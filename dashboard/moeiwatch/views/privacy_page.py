"""The privacy note: what the app tells whom."""

import streamlit as st

from moeiwatch.data.takeaway.privacy import privacy_note
from moeiwatch.views import library
from moeiwatch.views.address import read_view
from moeiwatch.views.text import html_text

_WIDTH_PX = 760


def show_privacy() -> None:
    """Show the note, with the base layers and the contact that this host has set."""
    read_view()
    with st.container(width=_WIDTH_PX):
        st.title("Privacy", anchor=False)
        parts = [
            f"<h2>{html_text(section.title)}</h2>"
            + "".join(f"<p>{html_text(paragraph)}</p>" for paragraph in section.paragraphs)
            for section in privacy_note(library.settings())
        ]
        st.html(f'<div class="mw-prose">{"".join(parts)}</div>')
