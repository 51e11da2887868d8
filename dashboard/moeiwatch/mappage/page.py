"""The map page as folium builds it: map, ground, river, and our scripts, each by an element of its own."""

from html import escape
from pathlib import Path

import folium

from moeiwatch.data.geodata import Geodata
from moeiwatch.data.settings import Settings
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
from moeiwatch.mappage.layers import (
    border_layer,
    district_layer,
    land_layer,
    neighbour_layer,
    placed,
    river_layer,
)
from moeiwatch.mappage.stories import add_stories
from moeiwatch.mappage.tools import add_tools

PAGE_FILES = Path(__file__).parent / "page"
"""Our own scripts and sheets, and the page's body."""

HOME = (16.64, 98.6, 10.5)
"""Latitude, longitude and zoom at first: the reach at Myawaddy, where most compounds are."""

TILE_HOSTS = {"light": "https://tile.openstreetmap.org", "satellite": "https://server.arcgisonline.com"}
"""Hosts that are asked for tiles once a reader chooses that base layer, and no other host ever."""

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' 'unsafe-inline' file:; "
    "img-src 'self' data: file:{hosts}; font-src 'self'; base-uri 'none'; form-action 'none'"
)

STYLES = ("theme.css", "page.css", "panel.css", "drawer.css", "map.css")

SCRIPTS = (
    "data.js",
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
    "symbol_fan.js",
    "symbol_marks.js",
    "symbol_swarm.js",
    "symbol_layer.js",
    "labels.js",
    "river.js",
    "lists.js",
    "marks.js",
    "viewport.js",
    "touch.js",
    "tiles.js",
    "facts.js",
    "suggest.js",
    "details.js",
    "reach.js",
    "drawer.js",
    "selection.js",
    "legend_river.js",
    "legend_filters.js",
    "legend.js",
    "numbers.js",
    "bridge.js",
    "alone.js",
)
"""Our scripts in the order in which they are read; those of the tools come after, boot.js is the last."""


def build_figure(geodata: Geodata, *, settings: Settings | None = None) -> PageFigure:
    """Return the page; `render` gives its HTML and `render_script` the script beside it.

    Parameters
    ----------
    settings : title, tiles that are offered and more; by default those of a host that set nothing.
    """
    settings = settings or Settings()
    body = (PAGE_FILES / "body.html").read_text(encoding="utf-8").replace("{title}", escape(settings.title))
    policy = POLICY.format(hosts="".join(f" {host}" for host in tile_hosts(settings)))
    figure = PageFigure(title=settings.title, body=body, policy=escape(policy, quote=True))
    page_map = PageMap(
        location=HOME[:2],
        zoom_start=HOME[2],
        tiles=None,
        min_zoom=5.5,
        max_zoom=18,
        zoom_snap=0.25,
        wheel_px_per_zoom_level=100,
        max_bounds=[[4.0, 90.0], [28.0, 108.5]],
        max_bounds_viscosity=0.8,
        attribution_control=True,
    )
    figure.add_child(page_map)
    for file in STYLES:
        PageStyle(file).add_to(page_map)
    for pane, z_index in (("ground", 150), ("river", 410), ("symbols", 450), ("marks", 460)):
        Pane(pane, z_index=z_index).add_to(page_map)
    boot_layers = _add_ground(page_map, geodata)
    PageFullscreen(position="topleft", title="Full screen", title_cancel="Leave full screen").add_to(page_map)
    for file in SCRIPTS:
        PageScript(file).add_to(page_map)
    add_tools(page_map)
    add_stories(page_map)
    PageScript("boot.js").add_to(page_map)
    Boot(boot_layers).add_to(page_map)
    name_elements(figure)
    return figure


def tile_hosts(settings: Settings) -> tuple[str, ...]:
    """Return the hosts that a page with these settings may ask for tiles."""
    return tuple(TILE_HOSTS[name] for name in settings.tiles)


def _add_ground(page_map: PageMap, geodata: Geodata) -> dict[str, folium.GeoJson]:
    """Add what can be drawn of land, borders and river; a missing file leaves the rest as it is."""
    countries, districts = placed(geodata.base, "countries"), placed(geodata.base, "districts")
    fine, coarse = placed(geodata.base, "border"), placed(geodata.base, "border_coarse")
    if countries is not None:
        land_layer(countries).add_to(page_map)
        neighbour_layer(countries).add_to(page_map)
    if districts is not None:
        district_layer(districts, border=fine).add_to(page_map)
    if fine is not None or coarse is not None:
        border_layer(fine, coarse).add_to(page_map)
    reaches = placed(geodata.layers, "river_reaches")
    if reaches is None:
        return {}
    river = river_layer(reaches)
    river.add_to(page_map)
    return {"river": river}
