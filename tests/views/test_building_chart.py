"""The chart of crackdown and construction: its rows, how they are drawn, and its saved picture."""

import io
import re
from datetime import date

import altair as alt
import pandas as pd
import pytest
from analysis.frames import frame
from analysis.test_buildings import DOWN, report, reports
from analysis.test_report_spans import built
from moeiwatch.analysis.report_spans import report_spans
from moeiwatch.views.building_chart import building_chart
from moeiwatch.views.building_counts import down_rows
from moeiwatch.views.building_rows import people_row, stacked
from moeiwatch.views.building_steps import steps_rows
from moeiwatch.views.building_time import brush_months, lies_in, narrow_from
from moeiwatch.views.chart_frame import chart_file
from moeiwatch.views.chart_title import chart_title

NAMES = pd.Series({"kk-park": "KK Park", "shwe-kokko": "Shwe Kokko / Yatai New City"})
MADE = reports(
    built("2025-03", observed_end="2025-09"),
    built("2025-08"),
    report(DOWN, 148, "2025-11-12"),
    report(DOWN, 635, "2026-01-09", place="KK Park"),
    report("buildings_reburned_cumulative", 121, "2026-01-10"),
    report("buildings_destroyed_satellite", 31, "2025-11-23", basis="observed", place="KK Park II"),
    report(
        "buildings_destroyed_or_damaged_confirmed", 109, "2025-11-23", basis="observed", place="KK Park II"
    ),
    report("high_rises_demolished_cumulative", 1, "2025-12-03", basis="observed", compound="shwe-kokko"),
)
STEP = {"date": "2025-02-05", "kind": "power_cut", "actor": "PEA", "target": "Five towns", "key_figure": None}
PERSONS = {
    "month": "2025-02", "start": "2025-02-01", "low": 90, "best": 100, "high": 120, "open_above": True,
    "begun": 30, "records": ["a"],
}  # fmt: skip


def rows(made=MADE):
    steps = frame({"iv-1": STEP})
    people = pd.DataFrame([PERSONS])
    return {
        "steps": steps_rows(steps, steps["date"].str[:7], kinds={"power_cut": "Power cut"}),
        "spans": report_spans(made),
        "down": down_rows(made, names=NAMES),
        "people": people.assign(start=pd.to_datetime(people["start"])),
    }


def drawn(given, *, span=("2025-02", "2026-01"), period=("", "")):
    return building_chart(given, span, low_months=[3, 4], period=period, dark=False)


def picture(given):
    title = chart_title("Crackdown", "Words.", version="1f0f", as_of=date(2026, 11, 23), dark=False)
    return chart_file(drawn(given, period=None).properties(title=title), form="svg").decode()


def test_every_compound_with_a_total_has_its_largest_numbers_said_and_other_claims_no_line():
    down = down_rows(MADE, names=NAMES)
    assert down.loc[down["label"] != "", "label"].to_dict() == {
        "kc-4": "635 claimed",
        "kc-7": "109 observed, KK Park II only",
        "kc-8": "1 observed",
    }
    assert "kc-5" not in down.index


def test_the_saved_picture_holds_every_row_and_says_what_it_is():
    words = picture(rows())
    for said in (
        "Crackdown", "Data version 1f0f", "CC BY 4.0", "Feb 2025 power cut (Five towns)",
        "Reports of several months: a line each", "Reports a month: built above, torn down below",
        "KK Park: 635 claimed", "KK Park: 109 observed, KK Park II only", "People out",
    ):  # fmt: skip
        assert said in words


def test_claimed_is_open_and_dashed_observed_full_and_what_is_not_stated_thin():
    made = reports(built("2025-08"), built("2025-09", basis="claimed"), built("2025-10", basis="not_stated"))
    bars = re.findall(r'<path aria-label="[^"]*Reports of: building[^>]*>', picture(rows(made)))
    look = {re.search("Basis: ([a-z ]+);", bar).group(1): bar for bar in bars}
    assert 'fill-opacity="0"' in look["claimed"] and 'stroke-dasharray="4,3"' in look["claimed"]
    assert (
        'fill-opacity="0.4"' in look["basis not stated"] and 'stroke-width="0.8"' in look["basis not stated"]
    )
    assert 'fill-opacity="1"' in look["observed"] and 'stroke-dasharray="1,0"' in look["observed"]


@pytest.mark.parametrize("left", [{"steps"}, {"spans"}, {"down"}, {"people"}, set()])
def test_a_row_without_anything_is_left_out(left):
    given = {name: frame if name in left else frame.iloc[:0] for name, frame in rows().items()}
    words = picture(given)
    assert ("Steps against" in words) == ("steps" in left)
    assert ("Reports a month" in words) == ("spans" in left)
    assert ("Buildings down" in words) == ("down" in left)
    assert ("People out" in words) == ("people" in left)


