import argparse
import io
import json
import re
import zipfile

import pytest
from moeiwatch.commands import export
from moeiwatch.mappage.site_pages import ABOUT, DOWNLOADS, WHOLE_MAP
from sample_geodata import properties, small_files, write_files


def site(tmp_path, files):
    parser = argparse.ArgumentParser()
    export.add_arguments(parser)
    data = write_files(tmp_path / "geodata", files)
    assert export.run(parser.parse_args([str(tmp_path / "out"), "--geodata", str(data)])) == 0
    return tmp_path / "out"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return site(tmp_path_factory.mktemp("site"), small_files())


def test_downloads_stand_beside_the_map_and_are_whole(out):
    page = (out / ABOUT).read_text(encoding="utf-8")
    for name in DOWNLOADS:
        assert f'href="{name}"' in page
        assert zipfile.is_zipfile(out / name)
    archive = zipfile.ZipFile(io.BytesIO((out / "data/moei-watch-geojson.zip").read_bytes()))
    assert json.loads(archive.read("compounds.geojson"))["features"]
    assert "CC BY 4.0" in archive.read("about.txt").decode()


def test_the_map_as_one_file_is_among_the_downloads_and_has_its_own_privacy_note(out):
    assert f'href="{WHOLE_MAP}"' in (out / ABOUT).read_text(encoding="utf-8")
    whole = (out / WHOLE_MAP).read_text(encoding="utf-8")
    assert whole.startswith("<!DOCTYPE html>") and "What stands in the address" in whole
    assert "What stands in the address" not in (out / "later.js").read_text(encoding="utf-8")


def test_page_on_method_asks_nobody_and_explains_every_layer(out):
    page = (out / ABOUT).read_text(encoding="utf-8")
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="https?:', page)
    for title in ("Compounds", "Rescue events", "Construction reports"):
        assert title in page
    assert 'href="index.html"' in page


def test_texts_of_the_data_are_no_markup_there(tmp_path):
    files = small_files()
    properties(files, "compounds.geojson", "kk-park")["summary"] = "<img src=x onerror=alert(1)>"
    page = (site(tmp_path, files) / ABOUT).read_text(encoding="utf-8")
    assert "<img" not in page
