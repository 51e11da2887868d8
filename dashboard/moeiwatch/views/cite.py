"""How to cite what is on the screen."""

import streamlit as st

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.takeaway.cite import cite_bibtex, cite_text
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views.take_away import about_view


def show_cite(view: ViewState, *, data: Geodata, what: str) -> None:
    """Show the citation of this page with its filters, as text and as BibTeX.

    Parameters
    ----------
    what : title of the page.
    """
    with st.popover("Cite this view"):
        about = about_view(view, data=data)
        st.caption("Text")
        st.code(cite_text(about, what=what), language=None, wrap_lines=True)
        st.caption("BibTeX")
        st.code(cite_bibtex(about, what=what), language=None, wrap_lines=True)
