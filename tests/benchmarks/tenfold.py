"""The shipped data ten times over, for benchmarks: every record of the map again under other ids."""

import json
import shutil
from pathlib import Path

LAYERS = ("compounds", "construction_reports", "rescue_events", "interventions", "crossings")
REFERENCES = ("compound", "part_of", "counted_in")


def write_tenfold(directory: Path, *, template: Path, times: int = 10) -> None:
    """Write a data folder with every record of `template` `times` times; copies refer to copies."""
    shutil.copytree(template, directory)
    for layer in LAYERS:
        file = directory / f"{layer}.geojson"
        collection = json.loads(file.read_text("utf-8"))
        originals = collection["features"]
        collection["features"] = [_copy(feature, number) for number in range(times) for feature in originals]
        file.write_text(json.dumps(collection, ensure_ascii=False), "utf-8")


def _copy(feature: dict, number: int) -> dict:
    if not number:
        return feature
    properties = dict(feature["properties"])
    for name in REFERENCES:
        if name in properties:
            properties[name] = f"{properties[name]}-copy-{number}"
    if "possibly_same_as" in properties:
        properties["possibly_same_as"] = [f"{id_}-copy-{number}" for id_ in properties["possibly_same_as"]]
    return {**feature, "id": f"{feature['id']}-copy-{number}", "properties": properties}
