"""A small, right folder of data for tests: every layer with a record or two, on a border along 98.55 E."""

import copy
import json
from datetime import date
from pathlib import Path

from moeiwatch.data.canonical import canonical_text
from moeiwatch.data.checks.all import check_contents
from moeiwatch.data.contents import read_contents
from moeiwatch.data.problems import GeodataError, Problem

AS_OF = date(2026, 6, 1)
KK_PARK = [98.52, 16.63]
BRIDGE = [98.51667, 16.69083]
MAE_SOT = [98.56667, 16.71667]


def small_files() -> dict:
    """Return the value of each file by name; a fresh copy that a test may change."""
    return copy.deepcopy(_FILES)


def record(files: dict, file: str, id_: str) -> dict:
    """Return one record of a file: a feature, a publication or an actor."""
    value = files[file]
    listed = value if isinstance(value, list) else value.get("features") or value["actors"]
    return next(item for item in listed if item.get("id") == id_)


def properties(files: dict, file: str, id_: str) -> dict:
    """Return the properties of one record."""
    return record(files, file, id_)["properties"]


def write_files(folder: Path, files: dict) -> Path:
    """Write files into a folder, in canonical form where they can be, and return the folder."""
    (folder / "base").mkdir(parents=True, exist_ok=True)
    for name, value in files.items():
        if isinstance(value, bytes):
            (folder / name).write_bytes(value)
        elif value is not None:
            (folder / name).write_text(json.dumps(value, indent=1, ensure_ascii=False), encoding="utf-8")
    contents = read_contents(folder)
    for collection in contents.collections.values():
        if isinstance(files.get(collection.file), dict | list):
            try:
                text = canonical_text(collection)
            except GeodataError:
                continue
            (folder / collection.file).write_bytes(text.encode())
    return folder


def check_files(folder: Path, files: dict) -> list[Problem]:
    """Write files into a folder and return what the check says of them."""
    return check_contents(read_contents(write_files(folder, files)), as_of=AS_OF)


def _layer(name: str, *features: dict) -> dict:
    return {"$schema": f"schema/{name}.json", "type": "FeatureCollection", "features": list(features)}


def _feature(id_: str, point: list | None, **properties: object) -> dict:
    geometry = None if point is None else {"type": "Point", "coordinates": point}
    common = {"confidence": "high", "summary": "What is known.", "sources": ["ap-20251020-raid"]}
    return {"type": "Feature", "id": id_, "properties": {**properties, **common}, "geometry": geometry}


def _base(*features: dict) -> dict:
    return {"type": "FeatureCollection", "features": list(features)}


def _square(country: str, west: float, east: float) -> dict:
    ring = [[west, 10], [east, 10], [east, 20], [west, 20], [west, 10]]
    polygon = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "id": country, "properties": {"country": country}, "geometry": polygon}


def _place(name: str, point: list) -> dict:
    geometry = {"type": "Point", "coordinates": point}
    return {"type": "Feature", "id": name, "properties": {"name": name}, "geometry": geometry}


_LINE = {"type": "LineString", "coordinates": [[98.55, 10 + step / 4] for step in range(41)]}
_BORDER = {"type": "Feature", "id": "border", "properties": {}, "geometry": _LINE}
_REACH = {
    "type": "Feature",
    "id": "moei-001",
    "properties": {
        "river": "Moei",
        "from_km": 0,
        "to_km": 5.03,
        "length_km": 5.03,
        "basis": "border stands for the centreline",
        "sources": ["ap-20251020-raid"],
    },
    "geometry": {"type": "LineString", "coordinates": [[98.55, 16.6], [98.55, 16.64]]},
}
_COMPOUND = {
    "kind": "compound",
    "location_basis": "published_coordinates",
    "location_note": "Printed in the report.",
    "precision_m": 500,
    "status": "active",
}