def test_bars_are_stacked_away_from_the_line_with_what_was_observed_next_to_it():
    month = pd.Timestamp("2025-11-01")
    counts = pd.DataFrame(
        [
            (month, "torn_down", "claimed", 2),
            (month, "torn_down", "observed", 3),
            (month, "built", "observed", 1),
        ],
        columns=["month", "side", "basis", "reports"],
    )
    bars = stacked(counts).set_index(["side", "basis"])[["low", "high"]]
    assert bars.loc[("torn_down", "observed")].tolist() == [0, -3]
    assert bars.loc[("torn_down", "claimed")].tolist() == [-3, -5]
    assert bars.loc[("built", "observed")].tolist() == [0, 1]


def test_people_are_drawn_as_counted_with_a_pale_part_for_those_who_began_earlier():
    drawn_at = {"shown": ("2025-02", "2026-01"), "top": 0, "theme": "light"}
    (chart,) = people_row(pd.DataFrame([PERSONS]), alt.X("start:T"), **drawn_at).layers
    [row] = chart.data.to_dict("records")
    assert (row["low"], row["best"], row["own"], row["highest"]) == (90, 100, 70, "120 or more")
    nowhere = pd.DataFrame([{**PERSONS, "month": ""}])
    assert people_row(nowhere, alt.X("start:T"), **drawn_at) is None


@pytest.mark.parametrize(
    ("width", "period", "highest"),
    [
        (900, ("2025-08", "2025-08"), "20,000"),
        (380, ("2025-08", "2025-08"), "90"),
        (380, ("", ""), "20,000"),
    ],
)
def test_on_a_narrow_screen_people_are_measured_by_the_months_shown(width, period, highest):
    numbers = {"2023-01": 20000, "2025-08": 90}
    people = [
        {**PERSONS, "month": month, "low": high, "best": high, "high": high, "begun": 0}
        for month, high in numbers.items()
    ]
    given = {name: frame.iloc[:0] for name, frame in rows().items()} | {"people": pd.DataFrame(people)}
    chart = drawn(given, span=("2023-01", "2025-12"), period=period).properties(width=width)
    written = io.StringIO()
    chart.save(written, format="svg")
    scale = re.findall(r"values from ([\d,.]+) to ([\d,.]+)", written.getvalue())
    assert scale == [("0", highest)]


def test_a_reader_can_drag_and_double_click_and_a_saved_picture_has_neither():
    assert [param["name"] for param in drawn(rows()).to_dict()["params"]] == ["all_years", "period"]
    assert "params" not in drawn(rows(), period=None).to_dict()


@pytest.mark.parametrize(
    ("period", "ends"),
    [
        (("", ""), []),
        (("2025-06", ""), [("2025-06-01", "2026-02-01")]),
        (("2025-06", "2025-09"), [("2025-06-01", "2025-10-01")]),
    ],
)
def test_the_period_is_one_box_over_all_rows(period, ends):
    chart = drawn(rows(), period=period)
    box = chart.layer[-2].data
    assert [
        (f"{start:%Y-%m-%d}", f"{end:%Y-%m-%d}") for start, end in zip(box["start"], box["end"], strict=True)
    ] == ends
    assert not {"y", "y2"} & set(chart.layer[-2].encoding.to_dict())


@pytest.mark.parametrize(("last", "written"), [("2025-08", "%b %Y"), ("2029-08", None)])
def test_a_short_time_is_told_by_months(last, written):
    axis = drawn(rows(), span=("2025-02", last)).to_dict()["layer"][0]["encoding"]["x"]["axis"]
    assert axis.get("format") == written


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (("", ""), ("2023-10", "2026-09")),
        (("2025-02", "2025-03"), ("2024-09", "2025-08")),
        (("2024-01", "2025-12"), ("2024-01", "2025-12")),
        (("2018-07", "2025-12"), ("2023-01", "2025-12")),
        (("2001-01", "2001-02"), ("2023-10", "2026-09")),
        (("2018-08", "2018-08"), ("2018-07", "2019-06")),
    ],
)
def test_a_narrow_screen_shows_the_period_or_the_last_three_years(period, shown):
    assert narrow_from(("2018-07", "2026-09"), period) == shown


def test_an_open_end_of_the_period_is_that_of_the_axis():
    assert brush_months(("2025-02", ""), ("2021-01", "2025-10")) == ("2025-02", "2025-10")


def test_a_period_holds_what_touches_one_of_its_months():
    starts, ends = pd.to_datetime(pd.Series(["2025-03-01"])), pd.to_datetime(pd.Series(["2025-09-30"]))
    assert lies_in(starts, ends, ("2025-09", "2025-12")) and lies_in(starts, ends, ("", ""))
    assert not lies_in(starts, ends, ("2025-10", "")) and not lies_in(starts, ends, ("", "2025-02"))
