"""The model names records as reasons for its constants: they stand."""

import re
from pathlib import Path

import pytest
from geodata_files import LAYERS, features

RIVER = Path(__file__).parents[2] / "dashboard" / "moeiwatch" / "analysis" / "river"
NAMED = {
    (path.name, record)
    for path in RIVER.glob("*.py")
    for record in re.findall(r"\b(?:se|kc)-\d{3}\b", path.read_text("utf-8"))
}


@pytest.mark.parametrize(("module", "record"), sorted(NAMED))
def test_a_record_that_the_model_names_stands(module, record):
    found = [features(layer)[record]["properties"] for layer in LAYERS if record in features(layer)]
    assert len(found) == 1, f"{module} names {record}"
    assert not {"withdrawn", "merged_into"} & set(found[0])
