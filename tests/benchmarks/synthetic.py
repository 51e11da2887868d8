"""Made-up features for the benchmark, the same for every app that is measured."""

import json
import random
import shutil
from pathlib import Path

KINDS = ("rescue", "release", "handover", "escape", "raid")
SHARES = (40, 25, 16, 12, 7)  # unequal, so that every choice below leaves another number of features

# What the reader hides, one choice after the other. No choice comes twice: Streamlit sends a message that
# a page has had before as a reference only, and a reader's next choice is seldom the last one again.
CHOICES = (
    (),
    ("raid",),
    ("escape",),
    ("handover",),
    ("escape", "raid"),
    ("release",),
    ("handover", "raid"),
    ("rescue",),
    ("release", "escape"),
    ("rescue", "raid"),
)


def synthetic_features(count: int) -> list[dict]:
    """Return `count` point features around the Moei, of the kinds of rescue events.

    Positions, dates and numbers come from a seeded generator: the same features in every app and every run.
    """
    generator = random.Random(20261123)
    features = []
    for number in range(count):
        kind = generator.choices(KINDS, SHARES)[0]
        month = generator.randrange(60)
        people = generator.randint(1, 400)
        features.append(
            {
                "type": "Feature",
                "id": f"made-up-{number:06d}",
                "properties": {
                    "date": f"{2021 + month // 12}-{month % 12 + 1:02d}-{generator.randint(1, 28):02d}",
                    "kind": kind,
                    "place": f"Made-up place {number}",
                    "people_min": people,
                    "people_best": people,
                    "people_max": people,
                },
                "geometry": {
                    "type": "Point",
                    "coordinates": [
                        round(generator.uniform(98.0, 99.0), 6),
                        round(generator.uniform(15.5, 17.7), 6),
                    ],
                },
            }
        )
    return features


def shown_features(features: list[dict], *, hidden_kinds: tuple[str, ...]) -> list[dict]:
    """Return the features that a reader sees who hid `hidden_kinds`."""
    return [feature for feature in features if feature["properties"]["kind"] not in hidden_kinds]


def write_geodata(directory: Path, *, features: list[dict], template: Path) -> None:
    """Write a data folder like `template` whose rescue events are `features`."""
    shutil.copytree(template, directory)
    any_source = json.loads((template / "sources.json").read_text("utf-8"))[0]["id"]
    for feature in features:
        feature["properties"] |= {
            "basis": "claimed",
            "confidence": "low",
            "summary": "Made up for a benchmark.",
            "location_basis": "described",
            "sources": [any_source],
        }
    collection = {"$schema": "schema/rescue_events.json", "type": "FeatureCollection", "features": features}
    (directory / "rescue_events.geojson").write_text(json.dumps(collection), "utf-8")
