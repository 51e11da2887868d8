"""The frame that shows the map page inside the app, and the bridge between both."""

from pathlib import Path

import streamlit as st

from moeiwatch.data.viewstate import ViewState, address, message
from moeiwatch.views.address import PAGE_KEYS, VIEW_KEYS, raw_view_query

_HERE = Path(__file__).parent
_frame = st.components.v2.component(
    "moeiwatch_map",
    js=(_HERE / "map_frame.js").read_text(encoding="utf-8"),
    css=(_HERE / "map_frame.css").read_text(encoding="utf-8"),
)


def show_map_frame(view: ViewState, *, page: str, embedded: bool = False) -> None:
    """Show the map page.

    Reruns leave the frame as it is: only its state is sent, and only if the frame does not have it already.
    A compound whose dossier the reader asks for is opened by the bridge, without the script.

    Parameters
    ----------
    view : what the address asks for.
    page : folder that holds the built page, as a path inside ``static/page/``.
    embedded : True where the app itself stands in a frame on another page: the panels are folded then.
    """
    _frame(
        key="map",
        data={
            "page": f"app/static/page/{page}/index.html{'?embed=true' if embedded else ''}",
            "title": "Map of scam compounds along the Moei river, with time line and legend",
            "keys": list(VIEW_KEYS),
            "view": message(view),
            "address": address(view),
            "query": raw_view_query(),
            "dossiers": "" if embedded else "compounds",
            "leave": list(PAGE_KEYS),
        },
    )