_FILES: dict = {
    "compounds.geojson": _layer(
        "compounds",
        _feature("kk-park", KK_PARK, name="KK Park", **_COMPOUND),
        _feature("kk-park-north", [98.52, 16.64], name="KK Park, north", part_of="kk-park", **_COMPOUND),
    ),
    "construction_reports.geojson": _layer(
        "construction_reports",
        _feature(
            "kc-001",
            KK_PARK,
            compound="kk-park",
            observed="2025-05",
            observed_end="2025-08",
            kind="expansion",
            metric="buildings",
            value=12,
            unit="buildings",
            basis="observed",
        ),
    ),
    "rescue_events.geojson": _layer(
        "rescue_events",
        _feature(
            "ev-2025-all",
            MAE_SOT,
            date="2025",
            kind="release",
            place="Mae Sot",
            location_basis="town_centroid",
            people_min=100,
            people_best=110,
            people_max=200,
            basis="claimed",
        ),
        _feature(
            "ev-2025-10-20-kk",
            KK_PARK,
            date="2025-10-20",
            date_end="2025-10-21",
            kind="raid",
            compound="kk-park",
            place="KK Park",
            people_min=40,
            people_best=45,
            people_max=50,
            nationalities={"CN": 20, "IN": 25},
            counted_in="ev-2025-all",
            basis="observed",
        ),
    ),
    "interventions.geojson": _layer(
        "interventions",
        _feature(
            "iv-2025-02-power",
            None,
            date="2025-02-05",
            kind="power_cut",
            actor="Thailand",
            target="Five supply points",
        ),
    ),
    "crossings.geojson": _layer(
        "crossings",
        _feature(
            "friendship-bridge-1",
            BRIDGE,
            name="Friendship Bridge 1",
            kind="bridge",
            location_basis="published_coordinates",
            official=True,
        ),
    ),
    "river_reaches.geojson": _layer("river_reaches", _REACH),
    "hydrology.geojson": _layer(
        "hydrology",
        _feature(
            "salween-runoff",
            None,
            name="Salween in Thailand",
            variable="runoff_mcm",
            statistic="mean",
            unit="million m3",
            months=[402, 277, 237, 202, 305, 533, 1001, 1836, 1834, 1293, 779, None],
        ),
    ),
    "season_evidence.geojson": _layer("season_evidence"),
    "sources.json": [
        {
            "id": "ap-20251020-raid",
            "type": "article-newspaper",
            "title": "Raid",
            "container-title": "AP",
            "issued": {"date-parts": [[2025, 10, 20]]},
            "URL": "https://example.org/raid",
            "language": "en",
            "custom": {"access": "original", "kind": "news"},
        },
        {
            "id": "bbc-202510-copy",
            "type": "article-newspaper",
            "title": "Seen from above",
            "container-title": "BBC",
            "language": "en",
            "custom": {"access": "copy", "kind": "news", "read_at": "https://example.net/copy"},
        },
    ],
    "actors.json": {
        "$schema": "schema/actors.json",
        "actors": [
            {"id": "bgf-kna", "name": "Karen BGF", "kind": "armed_group", "sources": ["bbc-202510-copy"]},
            {
                "id": "saw-somebody",
                "name": "Saw Somebody",
                "kind": "person",
                "member_of": ["bgf-kna"],
                "sanctions": [{"authority": "OFAC", "date": "2025-05-05"}],
                "sources": ["ap-20251020-raid"],
            },
        ],
    },
    "base/countries.geojson": _base(_square("MM", 95, 98.55), _square("TH", 98.55, 103)),
    "base/border.geojson": _base(_BORDER),
    "base/border_coarse.geojson": _base(_BORDER),
    "base/districts.geojson": _base(_square("MMR003002", 98, 98.55)),
    "base/places.geojson": _base(_place("Mae Sot", MAE_SOT)),
    "base/cities.geojson": _base(_place("Bangkok", [100.50144, 13.75398])),
    "base/wayback_releases.csv": b"date,release_number\n2014-02-20,10\n",
}
_FILES["season_evidence.geojson"]["features"].append(
    {
        "type": "Feature",
        "id": "se-001",
        "properties": {
            "date": "2024-04",
            "place": "Moei at Myawaddy",
            "season": "dry",
            "tells_of_crossing": True,
            "finding": "People waded across.",
            "sources": ["ap-20251020-raid"],
        },
        "geometry": None,
    }
)
