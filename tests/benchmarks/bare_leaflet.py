"""The plainest page that shows the same points: Leaflet on one canvas, nothing else."""

import json
import shutil
from pathlib import Path

PAGE = """<!doctype html><meta charset="utf-8"><title>Bare Leaflet</title>
<link rel="stylesheet" href="leaflet.css"><script src="leaflet.js"></script>
<style>html,body,#map{{height:100%;margin:0}}</style><div id="map"></div>
<script>var points = {points};</script>
<script>
var map = L.map('map', {{preferCanvas: true, zoomAnimation: false}}).setView([16.6, 98.5], 8);
L.geoJSON(points, {{
  pointToLayer: function (feature, place) {{ return L.circleMarker(place, {{radius: 4}}); }},
  onEachFeature: function (feature, layer) {{
    layer.bindPopup(function () {{ return feature.properties.place; }});
  }}
}}).addTo(map);
function drawn() {{ performance.mark('drawn'); }}
requestAnimationFrame(function () {{ requestAnimationFrame(drawn); }});
</script>
"""


def write_bare_page(directory: Path, *, features: list[dict], leaflet: Path) -> None:
    """Write index.html with `features` inline and Leaflet (`leaflet`: a folder with leaflet.js and .css)."""
    directory.mkdir(parents=True, exist_ok=True)
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copy(leaflet / name, directory / name)
    points = json.dumps({"type": "FeatureCollection", "features": features}).replace("<", "\\u003c")
    (directory / "index.html").write_text(PAGE.format(points=points), "utf-8")
