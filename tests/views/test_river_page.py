from datetime import date

import pandas as pd
import pytest
from moeiwatch.analysis.river.crossing_risk import CLASSES
from moeiwatch.analysis.river.evidence import RankCorrelation
from moeiwatch.data.viewstate import ViewState
from moeiwatch.views.river_charts import SHORT, danger_chart, evidence_chart, year_chart
from moeiwatch.views.river_evidence import records_behind
from moeiwatch.views.river_heat import heat_chart, heat_rows, place_labels
from moeiwatch.views.river_page import reference_day, show_river
from moeiwatch.views.river_words import (
    LABEL,
    class_words,
    correlation_words,
    danger_words,
    month_words,
)
from page_runs import html_of, run_page, small_data
from sample_geodata import properties, small_files

DRAWN = {"version": "1f0f", "as_of": date(2026, 11, 23), "dark": False}
HEAT = {**DRAWN, "title": "Risk", "words": ("Drawn: the best value.",)}
LOW = pd.DataFrame({"low": 0.4, "best": 0.5, "high": 0.6}, index=pd.Index(range(1, 13), name="month"))


def reaches(count: int = 12) -> pd.DataFrame:
    rows = {
        f"r{number:02}": {
            "from_km": 5.0 * number,
            "to_km": 5.0 * number + 5,
            "nearest_place": "Myawaddy" if number < 6 else "Far village",
            "nearest_place_km": 1.0 + number,
            "nearest_thai": "Mae Sot",
            "nearest_thai_kind": "town" if number == 3 else "tambon_label",
            "nearest_thai_km": 2.0,
        }
        for number in range(count)
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def risk(ids, months) -> pd.DataFrame:
    index = pd.MultiIndex.from_product([list(ids)[::-1], months], names=["reach", "month"])
    best = [float(90 - 5 * number) for number in range(len(index))]
    return pd.DataFrame({"low": 1.0, "best": best, "high": 99.0, "class": "high"}, index=index)


def test_compounds_are_looked_at_on_the_last_day_shown_and_never_later_than_today():
    today = date(2026, 11, 23)
    assert reference_day(ViewState(), today=today) == today
    assert reference_day(ViewState(until="2024-02"), today=today) == date(2024, 2, 29)
    assert reference_day(ViewState(until="2027-01"), today=today) == today


def test_places_are_named_with_towns_first_and_apart_from_each_other():
    assert place_labels(reaches()) == {"r03": "Mae Sot"}
    far_apart = reaches(30)
    far_apart.loc["r20":, "nearest_place_km"] = 3.0
    assert place_labels(far_apart) == {"r03": "Mae Sot", "r20": "Far village"}
    assert place_labels(reaches(1).iloc[:0]) == {}


def test_reaches_run_from_upstream_to_downstream_whatever_their_risk():
    rows = heat_rows(risk(reaches(3).index, [1, 2]), reaches(3), months={1: "Jan", 2: "Feb"})
    assert rows["reach"].tolist() == ["r00", "r00", "r01", "r01", "r02", "r02"]
    assert rows["where"].iloc[0] == "km 0 to 5" and set(rows["month"]) == {"Jan", "Feb"}
    assert not rows["best"].is_monotonic_decreasing


def test_the_figures_of_the_heat_map_name_no_place():
    rows = heat_rows(risk(reaches(3).index, [1]), reaches(3), months={1: "Jan"})
    assert set(rows) == {"reach", "month", "low", "best", "high", "class", "where", "range"}
    assert not rows.astype(str).isin(["Mae Sot", "Myawaddy"]).any().any(), "sorted, they would list places"


def test_the_heat_map_says_what_it_is_no_advice_for_and_keeps_the_order():
    rows = heat_rows(risk(reaches(3).index, [1]), reaches(3), months={1: "Jan"})
    chart = heat_chart(rows, {"r01": 'A "place"'}, months=["Jan"], chosen="Jan", **HEAT)
    made = chart.to_dict()
    assert made["title"]["subtitle"][:3] == [
        "Likelihood that people are moved across near compounds;",
        "no advice on passage. Upstream at the top.",
        "Drawn: the best value.",
    ]
    assert made["layer"][0]["encoding"]["y"]["sort"] == ["r00", "r01", "r02"]


@pytest.mark.parametrize("dark", [True, False])
def test_charts_are_made_in_both_themes_and_danger_has_a_colour_of_its_own(dark):
    drawn = {**DRAWN, "dark": dark}
    floods = pd.Series(0, index=LOW.index)
    year = year_chart(LOW, floods, low_months=[3, 4], month=3, **drawn).to_dict()
    danger = danger_chart(LOW * 100, month=3, **drawn).to_dict()
    evidence = pd.DataFrame(
        {"statements": [["a"]] * 12, "events": [[]] * 12, "low_water": 0.5}, index=LOW.index
    )
    reports = evidence_chart(evidence, low_months=[], **drawn).to_dict()
    assert "1f0f" in year["title"]["subtitle"][-1] and "23 November 2026" in year["title"]["subtitle"][-2]
    assert danger["layer"][0]["mark"]["color"] not in str(year["layer"][:3])
    assert reports["title"]["text"].startswith("Reports")


def test_the_month_is_told_in_words():
    rising = LOW.assign(best=[1 - 0.08 * month for month in range(12)])
    assert month_words(1, rising, is_now=True).startswith(
        "It is January. In this month of an ordinary year the river runs low and is rising. Low-water "
        "index 1.00"
    )
    assert "is steady" in month_words(4, LOW, is_now=False) and "0.50 (0.40 to 0.60)" in month_words(
        4, LOW, is_now=False
    )
    assert "nothing is known" in month_words(4, LOW * float("nan"), is_now=False)


def test_danger_is_told_apart_and_no_month_is_safe():
    danger = (LOW * 100).assign(floods=[[]] * 7 + [["a", "b"]] + [[]] * 4)
    words = danger_words(8, danger)
    assert "50 of 100 (40 to 60)" in words and "2 records of floods" in words and "No month is safe" in words
    assert "not known" in danger_words(1, (LOW * float("nan")).assign(floods=[[]] * 12))


def test_classes_are_counted_never_listed():
    assert class_words(pd.Series(["high", "very high", "unknown", "high"])) == (
        "Of 4 reaches, 1 is in the class very high, 2 in high, 1 in unknown."
    )
    assert class_words(pd.Series([], dtype=object)) == "There is no reach to show."
    assert [name for name, _ in CLASSES] == ["lower", "raised", "high", "very high"]


def test_a_correlation_says_what_it_cannot_say():
    assert "neither bear the index out" in correlation_words(RankCorrelation(0.03, -0.29, 0.4, 19))
    assert "low water" in correlation_words(RankCorrelation(0.6, 0.3, 0.8, 19))
    assert "high water" in correlation_words(RankCorrelation(-0.6, -0.8, -0.3, 19))
    assert "Too few" in correlation_words(RankCorrelation(None, None, None, 2))


@pytest.fixture
def files():
    made = small_files()
    months = [402, 277, 237, 202, 305, 533, 1001, 1836, 1834, 1293, 779, 536]
    properties(made, "hydrology.geojson", "salween-runoff")["months"] = months
    return made


def test_the_page_says_what_the_index_is_and_is_not(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_river, month="4")
    words = html_of(app)
    assert (
        LABEL in words.replace("&#x27;", "'") and "In April of an ordinary year the river runs low" in words
    )
    assert "No reach is called wadable" in words and "The evidence is thin" in words
    assert "Of 1 reach, 1 is in the class" in words and app.segmented_control(key="river-month").value == 4


def test_every_constant_of_the_model_is_on_the_page(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_river))
    for name in ("depth exponent", "recession per month", "decay km", "high water share", "least"):
        assert f"<th scope='row'>{name}</th>" in words


