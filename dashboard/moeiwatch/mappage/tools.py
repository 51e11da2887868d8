"""The tools of the page beside the map proper: search, extents, measure, names, position, time, print."""

from typing import ClassVar

from folium.plugins import MousePosition

from moeiwatch.mappage.elements import PageMap, PageScript, PageStyle

MOUSE_POSITION = "vendor/leaflet-mouse-position-1.2.0"

STYLES = ("timeline.css", "search.css", "extents.css", "empty.css", "print.css", "record_table.css")

SCRIPTS = (
    "search_fold.js",
    "search_entries.js",
    "search_match.js",
    "search.js",
    "extents.js",
    "measure.js",
    "label_names.js",
    "label_boxes.js",
    "label_countries.js",
    "labels.js",
    "timeline_months.js",
    "timeline_bins.js",
    "timeline_tally.js",
    "timeline_axis.js",
    "timeline_strip.js",
    "timeline_window.js",
    "timeline_columns.js",
    "timeline_words.js",
    "timeline_typed.js",
    "timeline_key.js",
    "play.js",
    "timeline.js",
    "empty.js",
    "record_table.js",
    "print.js",
)
"""In the order in which they are read, which is also the order of the keyboard: search, map tools, time.

Names on the map come behind the buttons over it, which they leave free.
"""


class PointerPosition(MousePosition):
    """folium's pointer position with the plugin in our own folder; empty until the pointer is on the map."""

    default_js: ClassVar[list[tuple[str, str]]] = [
        ("Control_MousePosition_js", f"{MOUSE_POSITION}/L.Control.MousePosition.js")
    ]
    default_css: ClassVar[list[tuple[str, str]]] = [
        ("Control_MousePosition_css", f"{MOUSE_POSITION}/L.Control.MousePosition.css")
    ]

    def __init__(self) -> None:
        super().__init__(
            position="bottomright",
            separator=" N, ",
            empty_string=" ",
            num_digits=4,
            lat_formatter="num => num.toFixed(4)",
            lng_formatter='num => num.toFixed(4) + " E"',
        )


def add_tools(page_map: PageMap) -> None:
    """Add the tools to the map page.

    Parameters
    ----------
    page_map : the map, after the page's own scripts and before the one that starts them all.
    """
    PointerPosition().add_to(page_map)
    for file in STYLES:
        PageStyle(file).add_to(page_map)
    for file in SCRIPTS:
        PageScript(file).add_to(page_map)
