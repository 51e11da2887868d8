"""A gauge of the Moei, once somebody has its figures, is one more record: no line of code changes for it."""

import pytest
from moeiwatch.analysis.river import hydrology_series, low_water_by_month, low_water_months
from moeiwatch.data.geodata import read_geodata
from moeiwatch.mappage.pack_river import river_pack
from moeiwatch.views.river_page import show_river
from page_runs import html_of, run_page, small_data
from sample_geodata import AS_OF, check_files, small_files

FLOW = [28, 21, 16, 14, 19, 75, 180, 310, 290, 150, 70, 42]
LEVEL = [130, 120, 112, 110, 116, 190, 330, 470, 450, 290, 190, 150]


def gauge(variable: str, unit: str, months: list) -> dict:
    """Return a record as somebody would write it into the file."""
    return {
        "type": "Feature",
        "id": "moei-gauge",
        "properties": {
            "name": "Moei at Mae Sot",
            "variable": variable,
            "statistic": "mean",
            "unit": unit,
            "months": months,
            "sources": ["ap-20251020-raid"],
        },
        "geometry": {"type": "Point", "coordinates": [98.54, 16.7]},
    }


@pytest.fixture(
    params=[("discharge_m3_s", "m3/s", FLOW), ("water_level_cm", "cm", LEVEL)], ids=lambda p: p[0]
)
def files(request):
    made = small_files()
    made["hydrology.geojson"]["features"].append(gauge(*request.param))
    return made


def test_the_check_takes_it(files, tmp_path):
    assert [str(problem) for problem in check_files(tmp_path, files) if "hydrology" in problem.file] == []


def test_the_model_uses_it_and_it_weighs_most(files, tmp_path, monkeypatch):
    hydrology = small_data(tmp_path, files, monkeypatch).layers["hydrology"]
    series = hydrology_series(hydrology)
    assert series.at["moei-gauge", "used"] and series["weight"].idxmax() == "moei-gauge"
    assert {2, 3, 4, 5} <= set(low_water_months(hydrology))
    assert low_water_by_month(hydrology)["best"].idxmax() == 4


def test_the_map_and_the_river_page_show_it(files, tmp_path, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    packed = river_pack(read_geodata(tmp_path), as_of=AS_OF)
    assert packed["low_water"]["best"][3] == 1 and 4 in packed["low_months"]
    words = html_of(run_page(show_river, month="4"))
    assert "Moei at Mae Sot</th><td>used, as" in words and "the river runs low" in words


def test_a_variable_that_the_schema_does_not_know_is_refused(tmp_path):
    made = small_files()
    made["hydrology.geojson"]["features"].append(gauge("discharge_cusecs", "ft3/s", FLOW))
    assert [p.field for p in check_files(tmp_path, made) if p.record == "moei-gauge"] == ["variable"]