def test_the_outlook_and_the_ends_of_the_range(tmp_path, files, monkeypatch):
    small_data(tmp_path, files, monkeypatch)
    app = run_page(show_river)
    app.segmented_control(key="river-span").select("outlook").run()
    app.segmented_control(key="river-end").select("high").run()
    for kind in ("events", "floods", "series"):
        app.segmented_control(key="river-evidence").select(kind).run()
        assert not app.exception


def test_floods_and_series_lead_to_their_records():
    hydrology = pd.DataFrame(
        {"name": "x", "variable": ["runoff_mcm", "water_level_cm"], "statistic": ["mean", "max"]},
        index=["runoff", "reading"],
    ).assign(months=[[1.0] * 12, [None] * 6 + [9.0] + [None] * 5], sources=[["s"], ["s"]])
    danger = pd.DataFrame({"floods": [[]] * 6 + [["reading", "se-2"]] + [["se-2"]] + [[]] * 4})
    evidence = pd.DataFrame({"statements": [["se-1"]] + [[]] * 11, "events": [[]] * 12})
    behind = {
        kind: records_behind(kind, evidence, danger, hydrology) for kind in ("statements", "floods", "series")
    }
    assert behind == {
        "statements": {"season_evidence": ["se-1"]},
        "floods": {"season_evidence": ["se-2"], "hydrology": ["reading"]},
        "series": {"hydrology": ["runoff", "reading"]},
    }


def test_without_series_and_reaches_the_page_says_so(tmp_path, files, monkeypatch):
    for layer in ("hydrology", "river_reaches", "season_evidence"):
        files[f"{layer}.geojson"]["features"] = []
    small_data(tmp_path, files, monkeypatch)
    words = html_of(run_page(show_river))
    assert "nothing is known of the river" in words and "holds no reach" in words


def test_the_months_are_those_of_the_year():
    assert len(SHORT) == 12 and SHORT[0] == "Jan"
