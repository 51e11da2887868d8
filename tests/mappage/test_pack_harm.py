"""The map that is exported helps nobody to choose a place: the index stands at reaches and nowhere else."""

import re

import pytest
from moeiwatch.data.geodata import read_geodata
from moeiwatch.mappage.pack import page_pack
from moeiwatch.mappage.pack_river import river_pack
from sample_geodata import AS_OF, properties, small_files, write_files

RIVER = {"least", "high_water_share", "classes", "low_water", "low_months", "danger", "near", "months"}
"""What leaves of the river: values of the whole river by month, and of reaches by month. Nothing by place."""

FINER = re.compile(r"depth|velocity|width|hour|ease|wad(e|able)|passab|route|path\b", re.I)
"""Names of what is not known, or is not to be given away."""


@pytest.fixture
def data(tmp_path):
    files = small_files()
    properties(files, "hydrology.geojson", "salween-runoff")["months"][11] = 536
    return read_geodata(write_files(tmp_path, files))


def names(value):
    """Return every name inside a value."""
    if isinstance(value, dict):
        return set(value) | {name for child in value.values() for name in names(child)}
    return {name for child in value for name in names(child)} if isinstance(value, list | tuple) else set()


def test_the_river_leaves_by_month_and_by_reach_alone(data):
    pack = river_pack(data, as_of=AS_OF)
    assert set(pack) == RIVER
    assert all(len(pack["low_water"][end]) == 12 for end in ("low", "best", "high")), "one for the river"
    reaches = len(data.layers["river_reaches"])
    assert len(pack["near"]) == reaches
    assert all(len(month["best"]) == reaches for month in pack["months"])


@pytest.mark.parametrize("layer", ["crossings", "river_reaches"])
def test_crossings_and_reaches_leave_without_the_index(data, layer):
    packed = page_pack(data, as_of=AS_OF, stories=())["layers"][layer]["records"]
    assert not {name for name in packed if re.search("risk|low_water|exposure|danger|near$", name)}
    assert len(packed["id"]) == len(data.layers[layer])


def test_nothing_finer_than_the_index_is_named_anywhere(data):
    pack = page_pack(data, as_of=AS_OF, stories=())
    assert not {name for name in names({"river": pack["river"]}) if FINER.search(name)}
    packed = {name for layer in pack["layers"].values() for name in names(layer["records"])}
    assert not {name for name in packed if FINER.search(name)}


@pytest.mark.parametrize("name", ["depth_m", "wadable", "ease", "hour", "path"])
def test_the_guard_can_fail(name):
    assert FINER.search(name)
