"""The box for words to search for; what stands in it is in the address."""

import streamlit as st

from moeiwatch.views.address import keep_view, kept_view

MOST_CHARACTERS = 100


def ask_words(page: str, *, placeholder: str, width: int = 300) -> str:
    """Show the box and return the words in it.

    Parameters
    ----------
    page : makes the key of the widget.
    placeholder : says where the words are looked for.
    """
    key = f"{page}-search"
    st.session_state[key] = st.query_params.get("search", "")

    def keep() -> None:
        keep_view(kept_view(), search=st.session_state[key].strip()[:MOST_CHARACTERS])

    return st.text_input("Search", key=key, placeholder=placeholder, on_change=keep, width=width)
