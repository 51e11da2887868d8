"""No page tells a day that no record gives."""

import re

import pandas as pd
import pytest
from moeiwatch.analysis.growth import building_series
from moeiwatch.views.compounds import show_compounds
from moeiwatch.views.running_total import running_total_chart, running_total_rows
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files


@pytest.fixture
def files():
    made = small_files()
    properties(made, "compounds.geojson", "kk-park").update(first_reported="2022", status_as_of="2025-10")
    return made


def test_the_dossier_tells_when_a_status_began_as_far_as_it_is_known(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = re.sub("</?a( [^>]*)?>", "", html_of(run_page(show_compounds, compound="kk-park")))
    assert '<span class="mw-when">2022</span> Unknown' in words
    assert '<span class="mw-when">October 2025</span> Active' in words


def test_the_table_tells_the_newest_word_as_it_is_written(tmp_path, files, monkeypatch):
    own = properties(files, "rescue_events.geojson", "ev-2025-10-20-kk")
    own["date"], own["date_end"] = "2025-09", "2025-11"
    small_data(tmp_path, files, monkeypatch)
    [table] = run_page(show_compounds).dataframe
    assert table.value.loc["kk-park", "Newest word"] == "2025-11"


def test_the_chart_of_buildings_tells_a_date_as_it_is_written_and_draws_it_at_its_first_day():
    rows = {
        f"kc-{number}": {
            "compound": "park", "kind": "demolition", "metric": "demolished_buildings_cumulative",
            "unit": "buildings", "basis": "claimed", "value": 100.0 + number, "observed": text,
        }
        for number, text in enumerate(("2025-10-20", "2025-11", "2026"))
    }  # fmt: skip
    reports = pd.DataFrame.from_dict(rows, orient="index", dtype=object)
    made = running_total_rows(building_series(reports, compound="park"))
    assert made["as_of"].tolist() == ["20 October 2025", "November 2025", "2026"]
    assert [f"{day:%Y-%m-%d}" for day in made["drawn_at"]] == ["2025-10-20", "2025-11-01", "2026-01-01"]
    chart = running_total_chart(
        made, "Park", low_months=[3], version="1f0f", as_of=pd.Timestamp("2026-11-23").date(), dark=False
    )
    told = str([layer["encoding"]["tooltip"] for layer in chart.to_dict()["layer"][1:]])
    assert "'as_of'" in told and "drawn_at" not in told and "temporal" not in told
