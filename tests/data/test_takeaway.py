"""Each download is opened again with another library and compared with what was given."""

import csv
import io
import json
import zipfile

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from moeiwatch.data.takeaway.about import file_name
from moeiwatch.data.takeaway.bundle import zip_file
from moeiwatch.data.takeaway.files import csv_file, geojson_file
from moeiwatch.data.takeaway.filters import ALL, filter_words
from moeiwatch.data.takeaway.workbook import excel_file
from moeiwatch.data.viewstate import ViewState
from shapely import LineString, Point
from takeaway_frames import ABOUT, SCHEMAS, layer, sources


def compounds() -> gpd.GeoDataFrame:
    return layer(
        "compounds",
        **{
            "kk-park": {
                "name": "KK Park",
                "name_zh": ["KK园区"],
                "name_my": ["ကေကေ"],
                "other_names": ["KK Garden", "KK; Yuanqu"],
                "armed_groups": [{"actor": "bgf-kna", "note": "said to guard it"}],
                "precision_m": 3000.0,
                "summary": '=HYPERLINK("http://x","y")',
                "sources": ["ap-2025", "un-2025"],
                "at": Point(98.557, 16.631),
            },
            "nowhere": {"name": "- unnamed", "precision_m": None, "sources": ["ap-2025"]},
        },
    )


def events() -> gpd.GeoDataFrame:
    return layer(
        "rescue_events",
        one={"date": "2025-02", "people_min": 200, "nationalities": {"CN": 150}, "sources": ["ap-2025"]},
    )


def test_geojson_holds_what_was_given_and_says_what_it_is():
    read = json.loads(geojson_file(compounds(), schema=SCHEMAS["compounds"], about=ABOUT, held=44))
    assert read["about"]["records"] == "compounds 2 of 44"
    assert read["about"]["data_version"] == "1f0f3cbf895f"
    assert read["about"]["filters"] == "from February 2025"
    assert read["about"]["downloaded"] == "2026-11-23"
    assert "CC BY 4.0" in read["about"]["licence"] and "not for sale" in read["about"]["licence"]
    first, second = read["features"]
    assert first["id"] == "kk-park" and first["geometry"]["coordinates"] == [98.557, 16.631]
    assert first["properties"]["precision_m"] == 3000 and first["properties"]["name_zh"] == ["KK园区"]
    assert second["geometry"] is None and set(second["properties"]) == {"name", "sources"}


def test_geojson_opens_in_geopandas(tmp_path):
    path = tmp_path / "compounds.geojson"
    path.write_bytes(geojson_file(compounds(), schema=SCHEMAS["compounds"], about=ABOUT, held=44))
    frame = gpd.read_file(path)
    assert list(frame["id"]) == ["kk-park", "nowhere"]
    assert frame.geometry.iloc[0].equals(Point(98.557, 16.631)) and frame.geometry.iloc[1] is None
    assert frame.crs == "EPSG:4326" and frame["precision_m"].iloc[0] == 3000


def test_csv_holds_what_was_given():
    written = csv_file(compounds(), schema=SCHEMAS["compounds"], about=ABOUT, held=44)
    first, second = csv.DictReader(io.StringIO(written.decode("utf-8-sig")))
    assert first["id"] == "kk-park" and first["name"] == "KK Park" and first["precision_m"] == "3000"
    assert (first["longitude"], first["latitude"]) == ("98.557", "16.631")
    assert first["name_my"] == "ကေကေ" and first["sources"] == "ap-2025; un-2025"
    assert json.loads(first["other_names"]) == ["KK Garden", "KK; Yuanqu"]
    assert json.loads(first["armed_groups"]) == [{"actor": "bgf-kna", "note": "said to guard it"}]
    assert first["summary"] == '\'=HYPERLINK("http://x","y")' and second["name"] == "'- unnamed"
    assert second["precision_m"] == "" and second["longitude"] == ""
    assert first["data_version"] == "1f0f3cbf895f" and first["filters"] == "from February 2025"
    assert first["downloaded"] == "2026-11-23" and "CC BY 4.0" in first["licence"]


def test_every_row_of_a_csv_says_that_an_empty_end_is_open():
    written = csv_file(events(), schema=SCHEMAS["rescue_events"], about=ABOUT, held=172)
    (row,) = csv.DictReader(io.StringIO(written.decode("utf-8-sig")))
    assert (row["people_min"], row["people_max"]) == ("200", "")
    assert "an empty people_max beside a people_min means 'or more'" in row["how_to_read"]


def test_what_was_worked_out_for_a_view_stands_beside_the_record_and_is_said_to_be_none_of_it():
    told = compounds().assign(
        status=["raided", "active"],
        status_shown=["active", "active"],
        status_shown_as_of=["2024-02", None],
        not_confirmed_since=None,
        newest_word=["2024-05-02", None],
    )
    written = geojson_file(told, schema=SCHEMAS["compounds"], about=ABOUT, held=44)
    read = json.loads(written)
    first, second = (feature["properties"] for feature in read["features"])
    assert (first["status"], first["status_shown"], first["newest_word"]) == (
        "raided",
        "active",
        "2024-05-02",
    )
    assert "not_confirmed_since" not in first and "newest_word" not in second
    assert "are no part of a record, whose own status is in status" in read["about"]["how_to_read"]
    kk, _ = csv.DictReader(
        io.StringIO(csv_file(told, schema=SCHEMAS["compounds"], about=ABOUT, held=44).decode("utf-8-sig"))
    )
    assert (kk["status"], kk["status_shown"], kk["status_shown_as_of"]) == ("raided", "active", "2024-02")
    meant = {row["column"]: row["meaning"] for row in rows_of(book(layers={"compounds": told})["columns"])}
    assert meant["newest_word"].startswith("Newest word. Date of the newest status")


