import pandas as pd
from moeiwatch.analysis.growth import building_series, monthly_people, monthly_reports, monthly_steps

from analysis.frames import frame
from analysis.test_buildings import DOWN, report, reports
from analysis.test_tally import event, events

NOBODY = events(a=event(1, 1, 1)).iloc[:0]


def rows(table):
    return table[["month", "side", "basis", "reports"]].to_numpy().tolist()


def test_reports_by_month_side_and_basis():
    made = reports(
        report(DOWN, 5, "2025-11-08"),
        report(DOWN, 6, "2025-11"),
        report(None, None, "2025-11-09", basis="observed", kind="expansion"),
        report(None, None, "2025", basis="observed", kind="new_site"),
        report(None, None, "2021-02", observed_end="2025-11", kind="expansion"),
        report("buildings_targeted", 80),
        report("compounds_count", 27, kind="new_site"),
        report("buildings_sealed_cumulative", 21, kind="infrastructure"),
    )
    assert rows(monthly_reports(made, NOBODY)) == [
        ["", "built", "claimed", 1],
        ["", "built", "observed", 1],
        ["2025-11", "built", "observed", 1],
        ["2025-11", "torn_down", "claimed", 2],
    ]


def test_people_stand_in_the_month_of_the_end_or_of_publication():
    made = events(
        a=event(1, 1, 1, date="2025-01-30", date_end="2025-02-18", basis="claimed", published="2025-03-02"),
        b=event(1, 1, 1, date="2025"),
    )
    empty = reports(report(DOWN, 1)).iloc[:0]
    assert rows(monthly_reports(empty, made)) == [
        ["", "people", "not_stated", 1], ["2025-02", "people", "claimed", 1],
    ]  # fmt: skip
    known = monthly_reports(empty, made, mode="known", sources=frame({"s": {"published": "2025"}}))
    assert rows(known) == [["", "people", "not_stated", 1], ["2025-03", "people", "claimed", 1]]


def test_people_of_a_month_leave_running_totals_out_and_keep_kinds_apart():
    made = events(
        total=event(9000, 9000, 9000, date="2025-01-30", date_end="2025-03-14"),
        raid=event(100, 100, 120, within="total", date="2025-03-02"),
        part=event(40, 40, 40, within="raid", date="2025-03-03"),
        home=event(70, 70, 70, within="raid", kind="repatriation", date="2025-03-20", date_end="2025-03-28"),
        vague=event(5, 5, 5, date="2025"),
        silent=event(date="2025-04-01"),
    )
    table = monthly_people(made)
    assert table.drop(columns="records").to_numpy().tolist() == [
        ["2025-03", "raid", 100, 100, 120], ["2025-03", "repatriation", 70, 70, 70],
    ]  # fmt: skip
    assert table["records"].tolist() == [["raid"], ["home"]]


def test_in_known_mode_people_and_steps_stand_in_the_month_of_publication():
    sources = frame({"s": {"published": "2025-06-03"}})
    made = events(a=event(5, 5, 5, date="2025-03-02", sources=["s"]))
    assert monthly_people(made)["month"].tolist() == ["2025-03"]
    assert monthly_people(made, mode="known", sources=sources)["month"].tolist() == ["2025-06"]
    step = {"kind": "sanction", "actor": "A", "target": "B", "sources": ["s"]}
    steps = frame({"iv-1": {"date": "2025-02-05", **step}, "iv-2": {"date": "2024", **step}})
    assert monthly_steps(steps)["month"].tolist() == ["2025-02", ""]
    assert monthly_steps(steps, mode="known", sources=sources)["month"].tolist() == ["2025-06", "2025-06"]


def test_the_series_of_a_compound_keeps_claimed_and_observed_apart():
    made = reports(
        report(DOWN, 148, "2025-11-12"),
        report(DOWN, 110, "2025-11-13"),
        report("buildings_destroyed_satellite", 22, "2025-11-09", basis="observed"),
        report("demolished_by_explosives", 18),
        report("buildings_targeted", 80),
        report(DOWN, 1, compound="shwe-kokko"),
    )
    series = building_series(made, compound="kk-park")
    assert series[["basis", "value"]].to_numpy().tolist() == [
        ["observed", 22],
        ["claimed", 148],
        ["claimed", 110],
    ]
    assert series["start"].iloc[0] == pd.Timestamp("2025-11-09")
