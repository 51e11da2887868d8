"""The frame that shows the map page inside the app, and the bridge between both."""

from pathlib import Path

import streamlit as st

from moeiwatch.data.viewstate import ViewState, address, message
from moeiwatch.views.address import VIEW_KEYS, raw_view_query

_HERE = Path(__file__).parent
_frame = st.components.v2.component(
    "moeiwatch_map",
    js=(_HERE / "map_frame.js").read_text(encoding="utf-8"),
    css=(_HERE / "map_frame.css").read_text(encoding="utf-8"),
)


def show_map_frame(view: ViewState, *, page: str, embedded: bool = False) -> tuple[str, str] | None:
    """Show the map page; return layer and id of a record whose dossier the reader asked for, else None.

    Reruns leave the frame as it is: only its state is sent, and only if the frame does not have it already.

    Parameters
    ----------
    view : what the address asks for.
    page : folder that holds the built page, as a path inside ``static/page/``.
    embedded : True where the app itself stands in a frame on another page: the panels are folded then.
    """
    result = _frame(
        key="map",
        data={
            "page": f"app/static/page/{page}/index.html{'?embed=true' if embedded else ''}",
            "title": "Map of scam compounds along the Moei river, with time line and legend",
            "keys": list(VIEW_KEYS),
            "view": message(view),
            "address": address(view),
            "query": raw_view_query(),
        },
        on_open_change=_nothing,
    )
    return parse_opened(result.get("open"))


def parse_opened(value: object) -> tuple[str, str] | None:
    """Return layer and id of a message of the map page that asks to open a record; None for anything else."""
    if not isinstance(value, dict):
        return None
    layer, record = value.get("layer"), value.get("id")
    return (layer, record) if isinstance(layer, str) and isinstance(record, str) else None


def _nothing() -> None:
    """Stand for a callback: a trigger is known to Streamlit by having one."""
