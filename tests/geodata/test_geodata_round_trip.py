"""A downloaded file, put through the comparison, changes nothing in the records that it holds."""

import argparse
import json
from datetime import date

import pytest
from geodata_files import GEODATA
from moeiwatch.analysis.compound_words import compound_words
from moeiwatch.analysis.selection import select_view
from moeiwatch.commands import diff
from moeiwatch.data.geodata import read_geodata
from moeiwatch.data.schema import read_schema
from moeiwatch.data.takeaway.about import About
from moeiwatch.data.takeaway.files import geojson_file
from moeiwatch.data.viewstate import parse_address

AS_OF = date(2026, 11, 23)
VIEWS = ("", "to=2024-12", "to=2024-12&mode=known", "from=2025-02&to=2025-12&conf=high&basis=claimed")


@pytest.mark.parametrize("text", VIEWS)
def test_the_geojson_of_a_view_changes_no_record(tmp_path, capsys, text):
    data, view = read_geodata(), parse_address(text)
    shown = select_view(data.layers, view, sources=data.sources)
    words = compound_words(data.layers, view, sources=data.sources, as_of=AS_OF, stale_after=12)
    shown["compounds"] = shown["compounds"].join(words)
    about = About(data.version, text, AS_OF)
    for layer, records in shown.items():
        written = geojson_file(records, schema=read_schema(layer), about=about, held=len(data.layers[layer]))
        (tmp_path / f"{layer}.geojson").write_bytes(written)
    told = json.loads((tmp_path / "compounds.geojson").read_text(encoding="utf-8"))["features"]
    assert told and all("status_shown" in feature["properties"] for feature in told)
    parser = argparse.ArgumentParser()
    diff.add_arguments(parser)
    assert diff.run(parser.parse_args([str(GEODATA), str(tmp_path), "--format", "json"])) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert not {"changed", "added", "merged", "withdrawn"} & set(counts), counts
