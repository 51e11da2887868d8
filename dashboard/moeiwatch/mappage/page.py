"""The map page as folium builds it: the map, its panes, and our scripts, each by an element of its own."""

from html import escape
from pathlib import Path

from moeiwatch.data.settings import Settings
from moeiwatch.data.viewstate import DECLARATION
from moeiwatch.mappage import stories, tools
from moeiwatch.mappage.elements import (
    Boot,
    PageFigure,
    PageFullscreen,
    PageMap,
    PageScript,
    PageStyle,
    Pane,
    name_elements,
)

PAGE_FILES = Path(__file__).parent / "page"
"""Our own scripts and sheets, and the page's body."""

HOME = (16.64, 98.6, 10.5)
"""Latitude, longitude and zoom at first: the reach at Myawaddy, where most compounds are."""

LEAST_ZOOM = 5.5
"""All of the border at once; farther out there is nothing of ours to see."""

_PLACE = next(field for field in DECLARATION["fields"] if field["kind"] == "viewport")

LATITUDES, LONGITUDES = _PLACE["latitude"], _PLACE["longitude"]
"""What the map may show: where the middle of a view may lie, so that it can be told in every address."""

TILE_HOSTS = {"light": "https://tile.openstreetmap.org", "satellite": "https://server.arcgisonline.com"}
"""Hosts that are asked for tiles once a reader chooses that base layer, and no other host ever."""

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' 'unsafe-inline' file:; "
    "img-src 'self' data: file:{hosts}; font-src 'self'; base-uri 'none'; form-action 'none'"
)

PANES = {"ground": 150, "river": 410, "symbols": 450, "marks": 460, "measure": 470}
"""Our panes and where they lie between Leaflet's own. Marks is for buttons alone: each move empties it."""

STYLES = ("theme.css", "page.css", "controls.css", "panel.css", "drawer.css", "map.css")

PICTURE_SCRIPTS = (
    "util.js",
    "text.js",
    "codec.js",
    "store.js",
    "records.js",
    "places.js",
    "shown.js",
    "theme.js",
    "start.js",
    "sprites.js",
    "stamp.js",
    "symbols.js",
    "overlay.js",
    "symbol_cover.js",
    "symbol_fan.js",
    "symbol_marks.js",
    "symbol_swarm.js",
    "numbers.js",
    "viewport.js",
    "symbol_layer.js",
    "bridge.js",
    "boot.js",
)
"""What the first picture of the map needs: data, view, symbols. Each begins in this order."""

SCRIPTS = (
    "ground.js",
    "river.js",
    "lists.js",
    "symbol_words.js",
    "marks.js",
    "touch.js",
    "tiles.js",
    "facts.js",
    "suggest.js",
    "details.js",
    "actor.js",
    "named.js",
    "reach.js",
    "drawer.js",
    "selection.js",
    "pull.js",
    "legend_river.js",
    "legend_filters.js",
    "legend.js",
    "alone.js",
    "frame_height.js",
    "resume.js",
)
"""Our scripts behind the first picture, in the order in which they begin; those of the tools come after."""


def is_later(script: str) -> bool:
    """Return whether a script, by its name in the page, can wait until the first picture stands."""
    return script == stories.QR_CODE or script.removeprefix("page/") in {
        *SCRIPTS,
        *tools.SCRIPTS,
        *stories.SCRIPTS,
    }


def build_figure(data: str, *, numbers: str = "", settings: Settings | None = None) -> PageFigure:
    """Return the page; `render` gives its HTML and `render_script` the script beside it.

    Parameters
    ----------
    data : HTML of the element that holds the records.
    numbers : HTML of the headline numbers.
    settings : title, tiles that are offered and more; by default those of a host that set nothing.
    """
    settings = settings or Settings()
    body = (PAGE_FILES / "body.html").read_text(encoding="utf-8").replace("{title}", escape(settings.title))
    body = body.replace("{no_numbers}", "" if numbers else " hidden").replace("{numbers}", numbers)
    policy = POLICY.format(hosts="".join(f" {host}" for host in tile_hosts(settings)))
    figure = PageFigure(title=settings.title, body=body, policy=escape(policy, quote=True), data=data)
    page_map = PageMap(
        location=HOME[:2],
        zoom_start=HOME[2],
        tiles=None,
        minZoom=LEAST_ZOOM,
        maxZoom=18,
        zoom_snap=0.25,
        wheel_px_per_zoom_level=100,
        max_bounds=True,
        **dict(zip(("min_lat", "max_lat"), LATITUDES, strict=True)),
        **dict(zip(("min_lon", "max_lon"), LONGITUDES, strict=True)),
        max_bounds_viscosity=0.8,
        attribution_control=True,
    )
    figure.add_child(page_map)
    for file in STYLES:
        PageStyle(file).add_to(page_map)
    for pane, z_index in PANES.items():
        Pane(pane, z_index=z_index).add_to(page_map)
    PageFullscreen(position="topleft", title="Full screen", title_cancel="Leave full screen").add_to(page_map)
    for file in (*PICTURE_SCRIPTS, *SCRIPTS):
        PageScript(file).add_to(page_map)
    tools.add_tools(page_map)
    stories.add_stories(page_map)
    Boot().add_to(page_map)
    name_elements(figure)
    return figure


def tile_hosts(settings: Settings) -> tuple[str, ...]:
    """Return the hosts that a page with these settings may ask for tiles."""
    return tuple(TILE_HOSTS[name] for name in settings.tiles)
