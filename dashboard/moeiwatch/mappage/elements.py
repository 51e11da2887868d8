"""folium elements of our own: the page's figure, the map without foreign hosts, one script or sheet each."""

from typing import Any, ClassVar

import folium
from branca.element import CssLink, Figure, JavascriptLink, MacroElement
from folium.elements import JSCSSMixin
from folium.plugins import Fullscreen
from folium.template import Template

LEAFLET = "vendor/leaflet-1.9.4"
FULLSCREEN = "vendor/leaflet.fullscreen-3.0.2"

MAP_SCRIPT = "map.js"


class PageFigure(Figure):
    """The whole page. What folium writes as script goes to a file beside it, so that no script stands inline.

    Parameters
    ----------
    title : name of the page, plain text.
    body : HTML of the page around the map, with ``{map}`` where the map goes.
    policy : content security policy.
    data : HTML of the element that holds the records.
    """

    _template = Template(
        """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ this.policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="strict-origin-when-cross-origin">
<title>{{ this.title|e }}</title>
<link rel="icon" href="data:,">
{{ this.header.render(**kwargs) }}
</head>
<body class="theme-light alone waiting">
{{ this.body.replace("{map}", this.html.render(**kwargs)) }}
{{ this.data }}
<script src="map.js"></script>
</body>
</html>
"""
    )

    def __init__(self, *, title: str, body: str, policy: str, data: str) -> None:
        super().__init__()
        self.title, self.body, self.policy, self.data = title, body, policy, data
        self.header._children.clear()  # branca's own meta tag: the template writes it

    def render_script(self) -> str:
        """Return the script that makes the map, which the page names `MAP_SCRIPT`; call after `render`."""
        return self.script.render()


class PageMap(folium.Map):
    """folium's map with our own Leaflet, no jQuery and no Bootstrap, zoomable by the reader's fingers."""

    default_js: ClassVar[list[tuple[str, str]]] = [("leaflet", f"{LEAFLET}/leaflet.js")]
    default_css: ClassVar[list[tuple[str, str]]] = [("leaflet_css", f"{LEAFLET}/leaflet.css")]

    _template = Template(
        """
        {% macro html(this, kwargs) -%}
<div id="map" role="region" aria-label="Map"></div>
        {%- endmacro %}
        {% macro script(this, kwargs) -%}
var {{ this.get_name() }} = L.map("map", {
  center: {{ this.location|tojson }},
  ...{{ this.options|tojavascript }}
});
{{ this.get_name() }}.attributionControl.setPrefix(false);
L.control.scale({imperial: false}).addTo({{ this.get_name() }});
        {%- endmacro %}
        """
    )


class PageFullscreen(Fullscreen):
    """folium's full screen button with the plugin from our own folder."""

    default_js: ClassVar[list[tuple[str, str]]] = [
        ("Control.Fullscreen.js", f"{FULLSCREEN}/Control.FullScreen.js")
    ]
    default_css: ClassVar[list[tuple[str, str]]] = [
        ("Control.FullScreen.css", f"{FULLSCREEN}/Control.FullScreen.css")
    ]


class PageScript(JSCSSMixin):
    """One script of the page.

    Parameters
    ----------
    file : name of a file of ``mappage/page/``.
    """

    _template = Template("")

    def __init__(self, file: str) -> None:
        super().__init__()
        self._name = "PageScript"
        self.file = file

    def render(self, **kwargs: Any) -> None:
        """Bring the script into the head of the page."""
        self.get_root().header.add_child(JavascriptLink(f"page/{self.file}"), name=self.file)


class PageStyle(PageScript):
    """One style sheet of the page; `file` as for `PageScript`."""

    def render(self, **kwargs: Any) -> None:
        """Bring the sheet into the head of the page."""
        self.get_root().header.add_child(CssLink(f"page/{self.file}"), name=self.file)


class Pane(MacroElement):
    """A pane of the map between Leaflet's own, so that the order of layers is said and not left to chance."""

    _template = Template(
        """
        {% macro script(this, kwargs) -%}
{{ this._parent.get_name() }}.createPane({{ this.pane|tojson }}).style.zIndex = {{ this.z_index }};
        {%- endmacro %}
        """
    )

    def __init__(self, pane: str, *, z_index: int) -> None:
        super().__init__()
        self._name = "Pane"
        self.pane, self.z_index = pane, z_index


class Boot(MacroElement):
    """The last word of the page's script: hands the map to our own scripts."""

    _template = Template(
        """
        {% macro script(this, kwargs) -%}
MoeiWatch.boot({{ this._parent.get_name() }});
        {%- endmacro %}
        """
    )


def name_elements(figure: Figure) -> None:
    """Number all elements in the order in which they stand, so that the same inputs give the same page.

    folium gives every element a random id, and with it every variable of its script a random name.
    """
    waiting: list[Any] = [figure]
    number = 0
    while waiting:
        element = waiting.pop(0)
        element._id = f"{number:x}"
        number += 1
        waiting.extend(element._children.values())