def test_csv_opens_in_pandas_with_numbers_as_numbers():
    written = csv_file(events(), schema=SCHEMAS["rescue_events"], about=ABOUT, held=172)
    read = pd.read_csv(io.BytesIO(written))
    assert read["people_min"].iloc[0] == 200 and pd.isna(read["people_max"].iloc[0])
    assert json.loads(read["nationalities"].iloc[0]) == {"CN": 150}


def test_an_empty_layer_keeps_its_columns():
    nothing = compounds().iloc[:0]
    read = pd.read_csv(io.BytesIO(csv_file(nothing, schema=SCHEMAS["compounds"], about=ABOUT, held=44)))
    assert read.empty and "precision_m" in read and "licence" in read
    assert (
        json.loads(geojson_file(nothing, schema=SCHEMAS["compounds"], about=ABOUT, held=44))["features"] == []
    )


def book(**given) -> openpyxl.Workbook:
    layers = given.get("layers", {"compounds": compounds(), "rescue_events": events()})
    held = {"compounds": 44, "rescue_events": 172}
    written = excel_file(
        layers, schemas=SCHEMAS, sources=sources(), about=ABOUT, held=held, tables=given.get("tables")
    )
    return openpyxl.load_workbook(io.BytesIO(written))


def rows_of(sheet) -> list[dict]:
    names, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_excel_has_a_sheet_for_each_layer_and_what_is_needed_to_read_it():
    opened = book()
    assert opened.sheetnames == ["about", "compounds", "rescue_events", "sources", "columns"]
    about = {row["what"]: row["words"] for row in rows_of(opened["about"])}
    assert about["records"] == "compounds 2 of 44, rescue_events 1 of 172, sources 2 of 3"
    assert about["data_version"] == "1f0f3cbf895f" and about["filters"] == "from February 2025"
    kk, unknown = rows_of(opened["compounds"])
    assert kk["precision_m"] == 3000 and kk["longitude"] == 98.557 and kk["name_zh"] == "KK园区"
    assert unknown["precision_m"] is None
    assert rows_of(opened["rescue_events"])[0]["people_min"] == 200
    meant = [row for row in rows_of(opened["columns"]) if row["column"] == "precision_m"]
    assert meant[0]["unit"] == "metres"


def test_excel_has_no_formula_and_negative_numbers_stay_numbers():
    opened = book(tables={"extra": pd.DataFrame({"change": [-5, -1.5], "said": ["-5", "=1+1"]})})
    assert [row["change"] for row in rows_of(opened["extra"])] == [-5, -1.5]
    assert [row["said"] for row in rows_of(opened["extra"])] == ["-5", "'=1+1"]
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_only_the_sources_of_what_is_shown_leave_and_never_the_address_of_a_copy():
    read = {row["id"]: row for row in rows_of(book()["sources"])}
    assert set(read) == {"ap-2025", "un-2025"}
    assert read["ap-2025"]["title"] == "'@Raid" and read["un-2025"]["url"] is None
    assert "copy.example" not in str(read)


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_an_archive_holds_a_file_a_layer_the_sources_and_what_it_is(form):
    layers = {"compounds": compounds(), "rescue_events": events()}
    held = {"compounds": 44, "rescue_events": 172}
    extra = {"extra": pd.DataFrame({"month": [1, 2]})}
    written = zip_file(
        layers, form=form, schemas=SCHEMAS, sources=sources(), about=ABOUT, held=held, tables=extra
    )
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "about.txt", f"compounds.{form}", f"rescue_events.{form}", "extra.csv", "sources.csv",
        ]  # fmt: skip
        alone = {"csv": csv_file, "geojson": geojson_file}[form]
        expected = alone(compounds(), schema=SCHEMAS["compounds"], about=ABOUT, held=44)
        assert archive.read(f"compounds.{form}") == expected
        assert "licence: Curated data: Moei Watch, CC BY 4.0" in archive.read("about.txt").decode()


def test_lines_leave_as_wkt():
    line = LineString([(98.5, 16.5), (98.5, 16.55)])
    reach = {"river": "Moei", "from_km": 0.0, "to_km": 5.03, "sources": ["ap-2025"], "at": line}
    written = csv_file(layer("river_reaches", r1=reach), schema=SCHEMAS["river_reaches"], about=ABOUT, held=1)
    (row,) = csv.DictReader(io.StringIO(written.decode("utf-8-sig")))
    assert gpd.GeoSeries.from_wkt([row["wkt"]]).iloc[0].equals(line) and "ODbL" in row["licence"]


def test_filters_are_told_in_words():
    view = ViewState(since="2025-02", until="2025-03", mode="known", hide=("compounds.active",), group="dkba")
    words = filter_words(view, names={"compounds": "Compounds", "dkba": "DKBA"})
    assert words == (
        "from February 2025; to March 2025; period taken by the day on which a thing became public; "
        "without: Compounds (active); armed group: DKBA"
    )
    assert filter_words(ViewState(mode="known")) == (
        "as it was known: by the day on which a thing became public"
    )
    assert filter_words(ViewState(month=3, selected="compounds/kk-park", theme="dark")) == ALL


def test_a_file_name_says_what_when_and_which_version():
    assert file_name(ABOUT, what="all", ending="xlsx") == "moei-watch_all_2026-11-23_1f0f3cbf895f.xlsx"
