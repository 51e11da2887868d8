"""Small folders of made-up data for the tests of changes and drafts."""

import copy
import json
from pathlib import Path

LAYERS = (
    "compounds",
    "construction_reports",
    "rescue_events",
    "interventions",
    "crossings",
    "river_reaches",
    "hydrology",
    "season_evidence",
)

COMPOUND = {
    "type": "Feature",
    "id": "kk-park",
    "properties": {
        "name": "KK Park",
        "kind": "compound",
        "location_basis": "published_coordinates",
        "location_note": "Printed in a report.",
        "precision_m": 500,
        "status": "active",
        "status_as_of": "2025-10",
        "confidence": "high",
        "summary": "A made-up compound.",
        "sources": ["paper-20250101-one"],
    },
    "geometry": {"type": "Point", "coordinates": [98.557, 16.631]},
}

EVENT = {
    "type": "Feature",
    "id": "ev-2025-02-12-release-260",
    "properties": {
        "date": "2025-02-12",
        "kind": "release",
        "compound": "kk-park",
        "place": "KK Park",
        "people_min": 260,
        "people_best": 260,
        "people_max": 261,
        "nationalities": {"ET": 138, "PH": 16},
        "basis": "claimed",
        "confidence": "high",
        "summary": "A made-up release.",
        "sources": ["paper-20250101-one"],
    },
    "geometry": {"type": "Point", "coordinates": [98.557, 16.631]},
}

SOURCE = {
    "id": "paper-20250101-one",
    "type": "article-newspaper",
    "title": "One headline",
    "container-title": "The Paper",
    "issued": {"date-parts": [[2025, 1, 1]]},
    "URL": "https://paper.example/2025/one",
    "language": "en",
    "custom": {"access": "original", "kind": "news"},
}

OTHER_SOURCE = SOURCE | {
    "id": "paper-20250203-two",
    "title": "Two headlines",
    "issued": {"date-parts": [[2025, 2, 3]]},
    "URL": "https://paper.example/2025/two",
}


def small_data() -> dict:
    """Return the records of a small, right state of the data, free to be changed."""
    data = {layer: [] for layer in LAYERS}
    data |= {
        "compounds": [COMPOUND],
        "rescue_events": [EVENT],
        "sources": [SOURCE, OTHER_SOURCE],
        "actors": [],
    }
    return copy.deepcopy(data)


def write_base(folder: Path) -> None:
    """Write the files of ``base/`` with as little as rules need: two countries, the border, two places."""
    (folder / "base").mkdir(parents=True, exist_ok=True)
    shapes = {
        "countries": [("MM", _square(95, 98.6)), ("TH", _square(98.6, 103))],
        "border": [("", {"type": "LineString", "coordinates": [[98.6, 10], [98.6, 20]]})],
        "places": [("TH", {"type": "Point", "coordinates": [98.7, 16.7]})],
        "cities": [("TH", {"type": "Point", "coordinates": [100.5, 13.75]})],
    }
    for name in ("countries", "border", "border_coarse", "districts", "places", "cities"):
        features = [
            {"type": "Feature", "properties": {"country": country, "name": "A place"}, "geometry": shape}
            for country, shape in shapes.get(name, [])
        ]
        layer = {"type": "FeatureCollection", "features": features}
        (folder / "base" / f"{name}.geojson").write_text(json.dumps(layer) + "\n")


def _square(west: float, east: float) -> dict:
    ring = [[west, 10], [east, 10], [east, 20], [west, 20], [west, 10]]
    return {"type": "Polygon", "coordinates": [ring]}


def write_data(folder: Path, data: dict, *, indent: int | None = 2) -> Path:
    """Write the records as files of a data folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in data.items():
        value: object = records
        if name == "actors":
            value = {"$schema": "schema/actors.json", "actors": records}
        elif name != "sources":
            value = {"$schema": f"schema/{name}.json", "type": "FeatureCollection", "features": records}
        end = "json" if name in ("sources", "actors") else "geojson"
        text = json.dumps(value, ensure_ascii=False, indent=indent)
        (folder / f"{name}.{end}").write_text(text + "\n", encoding="utf-8")
    return folder
