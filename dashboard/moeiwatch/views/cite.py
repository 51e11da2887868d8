"""How to cite what is on the screen: each page says what it shows, by which filters."""

import streamlit as st

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.takeaway.cite import cite_bibtex, cite_text
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views.take_away import about_view

_CITED = "moeiwatch_cited"


def cite_as(view: ViewState, *, what: str = "", besides: str = "") -> None:
    """Keep what the page that is being shown is to be cited as; a page that says nothing has no filters.

    Parameters
    ----------
    view : only the filters that make a difference on the page, see `selection.applied_view`.
    what : what it shows; "" for the title of the page.
    besides : in words, what else was chosen, such as words searched for.
    """
    st.session_state[_CITED] = (view, what, besides)


def show_cite(*, data: Geodata, page: str) -> None:
    """Show the citation of the page that was just shown, as text and as BibTeX.

    Parameters
    ----------
    page : its title.
    """
    view, what, besides = st.session_state.pop(_CITED, (ViewState(), "", ""))
    with st.popover("Cite this view"):
        about = about_view(view, data=data, besides=besides)
        st.caption("Text")
        st.code(cite_text(about, what=what or page), language=None, wrap_lines=True)
        st.caption("BibTeX")
        st.code(cite_bibtex(about, what=what or page), language=None, wrap_lines=True)
