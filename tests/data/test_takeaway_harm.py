"""Nothing leaves that is finer than published, or that joins a crossing with the index of the river."""

import io
import json
from datetime import date

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from moeiwatch.data.takeaway.files import csv_file, geojson_file
from moeiwatch.data.takeaway.harm import RISK_COLUMNS, risk_rows, select_publishable
from moeiwatch.data.takeaway.workbook import excel_file
from shapely import LineString, Point
from takeaway_frames import ABOUT, SCHEMAS, layer, sources

DAY = date(2026, 11, 23)


def crossings() -> gpd.GeoDataFrame:
    exact = Point(98.516678, 16.690839)
    return layer(
        "crossings",
        bridge={"official": True, "location_basis": "published_coordinates", "sources": ["x"], "at": exact},
        village={"official": False, "location_basis": "town_centroid", "sources": ["x"], "at": exact},
        bank={"official": False, "location_basis": "published_coordinates", "sources": ["x"], "at": exact},
        unsure={"location_basis": "described", "sources": ["x"], "at": exact},
        nowhere={"official": False, "location_basis": "described", "sources": ["x"]},
    )


def reaches(length: float = 5.03, count: int = 3) -> gpd.GeoDataFrame:
    rows = {}
    for number in range(count):
        line = LineString([(98.5, 16.5 + 0.05 * number), (98.5, 16.55 + 0.05 * number)])
        kms = {"from_km": number * length, "to_km": (number + 1) * length, "length_km": length}
        rows[f"r{number}"] = {"river": "Moei", "sources": ["x"], "at": line, **kms}
    return layer("river_reaches", **rows)


def test_an_informal_crossing_leaves_at_its_village_or_at_two_decimals():
    made = select_publishable(crossings(), schema=SCHEMAS["crossings"]).geometry
    assert made["bridge"].equals(Point(98.516678, 16.690839))
    assert made["village"].equals(Point(98.516678, 16.690839))
    assert made["bank"].equals(Point(98.52, 16.69)) and made["unsure"].equals(Point(98.52, 16.69))
    assert made["nowhere"] is None


def test_every_form_of_download_is_held_to_it():
    frame, schema = crossings(), SCHEMAS["crossings"]
    features = json.loads(geojson_file(frame, schema=schema, about=ABOUT, held=5))["features"]
    assert features[2]["geometry"]["coordinates"] == [98.52, 16.69]
    rows = pd.read_csv(io.BytesIO(csv_file(frame, schema=schema, about=ABOUT, held=5)), index_col="id")
    assert (rows.at["bank", "longitude"], rows.at["bank", "latitude"]) == (98.52, 16.69)
    layers = {"crossings": frame}
    written = excel_file(layers, schemas=SCHEMAS, sources=sources(), about=ABOUT, held={"crossings": 5})
    values = [row[-2:] for row in openpyxl.load_workbook(io.BytesIO(written))["crossings"].values]
    assert values[3] == (98.52, 16.69)


@pytest.mark.parametrize("name", ["crossings", "river_reaches"])
@pytest.mark.parametrize("column", ["low_water", "best", "class", "depth_m", "exposure"])
def test_a_column_of_an_index_cannot_leave_with_a_crossing_or_a_line(name, column):
    frame = {"crossings": crossings, "river_reaches": reaches}[name]().assign(**{column: 1.0})
    with pytest.raises(ValueError, match=column):
        geojson_file(frame, schema=SCHEMAS[name], about=ABOUT, held=5)
    with pytest.raises(ValueError, match=column):
        csv_file(frame, schema=SCHEMAS[name], about=ABOUT, held=5)


def test_no_reach_shorter_than_five_kilometres_leaves():
    with pytest.raises(ValueError, match="shorter than 5 km"):
        csv_file(reaches(length=2.5), schema=SCHEMAS["river_reaches"], about=ABOUT, held=3)
    with pytest.raises(ValueError, match="shorter than 5 km"):
        risk_rows(reaches(length=2.5), risk(), as_of=DAY)
    assert len(select_publishable(reaches(), schema=SCHEMAS["river_reaches"])) == 3


def risk() -> pd.DataFrame:
    index = pd.MultiIndex.from_product([["r2", "r0", "r1"], [4, 3]], names=["reach", "month"])
    values = [90.04, 80, 10, 5, 50, 40]
    frame = {"low": 1.0, "best": values, "high": 99.0, "class": "high", "crossing": "pier-999", "lat": 16.5}
    return pd.DataFrame(frame, index=index)


def test_the_risk_leaves_by_reach_and_month_in_the_order_of_the_river_and_of_the_year():
    table = risk_rows(reaches(), risk(), as_of=DAY)
    assert tuple(table.columns) == RISK_COLUMNS
    assert list(zip(table["reach"], table["month"], strict=True)) == [
        ("r0", 3), ("r0", 4), ("r1", 3), ("r1", 4), ("r2", 3), ("r2", 4),
    ]  # fmt: skip
    assert table["best"].tolist() == [5, 10, 40, 50, 80, 90]
    assert set(table["compounds_as_of"]) == {"2026-11-23"} and "no advice" in table["means"].iloc[0]
